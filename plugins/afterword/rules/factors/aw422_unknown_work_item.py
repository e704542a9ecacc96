"""A work item of which the trackers said nothing when they were asked.

Judged only where `_state/trackers.json` holds anything of the same host, and for hosts that `afterword trackers pull`
asks: github.com, gitlab.com, and those that the setting `trackers.hosts` names. A report that is newer than that state
is left alone.

## Why it matters

A mistyped or deleted work item looks like a promise with a place, and nobody will ever see it closed.

## Example

```yaml
tracker: https://github.com/example-org/shop-asistant/issues/413
```

## Instead

```yaml
tracker: https://github.com/example-org/shop-assistant/issues/413
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.model.tracker_state import TrackerState, host_of, trim
from afterword.rules.factors.work import Work, list_work
from afterword.rules.rule import Context, Hit, Rule
from afterword.trackers.hosts import is_asked


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each such remediation."""
    state = context.collection.tracker_state
    if state is None:
        return
    asked_on = state.generated_at.date()
    published = report.front.published_on
    if published is None or published >= asked_on:
        return  # What was just written is in no state yet.
    for work in list_work(report, context):
        url = work.remediation.tracker
        if url and _is_known(url, state, context) and (told := _told(work)):
            yield Hit(
                told,
                field=("remediations", work.place, "tracker"),
                hint="correct the address; where it is right, look whether the token may read it, and pull again",
                match=url,
            )


def _is_known(url: str, state: TrackerState, context: Context) -> bool:
    """Whether the host of the address was asked with success: of others it is known that nothing is known."""
    return host_of(trim(url)) in state.hosts and is_asked(url, context.settings.trackers)


def _told(work: Work) -> str:
    if work.item is None:
        return f"the tracker knows nothing of the work item of {work.name}"
    if work.item.seen_at is not None:
        return f"the tracker has said nothing of the work item of {work.name} since {work.item.seen_at.date()}"
    return ""


RULE = Rule(code="AW422", name="unknown-work-item", doc=__doc__, check=check, level="warning", since=date(2026, 11, 30))
