"""A remediation under way that lacks owner team, tracker, due date or success check.

In a published incident of severity sev1 or sev2, each remediation that is neither proposed nor declined has all four.
An alert that carries a `replay` needs no success check beside it.

## Why it matters

An action without a team is nobody's, without a tracker it is not in anybody's plan, without a date it is never late,
and without a success check it is done when it is forgotten.

## Example

```yaml
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, status: accepted, owner_team: ml-platform}
```

## Instead

```yaml
remediations:
  - title: Alert on offer rate by area
    kind: monitor-alert
    status: accepted
    owner_team: ml-platform
    tracker: https://github.com/example-org/shop-assistant/issues/414
    due: 2026-04-10
    success_check: Replaying the March traffic raises the alert within one hour
```
"""

from collections.abc import Iterator

from afterword.model.remediation import UNCOMMITTED
from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule

REQUIREMENT = "remediations-complete"
NEEDED = ("owner_team", "tracker", "due", "success_check")


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each remediation that is not complete."""
    if REQUIREMENT not in context.needs(report):
        return
    for place, each in enumerate(report.front.remediations):
        if each.status in UNCOMMITTED:
            continue
        lacking = [
            f"`{key}`"
            for key in NEEDED
            if getattr(each, key) is None
            and not report.is_typed("remediations", place, key)
            and not (key == "success_check" and report.is_typed("remediations", place, "replay"))
        ]
        if lacking:
            yield Hit(
                f"`{each.id}` ({each.status}) lacks {_listed(lacking)}",
                field=("remediations", place),
                hint="add what is lacking, or write `status: proposed` until it is agreed",
                match=each.title or "",
            )


RULE = Rule(code="AW408", name="remediation-incomplete", doc=__doc__, check=check, handles=(REQUIREMENT,))
