"""A remediation of a published report that is past its due date and not closed.

Its status is joined with the tracker's, where `_state/trackers.json` holds it. The finding is about the plan, not
about anybody: the day comes from the report, and so does the cure.

## Why it matters

A date that has passed in silence teaches that dates here mean nothing. The condition it is for stands as it stood.

## Example

```yaml
remediations:
  - id: RM-4
    status: accepted
    due: 2026-04-30    # it is June
```

## Instead

Agree on a new day with the owner team, or decide against it and say why:

```yaml
remediations:
  - id: RM-4
    status: declined
    declined_because: The offer was taken off the market, so nothing is left to review.
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.link.tracked import days_overdue
from afterword.model.report import Report
from afterword.rules.factors.work import list_work
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each such remediation; no number of days, so that the message stays the same each day."""
    if report.lifecycle != "published":
        return
    for work in list_work(report, context):
        due = work.remediation.due
        if due is not None and days_overdue(work.remediation, work.status, context.today) is not None:
            yield Hit(
                f"{work.name} was due on {due} and is {work.status.replace('_', ' ')}",
                field=("remediations", work.place, "due"),
                hint="agree on a new day with the owner team, or decline it with the reason",
                match=due.isoformat(),
            )


RULE = Rule(code="AW423", name="past-due", doc=__doc__, check=check, level="warning", since=date(2026, 11, 30))
