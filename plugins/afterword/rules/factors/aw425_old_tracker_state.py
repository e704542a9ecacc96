"""What the trackers said is old.

Told once, in `_state/trackers.json`, when that file is older than the setting `trackers.old_after` says: 7 days unless
it is changed.

## Why it matters

Pages, digests and findings join what reports say with what the trackers said. From an old state they tell work as open
that was done long ago, and the other way round, and whoever relies on them stops doing so.

## Example

```json
{"schema": "tracker-state/1", "generated_at": "2026-03-01T06:00:00Z", "items": []}
```

## Instead

Run `afterword trackers pull`, by hand or each day by a workflow, and commit the file. Where a workflow does so already,
look at its last run: a token may have expired. Where trackers are no longer asked, delete the file.
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.span import Span
from afterword.rules.rule import Context, Hit, Rule


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit where the state is old."""
    state, most = context.collection.tracker_state, context.settings.trackers.old_after
    if state is None or state.age(context.today) <= most:
        return
    days = "1 day" if most == 1 else f"{most} days"
    path = context.project.docs / context.settings.state / "trackers.json"
    yield Hit(
        f"the trackers were asked last on {state.generated_at.date()}, more than {days} ago",
        span=Span(1, 1, 1, 1),
        hint=(
            "run `afterword trackers pull` and commit the file; where it is run each day already, look at what it told "
            "last: a token may have expired. Where trackers are no longer asked, delete the file"
        ),
        path=context.project.shown(path),
    )


RULE = Rule(
    code="AW425",
    name="old-tracker-state",
    doc=__doc__,
    check_all=check_all,
    level="warning",
    suppressible=False,
    since=date(2026, 11, 30),
)
