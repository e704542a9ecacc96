"""Questions for the review, made from what a report does not tell yet: each asks *how* or *what*, never *why*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterword.findings.finding import Finding
from afterword.index.guarding import report_guard
from afterword.index.index import Index
from afterword.model.durations import describe
from afterword.model.factors import ContributingFactor
from afterword.model.measures import measure_timeline, rolled_back_before_snapshot
from afterword.model.report import Report
from afterword.pages.words import label

_LONG = "time_to_detect"
MOST = 24
"""Questions that a meeting can hold; the rest is counted."""


@dataclass(frozen=True)
class Question:
    """One question, and from what it was made."""

    text: str
    because: str


def questions_of(report: Report, index: Index, findings: Iterable[Finding]) -> tuple[Question, ...]:
    """The questions in the order of a meeting: what happened, how it came about, what changes; each once."""
    found = [
        *_of_behaviour(report),
        *_of_timeline(report),
        *_of_silent_checks(report),
        *_of_factors(report, index),
        *_of_remediations(report, index),
        *_of_evidence(report, index),
        *_of_findings(findings),
    ]
    return tuple({each.text: each for each in found}.values())


def _of_behaviour(report: Report) -> Iterator[Question]:
    told = report.front.behaviour
    if told is None or told.observed is None:
        yield Question("What was seen, and what was expected instead?", "`behaviour` is not told yet")
        return
    if told.failing is None or told.sampled is None:
        yield Question("How often did it happen, and how could it be counted?", "the gap is not counted")
    if told.reproducible in {None, "unknown"}:
        yield Question("What brings it about again, and what does not?", "nobody has told whether it can be repeated")


def _of_timeline(report: Report) -> Iterator[Question]:
    kinds = {entry.kind for entry in report.front.timeline}
    for entry in report.front.timeline:
        if entry.unknown_because and entry.kind:
            yield Question(
                f"How could it still be found out when this was: {label(entry.kind)}?",
                f"it is unknown: {entry.unknown_because}",
            )
    if not kinds & {"introduced", "reached_production"}:
        yield Question(
            "What had changed before it began, and how did that come to reach people?", "the timeline has no beginning"
        )
    for measure in measure_timeline(report.front.timeline):
        if measure.name == _LONG and measure.value is not None and measure.value.low.total_seconds() > 0:
            length = describe(measure.value)
            yield Question(
                "What did an ordinary day look like until it was noticed, and what told everybody that it was fine?",
                f"{measure.title.lower()}: {length}",
            )
    if rolled_back_before_snapshot(report.front.timeline, is_lost=report.is_state_lost):
        yield Question(
            "What would somebody have needed at hand to save the state before it was changed back?",
            "the state was changed back before it was saved",
        )


def _of_silent_checks(report: Report) -> Iterator[Question]:
    for entry in report.front.timeline:
        if entry.kind != "alert_missed":
            continue
        name = entry.signal or "the signal"
        how = f" ({label(entry.missed_because)})" if entry.missed_because else ""
        yield Question(
            f"How did {name} come to stay quiet{how}, and what had it shown until then?", "a check stayed silent"
        )
        if not entry.would_have_seen:
            yield Question(
                f"What would have made {name} speak, and to whom?", "nobody has told what would have shown it"
            )


def _of_factors(report: Report, index: Index) -> Iterator[Question]:
    entries = report.front.contributing_factors
    if not entries:
        yield Question("What had to be true for this to reach anybody?", "no contributing factor is named yet")
        return
    terms = index.view.vocabulary.factor_by_id
    sides = {terms[each.factor].side for each in entries if each.factor and each.factor in terms}
    if len(sides) == 1 and not report.front.single_sided:
        other = "organisational" if "technical" in sides else "technical"
        yield Question(f"What stood on the {other} side on that day?", f"all factors are {next(iter(sides))}")
    for entry in entries:
        name = _title(entry, index)
        if entry.confidence == "potential":
            yield Question(f"What would show whether this was part of it: {name}?", f"{entry.id} is potential")
    names = "; ".join(dict.fromkeys(_title(entry, index) for entry in entries))
    yield Question(f"Where else is this true today: {names}?", "what is named here may hold elsewhere too")
    for repeat in index.history.repeats_of(report):
        if repeat.earlier:
            count = len(repeat.earlier)
            told = "an earlier report" if count == 1 else f"{count} earlier reports"
            title = terms[repeat.factor_id].title if repeat.factor_id in terms else repeat.factor_id
            yield Question(
                f"How did this stay as it was since the last time: {title}?",
                f"{told} on this system names it too" if count == 1 else f"{told} on this system name it too",
            )


def _of_remediations(report: Report, index: Index) -> Iterator[Question]:
    front = report.front
    addressed = {name for each in front.remediations if each.status != "declined" for name in front.addressed_by(each)}
    for entry in front.contributing_factors:
        if entry.id not in addressed and entry.accepted_risk is None:
            yield Question(
                f"What could change about this, and which team could change it: {_title(entry, index)}?",
                f"no remediation addresses {entry.id}",
            )
    for each in front.remediations:
        if each.status not in {"proposed", "declined"} and not each.success_check:
            yield Question(
                f"How will it be seen that this works: {each.title or each.id}?", f"{each.id} has no success check"
            )
    uses = index.remediations_of(report)
    # Of a kind that nobody knows it cannot be said what it rests on.
    kept = [use for use in uses if use.status != "declined"]
    if uses and all(use.strength for use in kept) and not any(use.is_technical for use in kept):
        yield Question(
            "What would hold even if nobody remembered this meeting?",
            "every remediation rests on people remembering it",
        )


def _of_evidence(report: Report, index: Index) -> Iterator[Question]:
    if not report.front.evidence:
        yield Question("What would we have liked to look at and could not?", "no evidence is listed")
    if report.kind != "exercise" and not report_guard(report, index.view).cases:
        yield Question("Which input would have shown it before the release?", "there is no eval case")


def _of_findings(findings: Iterable[Finding]) -> Iterator[Question]:
    """Findings on wording ask already, with the words of the sentence; the others are told as what is open."""
    for each in findings:
        if each.category == "wording" and "?" in each.hint:
            question = each.hint[: each.hint.rindex("?") + 1]
            yield Question(question[:1].upper() + question[1:], f"line {each.span.line}: {each.message}")


def _title(entry: ContributingFactor, index: Index) -> str:
    term = index.view.vocabulary.factor_by_id.get(entry.factor or "")
    return term.title if term else entry.factor or entry.id or "a factor without a name"
