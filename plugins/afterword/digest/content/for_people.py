"""The brief's own words on a report: what it meant for people, and what holds for them from now on."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.digest.content.plain_texts import line
from afterword.digest.source import Source
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.pages.report_facts import say_money, say_people
from afterword.pages.words import say_day, sentence

_HARM = {
    "occurred": "People were harmed or disadvantaged.",
    "averted": "No harm reached anyone.",
    "unknown": "Whether anyone was harmed is not known.",
}


def impact_lines(report: Report) -> Iterator[str]:
    """A sentence each: harm, how many people, who more than others, what it cost, and what is not known."""
    impact = report.front.impact
    if impact is None:
        return
    if impact.harm is not None:
        yield _HARM[impact.harm]
    if people := say_people(impact):
        yield f"People affected: {people}."
    if groups := line(impact.groups):
        yield f"Affected more than others: {sentence(groups)}"
    if money := line(say_money(impact)):
        yield f"Cost: {money}."
    for each in impact.unknowns:
        if text := line(each):
            yield f"Not known: {sentence(text)}"


def what_holds_now(report: Report, source: Source) -> str:
    """Whether it has stopped, and what those who use the system can count on."""
    said = []
    resolved, stopped = _day(report, source, "resolved"), _day(report, source, "mitigated")
    if resolved:
        said.append(f"Resolved on {resolved}.")
    elif stopped:
        said.append(f"Stopped on {stopped}; a lasting change is not reported yet.")
    expected = line(report.front.behaviour.expected) if report.front.behaviour else ""
    if expected:
        said.append(f"What should hold: {sentence(expected)}")
    return " ".join(said)


def _day(report: Report, source: Source, kind: str) -> str:
    """The day of the last such entry of the timeline, in words; empty where no day is told."""
    entries = [each for each in report.front.timeline if each.kind == kind and _has_day(each)]
    if not entries or entries[-1].at is None:
        return ""
    return say_day(entries[-1].at.earliest.astimezone(source.zone).date())


def _has_day(entry: TimelineEntry) -> bool:
    return entry.at is not None and entry.at.precision in {"minute", "hour", "day"}
