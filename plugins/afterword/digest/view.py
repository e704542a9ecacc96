"""What a digest says, before any form of it is written: the view model, which `digest.json` is, version 1.

Every text is plain: nothing in it is markup, and each form escapes it for itself. Every address is absolute. No person
is named: authors, reviewers and roles of people have no place here.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from afterword.model.choices import Audience, CaseKind, CaseStatus, Kind, Severity, Side, Status


class Part(BaseModel):
    """A closed, frozen group of values."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Site(Part):
    """The site that the digest belongs to."""

    name: str = Field(description="Its name.")
    url: str = Field(description="Its address with a closing slash.")
    zone: str = Field(description="The IANA time zone of weeks and days.")


class Edition(Part):
    """For whom it is made. Without team and system it is the edition of the whole site."""

    audience: Audience = Field(description="Who may read it: nothing narrower is in it, counts included.")
    brief: bool = Field(description="Whether it is the brief, the short form for readers outside engineering.")
    team: str = Field("", description="The team whose reports and remediations alone it tells; empty for all.")
    system: str = Field("", description="The system whose reports and remediations alone it tells; empty for all.")
    key: str = Field(description="The edition in ASCII, as the ledger and file names know it, such as `company`.")


class Span(Part):
    """The weeks that it tells."""

    weeks: tuple[str, ...] = Field(description="The ISO weeks, earliest first, such as `2026-W47`.")
    label: str = Field(description="The same in one line of ASCII, such as `2026-W45 to 2026-W47`.")
    first_day: date = Field(description="The first day of the first week.")
    last_day: date = Field(description="The last day of the last week.")
    begins: datetime = Field(description="The first moment of the first week, with its offset.")
    ends: datetime = Field(description="The first moment after the last week, with its offset: the digest's today.")


class Counts(Part):
    """The figures of the head: how many there are in the digest, before any form leaves anything out."""

    incidents: int = Field(description="New reports of incidents.")
    near_misses: int = Field(description="New reports of near misses.")
    exercises: int = Field(description="New reports of exercises.")
    updated: int = Field(description="Reports with updates, none of which corrects anything.")
    corrected: int = Field(description="Reports with a correction.")
    done: int = Field(description="Remediations that were done, verified or declined.")
    due: int = Field(description="Open remediations that are due within 14 days.")
    overdue: int = Field(description="Open remediations that are past their due date.")

    @property
    def new(self) -> int:
        """New reports of all kinds."""
        return self.incidents + self.near_misses + self.exercises


class Link(Part):
    """A title and where it leads."""

    title: str = Field(description="What stands there, as plain text.")
    address: str = Field(description="An absolute address.")


class Cause(Part):
    """One contributing factor of one report."""

    title: str = Field(description="The factor's title in the vocabulary.")
    address: str = Field(description="The factor's page; empty for one that the vocabulary does not hold.")
    side: Side | None = Field(description="Whether it is technical or organisational; null where that is not known.")
    how: str = Field(description="How it fed in, in the report's own words: whole sentences, few.")


class Item(Part):
    """One report as a digest tells it, in plain language first."""

    id: str = Field(description="The report's id.")
    kind: Kind = Field(description="Whether it is an incident, a near miss or an exercise.")
    headline: str = Field(description="Its headline, else its title.")
    address: str = Field(description="Its page.")
    published_on: date = Field(description="The day of its publication.")
    late_from: str = Field("", description="The week that it was missing from, such as `2026-W45`; empty otherwise.")
    facts: tuple[str, ...] = Field(description="What it is, in a few words each: kind and severity, system, date.")
    severity: Severity | None = Field(description="How severe it was, of a near miss how severe it could have been.")
    public_sources: bool = Field(description="Whether it was written from public sources on somebody else's system.")
    happened: str = Field(description="What happened, in plain language.")
    stopped_by: str = Field("", description="Of a near miss what stopped it; empty otherwise.")
    causes: tuple[Cause, ...] = Field(description="How it came about, in the order of the report.")
    changes: tuple[str, ...] = Field(description="What changes: the titles of its remediations but declined ones.")
    takeaway: str = Field(description="What to take along, in a sentence; empty where nothing says it.")
    impact: tuple[str, ...] = Field((), description="The brief alone: what it meant for people, a sentence each.")
    trade_off: str = Field("", description="The brief alone: what was gained by the choice, and what is not promised.")
    for_people: str = Field("", description="The brief alone: what changes for those who use the system.")


class Pick(Part):
    """The report of the week."""

    item: Item = Field(description="The report, which stands in no other list of the digest.")
    because: str = Field(description="How it was chosen, in a few words.")


class Update(Part):
    """One change of a report that was told before."""

    day: date = Field(description="The day of the change in the site's zone.")
    what: str = Field(description="What was changed.")
    correction: bool = Field(description="Whether something published earlier was wrong.")
    late_from: str = Field("", description="The week that it was missing from; empty otherwise.")


class Changed(Part):
    """A report with its changes, the earliest first."""

    report: Link = Field(description="The report.")
    kind: Kind = Field(description="Whether it is an incident, a near miss or an exercise.")
    updates: tuple[Update, ...] = Field(description="What was changed.")

    @property
    def is_corrected(self) -> bool:
        """Whether any of the changes corrects something."""
        return any(each.correction for each in self.updates)


class Action(Part):
    """One remediation of our own."""

    title: str = Field(description="What changes.")
    address: str = Field(description="Its place on the report's page.")
    report: Link = Field(description="The report that it belongs to.")
    status: Status = Field(description="How far it was when the period ended.")
    day: date | None = Field(description="The day it is due, of a closed one the day it was closed; null if unknown.")
    days: int | None = Field(description="Of an open one days until it is due, negative for overdue; null otherwise.")
    note: str = Field("", description="More to say of it, such as why it was declined; empty for nothing.")


