"""A kind of remediation that is not in the vocabulary.

The vocabulary holds the shipped kinds and the organisation's own, whose ids begin with `x-`. `check --fix` mends close
misspellings.

An id that was retired only warns: pages already count it as what took its place, and `afterword migrate` writes that.
Where several took its place, somebody has to choose.

## Why it matters

Which kinds of fix held and which did not can only be seen across reports, and only where the same kind has the same id.
The strength of a fix is told by its kind as well.

## Example

```yaml
remediations:
  - {title: Alert on offer rate by area, kind: monitoring-alert}
```

## Instead

```yaml
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.factors.unknown_id import Terms, judge_id
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each kind that the vocabulary does not hold."""
    if report.lifecycle == "withdrawn":
        return
    vocabulary = context.collection.vocabulary
    terms = Terms(
        "kind of remediation",
        vocabulary.kind_by_id,
        vocabulary.retired_kinds,
        context.settings.vocabulary.remediation_kinds,
    )
    for place, each in enumerate(report.front.remediations):
        path = ("remediations", place, "kind")
        if each.kind and (hit := judge_id(report, context, path, each.kind, terms)):
            yield hit


RULE = Rule(
    code="AW402",
    name="unknown-remediation-kind",
    doc=__doc__,
    check=check,
    mends="mends a close misspelling of a remediation kind's id, and one that was replaced",
    apart="warning for an id that was retired",
)
