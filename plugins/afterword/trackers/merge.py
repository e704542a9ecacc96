"""The next state, from the last one and from what was learned: what is not known anew is kept with its own time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from afterword.model.tracker_state import TrackerItem, TrackerState


def merge_state(
    before: TrackerState | None, learned: Mapping[str, TrackerItem], wanted: Iterable[str], now: datetime
) -> TrackerState:
    """The state of the addresses that reports name.

    Args:
        before: the last state.
        learned: items that were seen now, by address.
        wanted: the addresses of all reports.
        now: when the trackers were asked.

    Returns:
        An item for each address that is known. One that was not seen now stays as it was, with `seen_at`.
    """
    items = []
    for url in sorted(set(wanted)):
        if url in learned:
            items.append(learned[url])
        elif before is not None and (known := before.by_url.get(url)) is not None:
            seen = known.seen_at or before.generated_at
            items.append(known.model_copy(update={"seen_at": seen}))
    return TrackerState(now, tuple(items))


def is_worth_writing(before: TrackerState | None, after: TrackerState, old_after: int) -> bool:
    """Whether the state tells anything new.

    A newer time alone is noise, until half of the days have passed after which the state counts as old: then it is
    written anew, so that a state that is pulled each day never looks old.
    """
    if before is None:
        return True
    if tuple(sorted(before.items, key=_url)) != after.items:
        return True
    return after.generated_at - before.generated_at >= timedelta(days=old_after) / 2


def _url(item: TrackerItem) -> str:
    return item.url
