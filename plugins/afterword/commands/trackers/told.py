"""What `trackers pull` says: one line for each thing that was not learned, and one that sums up."""

from __future__ import annotations

from dataclasses import dataclass, field

from afterword.findings.visible import visible
from afterword.model.tracker_state import TrackerState
from afterword.trackers.hosts import guess_kind

MOST_LINES = 50
"""Lines of one sort; whatever is beyond is counted."""


@dataclass
class Told:
    """Lines for the user, and what they count.

    Attributes:
        lines: what is printed.
        missing: addresses of hosts that are asked, of which nothing was learned.
        aside: addresses about which nobody is asked.
    """

    lines: list[str] = field(default_factory=list)
    missing: int = 0
    aside: int = 0
    _notes: int = 0

    def say(self, line: str) -> None:
        """A line as it is, of our own words."""
        self.lines.append(visible(line))

    def miss(self, line: str, count: int = 1) -> None:
        """Something that was asked and not learned."""
        self.missing += count
        self._note(line)

    def leave(self, line: str, count: int = 1) -> None:
        """Something about which nobody is asked."""
        self.aside += count
        self._note(line)

    def _note(self, line: str) -> None:
        self._notes += 1
        if self._notes <= MOST_LINES:
            self.say(line)
        elif self._notes == MOST_LINES + 1:
            self.say("… further lines are left out; the last one counts them all")


def name_host(name: str, count: int) -> str:
    """A host that is not asked, and how to change that."""
    shown = visible(name)
    what = "1 address" if count == 1 else f"{count:,} addresses"
    return (
        f"{shown}: not asked, since the settings do not name it ({what}); "
        f"to have it asked, write `trackers: {{hosts: {{{shown}: {{kind: {guess_kind(name)}, token_from: …}}}}}}`"
    )


def asked_of(name: str, wanted: int, learned: int) -> str:
    """What became of the addresses that one host was to be asked about, in numbers; the reasons stand above it."""
    parts = [f"{learned:,} learned"]
    if wanted > learned:
        parts.append(f"{wanted - learned:,} not")
    return f"{name}: asked about {wanted:,} work item{'' if wanted == 1 else 's'}: {', '.join(parts)}"


def end_of(state: TrackerState, wanted: int, told: Told) -> str:
    """The one line that sums up."""
    kept = sum(each.seen_at is not None for each in state.items)
    known = len(state.items) - kept
    parts = [f"{wanted:,} work items in reports" if wanted != 1 else "1 work item in reports", f"{known:,} learned"]
    if kept:
        parts.append(f"{kept:,} kept as they were known")
    if unknown := wanted - len(state.items):
        parts.append(f"{unknown:,} not known")
    return ", ".join(parts)
