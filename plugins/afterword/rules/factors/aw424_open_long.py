"""A remediation that is still open long after its report was published.

Long is what the setting `trackers.open_after` says, 90 days unless it is changed. What is only proposed is left alone,
and so is what is past its due date, which [a finding of its own](AW423.md) tells. The status is joined with the
tracker's.

## Why it matters

Whoever was in the room forgets, teams change, and the condition waits. Age is a question to those who set priorities:
what was more important, and was that right?

## Example

A report of March has `RM-5`, accepted and without a date. It is September.

## Instead

Do it, agree on a nearer step that can be done, or decline it with the reason:

```yaml
remediations:
  - id: RM-5
    status: declined
    declined_because: The two reviews each year cover the same data by now.
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.link.tracked import days_overdue, is_open_long
from afterword.model.report import Report
from afterword.rules.factors.work import list_work
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each such remediation; no number of days, so that the message stays the same each day."""
    opened, most = report.front.published_on, context.settings.trackers.open_after
    if report.lifecycle != "published" or opened is None:
        return
    age = (context.today - opened).days
    days = "1 day" if most == 1 else f"{most} days"
    for work in list_work(report, context):
        is_told = days_overdue(work.remediation, work.status, context.today) is not None
        if is_told or not is_open_long(work.status, age, most):
            continue
        yield Hit(
            f"{work.name} is {work.status.replace('_', ' ')} more than {days} after the report was published",
            field=("remediations", work.place, "status"),
            hint="say what stands in the way, agree on a nearer step, or decline it with the reason",
            match=work.remediation.status,
        )


RULE = Rule(code="AW424", name="open-long", doc=__doc__, check=check, level="warning", since=date(2026, 11, 30))
