"""A work item that its tracker has closed, while the report says otherwise.

Looked at is what `_state/trackers.json` holds, which `afterword trackers pull` writes. The report's word counts for
proposed, verified and declined; otherwise the tracker's counts on every page, and this finding says that the report
is behind.

## Why it matters

Whoever reads the report in a year reads what stands in it. Done in the tracker is also not verified: somebody still
has to see that the success check holds.

## Example

```yaml
remediations:
  - id: RM-2
    status: in_progress
    tracker: https://github.com/example-org/shop-assistant/issues/413    # closed on 2026-03-12
```

## Instead

```yaml
remediations:
  - id: RM-2
    status: done
    done_on: 2026-03-12
    tracker: https://github.com/example-org/shop-assistant/issues/413
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.rules.factors.work import list_work
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each such remediation."""
    for work in list_work(report, context):
        if work.drift is None or work.drift.kind != "closed-in-tracker" or work.item is None:
            continue
        day = f" on {work.drift.since.isoformat()}" if work.drift.since else ""
        yield Hit(
            f"the tracker has closed {work.name}{day}: {work.drift.words}",
            field=("remediations", work.place, "status"),
            hint=_cure(work.item.state, work.drift.since),
            match=work.remediation.status,
        )


def _cure(state: str, day: date | None) -> str:
    if state == "declined":
        return "write `status: declined` with `declined_because`, or open the work item again"
    when = f" and `done_on: {day.isoformat()}`" if day else " with `done_on`"
    return f"write `status: done`{when}, or open the work item again"


RULE = Rule(code="AW420", name="closed-in-tracker", doc=__doc__, check=check, level="warning", since=date(2026, 11, 30))
