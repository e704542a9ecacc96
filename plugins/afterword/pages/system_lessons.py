"""What a system's page says of lessons: those not yet taken, what stands guard, and what nobody has said of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import get_args

from markupsafe import Markup

from afterword.evals.runs import trials_of
from afterword.index.beside import Risk
from afterword.index.guards import Guard, guarding_cases
from afterword.index.index import Index
from afterword.index.lesson_sources import Trait
from afterword.index.lessons import Lessons
from afterword.index.remediations import RemediationUse
from afterword.model.choices import Autonomy, SystemType
from afterword.pages.lesson_lines import Card, lesson_cards, lesson_words, more_lessons
from afterword.pages.marks import factor_chip
from afterword.pages.remediation_rows import remediation_link
from afterword.pages.report_cases import code_block
from afterword.pages.words import counted, fill, join, number, report_link, time_tag

_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*\Z")
_TRAITS: Mapping[Trait, str] = {
    "type": ", ".join(get_args(SystemType)),
    "provider": "whoever provides the model or the service, or self_hosted",
    "autonomy": ", ".join(get_args(Autonomy)),
}
_WIDTH = 72
"""How many characters a line of a comment holds, so that it fits beside the left column."""


@dataclass(frozen=True)
class SystemLessons:
    """The parts of the section; each may be empty but `words`."""

    words: Markup
    cards: list[Card]
    more: Markup
    guarded: list[Markup]
    accepted: list[Markup]
    unknown: Markup
    entry: Markup


def system_lessons(lessons: Lessons, index: Index, path: str) -> SystemLessons:
    """The section for a system of ours."""
    return SystemLessons(
        words=lesson_words(lessons, index) or _none(lessons),
        cards=lesson_cards(lessons, index, path),
        more=more_lessons(lessons, path),
        guarded=[_guard(factor, guard, index, path) for factor, guard in lessons.guards.items()],
        accepted=[_risk(factor, risk, index, path) for factor, risk in lessons.accepted.items()],
        unknown=_unknown(lessons),
        entry=_entry(lessons),
    )


def _none(lessons: Lessons) -> Markup:
    if len(lessons.unknown) == len(get_args(Trait)):
        return Markup("Nothing is known by which another system could be found to be similar.")
    return Markup("No report of a similar system names a condition that is not guarded here.")


def _guard(factor: str, guard: Guard, index: Index, path: str) -> Markup:
    chip = factor_chip(factor, index, path)
    if guard.use is None:
        return fill("{} as the list of systems says.", chip)
    told = fill("{} in {}", remediation_link(guard.use, path), report_link(guard.use.report, path))
    if guard.kind == "case":
        return fill("{} by an eval case that passes{}: {}.", chip, _runs(guard.use, index), told)
    return fill("{} by a verified remediation: {}.", chip, told)


def _runs(use: RemediationUse, index: Index) -> str:
    """How often the case is tried, where one stands for it and says so."""
    cases = guarding_cases(use, index.view)
    if len(cases) != 1 or trials_of(cases[0]) < 2:
        return ""
    trials, most = trials_of(cases[0]), cases[0].pass_at_least
    return f" in {counted(trials, 'trial')}, of which {number(trials if most is None else most)} must pass"


def _risk(factor: str, risk: Risk, index: Index, path: str) -> Markup:
    chip, told = factor_chip(factor, index, path), report_link(risk.report, path)
    if risk.risk.review_on is None:
        return fill("{} in {}, without a day of review.", chip, told)
    return fill("{} in {}, to be looked at again on {}.", chip, told, time_tag(risk.risk.review_on))


def _unknown(lessons: Lessons) -> Markup:
    """What nobody has said of the system, and that it decides what stands above."""
    said = []
    if lessons.unknown:
        them = "it" if len(lessons.unknown) == 1 else "them"
        words = "Nobody has said its {} yet, so no other system counts as similar by {}."
        said.append(fill(words, _listed(lessons.unknown), them))
    if not _is_told(lessons):
        said.append(Markup("The list of systems names no condition that is guarded here."))
    if not said:
        return Markup()
    where = "to its entry" if lessons.is_listed else "an entry"
    return join([*said, fill("Add {} in `_systems.yml`, with what is true of it:", where)], " ")


def _listed(names: tuple[Trait, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _entry(lessons: Lessons) -> Markup:
    """The lines that are missing from the list of systems, to be filled in; empty where nothing is."""
    return code_block("\n".join(_lines(lessons)), "yaml") if _unknown(lessons) else Markup()


def _lines(lessons: Lessons) -> Iterator[str]:
    name = lessons.system.name
    yield f"- name: {name if _PLAIN.match(name) else json.dumps(name, ensure_ascii=False)}"
    for trait in lessons.unknown:
        yield from _comment(_TRAITS[trait])
        yield f"  {trait}:"
    if not _is_told(lessons):
        yield from _comment("ids of factors for which a test stands before every release")
        yield "  factors_guarded: []"


def _comment(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="  # ", subsequent_indent="  # ", break_on_hyphens=False)


def _is_told(lessons: Lessons) -> bool:
    """Whether the list names any factor that is guarded on the system."""
    return any(guard.kind == "list" for guard in lessons.guards.values())
