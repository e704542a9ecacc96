"""Which disciplines were in the room when reports were reviewed. Roles are counted by review, people never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from afterword.model.report import Report
from afterword.model.review import Participant


@dataclass(frozen=True)
class Discipline:
    """In how many reviews a role was in the room, and in how many it is told why it was not."""

    role: str
    required: bool
    present: int
    absent: int


@dataclass(frozen=True)
class Reviews:
    """The roles of all reviews.

    Attributes:
        disciplines: required ones first in their order, then the others, the most frequent first.
        told: how many reports say who was in the room.
        untold: how many do not.
        shadowed: in how many of the told reviews somebody had sat in on the work of another discipline.
    """

    disciplines: tuple[Discipline, ...]
    told: int
    untold: int
    shadowed: int


def count_reviews(reports: Iterable[Report], required: Sequence[str]) -> Reviews:
    """Each report counts once for each role."""
    rooms = [report.front.participants for report in reports]
    told = [room for room in rooms if room]
    present = Counter(role for room in told for role in _roles(each for each in room if _is_present(each)))
    absent = Counter(role for room in told for role in _absent(room))
    required = list(dict.fromkeys(required))
    others = sorted((present.keys() | absent.keys()) - set(required), key=lambda role: (-present[role], role))
    return Reviews(
        disciplines=tuple(
            Discipline(role, role in required, present[role], absent[role]) for role in (*required, *others)
        ),
        told=len(told),
        untold=len(rooms) - len(told),
        shadowed=sum(any(each.shadowed for each in room) for room in told),
    )


def _roles(entries: Iterable[Participant]) -> set[str]:
    return {entry.role for entry in entries if entry.role}


def _absent(room: Sequence[Participant]) -> set[str]:
    """Roles of which it is told why they were not there, and nobody of whom was."""
    return _roles(each for each in room if each.absent_because) - _roles(each for each in room if _is_present(each))


def _is_present(entry: Participant) -> bool:
    return not entry.absent_because and entry.count != 0
