"""The ledger: which digest went out, told of what. JSON Lines, only ever added to; the last line of a digest holds.

A digest is known by its weeks and its edition, never by the run that made it, so that a scheduler that starts twice
sends once. `pending` is written before the first message is handed over, and what came of it after: a ledger that ends
with `pending` tells of a run that was cut off, and nobody knows how far it came. Nothing here reads or writes a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from afterword.digest.weeks import Week, WeekError, parse_week

State = Literal["pending", "sent", "ambiguous", "skipped-empty", "refused"]
"""Begun; delivered; perhaps delivered; nothing to tell; taken by nobody, so that it may be tried again."""
STATES: tuple[State, ...] = get_args(State)
UNCERTAIN: frozenset[State] = frozenset({"pending", "ambiguous"})
"""It may have been delivered: never sent again unasked."""
SETTLED: frozenset[State] = frozenset({"sent", "skipped-empty", "pending", "ambiguous"})
"""Later digests take its weeks as told."""


class LedgerError(ValueError):
    """A ledger that cannot be read; its own text says where and what to do."""


class Told(BaseModel):
    """A report that a digest told, and what of it. With id and revision alone, all up to that revision was told."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(min_length=1, max_length=200)
    revision: int = Field(ge=1)
    new: bool | None = None
    """Whether it was told as new, rather than for its updates or its remediations."""
    updates: tuple[str, ...] | None = None
    """When the updates that were told are dated, as written in the report."""
    closed: tuple[str, ...] = ()
    """Remediations that were told as closed, such as `RM-1:done`."""


class Line(BaseModel):
    """One line of the ledger."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    version: Literal[1] = 1
    weeks: Annotated[tuple[str, ...], Field(min_length=1)]
    edition: str = Field(min_length=1, max_length=300)
    state: State
    commit: str = Field("", max_length=64)
    message_id: str = ""
    reports: tuple[Told, ...] = ()
    recipients: Mapping[str, str] = Field(default_factory=dict)
    """By the recipient's hash what became of it: `sent`, `ambiguous`, or the server's code such as `refused 550`."""

    @field_validator("weeks")
    @classmethod
    def _are_weeks(cls, weeks: tuple[str, ...]) -> tuple[str, ...]:
        for each in weeks:
            parse_week(each)
        return weeks

    @property
    def parsed_weeks(self) -> tuple[Week, ...]:
        """Its weeks, earliest first, each once."""
        return tuple(sorted({parse_week(each) for each in self.weeks}))

    def written(self) -> str:
        """The line as it stands in the file, with its line end."""
        return json.dumps(self.model_dump(), ensure_ascii=True, sort_keys=False, separators=(",", ":")) + "\n"


@dataclass(frozen=True)
class Ledger:
    """All lines, in the order in which they were written."""

    lines: tuple[Line, ...] = ()

    def of(self, edition: str) -> EditionLedger:
        """What it says of one edition."""
        return EditionLedger(tuple(line for line in self.lines if line.edition == edition))


@dataclass(frozen=True)
class EditionLedger:
    """The lines of one edition."""

    lines: tuple[Line, ...]

    @cached_property
    def last_lines(self) -> Mapping[tuple[Week, ...], Line]:
        """By weeks the line that holds, in the order in which the weeks first stand there."""
        return {line.parsed_weeks: line for line in self.lines}

    @cached_property
    def settled_weeks(self) -> frozenset[Week]:
        """Weeks that later digests take as told."""
        return frozenset(week for weeks, line in self.last_lines.items() if line.state in SETTLED for week in weeks)

    @cached_property
    def uncertain(self) -> tuple[Line, ...]:
        """Digests of which nobody knows whether they were delivered, the earliest weeks first."""
        found = [line for line in self.last_lines.values() if line.state in UNCERTAIN]
        return tuple(sorted(found, key=lambda line: line.parsed_weeks))

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Every report that a settled digest told, once for each time."""
        return tuple(each for line in self.last_lines.values() if line.state in SETTLED for each in line.reports)


def parse_ledger(text: str, shown: str) -> Ledger:
    """Read JSON Lines; blank lines are passed over, and so is the mark with which some editors begin a file.

    Raises:
        LedgerError: at the first line that is not one of ours; `shown` is the file as people see it.
    """
    return Ledger(tuple(_parsed(text.removeprefix("\ufeff").split("\n"), shown)))


def _parsed(lines: Sequence[str], shown: str) -> Iterable[Line]:
    for number, written in enumerate(lines, 1):
        if not written.strip():
            continue
        try:
            yield Line.model_validate_json(written)
        except (ValidationError, WeekError, RecursionError):
            what, cure = _trouble(written, is_cut_off=number == len(lines))
            message = (
                f"{shown}:{number}: this line of the ledger {what}, so nobody knows what was sent. {cure}; nothing is "
                "sent until then"
            )
            raise LedgerError(message) from None


def _trouble(written: str, *, is_cut_off: bool) -> tuple[str, str]:
    """What is wrong with a line, and the cure. An older copy of the ledger is none: it has forgotten what was sent."""
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict) and found.get("version", 1) != 1:
        return "is of a newer version", "Update Afterword, and leave the line as it is"
    if found is None and is_cut_off:
        return "was cut off while it was written", "Take out this one line: the lines before it hold"
    return (
        "cannot be read",
        "Correct the line. Do not go back to an older copy, after which the digests that it lacks are sent again",
    )