class TeamWork(Part):
    """The remediations of one team."""

    team: str = Field(description="The team; empty for those without an owner team.")
    address: str = Field(description="The team's page; empty where there is none.")
    done: tuple[Action, ...] = Field(description="Done, verified or declined in the period, the earliest first.")
    due: tuple[Action, ...] = Field(description="Open and due within 14 days after the period, the nearest first.")
    overdue: tuple[Action, ...] = Field(description="Open and past the due date, the oldest first.")
    more_due: int = Field(0, description="How many more are due than are listed.")
    more_overdue: int = Field(0, description="How many more are overdue than are listed.")


class Drifted(Part):
    """A remediation of which its report and its tracker say different things since a day of this period."""

    title: str = Field(description="What changes.")
    address: str = Field(description="Its place on the report's page.")
    report: Link = Field(description="The report that it belongs to.")
    day: date = Field(description="The day from which on they differ.")
    words: str = Field(description="How they differ, in words.")


class Cohort(Part):
    """Remediations by the month, or of long ago by the year, in which their reports were published."""

    label: str = Field(description="The month or year in words, such as `March 2026`.")
    opened: int = Field(description="How many were opened in it.")
    left: int = Field(description="How many of them were open when the period ended.")
    change: int | None = Field(description="How many more than when the period began, negative for fewer; null if new.")


class Recurring(Part):
    """A contributing factor of this period's reports that stood in earlier ones too."""

    title: str = Field(description="The factor's title.")
    address: str = Field(description="The factor's page.")
    reports: int = Field(description="In how many reports it stands by now.")
    new: tuple[Link, ...] = Field(description="This period's reports that name it.")
    open: int = Field(description="How many remediations of our own for it are open.")
    oldest_days: int | None = Field(description="For how many days the oldest of those has been open; null for none.")
    came_back: bool = Field(description="Whether it stands in a report of a system after a fix for it there.")


class Case(Part):
    """A new eval case."""

    title: str = Field(description="What must hold.")
    address: str = Field(description="Its place on the report's page.")
    report: Link = Field(description="The report that it was made from.")
    kind: CaseKind | None = Field(description="What sort of test it is.")
    status: CaseStatus = Field(description="How far it is.")
    blocking: bool = Field(description="Whether a failing case stops a release.")


class Cases(Part):
    """New eval cases, and how far all reports are covered."""

    new: tuple[Case, ...] = Field(description="The cases of this period's new reports.")
    covered: int = Field(description="How many reports have a committed case.")
    total: int = Field(description="How many reports are counted for that.")


class Clock(Part):
    """A notice to an authority that is due, or the duty to give one that is not decided."""

    regime: str = Field(description="The law or contract in words.")
    report: Link = Field(description="The report that it belongs to.")
    decided: bool = Field(description="Whether it is decided that the duty applies.")
    due: date | None = Field(description="The day on which the notice is due; null if unknown.")
    due_words: str = Field(description="The same in words, with the time where one is known; empty if unknown.")
    days: int | None = Field(description="Days until then, negative for overdue; null if unknown.")


class Earlier(Part):
    """A report of something that happened in these days of an earlier year."""

    year: int = Field(description="The year.")
    report: Link = Field(description="The report.")
    takeaway: str = Field(description="What to take along, in a sentence; empty where nothing says it.")


class Explained(Part):
    """A term of the glossary that the digest uses."""

    term: str = Field(description="The term.")
    meaning: str = Field(description="What it means, in plain words.")


class Note(Part):
    """For the page of an older digest: what has become known since about a report that it told."""

    day: date = Field(description="The day on which that was told.")
    report: Link = Field(description="The report.")
    what: str = Field(description="What was corrected, or that the report was replaced.")


class Digest(Part):
    """One digest of one edition, in the order of its forms. A section without content is empty and left out there."""

    version: Literal[1] = 1
    site: Site
    edition: Edition
    span: Span
    address: str = Field(description="The page of the same digest.")
    subject: str = Field(description="The message's subject, in ASCII: the weeks and the counts, and no words typed.")
    teaches: str = Field(description="What this week teaches, in a sentence.")
    counts: Counts
    pick: Pick | None = Field(description="The report of the week; null where nothing new was published.")
    new: tuple[Item, ...] = Field(description="New reports of incidents and exercises beside the pick, newest first.")
    near_misses: tuple[Item, ...] = Field(description="New reports of near misses beside the pick, newest first.")
    changed: tuple[Changed, ...] = Field(description="Updated and corrected reports, corrections first.")
    work: tuple[TeamWork, ...] = Field(description="Remediations by team, by name, those without a team last.")
    drift: tuple[Drifted, ...] = Field((), description="Where report and tracker differ since this period.")
    cohorts: tuple[Cohort, ...] = Field(description="Remediations left by month, newest first.")
    recurring: tuple[Recurring, ...] = Field(description="Factors that recur, the most frequent first.")
    cases: Cases | None = Field(description="New eval cases and coverage; null where there is no new case.")
    clocks: tuple[Clock, ...] = Field(description="Reporting clocks that run, the most urgent first.")
    earlier: tuple[Earlier, ...] = Field(description="From these days in earlier years, the nearest year first.")
    terms: tuple[Explained, ...] = Field((), description="The brief alone: terms of the glossary that it uses.")
    contribute: tuple[Link, ...] = Field(description="How to contribute: where to start.")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was published, changed or finished in the period: there is a page, and no message."""
        counts = self.counts
        return not (counts.new or counts.updated or counts.corrected or counts.done)
