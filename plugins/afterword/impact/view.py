"""What an impact says, before any form of it is written: the view model, which the JSON is, version 1.

Every text is plain: nothing in it is markup, and each form makes it safe for itself. Lists are whole; forms for people
show the beginning of long ones.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from afterword.model.choices import Audience, Kind, Lifecycle, Severity, Status

GuardKind = Literal["list", "case", "verified"]
DigestPlace = Literal["pick", "new", "updated", "closed", "late", "later", "silent"]
Area = Literal[
    "step", "fields", "factors", "remediations", "updates", "eval cases", "evidence", "review", "timeline", "text"
]  # fmt: skip


class Part(BaseModel):
    """A closed, frozen group of values."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ref(Part):
    """A report."""

    id: str = Field(description="Its id.")
    title: str = Field(description="Its title.")


class Term(Part):
    """A contributing factor of the vocabulary."""

    id: str = Field(description="Its id.")
    title: str = Field(description="Its title.")


class Base(Part):
    """What the change is held against."""

    reference: str = Field(description="The branch, tag or commit that was asked for.")
    commit: str = Field(description="The commit at which this branch left it.")


class Related(Part):
    """A report that teaches most of the same."""

    report: Ref
    because: str = Field(description="What both have in common.")


class NewReport(Part):
    """A report that the base does not have, or did not show to this audience."""

    report: Ref
    kind: Kind
    step: Lifecycle
    severity: Severity | None
    system: str = Field(description="The system; empty where none is named.")
    factors: tuple[Term, ...]
    widened: bool = Field(description="Whether the base has it for fewer readers.")
    related: tuple[Related, ...] = Field(description="At most three, the nearest first.")


class Change(Part):
    """One thing that changed in a report."""

    area: Area = Field(description="Which part of the form it is in.")
    words: str = Field(description="What changed, in words that go on after the area.")


class ChangedReport(Part):
    """A report that differs from the base."""

    report: Ref
    was: str = Field(description="Its id in the base where that is another one; empty otherwise.")
    prose_alone: bool = Field(description="Whether nothing but wording changed.")
    changes: tuple[Change, ...]


class GoneReport(Part):
    """A report that the base has and the change has no longer."""

    report: Ref
    open_remediations: int = Field(ge=0, description="How many open remediations go with it.")
    led_to_by: tuple[str, ...] = Field(description="Ids of the reports that led to it and are still there.")
    same_text_as: str = Field(description="The id of a new report with the same text; empty for none.")


class Unread(Part):
    """Reports that cannot be read after the change, so that they are left out on both sides."""

    reports: tuple[Ref, ...] = Field(description="Those that the base shows to this audience.")
    others: int = Field(ge=0, description="How many more there are, of which nobody can say who may read them.")
    in_base: int = Field(ge=0, description="How many could not be read in the base and can be now.")


class Recurrence(Part):
    """A factor of a new or changed report that other reports name on the same system."""

    report: Ref
    factor: Term
    systems: tuple[str, ...] = Field(description="The systems that they share.")
    number: int = Field(ge=1, description="The place of the report among those that name it there, by date.")
    earlier: tuple[Ref, ...] = Field(description="The reports before it, newest first, at most ten of them.")
    later: int = Field(ge=0, description="How many reports that happened after it name it there too.")
    leads: bool = Field(description="Whether the report leads to one of the earlier ones.")


class FirstHere(Part):
    """A factor that is named for the first time on a system, and known from others."""

    report: Ref
    factor: Term
    reports: int = Field(ge=1, description="How many counted reports of other systems name it.")


class EarlierWork(Part):
    """A remediation of an earlier report for the same factor on the same system that is open, or was declined."""

    report: Ref = Field(description="The new or changed report.")
    factor: Term
    remediation: str = Field(description="The remediation's id in its report.")
    title: str
    of: Ref = Field(description="The report that carries it.")
    status: Status
    declined_because: str = Field(description="Why it was declined; empty for others, and where it is not told.")
    team: str = Field(description="The team that owns it; empty for none.")
    age_days: int | None = Field(ge=0, description="Days since the report was published; null where that is unknown.")
    overdue_days: int | None = Field(ge=1, description="Days past its due date; null for none.")
    more: int = Field(ge=0, description="How many further ones are open for the factor; told of the third alone.")
    leads: bool = Field(description="Whether the report leads there, or takes up its tracker's address.")


