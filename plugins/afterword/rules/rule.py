"""What a rule is, what it is given, and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from afterword.evals.collection import SelfChecks
from afterword.evals.tables import Tables
from afterword.findings.finding import Finding
from afterword.link.graph import Graph
from afterword.link.recurrence import History
from afterword.model.choices import Audience
from afterword.model.collection import Collection
from afterword.model.gates import Gates
from afterword.model.problem import Fix, ProblemKind
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.settings import Level, Settings
from afterword.model.span import Path, Span
from afterword.replay.files import SeriesFiles
from afterword.replay.replays import Replays
from afterword.sensitive.match import Match

FIRST_EDITION = date(2025, 1, 1)
"""`since` of the rules that came with the first edition. A later rule names the day on which it came."""


@dataclass(frozen=True)
class Context:
    """What every rule may look at beside the report: all reports, their graph, the gates and the settings."""

    project: Project
    collection: Collection
    graph: Graph
    gates: Gates
    today: date

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.project.settings

    @cached_property
    def self_checks(self) -> SelfChecks:
        """What the self-check says of the eval cases of each report, tried where a rule asks for it and then kept."""
        return SelfChecks(Tables(self.collection.evidence_files))

    @cached_property
    def replays(self) -> Replays:
        """What the replays of each report give, reckoned where a rule asks for it and then kept."""
        return Replays(SeriesFiles(self.collection.evidence_files), self.collection.zone)

    @cached_property
    def histories(self) -> dict[Audience, History]:
        """What earlier reports tell, by whom they are told; a rule of the collection fills it where it is asked for."""
        return {}

    @cached_property
    def scans(self) -> dict[str, tuple[Match, ...]]:
        """What was found in a text, by the report's path or the file's digest, so that each is looked through once."""
        return {}

    def needs(self, report: Report) -> frozenset[str]:
        """All requirements that hold for `report` at its step."""
        return frozenset(self.gates.required(report.gate_column, report.lifecycle))


@dataclass(frozen=True)
class Hit:
    """What a rule yields: the message, and the field or the place that it is about.

    Attributes:
        message: what is wrong.
        field: the path of the field it is about; empty where it is about the body or the whole file.
        span: where it stands; without it where `field` stands.
        hint: the cure.
        match: the text it is about.
        why: what is lost without the cure.
        fix: the mechanical cure, where there is one.
        path: the file, where it is not the report's own.
        level: how serious this one is in a published report, where that differs from the rule's own level.
    """

    message: str
    field: Path = ()
    span: Span | None = None
    hint: str = ""
    match: str = ""
    why: str = ""
    fix: Fix | None = None
    path: str | None = None
    level: Level | None = None


ReportCheck = Callable[[Report, Context], Iterator[Hit]]
CollectionCheck = Callable[[Context], Iterator[Hit]]
Gather = Callable[[Iterable[Finding], Report], list[Finding]]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        code: its stable code.
        name: its stable name in kebab-case.
        doc: its manual, in Markdown; the first paragraph says what it finds.
        check: looks at one report, all problems of which it gets (`None` for a rule on the collection).
        check_all: looks at the collection; every hit names its `path`.
        level: how serious it is in a published report.
        draft_level: how serious it is in a draft and in review, where that differs; `off` for not at all.
        since: the day on which it came.
        reads: the kinds of reading problems that it reports; such a rule also looks at unreadable files.
        handles: the requirements of the gate table that it judges.
        suppressible: whether a report may leave its findings standing.
        of_prose: whether the prose alone can break it, which an imported report keeps as it was: there it only warns,
            suppressible or not, since the page is made safe without the author.
        in_review_only: whether it asks while a report is in review, and is silent before and after.
        judges_prose: whether it also looks at files that are no reports, such as a README.
        mends: what `check --fix` does about its findings, in words; empty where it does nothing.
        apart: which findings are of another level, in words; empty where none is.
        gather: makes fewer findings of those in one file that are one thing to change; those left standing are not
            among them.
    """

    code: str
    name: str
    doc: str
    check: ReportCheck | None = None
    check_all: CollectionCheck | None = None
    level: Level = "error"
    draft_level: Level | Literal["off"] | None = None
    since: date = FIRST_EDITION
    reads: tuple[ProblemKind, ...] = ()
    handles: tuple[str, ...] = ()
    suppressible: bool = True
    of_prose: bool = False
    in_review_only: bool = False
    judges_prose: bool = False
    mends: str = ""
    apart: str = ""
    gather: Gather | None = None

    @property
    def summary(self) -> str:
        """The manual's first line, without its full stop."""
        return self.doc.strip().split("\n", 1)[0].strip().rstrip(".")

    @property
    def draft_words(self) -> str:
        """How serious its findings are in a draft and in review, in words; a rule that cannot be left never softens."""
        if self.in_review_only:
            return f"{self.level} in review"
        if self.draft_level is None or not self.suppressible:
            return self.level
        return "not judged yet" if self.draft_level == "off" else self.draft_level

    @property
    def published_words(self) -> str:
        """How serious its findings are in a published report, in words."""
        return "not judged" if self.in_review_only else self.level

    @property
    def all_levels(self) -> str:
        """The same, with which findings are of another level."""
        return f"{self.published_words}; {self.apart}" if self.apart else self.published_words

    @property
    def link(self) -> str:
        """The rule's page below the site's root."""
        return f"guide/rules/{self.code}/"


def problems_of(*kinds: ProblemKind) -> ReportCheck:
    """A check that tells the reader's problems of the given kinds as they are."""

    def check(report: Report, context: Context) -> Iterator[Hit]:
        for problem in report.problems:
            if problem.kind in kinds:
                yield Hit(problem.message, span=problem.span, hint=problem.hint, match=problem.match, fix=problem.fix)

    return check
