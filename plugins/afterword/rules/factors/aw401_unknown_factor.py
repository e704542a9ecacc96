"""A contributing factor that is not in the vocabulary.

The vocabulary holds the shipped factors and the organisation's own, whose ids begin with `x-`. `check --fix` mends
close misspellings. While the file with the organisation's own entries has mistakes, `x-…` ids are not judged.

An id that was retired only warns: pages already count it as what took its place, and `afterword migrate` writes that.
Where several took its place, somebody has to choose.

## Why it matters

The factor's id is what ties this report to the others with the same condition. One that is spelt differently has a page
of its own that nobody visits.

## Example

```yaml
contributing_factors:
  - factor: eval-no-subgroup-test
```

## Instead

```yaml
contributing_factors:
  - factor: eval-no-subgroup-tests
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.factors.unknown_id import Terms, judge_id
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each factor that the vocabulary does not hold."""
    if report.lifecycle == "withdrawn":
        return
    vocabulary = context.collection.vocabulary
    terms = Terms(
        "factor", vocabulary.factor_by_id, vocabulary.retired_factors, context.settings.vocabulary.contributing_factors
    )
    for place, each in enumerate(report.front.contributing_factors):
        path = ("contributing_factors", place, "factor")
        if each.factor and (hit := judge_id(report, context, path, each.factor, terms)):
            yield hit


RULE = Rule(
    code="AW401",
    name="unknown-factor",
    doc=__doc__,
    check=check,
    mends="mends a close misspelling of a factor's id, and one that was replaced",
    apart="warning for an id that was retired",
)
