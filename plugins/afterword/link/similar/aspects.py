"""What besides its words can make one report like another, and how much each counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from afterword.model.body import Block
from afterword.model.collection import AudienceView
from afterword.model.report import Report

Values = Mapping[str, float]
_CONFIDENCE = {"known": 1.0, "potential": 0.7}
_LONGEST_LABEL = 60
_DATA = 60
"""How many characters a line of data has at most."""
_DATA_LINE = re.compile(r"\s*[^\s:：][^:：.。]{0,24}[:：]\s*\S")


@dataclass(frozen=True)
class Aspect:
    """One thing in which reports can be alike.

    Attributes:
        name: by which reasons refer to it.
        weight: how likely two reports teach the same where they agree in this alone, 0 to 1.
        values: what a report has of it, each with how sure it is.
    """

    name: str
    weight: float
    values: Callable[[Report, AudienceView], Values]


def _factors(report: Report, view: AudienceView) -> Values:
    found: dict[str, float] = {}
    for entry in report.front.contributing_factors:
        if entry.factor:
            found[entry.factor] = max(found.get(entry.factor, 0), _CONFIDENCE[entry.confidence])
    return found


def _system(report: Report, view: AudienceView) -> Values:
    system = report.front.system
    if system is None or not system.name:
        return {}
    return {system.name: 1.0, **{other: 0.5 for other in system.also_affected if other != system.name}}


def _provider(report: Report, view: AudienceView) -> Values:
    system = report.front.system
    known = view.systems.by_name.get(system.name or "") if system else None
    return _one((system.provider if system else None) or (known.provider if known else None))


def _type(report: Report, view: AudienceView) -> Values:
    system = report.front.system
    known = view.systems.by_name.get(system.name or "") if system else None
    found = (system.type if system else None) or (known.type if known else None)
    return {} if found == "other" else _one(found)


def _silent(report: Report, view: AudienceView) -> Values:
    return _sure(entry.missed_because for entry in report.front.timeline if entry.kind == "alert_missed")


def _kinds(report: Report, view: AudienceView) -> Values:
    return _sure(entry.kind for entry in report.front.remediations)


def _labels(report: Report, view: AudienceView) -> Values:
    """Tags, and lists of words under names of the organisation's own, under which imported reports keep theirs."""
    found = list(report.front.tags)
    for name in sorted(report.front.extensions):
        value = report.front.extensions[name]
        if isinstance(value, list | tuple):
            found += [each for each in value if isinstance(each, str)]
    return _sure(" ".join(each.split()).lower() for each in found if len(each) <= _LONGEST_LABEL)


def _one(value: str | None) -> Values:
    return {value: 1.0} if value else {}


def _sure(values: Iterable[str | None]) -> Values:
    return {value: 1.0 for value in values if value}


ASPECTS = (
    Aspect("factors", 0.75, _factors),
    Aspect("system", 0.4, _system),
    Aspect("provider", 0.15, _provider),
    Aspect("type", 0.08, _type),
    Aspect("silent", 0.12, _silent),
    Aspect("kinds", 0.15, _kinds),
    Aspect("labels", 0.3, _labels),
)
TEXT, TEXT_BESIDE_FACTORS = 0.9, 0.6
"""What the text counts, and what it counts where both reports name their factors."""
DECLARED = {"related": 0.9, "supersedes": 0.9, "mentions": 0.5}
"""What a relation counts that an author made."""


def is_told(block: Block) -> bool:
    """Whether a block tells anything: no code, and no bare line of data such as `Date: 2019-03-01`."""
    return block.kind != "code" and (len(block.text) > _DATA or _DATA_LINE.match(block.text) is None)


def text_of(report: Report) -> list[tuple[str, int]]:
    """The texts of a report with how often each counts: its title twice, its summary, gap, hows and prose once."""
    front = report.front
    parts = [front.plain_summary or front.description, front.trade_off]
    if front.behaviour:
        parts += [front.behaviour.expected, front.behaviour.observed]
    if front.near_miss:
        parts += [front.near_miss.caught_by, front.near_miss.potential]
    parts += [entry.how for entry in front.contributing_factors]
    parts += [block.text for block in report.body.blocks if block.kind != "code"]
    return [(report.title, 2), *((text, 1) for text in parts if text)]
