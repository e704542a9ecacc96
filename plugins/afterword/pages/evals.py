"""Evals: which reports have become permanent tests, by system and by condition, each case, and why others have none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.index.coverage import (
    COVERAGES,
    CaseUse,
    Coverage,
    SystemTally,
    Tally,
    all_cases,
    by_factor,
    by_system,
    tally,
    without_case,
)
from afterword.index.index import Index
from afterword.index.lessons import is_own
from afterword.index.systems import system_title
from afterword.model.report import Report
from afterword.pages.entries import Entry, report_entry
from afterword.pages.escape import escape_text, render
from afterword.pages.guard_words import case_words, run_words
from afterword.pages.marks import code, dotted, quiet
from afterword.pages.page import Page, SiteFacts
from afterword.pages.report_anchors import anchors
from afterword.pages.words import (
    capital,
    counted,
    factor_link,
    fill,
    label,
    number,
    page_link,
    report_link,
    report_path,
    sentence,
)

PATH = "evals/index.md"
TITLE = "Eval cases"
SHOWN = 20
"""How many lines of a table stand open; the rest is folded below them."""
MOST = 100
"""How many cases, and how many reports without one, the page lists at all."""
HEADS: dict[Coverage, str] = {
    "passing": "Guarded",
    "failing": "Failing",
    "committed": "Not shown",
    "uncommitted": "Not committed",
    "reason": "None, with a reason",
    "untold": "Neither",
}
MEANINGS: dict[Coverage, str] = {
    "passing": "A committed case passes by its last recorded run, and none fails.",
    "failing": "A committed case fails by its last recorded run.",
    "committed": "A committed case stands, and no recorded run shows that it passes.",
    "uncommitted": "Cases are written down, and none is committed: proposed, quarantined or retired.",
    "reason": "The report says why its input gives no test.",
    "untold": "The report has neither a case nor a reason.",
}


@dataclass(frozen=True)
class Line:
    """One line of a table: what it is about, a remark, and the number of reports of each coverage."""

    name: Markup
    meta: Markup
    total: str
    counts: tuple[str, ...]


@dataclass(frozen=True)
class CaseLine:
    """One eval case; every cell is finished Markdown on one line."""

    title: Markup
    meta: Markup
    status: Markup
    guarded: Markup


def render_evals(index: Index, facts: SiteFacts) -> Page:
    """The page."""
    zone = ZoneInfo(facts.zone)
    total, systems = tally(index.counted, index.view), by_system(index)
    own = sorted((each for each in systems if is_own(each.system, index)), key=lambda each: _title(each, index))
    others = sorted((each for each in systems if not is_own(each.system, index)), key=lambda each: _title(each, index))
    cases, without = all_cases(index), without_case(index)
    markdown = render(
        "evals.md.jinja",
        title=TITLE,
        heads=list(HEADS.values()),
        sums=[(HEADS[each], MEANINGS[each], _k_of_n(count, total)) for each, count in _counts(total)],
        total=counted(total.total, "report"),
        own=[_system(each, index) for each in own],
        others=[_system(each, index) for each in others],
        factors=[
            _line(factor_link(each.factor.id, index, PATH), _tied(each.tied), each.tally) for each in by_factor(index)
        ],
        shown=SHOWN,
        cases=[_case(each, zone) for each in cases[:MOST]],
        more_cases=max(0, len(cases) - MOST),
        without=[_without(each, index) for each in without[:MOST]],
        more_without=max(0, len(without) - MOST),
        is_recorded=bool(index.view.eval_state.runs),
        empty=not index.listed,
    )
    return Page(PATH, TITLE, markdown, "Which reports have become permanent tests, and why others have none.")


def _counts(told: Tally) -> Iterable[tuple[Coverage, int]]:
    return zip(COVERAGES, told.of, strict=True)


def _k_of_n(count: int, told: Tally) -> str:
    return f"{number(count)} of {number(told.total)}"


def _title(told: SystemTally, index: Index) -> tuple[str, str]:
    return system_title(told.system, index).casefold(), told.system.slug


def _system(told: SystemTally, index: Index) -> Line:
    link = page_link(system_title(told.system, index), f"systems/{told.system.slug}.md", PATH)
    guarded = len(told.guarded)
    meta = escape_text(f"{counted(guarded, 'condition')} listed as guarded") if guarded else Markup()
    return _line(link, quiet(meta) if meta else meta, told.tally)


def _tied(count: int) -> Markup:
    told = f"in {counted(count, 'report')} a remediation for it names a case that passes"
    return quiet(escape_text(told)) if count else Markup()


def _line(name: Markup, meta: Markup, told: Tally) -> Line:
    return Line(name, meta, number(told.total), tuple(number(each) for each in told.of))


def _case(use: CaseUse, zone: tzinfo) -> CaseLine:
    cases = use.report.front.eval_cases
    names = zip(cases, anchors(cases), strict=True)
    anchor = next((name for case, name in names if case is use.case), "")
    # Whatever stands in a case that is not committed, it stops nothing.
    blocks = use.case.blocking and use.case.status == "committed"
    title = page_link(use.case.title or use.case.id or "Eval case", report_path(use.report), PATH, anchor)
    return CaseLine(
        title=title,
        meta=quiet(dotted(_remarks(use))),
        status=escape_text(label(use.case.status) + (", blocks release" if blocks else "")),
        guarded=_guarded(use, zone),
    )


def _guarded(use: CaseUse, zone: tzinfo) -> Markup:
    words, ran = case_words(use.standing, zone), run_words(use.standing, zone)
    told = Markup(capital(words))  # a capital letter changes nothing that is escaped
    return told + Markup(". <br>") + ran if ran else told


def _remarks(use: CaseUse) -> Iterator[Markup]:
    yield fill("{} of {}", use.case.id or "", report_link(use.report, PATH))
    if use.case.kind:
        yield escape_text(label(use.case.kind))
    if use.case.suite:
        yield fill("suite {}", code(use.case.suite))
    if use.case.trials is not None:
        yield escape_text(counted(use.case.trials, "trial"))
    if use.report.is_public_sources:
        yield Markup("made for this example")
    if use.report.lifecycle == "superseded":
        yield Markup("the report is superseded")


def _without(report: Report, index: Index) -> Entry:
    why = report.front.no_eval_because
    return report_entry(report, index, PATH, escape_text(sentence(why)) if why else Markup("*No reason is told.*"))
