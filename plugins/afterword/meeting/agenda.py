"""Everything that one meeting needs, computed from the report, from what others tell and from the settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from afterword.findings.finding import Finding
from afterword.index.index import Index
from afterword.index.remediations import RemediationUse
from afterword.meeting.questions import MOST, Question, questions_of
from afterword.meeting.script import ground_rule, interruptions
from afterword.model.choices import SystemType
from afterword.model.report import Report
from afterword.pages.words import label

RELATED = 3
"""Related reports that are told of; a meeting reads no more."""
_GENERAL = ("who labelled or chose the data", "who wrote the prompt or the rules", "who answers customers")
_BY_TYPE: dict[SystemType, tuple[str, ...]] = {
    "rag": ("who writes and retires the documents", "who wrote the prompt", "who answers customers"),
    "agent": ("who grants its tools and permissions", "who approves what it does", "who answers customers"),
    "classifier": ("who labelled", "who set the threshold", "who handles what it rejects"),
    "ranking": ("who defines what counts as a good result", "who reads the metrics", "who is ranked by it"),
    "recommender": ("who defines what counts as a good result", "who reads the metrics", "who answers customers"),
    "forecast": ("who plans by its numbers", "who prepares the data", "who sees the outcome first"),
    "vision": ("who labelled the pictures", "who runs the cameras", "who handles what it rejects"),
    "speech": ("who labelled the recordings", "who hears the callers", "who answers customers"),
    "code-assistant": ("who reviews what it writes", "who grants its permissions", "who runs what it changed"),
    "pipeline": ("who owns what comes in", "who reads what comes out", "who is on call for it"),
}


@dataclass(frozen=True)
class Open:
    """A related report, and its remediations that are still open."""

    report: Report
    because: str
    remediations: tuple[RemediationUse, ...]


@dataclass(frozen=True)
class Agenda:
    """One meeting.

    Attributes:
        report: the report that it is about.
        ground_rule: what is read aloud first.
        questions: what is asked, in its order; `more_questions` counts those that had no room.
        interruptions: what is said when the talk drifts to a person, with what leads back.
        silent: signals that stayed quiet, each with the reason as far as it is told.
        related: related reports with what is open in them, best first.
        invite: disciplines that a review of this severity needs, each with whether the report has it.
        ask: roles that know what such a system hides from its engineers.
        open: findings that are no questions of wording, as they are told.
    """

    report: Report
    ground_rule: str
    questions: tuple[Question, ...]
    more_questions: int
    interruptions: tuple[tuple[str, str], ...]
    silent: tuple[tuple[str, str], ...]
    related: tuple[Open, ...]
    invite: tuple[tuple[str, str], ...]
    ask: tuple[str, ...]
    open: tuple[Finding, ...]


def make_agenda(report: Report, index: Index, findings: Iterable[Finding], disciplines: Sequence[str]) -> Agenda:
    """The agenda.

    Args:
        report: as its readers may read it.
        index: the answers for the same readers, drafts included.
        findings: what `check` finds in the report.
        disciplines: those that the settings ask for.
    """
    listed = tuple(findings)
    questions = questions_of(report, index, listed)
    kind = report.front.system.type if report.front.system else None
    return Agenda(
        report=report,
        ground_rule=ground_rule(),
        questions=questions[:MOST],
        more_questions=max(0, len(questions) - MOST),
        interruptions=interruptions(),
        silent=tuple(_silent(report)),
        related=tuple(_related(report, index)),
        invite=tuple(_invited(report, disciplines)),
        ask=_BY_TYPE.get(kind, _GENERAL) if kind else _GENERAL,
        open=tuple(each for each in listed if each.category != "wording"),
    )


def _silent(report: Report) -> Iterator[tuple[str, str]]:
    for entry in report.front.timeline:
        if entry.kind == "alert_missed":
            yield entry.signal or "a signal without a name", label(entry.missed_because) if entry.missed_because else ""


def _related(report: Report, index: Index) -> Iterator[Open]:
    from afterword.link.similar.because import describe_because

    for other in index.related.get(report.id, ())[:RELATED]:
        found = index.view.by_id.get(other.id)
        if found is not None:
            uses = index.remediations_of(found)
            still = tuple(use for use in uses if not use.is_closed and use.status != "proposed")
            yield Open(found, describe_because(other.because).replace("`", ""), still)


def _invited(report: Report, disciplines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What the report says of each discipline; every other role in it stands behind them."""
    there = {each.role: each for each in report.front.participants if each.role}
    for name in dict.fromkeys([*disciplines, *there]):
        entry = there.get(name)
        if entry is None:
            yield label(name), "to be invited"
        elif entry.absent_because:
            yield label(name), f"not there: {entry.absent_because}"
        else:
            yield label(name), f"{entry.count} invited" if entry.count else "invited"
