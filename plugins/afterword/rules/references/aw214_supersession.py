"""A published report replaces another one that is still published.

Where a report that is seen names another in `supersedes`, the other one's `lifecycle` is `superseded`: its page stays,
with a banner that leads here. A draft may name what it is going to replace, and an imported report stays as it was.

## Why it matters

Two pages tell the same incident in two ways, and both count. A reader who finds the older one is not told that there is
a better account.

## Example

```yaml
# 2026-04-02-unequal-discounts-second-review, published
supersedes: [2026-03-11-unequal-discounts]
# 2026-03-11-unequal-discounts
lifecycle: published
```

## Instead

```yaml
# 2026-03-11-unequal-discounts
lifecycle: superseded
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.references.known import find_report
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each report that is replaced and still published."""
    if report.lifecycle not in {"published", "superseded"}:
        return
    for place, name in enumerate(report.front.supersedes):
        other = find_report(context, name)
        if other is None or other.id == report.id or other.lifecycle != "published":
            continue
        yield Hit(
            f"`{other.id}` is replaced by this report and is still published",
            ("supersedes", place),
            hint="write `lifecycle: superseded` in that report, or take it out here",
            match=name,
        )


RULE = Rule(code="AW214", name="supersession", doc=__doc__, check=check, level="warning")
