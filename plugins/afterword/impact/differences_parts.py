"""What changed within the entries of a report's lists beside what is told entry by entry: details, and mere words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from afterword.impact.matching import matched
from afterword.model.report import Report


@dataclass(frozen=True)
class FieldsOf:
    """One list of the form.

    Attributes:
        name: the field that holds the list.
        told: fields of its entries of which every change is told by itself.
        words: fields of mere words.
        said: how a change in these is called.
    """

    name: str
    told: frozenset[str]
    words: frozenset[str]
    said: str


PARTS = (
    FieldsOf(
        "contributing_factors",
        frozenset({"id", "factor", "confidence", "accepted_risk"}),
        frozenset({"how"}),
        "how factors fed in",
    ),
    FieldsOf(
        "remediations",
        frozenset({"id", "status", "due", "owner_team", "tracker", "done_on", "verified_on", "declined_on"}),
        frozenset({"title", "success_check", "declined_because"}),
        "words of remediations",
    ),
    FieldsOf(
        "eval_cases",
        frozenset({"id", "status", "blocking"}),
        frozenset({"title", "no_selfcheck_because"}),
        "words of eval cases",
    ),
    FieldsOf("evidence", frozenset({"id", "kind"}), frozenset({"title"}), "words of evidence"),
    FieldsOf(
        "timeline",
        frozenset({"kind", "at"}),
        frozenset({"what", "unknown_because", "would_have_seen"}),
        "words of the timeline",
    ),
    FieldsOf("updates", frozenset({"at", "what", "correction"}), frozenset(), ""),
)


def details(part: FieldsOf, before: Report, after: Report) -> list[str]:
    """Fields of entries in both states that differ and are told nowhere else, such as `remediations.kind`."""
    found = {
        key
        for was, now in _shared(part, before, after)
        for key in {*was, *now} - part.told - part.words
        if was.get(key) != now.get(key)
    }
    return [f"{part.name}.{key}" for key in sorted(found)]


def is_reworded(part: FieldsOf, before: Report, after: Report) -> bool:
    """Whether words of an entry in both states differ."""
    return any(was.get(key) != now.get(key) for was, now in _shared(part, before, after) for key in part.words)


def _shared(part: FieldsOf, before: Report, after: Report) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    old, new = getattr(before.front, part.name), getattr(after.front, part.name)
    if part.name in {"remediations", "eval_cases", "evidence"}:
        return [(dict(was), dict(now)) for was, now in matched(old, new)[0] if was is not None]
    first, second = _by_name(old), _by_name(new)
    return [(first[name], second[name]) for name in first if name in second]


def _by_name(entries: Sequence[Any]) -> dict[tuple[str, ...], Mapping[str, Any]]:
    """The fields of each entry by what it is known by: its factor, else its kind and time."""
    found: dict[tuple[str, ...], Mapping[str, Any]] = {}
    for entry in entries:
        fields = dict(entry)
        found.setdefault(tuple(str(fields.get(key, "")) for key in ("factor", "kind", "at")), fields)
    return found
