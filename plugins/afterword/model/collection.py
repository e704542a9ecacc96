"""All reports of one repository, and the one place where they are narrowed to an audience."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from functools import cached_property
from typing import TypeVar

from afterword.model.approvals import Approvals
from afterword.model.audience import is_shown_to, narrowest
from afterword.model.body import Body
from afterword.model.choices import Audience, Lifecycle
from afterword.model.eval_case import Check, EvalCase
from afterword.model.eval_state import EvalState
from afterword.model.evidence import Evidence
from afterword.model.evidence_file import EvidenceFile
from afterword.model.followed import with_current_terms
from afterword.model.front_matter import FrontMatter
from afterword.model.glossary import Glossary
from afterword.model.remediation import Remediation
from afterword.model.replay import Replay
from afterword.model.report import Report
from afterword.model.slugs import slug_of
from afterword.model.systems import Systems
from afterword.model.timeline import TimelineEntry
from afterword.model.tracker_state import TrackerState
from afterword.model.tree import DataProblem, StrayFile
from afterword.model.vocabulary import Vocabulary

_Replayed = TypeVar("_Replayed", TimelineEntry, Remediation)
PREVIEWED: frozenset[Lifecycle] = frozenset({"draft", "in-review"})
"""Steps that are seen in previews alone."""


@dataclass(frozen=True)
class Collection:
    """Every report that was read, whoever may read it. Only rules take this; outputs take `AudienceView`."""

    reports: tuple[Report, ...]
    vocabulary: Vocabulary
    systems: Systems = field(default_factory=Systems)
    tracker_state: TrackerState | None = None
    eval_state: EvalState = field(default_factory=EvalState)
    approvals: Approvals = field(default_factory=Approvals)
    evidence_files: Mapping[str, EvidenceFile] = field(default_factory=dict)
    strays: tuple[StrayFile, ...] = ()
    data_problems: tuple[DataProblem, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    pages: frozenset[str] = frozenset()
    """Paths below the documents folder of the pages and assets that people put there."""
    prose: tuple[Report, ...] = ()
    """Files that are no reports, of which only the wording is judged; no output shows them."""
    zone: tzinfo = UTC
    """The zone of times without an offset."""

    @cached_property
    def by_id(self) -> Mapping[str, Report]:
        """Reports by id; of two with one id the first in the order of paths."""
        return {report.id: report for report in reversed(self.reports)}

    @cached_property
    def followed(self) -> tuple[Report, ...]:
        """The reports with what took the place of retired ids, so that no page waits until they are written anew."""
        if not self.vocabulary.retired_factors and not self.vocabulary.retired_kinds:
            return self.reports
        return tuple(with_current_terms(report, self.vocabulary) for report in self.reports)

    def without(self, paths: Iterable[str]) -> Collection:
        """The collection without the reports at `paths`, for a view that leaves out broken ones."""
        left_out = frozenset(paths)
        return replace(self, reports=tuple(report for report in self.reports if report.path not in left_out))

    def without_unused_terms(self, audience: Audience) -> Collection:
        """The collection without the organisation's own terms that no report for `audience` names.

        For outsiders: its vocabulary was written for its own readers, like everything else that names no audience.
        """
        used = _terms(report for report in self.followed if _is_shown(report, audience, preview=False))
        factors = tuple(each for each in self.vocabulary.factors if not each.id.startswith("x-") or each.id in used)
        kinds = tuple(each for each in self.vocabulary.kinds if not each.id.startswith("x-") or each.id in used)
        return replace(self, vocabulary=replace(self.vocabulary, factors=factors, kinds=kinds))

    def for_audience(self, audience: Audience, *, preview: bool = False) -> AudienceView:
        """What a site built for `audience` may show: nothing narrower, and drafts only in a preview.

        Reports are dropped or narrowed here, once; whatever is made from the view cannot show more by forgetting.
        """
        shown = [report for report in self.followed if _is_shown(report, audience, preview=preview)]
        ids = frozenset(report.id for report in shown)
        narrowed = tuple(sorted((_narrow(report, audience, ids) for report in shown), key=lambda r: r.id))
        vocabulary = _narrow_vocabulary(self.vocabulary, self.followed, narrowed)
        unread = (report for report in self.reports if not _may_read(report, audience))
        return AudienceView(
            audience=audience,
            preview=preview,
            reports=narrowed,
            vocabulary=vocabulary,
            systems=self.systems.narrowed(audience, _systems(narrowed), _systems(unread), vocabulary.factor_by_id),
            tracker_state=self.tracker_state,
            eval_state=self.eval_state.narrowed(report.id for report in narrowed),
            approvals=self.approvals.narrowed(report.id for report in narrowed),
            evidence_files=_published_files(narrowed, audience, self.evidence_files),
            glossary=self.glossary.narrowed(audience),
            zone=self.zone,
        )


@dataclass(frozen=True)
class AudienceView:
    """The reports that one audience may read, narrowed to what it may read of them, sorted by id."""

    audience: Audience
    preview: bool
    reports: tuple[Report, ...]
    vocabulary: Vocabulary
    systems: Systems
    tracker_state: TrackerState | None
    evidence_files: Mapping[str, EvidenceFile]
    glossary: Glossary = field(default_factory=Glossary)
    eval_state: EvalState = field(default_factory=EvalState)
    """Recorded runs of the cases of these reports, and of no other."""
    approvals: Approvals = field(default_factory=Approvals)
    zone: tzinfo = UTC

    @cached_property
    def by_id(self) -> Mapping[str, Report]:
        """Reports by id."""
        return {report.id: report for report in self.reports}


def _terms(reports: Iterable[Report]) -> frozenset[str | None]:
    factors = {each.factor for report in reports for each in report.front.contributing_factors}
    kinds = {each.kind for report in reports for each in report.front.remediations}
    return frozenset(factors | kinds)


def _systems(reports: Iterable[Report]) -> frozenset[str]:
    """The systems that the reports name, by their names in addresses."""
    found = (report.front.system for report in reports)
    names = (name for system in found if system is not None for name in (system.name, *system.also_affected))
    return frozenset(slug_of(name) for name in names if name)


def _narrow_vocabulary(vocabulary: Vocabulary, reports: tuple[Report, ...], shown: tuple[Report, ...]) -> Vocabulary:
    """The vocabulary without the organisation's own terms that stand in unseen reports alone: they tell of those."""
    unseen = {each for each in _terms(reports) - _terms(shown) if each is not None and each.startswith("x-")}
    return Vocabulary(
        tuple(factor for factor in vocabulary.factors if factor.id not in unseen),
        tuple(kind for kind in vocabulary.kinds if kind.id not in unseen),
    )


