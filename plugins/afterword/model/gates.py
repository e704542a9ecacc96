"""The gate table: what a report must carry to reach each step of its life."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from afterword.model.choices import Kind, Lifecycle
from afterword.model.report import GateColumn

Step = Literal["draft", "in-review", "published"]
STEPS: tuple[Step, ...] = get_args(Step)
COLUMNS: tuple[GateColumn, ...] = get_args(GateColumn)

CONDITIONS: Mapping[str, str] = {
    "timeline-detected": "the timeline has a `detected` entry, with its time or why that is unknown",
    "timeline-origin": "the timeline has `introduced` or `reached_production`, with its time or why that is unknown",
    "evidence-or-not-preserved": "there is evidence, or `snapshot.not_preserved` says how it came to be lost",
    "factor-with-how": "at least one contributing factor stands with its *how*",
    "participants": "the roles in the room are listed",
    "both-sides": "technical and organisational factors both stand, or `single_sided` says why not",
    "factors-addressed": "every factor is addressed by a remediation or carries an accepted risk",
    "remediations-complete": "each remediation that is neither proposed nor declined has owner team, tracker, due date "
    "and success check, for which an alert's replay can stand in",
    "technical-remediation": "at least one remediation of strength stronger or intermediate has an owner team and "
    "a tracker or a due date",
    "remediation-with-kind-and-owner": "at least one remediation has a kind and an owner team",
    "eval-case-or-reason": "there is an eval case, or `no_eval_because` says why there is none",
    "required-disciplines": "each required discipline was in the room, or `absent_because` says why not",
    "ground-rule-read": "the ground rule was read aloud",
    "facilitator-from-another-team": "the facilitator's team is none of those involved",
    "one-approving-role": "one role has approved",
    "two-approving-roles": "two roles have approved",
    "redaction-approved-where-public": "the redaction is approved where the audience is public",
    "references": "at least one reference stands",
    "nothing-invented": "no field stands that public sources cannot tell",
    "near-miss-caught-by": "a near miss says what stopped it",
}
"""The named conditions, each in words. Every other requirement is the path of a field."""


@dataclass(frozen=True)
class Gates:
    """Requirements by column and step, and the headings that a body needs from in review on."""

    cells: Mapping[tuple[GateColumn, Step], tuple[str, ...]]
    headings: Mapping[tuple[GateColumn, Kind | None], tuple[str, ...]]

    def cell(self, column: GateColumn, step: Step) -> tuple[str, ...]:
        """What `step` needs on top of the earlier steps."""
        return self.cells.get((column, step), ())

    def required(self, column: GateColumn, lifecycle: Lifecycle) -> tuple[str, ...]:
        """All that a report at `lifecycle` must carry, earlier steps included, in the table's order."""
        return tuple(need for step in steps_to(lifecycle) for need in self.cell(column, step))

    def required_headings(self, column: GateColumn, kind: Kind, lifecycle: Lifecycle) -> tuple[str, ...]:
        """The headings that a body at `lifecycle` must have."""
        if "in-review" not in steps_to(lifecycle):
            return ()
        return self.headings.get((column, kind)) or self.headings.get((column, None), ())


def steps_to(lifecycle: Lifecycle) -> tuple[Step, ...]:
    """The steps whose gates hold at `lifecycle`. An imported or withdrawn report has passed none of them."""
    if lifecycle in {"imported", "withdrawn"}:
        return ()
    step: Step = "published" if lifecycle == "superseded" else lifecycle  # type: ignore[assignment]
    return STEPS[: STEPS.index(step) + 1]


def next_step(lifecycle: Lifecycle) -> Step | None:
    """The step that `promote` takes from `lifecycle`; None where there is none."""
    return {"draft": "in-review", "in-review": "published"}.get(lifecycle)  # type: ignore[return-value]
