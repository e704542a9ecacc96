"""The pieces of the home page that are computed: the newest learning, what recurs, and what is open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from afterword.index.coverage import tally
from afterword.index.index import Index
from afterword.index.named import OftenNamed, often_named
from afterword.index.news import Lesson, last_changes, lesson_of_the_week, newest
from afterword.index.open import is_own_open
from afterword.index.recurrence import returns_of
from afterword.model.report import Report
from afterword.pages.entries import Entry, count_kinds, report_entry
from afterword.pages.escape import escape_text, render
from afterword.pages.factor_named import say_named
from afterword.pages.marks import dotted, factor_chip, quiet
from afterword.pages.remediation_rows import open_entries
from afterword.pages.system_facts import Fact
from afterword.pages.words import counted, fill, report_link, time_tag

HOME = "index.md"
NEWEST = 2
"""How many incidents, and how many near misses, the home page shows."""
OLDER = 4
"""How many reports that were taken over it shows where there are no others yet."""
RECURRING = 4
OPEN = 3
REMEMBERED = 40
"""How many of the last changes the page names, so that a browser can tell which of them it has not seen."""
_SENTENCE = re.compile(r"(.*?[^\W\d_]{3,}[.!?][\"”’»)]*)\s+(?=[A-Z0-9\"“‘«(])", re.DOTALL)
_TAKEN = ("incident", "near_miss")


def render_fragments(index: Index) -> dict[str, str]:
    """The fragments by the names of their markers, as Markdown for a page at the site's root."""
    often = often_named(index)
    return {
        "glance": render("home_glance.md.jinja", facts=list(_facts(index, often))).strip(),
        "newest": _newest(index),
        "open": _open(index),
        "recurring": render(
            "home_recurring.md.jinja",
            often=[_recurring(each, index) for each in often[:RECURRING]],
            more=max(0, len(often) - RECURRING),
        ).rstrip("\n"),
    }


def takeaway(report: Report) -> str:
    """The report in one sentence: its own takeaway, else the first sentence of the plain summary, else nothing."""
    words = report.front.digest
    if words is not None and words.takeaway:
        return words.takeaway
    summary = " ".join((report.front.plain_summary or "").split())
    match = _SENTENCE.match(summary)
    return match[1] if match else summary


def _newest(index: Index) -> str:
    lesson, known = lesson_of_the_week(index), newest(index)
    others = [report for report in known if lesson is None or report is not lesson.report]
    shown = {
        kind: [_entry(report, index) for report in [each for each in others if each.kind == kind][:NEWEST]]
        for kind in _TAKEN
    }
    return render(
        "home_newest.md.jinja",
        changes=list(_changes(index)),
        floor=_floor(index),
        lesson=_lesson(lesson, index) if lesson else None,
        incidents=shown["incident"],
        near_misses=shown["near_miss"],
        older=[] if known else [_older(report, index) for report in _imported(index)[:OLDER]],
        lesson_is_near_miss=lesson is not None and lesson.report.kind == "near_miss",
        empty=not index.listed,
    ).rstrip("\n")


def _open(index: Index) -> str:
    still_open = [use for use in index.remediations if is_own_open(use)]
    return render(
        "home_open.md.jinja",
        entries=open_entries(still_open, index, HOME)[:OPEN],
        open=counted(len(still_open), "remediation"),
        overdue=sum(use.overdue is not None for use in still_open),
        more=max(0, len(still_open) - OPEN),
        empty=not index.listed,
    ).rstrip("\n")


def _lesson(lesson: Lesson, index: Index) -> Entry:
    """What to take along, then the report that tells it, and how it came to stand here."""
    week = time_tag(lesson.week)
    why = fill("picked for the week of {}", week) if lesson.is_picked else fill("week of {}", week)
    entry = _entry(lesson.report, index)
    return Entry(entry.texts[0] if entry.texts else Markup(), entry.meta + quiet(Markup(" · ") + why), (entry.head,))


def _facts(index: Index, often: Sequence[OftenNamed]) -> Iterator[Fact]:
    """The collection in a few lines, each leading on; nothing where nothing is counted or taken over."""
    imported = _imported(index)
    if not index.counted and not imported:
        return
    yield Fact("Told so far", fill("[{}](reports/index.md)", _told(index, len(imported))))
    recur = fill("[{}](factors/index.md#what-recurs)", counted(len(often), "contributing factor"))
    yield Fact("Recur", recur if often else Markup("no contributing factor yet"))
    if index.counted:
        yield from _work(index)


def _told(index: Index, imported: int) -> str:
    """How many reports there are of each kind, those taken over apart, since they were written for other readers."""
    kinds = count_kinds(index.counted)
    older = f"{counted(imported, 'report')} taken over as {'it was' if imported == 1 else 'they were'}"
    return ", and ".join(said for said in (kinds, older if imported else "") if said)


def _work(index: Index) -> Iterator[Fact]:
    """What was silent, what is a test by now, and what is still open."""
    own = [use for use in index.remediations if is_own_open(use)]
    overdue = sum(use.overdue is not None for use in own)
    late = f", {overdue:,} overdue" if overdue else ""
    silent, tests = len(index.silent_checks), tally(index.counted, index.view)
    yield Fact(
        "Stayed silent",
        fill("[{}](silent-checks/index.md)", counted(silent, "check") if silent else "no check yet"),
    )
    if tests.total:
        passing, failing, unproven = tests.of[:3]
        kept = passing + failing + unproven
        said = f"{kept:,} of {counted(tests.total, 'report')}" if kept else "no report yet"
        said += f", {passing:,} of them passing" if passing else ""
        yield Fact("Kept as a test", fill("[{}](evals/index.md)", said))
    still_open = fill("[{}](remediations/open.md){}", counted(len(own), "remediation"), late)
    yield Fact("Still open", still_open if own else Markup("[nothing](remediations/open.md)"))


def _recurring(each: OftenNamed, index: Index) -> Entry:
    came_back = any(found.same_system for found in returns_of(each.factor.id, index))
    words = (
        escape_text(f"in {say_named(each.named)}"),
        Markup("came back on the same system after a fix" if came_back else ""),
    )
    return Entry(factor_chip(each.factor.id, index, HOME), quiet(dotted(words)))


def _changes(index: Index) -> Iterator[Markup]:
    """The last changes, each a link with what a browser compares."""
    for each in last_changes(index)[:REMEMBERED]:
        data = Markup('{{ data-aw-published="{}" data-aw-changed="{}" data-aw-revision="{}" }}').format(
            each.published.isoformat(), each.changed.isoformat(), each.report.revision
        )
        yield report_link(each.report, HOME) + data


def _floor(index: Index) -> str:
    """The day of the last change that the page names, where it does not name them all; empty otherwise."""
    changes = last_changes(index)
    return changes[REMEMBERED - 1].changed.isoformat() if len(changes) > REMEMBERED else ""


def _imported(index: Index) -> list[Report]:
    """Reports that were taken over as they were, newest first, whether or not they name factors."""
    return [report for report in index.listed if report.lifecycle == "imported"]


def _older(report: Report, index: Index) -> Entry:
    """A report that was taken over: what its summary says, where it has one, and the factors that it names."""
    factors = dict.fromkeys(each.factor for each in report.front.contributing_factors if each.factor)
    chips = Markup(" ").join(factor_chip(each, index, HOME) for each in factors)
    entry = _entry(report, index)
    return Entry(entry.head, entry.meta, (*entry.texts, chips) if chips else entry.texts)


def _entry(report: Report, index: Index) -> Entry:
    words = takeaway(report)
    return report_entry(report, index, HOME, escape_text(words) if words else None)
