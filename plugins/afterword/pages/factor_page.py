"""The page of one contributing factor: what it is, how it showed itself, what was tried, whether it came back."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from afterword.index.beside import factors_beside, first_uses
from afterword.index.held import Trial, record_of
from afterword.index.index import FactorUse, Index
from afterword.index.named import Named, named_by
from afterword.index.recurrence import returns_of
from afterword.model.report import Report
from afterword.model.vocabulary import Factor
from afterword.pages.codes import outside_codes
from afterword.pages.entries import Entry, report_entry
from afterword.pages.escape import escape_text, render
from afterword.pages.factor_facts import factor_facts
from afterword.pages.factor_named import reports_words
from afterword.pages.factor_noticed import noticed_parts
from afterword.pages.factor_open import open_parts
from afterword.pages.factor_trend import factor_trend
from afterword.pages.held_lines import held_lines, record_words
from afterword.pages.kind_lines import kind_lines
from afterword.pages.marks import dotted, factor_chip, quiet, with_code
from afterword.pages.page import Page, SiteFacts
from afterword.pages.report_labels import BULK
from afterword.pages.return_lines import return_lines
from afterword.pages.trial_rows import MOST, SHOWN, trial_rows
from afterword.pages.words import counted, page_link, report_link, time_tag

BESIDE = 8
"""How many of the factors that are named beside it the page shows."""


def factor_feed_path(factor_id: str) -> str:
    """Where the feed of a factor lies below the site's root."""
    return f"factors/{factor_id}/feed.xml"


def render_factor(
    factor: Factor, group: tuple[str, str], trials: Sequence[Trial], index: Index, facts: SiteFacts
) -> Page:
    """The page of `factor`; `group` is its group in words and the group's anchor in the list of all."""
    path = f"factors/{factor.id}.md"
    uses = first_uses(index.by_factor.get(factor.id, ()))
    named = named_by(factor.id, index)
    trend = factor_trend(named, index)
    markdown = render(
        "factor.md.jinja",
        factor=factor,
        definition=with_code(factor.definition),
        group=group,
        feed=page_link("feed of this factor", factor_feed_path(factor.id), path) if facts.url else None,
        facts=factor_facts(factor, trials, index, path),
        trend=trend,
        reports=reports_words(uses, named, path),
        uses=[_use(use, index, path) for use in uses[:MOST]],
        older=[_short(use.report, path) for use in uses[MOST:]],
        shown=SHOWN,
        noticed=noticed_parts(factor.id, trials, index, path),
        kinds=kind_lines(trials, index, path),
        trials=trial_rows(trials[:MOST], index, path),
        untold=counted(len(trials) - MOST, "more remediation") if len(trials) > MOST else "",
        record=record_words(record_of(trials)),
        held=held_lines(trials[:MOST], path),
        returns=_unverified_returns(factor.id, index, path),
        open=open_parts(factor.id, trials, index, path),
        beside=_beside(factor.id, named, index, path),
        beside_older=len(named.taken_over),
        codes=outside_codes(factor),
        empty=not index.listed,
    )
    return Page(path, factor.title, markdown, factor.definition, drawings=_drawn(trend.drawing.svg))


def _use(use: FactorUse, index: Index, path: str) -> Entry:
    how = escape_text(use.factor.how) if use.factor.how else None
    entry = report_entry(use.report, index, path, how)
    said = BULK if use.report.labels else use.factor.confidence
    return Entry(entry.head, dotted((entry.meta, quiet(Markup(said)))), entry.texts)


def _short(report: Report, path: str) -> Markup:
    """A report by its title and date alone."""
    day = quiet(time_tag(report.date, short=True)) if report.date else Markup("")
    return Markup(" ").join([report_link(report, path), day])


def _unverified_returns(factor_id: str, index: Index, path: str) -> list[Markup]:
    """Later reports after a remediation that was done and not verified; verified ones are told one by one."""
    returns = [each for each in returns_of(factor_id, index) if each.fix.status != "verified"]
    return return_lines(returns[:MOST], path)


def _beside(factor_id: str, named: Named, index: Index, path: str) -> list[Entry]:
    """The factors that are named together with it most often, each with the number of reports."""
    found = factors_beside(factor_id, index)[:BESIDE]
    of = len(named.told)
    said = "in {:,} of {:,} reports" if of > 1 else "in the same report"
    return [
        Entry(factor_chip(other.id, index, path), quiet(escape_text(said.format(number, of))))
        for other, number in found
    ]


def _drawn(svg: Markup) -> tuple[str, ...]:
    return (str(svg),) if svg else ()