class Back(Part):
    """A factor that is back on a system after a remediation for it was verified there."""

    report: Ref
    factor: Term
    remediation: str
    title: str
    of: Ref
    verified_on: date
    days_after: int = Field(ge=0, description="Whole days from there to the first day on which it may have happened.")
    more: int = Field(ge=0, description="How many remediations for it were verified before that one.")
    leads: bool


class Unguarded(Part):
    """A system that is similar, on which nothing says that a factor of a new or changed report is guarded."""

    system: str = Field(description="The name that people use.")
    slug: str
    team: str = Field(description="The team that owns it.")
    shared: tuple[str, ...] = Field(description="What it shares with the system of the report, such as `type chatbot`.")
    report: Ref
    factors: tuple[Term, ...]


class Tally(Part):
    """Counted reports by what stands for them: exercises are left out."""

    passing: int = Field(ge=0, description="An eval case passes, and none fails.")
    failing: int = Field(ge=0, description="An eval case fails.")
    committed: int = Field(ge=0, description="A committed eval case of which no passing run is recorded.")
    uncommitted: int = Field(ge=0, description="Eval cases, none of them committed.")
    reason: int = Field(ge=0, description="A reason for having none.")
    untold: int = Field(ge=0, description="Neither a case nor a reason.")
    total: int = Field(ge=0)


class SystemCoverage(Part):
    """One system of which the figures differ."""

    system: str
    before: Tally
    after: Tally


class GuardChange(Part):
    """A factor that is guarded on a system of ours by now, or is no longer."""

    system: str
    factor: Term
    by: GuardKind = Field(description="The list of systems, a passing eval case, or a verified remediation.")
    gained: bool


class Coverage(Part):
    """Coverage by eval cases before and after, and what guards factors."""

    before: Tally
    after: Tally
    systems: tuple[SystemCoverage, ...]
    guards: tuple[GuardChange, ...]

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to say."""
        return self.before != self.after or bool(self.systems or self.guards)


class DigestEntry(Part):
    """What the next digest says of one report."""

    report: Ref
    place: DigestPlace
    unpublished: bool = Field(description="Whether it says so once the report is published, and not before.")
    headline: str
    because: str = Field(description="Of the report of the week how it was chosen; empty otherwise.")
    words: tuple[str, ...] = Field(description="Sentences of the digest, or what is to be known of its silence.")


class NextDigest(Part):
    """The digest of the current week as it stands, as far as it is about these reports. No ledger is read for it."""

    week: str = Field(description="The ISO week.")
    last_day: date
    teaches: str = Field(description="What the week teaches, where one of these reports is its report; else empty.")
    entries: tuple[DigestEntry, ...]


class SharedChange(Part):
    """Something that every report rests on: a setting, the vocabulary, the list of systems."""

    what: str = Field(description="The setting or the list.")
    before: str = Field(description="Its value, where it is one of a few; else empty.")
    after: str


class Impact(Part):
    """What a change does to the whole, for one audience."""

    version: Literal[1] = 1
    audience: Audience = Field(description="Nothing narrower is in it, counts included.")
    today: date
    base: Base
    reports_before: int = Field(ge=0)
    reports_after: int = Field(ge=0)
    new: tuple[NewReport, ...] = Field(description="By id.")
    changed: tuple[ChangedReport, ...]
    gone: tuple[GoneReport, ...]
    unread: Unread
    recurring: tuple[Recurrence, ...]
    first_here: tuple[FirstHere, ...]
    open_work: tuple[EarlierWork, ...] = Field(description="Open ones, the oldest first, before those declined.")
    back: tuple[Back, ...]
    unguarded: tuple[Unguarded, ...]
    coverage: Coverage
    digest: NextDigest
    shared: tuple[SharedChange, ...]
    notes: tuple[str, ...] = Field(description="What is to be known of how this was made.")

    @property
    def is_prose_alone(self) -> bool:
        """Whether nothing but the wording of reports changed."""
        alone = bool(self.changed) and all(each.prose_alone for each in self.changed)
        return alone and not (self.new or self._is_more_than_changed)

    @property
    def is_empty(self) -> bool:
        """Whether the change touches nothing that this audience can see."""
        return not (self.new or self.changed or self._is_more_than_changed)

    @property
    def _is_more_than_changed(self) -> bool:
        unread = self.unread
        return bool(
            self.gone or unread.reports or unread.others or unread.in_base or self.shared or self.coverage.is_changed
        )
