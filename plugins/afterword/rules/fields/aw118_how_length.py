"""A *how* that is too short to tell how.

Each contributing factor's `how` takes at least 40 characters. A factor without any `how` is the gate table's business.

## Why it matters

The vocabulary says which condition it was; only the *how* says what it looked like here. Readers of the factor's page
compare these sentences across reports, and a few words give them nothing to compare.

## Example

```yaml
contributing_factors:
  - factor: mon-aggregate-masks-slice
    how: Only totals watched
```

## Instead

```yaml
contributing_factors:
  - factor: mon-aggregate-masks-slice
    how: The one discount signal was a daily total, in which higher and lower codes cancelled out.
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule

SHORTEST = 40
"""The fewest characters of a *how*."""


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each *how* that is too short."""
    if not is_judged(report):
        return
    for place, factor in enumerate(report.front.contributing_factors):
        if factor.how is None or (length := len(" ".join(factor.how.split()))) >= SHORTEST:
            continue
        yield Hit(
            f"the `how` of `{factor.id}` has {length} characters, and takes at least {SHORTEST}",
            field=("contributing_factors", place, "how"),
            hint="say what the condition looked like here, and by which way it fed in",
            match=factor.how,
        )


RULE = Rule(code="AW118", name="how-length", doc=__doc__, check=check, draft_level="warning")
