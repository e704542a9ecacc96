"""A report as a digest tells it: what happened, how it came about, what changes."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.digest.content.for_people import impact_lines, what_holds_now
from afterword.digest.content.plain_texts import line, sentences
from afterword.digest.selection import New
from afterword.digest.source import Source, published_on
from afterword.digest.view import Cause, Item, Link
from afterword.feeds.of_report import page_address, title_line
from afterword.model.factors import ContributingFactor
from afterword.model.report import Report
from afterword.pages.words import capital, label, say_partial, system_words

WORDS_OF_SUMMARY = 90
WORDS_OF_HOW = 40


def report_item(new: New, source: Source) -> Item:
    """The report in the words of the edition: the brief says what it meant for people in place of the details."""
    report, brief = new.report, source.choice.brief
    front = report.front
    causes = [each for each in front.contributing_factors if each.factor]
    changes = [each for each in front.remediations if each.status != "declined" and line(each.title)]
    return Item(
        id=report.id,
        kind=report.kind,
        headline=headline(report),
        address=page_address(report, source.facts),
        published_on=published_on(report),
        late_from=str(new.late_from) if new.late_from else "",
        facts=tuple(_facts(report, source)),
        severity=report.severity,
        public_sources=report.is_public_sources,
        happened=sentences(front.plain_summary or front.description, WORDS_OF_SUMMARY),
        stopped_by=line(front.near_miss.caught_by) if front.near_miss else "",
        causes=tuple(_cause(each, source, brief=brief) for each in causes),
        changes=tuple(line(each.title) for each in changes),
        takeaway=line(front.digest.takeaway) if front.digest else "",
        impact=tuple(impact_lines(report)) if brief else (),
        trade_off=line(front.trade_off) if brief else "",
        for_people=what_holds_now(report, source) if brief else "",
    )


def headline(report: Report) -> str:
    """Its own headline for digests, else its title; its id where nothing of that is seen."""
    words = report.front.digest
    return (line(words.headline) if words else "") or title_line(report)


def report_ref(report: Report, source: Source) -> Link:
    """The report under its headline."""
    return Link(title=headline(report), address=page_address(report, source.facts))


def _facts(report: Report, source: Source) -> Iterator[str]:
    """Kind and severity, system, and when it happened."""
    said = capital(label(report.kind))
    if report.severity:
        said += f", could have been {report.severity}" if report.kind == "near_miss" else f", {report.severity}"
    yield said
    if report.front.system and (name := line(system_words(report.front.system.name or "", source.index))):
        yield name
    if report.date is not None:
        yield f"happened {'on' if report.date.precision == 'day' else 'in'} {say_partial(report.date)}"


def _cause(each: ContributingFactor, source: Source, *, brief: bool) -> Cause:
    known = source.index.view.vocabulary.factor_by_id.get(each.factor or "")
    return Cause(
        title=line(known.title if known else each.factor),
        address=f"{source.facts.url}factors/{known.id}/" if known else "",
        side=known.side if known else None,
        how="" if brief else sentences(each.how, WORDS_OF_HOW),
    )
