"""A remediation that the report has closed, while its work item is open.

Looked at is what `_state/trackers.json` holds, which `afterword trackers pull` writes.

## Why it matters

One of the two is out of date. An open work item is planned again by somebody who does not know the report; and a
remediation called verified, whose work was taken up again, may no longer hold.

## Example

```yaml
remediations:
  - id: RM-2
    status: done
    done_on: 2026-03-12
    tracker: https://github.com/example-org/shop-assistant/issues/413    # open
```

## Instead

Close the work item. Where the work was taken up again, say so in the report:

```yaml
remediations:
  - id: RM-2
    status: in_progress
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
        if work.drift is None or work.drift.kind != "open-in-tracker":
            continue
        yield Hit(
            f"the work item of {work.name} is open: {work.drift.words}",
            field=("remediations", work.place, "status"),
            hint="close the work item, or write in the report how far the work is now",
            match=work.remediation.status,
        )


RULE = Rule(code="AW421", name="open-in-tracker", doc=__doc__, check=check, level="warning", since=date(2026, 11, 30))
