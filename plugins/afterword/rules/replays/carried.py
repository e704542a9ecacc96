"""The replays that the rules on them look at, each with what it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from afterword.model.remediation import Remediation
from afterword.model.replay import Replay
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.model.timeline import TimelineEntry
from afterword.replay.outcome import Outcome
from afterword.replay.replays import is_replayed
from afterword.rules.fields.judged import has_unread
from afterword.rules.rule import Context

_READ = {
    "timeline": ("kind", "at", "precision", "replay"),
    "remediations": ("kind", "status", "replay"),
    "evidence": ("id", "kind", "title", "uri", "access"),
}


@dataclass(frozen=True)
class Carried:
    """One replay: the path of the entry that carries it, the entry, and what the replay gives."""

    path: Path
    entry: TimelineEntry | Remediation
    replay: Replay
    outcome: Outcome


def carried_replays(report: Report, context: Context) -> Iterator[Carried]:
    """Those of the silent checks and then those of the remediations.

    Where a part of what they rest on could not be read, a finding of its own tells that, and the rest would be judged
    wrongly.
    """
    front = report.front
    carried = any(each.replay for each in front.timeline) or any(each.replay for each in front.remediations)
    if not carried or not is_replayed(report):
        return
    if any(has_unread(report, name, *keys) for name, keys in _READ.items()):
        return
    found = context.replays.of(report)
    yield from _listed("timeline", front.timeline, found.events)
    yield from _listed("remediations", front.remediations, found.remediations)


def _listed(
    name: str, entries: Sequence[TimelineEntry | Remediation], outcomes: Mapping[int, Outcome]
) -> Iterator[Carried]:
    for place, outcome in outcomes.items():
        entry = entries[place]
        if entry.replay is not None:
            yield Carried((name, place), entry, entry.replay, outcome)
