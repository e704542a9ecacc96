"""The numbered entries of a report, and the places that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.model.front_matter import NUMBERED
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.fields.judged import has_unread

WORDS = {
    "evidence": "a piece of evidence",
    "contributing_factors": "a contributing factor",
    "remediations": "a remediation",
    "eval_cases": "an eval case",
}
"""What one entry of each numbered list is called."""
_LETTERS = {letters: name for name, letters in NUMBERED.items()}


@dataclass(frozen=True)
class EntryReference:
    """One place at which an entry of the list `to` is named."""

    name: str
    to: str
    field: Path


def ids_of(report: Report, name: str) -> tuple[str, ...]:
    """The ids of the entries of the list `name`, in its order."""
    return tuple(entry.id or "" for entry in getattr(report.front, name))


def is_whole(report: Report, name: str, key: str) -> bool:
    """Whether every entry of the list `name`, and its `key`, could be read; otherwise places in it may have moved."""
    if has_unread(report, name, key):
        return False
    # An entry that is no map leaves nothing but the problem, whose message begins with the list's name.
    return not any(problem.message.startswith(f"`{name}`") for problem in report.problems)


def references_of(report: Report) -> Iterator[EntryReference]:
    """All places that name an entry of the report, in the order of the fields."""
    front = report.front
    for place, event in enumerate(front.timeline):
        yield from _named(event.evidence, "evidence", ("timeline", place, "evidence"))
        if event.replay is not None and event.replay.evidence is not None:
            yield EntryReference(event.replay.evidence, "evidence", ("timeline", place, "replay", "evidence"))
    for place, factor in enumerate(front.contributing_factors):
        yield from _named(factor.led_to, "contributing_factors", ("contributing_factors", place, "led_to"))
        yield from _named(factor.evidence, "evidence", ("contributing_factors", place, "evidence"))
    for place, remediation in enumerate(front.remediations):
        yield from _named(remediation.addresses or (), "contributing_factors", ("remediations", place, "addresses"))
        yield from _named(remediation.evals, "eval_cases", ("remediations", place, "evals"))
        if remediation.replay is not None and remediation.replay.evidence is not None:
            yield EntryReference(remediation.replay.evidence, "evidence", ("remediations", place, "replay", "evidence"))
    for place, case in enumerate(front.eval_cases):
        yield from _named(case.from_evidence, "evidence", ("eval_cases", place, "from_evidence"))
        data = case.input.data_set if case.input else None
        if data is not None and data.evidence is not None:
            yield EntryReference(data.evidence, "evidence", ("eval_cases", place, "input", "data", "evidence"))


def _named(names: tuple[str, ...], to: str, field: Path) -> Iterator[EntryReference]:
    for place, name in enumerate(names):
        yield EntryReference(name, to, (*field, place))


def list_named(name: str) -> str | None:
    """The list whose letters `name` begins with: `EV-3` is `evidence`."""
    return _LETTERS.get(name.partition("-")[0].upper())


def in_form(text: str, name: str) -> str | None:
    """`text` as an id of the list `name`, where only case, blanks, hyphen or zeros are amiss: `cf_02` is `CF-2`."""
    letters = NUMBERED[name]
    found = re.fullmatch(rf"(?:{letters}[\s_.-]*)?0*([1-9][0-9]{{0,5}})", text.strip(), re.IGNORECASE | re.ASCII)
    return f"{letters}-{found[1]}" if found else None
