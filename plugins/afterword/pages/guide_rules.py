"""The rules in words: by family, and each with its manual."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from afterword.pages.guide_measured import measured_of
from afterword.pages.words import page_link, say_day
from afterword.read.measured import shipped_measures
from afterword.rules import RULES
from afterword.rules.rule import FIRST_EDITION, Rule

INDEX = "guide/rules/index.md"
_FAMILIES = {
    "AW1": ("Fields and gates", "The form of a report, and what its step needs."),
    "AW2": ("Ids, links and references", "Whether everything that is named is there."),
    "AW3": ("Wording", "Questions about sentences that tell of people where a condition could be told."),
    "AW4": ("Factors and remediations", "Whether what was learned leads to something."),
    "AW5": ("Evidence, secrets and audience", "Whether anything is shown that must not be, or cannot be trusted."),
    "AW6": ("Eval cases", "Whether a test can fail, and passes on the answer that is wanted."),
    "AW7": ("The collection", "What holds for all reports together."),
    "AW9": ("Suppressions", "Findings that were left standing."),
}


@dataclass(frozen=True)
class Line:
    """One rule in the list of all; everything is our own Markdown."""

    link: Markup
    name: str
    summary: Markup
    draft: str
    level: str
    suppressible: bool


def rules_by_family() -> list[tuple[str, str, list[Line]]]:
    """The families that have rules, each with its title, its question, and its rules by code."""
    return [
        (title, about, lines)
        for prefix, (title, about) in _FAMILIES.items()
        if (lines := [_line(rule) for rule in sorted(RULES, key=_code) if rule.code.startswith(prefix)])
    ]


def mended_by_fix() -> list[tuple[Markup, Markup]]:
    """The rules whose findings `check --fix` mends, each with what it does."""
    return [(_line(rule).link, Markup(rule.mends)) for rule in sorted(RULES, key=_code) if rule.mends]


def describe_rule(rule: Rule) -> dict[str, object]:
    """What the page of one rule shows."""
    manual = rule.doc.strip()
    return {
        "manual": Markup(manual),
        "measured": measured_of(rule, shipped_measures()),
        "level": rule.all_levels,
        "draft_level": rule.draft_words,
        "since": "the first edition" if rule.since == FIRST_EDITION else say_day(rule.since),
        "mends": Markup(rule.mends),
        "suppressible": rule.suppressible,
        "gate": bool(rule.handles),
    }


def _line(rule: Rule) -> Line:
    path = f"guide/rules/{rule.code}.md"
    return Line(
        link=page_link(rule.code, path, INDEX),
        name=rule.name,
        summary=Markup(rule.summary + "."),
        draft=rule.draft_words,
        level=rule.published_words,
        suppressible=rule.suppressible,
    )


def _code(rule: Rule) -> str:
    return rule.code
