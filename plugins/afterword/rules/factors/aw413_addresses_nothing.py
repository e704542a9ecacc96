"""A remediation that addresses no factor, although there are several.

In a published report, a remediation names the factors it addresses. With one factor there it addresses that one and
need not say so. A remediation that puts things right (`intent: restore`, or a restorative kind) or was declined may
address none.

## Why it matters

An action that answers no condition cannot be seen to work: the factor's page does not show it, and whether the
condition came back after it is never asked.

## Example

```yaml
contributing_factors:
  - {id: CF-1, factor: data-proxy-target}
  - {id: CF-2, factor: mon-aggregate-masks-slice}
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, intent: detect}
```

## Instead

```yaml
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, intent: detect, addresses: [CF-2]}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.factors.standing import standing, strength_of
from afterword.rules.fields.judged import has_unread, is_judged
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each remediation that addresses nothing."""
    if not is_judged(report) or len(report.front.contributing_factors) < 2:
        return
    if has_unread(report, "remediations", "addresses", "intent", "status"):
        return
    for place, each in standing(report):
        if each.intent == "restore" or strength_of(each, context) == "restorative" or report.front.addressed_by(each):
            continue
        yield Hit(
            f"`{each.id}` addresses no factor, and the report has {len(report.front.contributing_factors)}",
            field=("remediations", place),
            hint="name the factors in `addresses`, or write `intent: restore` where it puts things right",
            match=each.title or "",
        )


RULE = Rule(code="AW413", name="addresses-nothing", doc=__doc__, check=check, level="warning", draft_level="off")