def _is_shown(report: Report, audience: Audience, *, preview: bool) -> bool:
    return _may_read(report, audience) and (preview or report.lifecycle not in PREVIEWED)


def _may_read(report: Report, audience: Audience) -> bool:
    """Whether `audience` may read the report once it is published."""
    if report.audience is None or report.is_unreadable or report.held_for:
        return False
    return is_shown_to(report.audience, audience)


def _narrow(report: Report, audience: Audience, ids: frozenset[str]) -> Report:
    """The report as `audience` may read it: withdrawn texts, narrower evidence and links to unseen reports go."""
    front = report.front
    if report.lifecycle == "withdrawn":
        return _tombstone(report)
    return report.with_fields(
        related=tuple(other for other in front.related if other in ids),
        supersedes=tuple(other for other in front.supersedes if other in ids),
        suppress=(),
        evidence=tuple(_narrow_evidence(entry, report, audience) for entry in front.evidence),
        timeline=tuple(_narrow_replay(entry, report, audience) for entry in front.timeline),
        remediations=tuple(_narrow_replay(entry, report, audience) for entry in front.remediations),
        eval_cases=_narrow_cases(report, audience),
    )


def _tombstone(report: Report) -> Report:
    front = report.front
    hidden = front.withdrawn is not None and front.withdrawn.hide_title is True
    stub = FrontMatter(
        kind=front.kind,
        lifecycle="withdrawn",
        origin=front.origin,
        title=None if hidden else front.title,
        withdrawn=front.withdrawn,
        published_on=front.published_on,
        aliases=front.aliases,
    )
    body = Body(text="", first_line=1, headings=(), links=(), blocks=(), html=(), attributes=(), suppressions=())
    return Report(
        report.id, report.source, report.place, stub, body, report.audience, {}, {}, frozenset(), report.problems
    )


def evidence_access(entry: Evidence, report: Report) -> Audience:
    """Who may read one piece of evidence: its `access`, else the report's audience, and never wider than that."""
    of_report = report.audience or "restricted"
    return of_report if entry.access is None else narrowest(entry.access, of_report)


def _narrow_evidence(entry: Evidence, report: Report, audience: Audience) -> Evidence:
    access = evidence_access(entry, report)
    if is_shown_to(access, audience):
        return entry
    return Evidence(id=entry.id, kind=entry.kind, sha256=entry.sha256, access=access)


def _narrow_replay(entry: _Replayed, report: Report, audience: Audience) -> _Replayed:
    """The event or remediation; of a replay on narrower evidence nothing is left but which evidence it is."""
    if entry.replay is None or entry.replay.evidence not in _narrower(report, audience):
        return entry
    return entry.model_copy(update={"replay": Replay(evidence=entry.replay.evidence)})


def _narrower(report: Report, audience: Audience) -> frozenset[str | None]:
    """Ids of the evidence that `audience` may not read."""
    shown = ((entry.id, evidence_access(entry, report)) for entry in report.front.evidence)
    return frozenset(name for name, access in shown if not is_shown_to(access, audience))


def _narrow_cases(report: Report, audience: Audience) -> tuple[EvalCase, ...]:
    """Text that came from narrower evidence appears only with an approved redaction; checks and references quote it."""
    redaction = report.front.redaction
    if redaction is not None and redaction.is_approved and redaction.level in {"partial", "full"}:
        return report.front.eval_cases
    narrower = _narrower(report, audience)
    return tuple(
        case
        if not narrower.intersection(case.evidence_used)
        else case.model_copy(
            update={
                "input": None,
                "recorded_outputs": (),
                "variants": tuple(
                    variant.model_copy(update={"vars": {}, "recorded_outputs": ()}) for variant in case.variants
                ),
                "checks": tuple(Check(type=check.type, metric=check.metric) for check in case.checks),
                "reference_output": None,
            }
        )
        for case in report.front.eval_cases
    )


def _published_files(
    reports: tuple[Report, ...], audience: Audience, files: Mapping[str, EvidenceFile]
) -> Mapping[str, EvidenceFile]:
    """Files that an entry of a shown report names, that fit the audience, and whose digest is the entry's."""
    published: dict[str, EvidenceFile] = {}
    for report in reports:
        for entry in report.front.evidence:
            found = files.get(entry.uri) if entry.uri else None
            if found is None or found.address is None or not found.uri.startswith(f"evidence/{report.id}/"):
                continue
            if entry.removed is not None:
                continue  # a file that lies there again was not decided upon again
            if found.address != found.uri and found.address in files:
                continue  # the address is another file's own
            if is_shown_to(evidence_access(entry, report), audience) and entry.sha256 == found.sha256:
                published[found.uri] = found
    return dict(sorted(published.items()))
