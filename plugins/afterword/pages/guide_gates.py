"""The gate table in words: what each column needs at each step, and the headings of the body."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from afterword.model.choices import Kind
from afterword.model.gates import COLUMNS, CONDITIONS, STEPS, Gates, Step
from afterword.model.report import GateColumn
from afterword.pages.guide_fields import describe_path
from afterword.pages.guide_needs import STEP_WORDS
from afterword.pages.marks import code, with_code
from afterword.pages.words import capital, page_link
from afterword.rules import RULES

PATH = "guide/gates.md"
_COLUMNS: dict[GateColumn, str] = {
    "incident-high": "Incident of severity sev1 or sev2",
    "incident-low": "Incident of severity sev3 or sev4, or of none yet",
    "near-miss": "Near miss",
    "exercise": "Exercise",
    "public-sources": "Written from public sources",
}
_KINDS: dict[Kind | None, str] = {None: "", "incident": "incident", "near_miss": "near miss", "exercise": "exercise"}


@dataclass(frozen=True)
class Need:
    """One requirement: the step that begins to need it, what it is, and the field or the rule that it is about."""

    step: str
    words: Markup
    about: Markup


@dataclass(frozen=True)
class Column:
    """One column of the table. `headings` are lists of the body's headings, each with the kind that it holds for."""

    title: str
    needs: tuple[Need, ...]
    headings: tuple[tuple[str, tuple[str, ...]], ...]


def describe_gates(gates: Gates) -> list[Column]:
    """All columns, the organisation's own changes to the table included."""
    return [
        Column(
            _COLUMNS[column],
            tuple(_need(step, requirement) for step in STEPS for requirement in gates.cell(column, step)),
            tuple(
                (_KINDS[kind], headings)
                for (of_column, kind), headings in sorted(gates.headings.items(), key=lambda each: each[0][1] or "")
                if of_column == column and headings
            ),
        )
        for column in COLUMNS
    ]


def gate_overview(gates: Gates) -> list[tuple[Markup, Markup]]:
    """Every requirement once, with the cells of its row: the step from which each column asks for it, or a dash."""
    found: dict[str, dict[GateColumn, str]] = {}
    for step in STEPS:
        for column in COLUMNS:
            for requirement in gates.cell(column, step):
                found.setdefault(requirement, {}).setdefault(column, STEP_WORDS[step])
    return [
        (_named(requirement), Markup(" | ").join(steps.get(column, "–") for column in COLUMNS))
        for requirement, steps in found.items()
    ]


def _named(requirement: str) -> Markup:
    if requirement in CONDITIONS:
        return with_code(capital(CONDITIONS[requirement]).replace("*", ""))
    return code(requirement)


def _need(step: Step, requirement: str) -> Need:
    if requirement in CONDITIONS:
        words = Markup(capital(CONDITIONS[requirement]) + ".")
        rule = next((rule for rule in RULES if requirement in rule.handles), None)
        judged = (
            Markup("judged by ") + page_link(rule.code, f"guide/rules/{rule.code}.md", PATH) if rule else Markup("")
        )
        return Need(STEP_WORDS[step], words, judged)
    return Need(STEP_WORDS[step], Markup(describe_path(requirement)), code(requirement))
