"""All fields of one report, in the order in which `--fix` keeps them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator

from afterword.model.behaviour import Behaviour
from afterword.model.choices import Audience, Kind, Lifecycle, Origin, Severity
from afterword.model.eval_case import EvalCase
from afterword.model.evidence import Evidence
from afterword.model.factors import ContributingFactor
from afterword.model.fields import Fields
from afterword.model.impact import Impact, NearMiss
from afterword.model.publication import DigestWords, FieldSuppression, Reference, Update, Withdrawn
from afterword.model.remediation import Remediation
from afterword.model.review import Participant, Redaction, Review
from afterword.model.scalars import Day, PartialDay, Text, Value, Whole, error
from afterword.model.system import Snapshot, System
from afterword.model.timeline import TimelineEntry

NUMBERED = {"evidence": "EV", "contributing_factors": "CF", "remediations": "RM", "eval_cases": "EC"}
"""Lists whose entries have an id, with its letters; an entry without one gets its place in the list."""


SCHEMA = 1
"""The version of this form. A report without `schema` is of the first."""


def _known_form(version: int) -> int:
    if version != SCHEMA:
        if version > SCHEMA:
            told = f"says form {version}, which a newer Afterword reads; this one knows {SCHEMA}: install that version"
        else:
            told = f"takes {SCHEMA}, the form of all reports so far"
        raise error("shape", told)
    return version


class FrontMatter(Fields):
    """The front matter of one report. Nothing here is needed by itself: the gate table says what a step needs."""

    schema_: Annotated[Whole, AfterValidator(_known_form)] | None = Field(
        None, alias="schema", description="The version of this form: 1."
    )
    title: Text | None = Field(None, description="What happened, in 10 to 110 characters; no person, no blame word.")
    kind: Kind = Field("incident", description="Whether it is an incident, a near miss or an exercise.")
    lifecycle: Lifecycle = Field("draft", description="Which step of its life the report has reached.")
    origin: Origin = Field("own", description="Whether the report is about the own organisation or public sources.")
    audience: Audience | None = Field(None, description="Who may read the report; without it the site's default.")
    severity: Severity | None = Field(
        None, description="How severe it was; for a near miss, how severe it could have been."
    )
    plain_summary: Text | None = Field(
        None, description="What happened, in 30 to 90 words for a reader outside engineering."
    )
    description: Text | None = Field(None, description="The page's description; without it the plain summary.")
    behaviour: Behaviour | None = Field(None, description="The gap between what was expected and what was observed.")
    trade_off: Text | None = Field(
        None, description="What was gained by the choice, and what cannot be promised of such a system."
    )
    occurred_on: PartialDay | None = Field(
        None, description="When it happened, where that differs from the id's date or is known less exactly."
    )
    tags: tuple[Text, ...] = Field((), description="Free labels in kebab-case.")
    redaction: Redaction | None = Field(None, description="What was taken out before a wider audience reads it.")
    system: System | None = Field(None, description="Which system it happened in.")
    snapshot: Snapshot | None = Field(None, description="Model, prompt, data and environment as they were.")
    evidence: tuple[Evidence, ...] = Field((), description="What was preserved.")
    timeline: tuple[TimelineEntry, ...] = Field((), description="What happened when.")
    impact: Impact | None = Field(None, description="What it meant for people.")
    near_miss: NearMiss | None = Field(None, description="What stopped it, and what could have come of it.")
    contributing_factors: tuple[ContributingFactor, ...] = Field((), description="The conditions that fed in.")
    single_sided: Text | None = Field(
        None, description="Why the factors of one side, technical or organisational, stand alone."
    )
    remediations: tuple[Remediation, ...] = Field((), description="What is done about the factors.")
    ideas: tuple[Text, ...] = Field((), description="Thoughts that are not remediations yet.")
    eval_cases: tuple[EvalCase, ...] = Field((), description="The incident's input as permanent tests.")
    no_eval_because: Text | None = Field(None, description="Why the incident gives no eval case.")
    participants: tuple[Participant, ...] = Field((), description="Who was in the room, by role and count.")
    review: Review | None = Field(None, description="How the review was held.")
    published_on: Day | None = Field(None, description="The day of publication; `promote` writes it.")
    updates: tuple[Update, ...] = Field((), description="Later changes; the revision is one more than their number.")
    withdrawn: Withdrawn | None = Field(None, description="That and why the report was withdrawn.")
    digest: DigestWords | None = Field(None, description="Other words for the digest than the computed ones.")
    external: dict[str, Value] = Field(default_factory=dict, description="Codes of outside lists.")
    related: tuple[Text, ...] = Field((), description="Ids of reports that teach the same.")
    supersedes: tuple[Text, ...] = Field((), description="Ids of reports that this one replaces.")
    aliases: tuple[Text, ...] = Field((), description="Earlier ids of this report, which lead to it.")
    references: tuple[Reference, ...] = Field((), description="Sources outside the collection.")
    suppress: tuple[FieldSuppression, ...] = Field((), description="Findings that are left standing, with reasons.")

    @model_validator(mode="before")
    @classmethod
    def _number_entries(cls, data: Any) -> Any:  # noqa: ANN401 - any shape can have been typed here
        """Give every entry that can be referred to an id, so that nobody has to type what a count tells."""
        if not isinstance(data, dict):
            return data
        numbered = dict(data)
        for key, letters in NUMBERED.items():
            if isinstance(entries := data.get(key), list | tuple):
                numbered[key] = [
                    {"id": f"{letters}-{place}", **entry} if isinstance(entry, dict) else entry
                    for place, entry in enumerate(entries, 1)
                ]
        return numbered

    def addressed_by(self, remediation: Remediation) -> tuple[str, ...]:
        """Ids of the factors that `remediation` addresses: those it names, else the report's only one."""
        if remediation.addresses is not None:
            return remediation.addresses
        if len(self.contributing_factors) == 1 and remediation.intent != "restore":
            return (self.contributing_factors[0].id or "",)
        return ()
