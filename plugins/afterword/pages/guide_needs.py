"""When a field is needed, in words: the gate table turned round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from afterword.model.gates import COLUMNS, CONDITIONS, STEPS, Gates, Step
from afterword.model.report import GateColumn

STEP_WORDS: Mapping[Step, str] = {"draft": "draft", "in-review": "in review", "published": "published"}
FIELDS_OF: Mapping[str, tuple[str, ...]] = {
    "timeline-detected": ("timeline",),
    "timeline-origin": ("timeline",),
    "evidence-or-not-preserved": ("evidence", "snapshot.not_preserved"),
    "factor-with-how": ("contributing_factors", "contributing_factors.factor", "contributing_factors.how"),
    "participants": ("participants",),
    "both-sides": ("contributing_factors", "single_sided"),
    "factors-addressed": ("remediations.addresses", "contributing_factors.accepted_risk"),
    "remediations-complete": (
        "remediations.owner_team", "remediations.tracker", "remediations.due", "remediations.success_check",
    ),
    "technical-remediation": ("remediations", "remediations.kind", "remediations.owner_team"),
    "remediation-with-kind-and-owner": ("remediations", "remediations.kind", "remediations.owner_team"),
    "eval-case-or-reason": ("eval_cases", "no_eval_because"),
    "required-disciplines": ("participants", "participants.role", "participants.absent_because"),
    "ground-rule-read": ("review.ground_rule_read",),
    "facilitator-from-another-team": ("review.facilitator_team",),
    "one-approving-role": ("review.approved_by_roles",),
    "two-approving-roles": ("review.approved_by_roles",),
    "redaction-approved-where-public": ("redaction", "redaction.approved_by_role", "redaction.approved_on"),
    "references": ("references",),
    "nothing-invented": (),
    "near-miss-caught-by": ("near_miss.caught_by",),
}  # fmt: skip
"""The fields that each named condition of the gate table is about."""
_SHORT: Mapping[GateColumn, str] = {
    "incident-high": "incidents of sev1 and sev2",
    "incident-low": "other incidents",
    "near-miss": "near misses",
    "exercise": "exercises",
    "public-sources": "reports from public sources",
}

_INCIDENTS: frozenset[GateColumn] = frozenset({"incident-high", "incident-low"})


def needs_of(path: str, gates: Gates) -> list[Markup]:
    """What the gates ask about the field at `path`, a line for each step and wording; empty where they ask nothing."""
    found: dict[tuple[Step, str], list[GateColumn]] = {}
    for step in STEPS:
        for column in COLUMNS:
            for words in _asked(path, gates.cell(column, step)):
                found.setdefault((step, words), []).append(column)
    return [_line(step, words, columns) for (step, words), columns in found.items()]


def _asked(path: str, requirements: tuple[str, ...]) -> Iterator[str]:
    """The words of each requirement that is about the field; empty words for the field itself."""
    for requirement in requirements:
        if requirement == path:
            yield ""
        elif path in FIELDS_OF.get(requirement, ()):
            yield CONDITIONS[requirement]


def _line(step: Step, words: str, columns: list[GateColumn]) -> Markup:
    who = "every report" if len(columns) == len(COLUMNS) else _listed(_kinds(columns))
    when = f"needed from {STEP_WORDS[step]} on: {who}"
    return Markup(f"{when}; {words}" if words else when)


def _kinds(columns: list[GateColumn]) -> list[str]:
    if not set(columns) >= _INCIDENTS:
        return [_SHORT[column] for column in columns]
    return ["incidents", *(_SHORT[column] for column in columns if column not in _INCIDENTS)]


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
