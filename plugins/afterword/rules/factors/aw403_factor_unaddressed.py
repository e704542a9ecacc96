"""A contributing factor that no remediation addresses, and whose risk nobody has accepted.

A remediation that was declined addresses nothing, and neither does one of a restorative kind, which puts things right
for people and leaves the condition as it is. Where a report has one factor, a remediation without `addresses`
addresses it. `accepted_risk` stands in for a remediation.

## Why it matters

A condition that is named and then left alone feeds the next incident. Sometimes leaving it is the right choice; then a
role decides so, with a reason and a day on which it is looked at again.

## Example

```yaml
contributing_factors:
  - {id: CF-1, factor: data-proxy-target, how: Postcode was passed in the customer profile and stood in for group.}
  - {id: CF-2, factor: mon-aggregate-masks-slice, how: The one discount signal was a daily total.}
remediations:
  - {title: Remove postcode from the discount prompt, kind: remove-capability, addresses: [CF-1]}
```

## Instead

```yaml
remediations:
  - {title: Remove postcode from the discount prompt, kind: remove-capability, addresses: [CF-1]}
  - {title: Alert on offer rate by area, kind: monitor-alert, intent: detect, addresses: [CF-2]}
```
"""

from collections.abc import Iterator

from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.rules.factors.standing import strength_of
from afterword.rules.fields.judged import has_unread, is_unread
from afterword.rules.rule import Context, Hit, Rule

REQUIREMENT = "factors-addressed"


def _message(report: Report, factor_id: str, named: list[Remediation]) -> str:
    """What is wrong, with those that name the factor and still do not address it."""
    if not named:
        return f"no remediation addresses `{factor_id}`"
    declined = [f"`{each.id}`" for each in named if each.status == "declined"]
    restoring = [f"`{each.id}`" for each in named if each.status != "declined"]
    reasons = [f"{', '.join(declined)} was declined" if len(declined) == 1 else f"{', '.join(declined)} were declined"]
    reasons = reasons if declined else []
    if restoring:
        verb = "puts things right and leaves" if len(restoring) == 1 else "put things right and leave"
        reasons.append(f"{', '.join(restoring)} {verb} the condition as it is")
    return f"no remediation addresses `{factor_id}`: {', and '.join(reasons)}"


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each factor that is neither addressed nor accepted."""
    if REQUIREMENT not in context.needs(report) or has_unread(report, "remediations", "addresses", "status"):
        return
    remediations = report.front.remediations
    addressed: set[str] = set()
    for each in remediations:
        if each.status != "declined" and strength_of(each, context) != "restorative":
            addressed.update(report.front.addressed_by(each))
    for place, factor in enumerate(report.front.contributing_factors):
        if factor.id is None or factor.id in addressed or factor.accepted_risk is not None:
            continue
        if is_unread(report, "contributing_factors", place, "accepted_risk"):
            continue
        named = [each for each in remediations if factor.id in report.front.addressed_by(each)]
        yield Hit(
            _message(report, factor.id, named),
            field=("contributing_factors", place, "factor"),
            hint="name it in the `addresses` of a remediation, or write `accepted_risk` with its rationale",
            match=factor.factor or "",
        )


RULE = Rule(code="AW403", name="factor-unaddressed", doc=__doc__, check=check, handles=(REQUIREMENT,))
