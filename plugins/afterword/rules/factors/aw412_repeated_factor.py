"""The same factor of the vocabulary twice in one report.

The finding stands at each further one and names the first.

## Why it matters

How often a condition turns up is counted in reports. The same factor twice in one report splits its *how* in two and
makes the map of factors harder to read.

## Example

```yaml
contributing_factors:
  - {id: CF-1, factor: mon-alert-ineffective, how: The alert went to a channel that had been closed in May.}
  - {id: CF-2, factor: mon-alert-ineffective, how: Its threshold was twice the highest value ever seen.}
```

## Instead

```yaml
contributing_factors:
  - id: CF-1
    factor: mon-alert-ineffective
    how: The alert's threshold was twice the highest value ever seen, and its channel had been closed in May.
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each further entry with the same factor."""
    if not is_judged(report):
        return
    first: dict[str, str] = {}
    for place, each in enumerate(report.front.contributing_factors):
        if each.factor is None:
            continue
        if each.factor in first:
            yield Hit(
                f"`{each.factor}` stands twice, first as `{first[each.factor]}`",
                field=("contributing_factors", place, "factor"),
                hint="tell both in one `how`, or choose the factor that fits the second more closely",
                match=each.factor,
            )
        first.setdefault(each.factor, each.id or "")


RULE = Rule(code="AW412", name="repeated-factor", doc=__doc__, check=check, level="warning")
