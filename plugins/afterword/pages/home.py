"""The pieces of the home page that are computed: the newest learning, what recurs, and what is open."""

from __future__ import annotations

import re

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.recurrence import recurring
from afterword.model.report import Report
from afterword.pages.entries import Entry, count_kinds, report_entry
from afterword.pages.escape import escape_text, render
from afterword.pages.factors import recurring_entries
from afterword.pages.remediation_rows import open_entries
from afterword.pages.remediations import is_own_open
from afterword.pages.system_facts import Fact
from afterword.pages.words import counted, fill

HOME = "index.md"
NEWEST = 3
"""How many incidents, and how many near misses, the home page shows."""
RECURRING = 5
OPEN = 3
_SENTENCE = re.compile(r"(.*?[^\W\d_]{3,}[.!?][\"”’»)]*)\s+(?=[A-Z0-9\"“‘«(])", re.DOTALL)
_TAKEN = ("incident", "near_miss")


def render_fragments(index: Index) -> dict[str, str]:
    """The fragments by the names of their markers, as Markdown for a page at the site's root."""
    pick = next((report for report in _newest(index) if _is_pick(report)), None)
    shown = {
        kind: [_entry(report, index) for report in _newest(index) if report.kind == kind and report is not pick][
            :NEWEST
        ]
        for kind in _TAKEN
    }
    newest = render(
        "home_newest.md.jinja",
        pick=[_entry(pick, index)] if pick else [],
        incidents=shown["incident"],
        near_misses=shown["near_miss"],
        pick_is_near_miss=pick is not None and pick.kind == "near_miss",
        empty=not index.listed,
    )
    often = recurring_entries(index, HOME, RECURRING)
    more = max(0, len(recurring(index)) - len(often))
    still_open = [use for use in index.remediations if is_own_open(use)]
    entries = open_entries(still_open, index, HOME)
    what_is_open = render(
        "home_open.md.jinja",
        entries=entries[:OPEN],
        open=counted(len(still_open), "remediation"),
        overdue=sum(use.overdue is not None for use in still_open),
        more=max(0, len(still_open) - OPEN),
        empty=not index.listed,
    )
    return {
        "glance": render("home_glance.md.jinja", facts=_facts(index)).strip(),
        "newest": newest.rstrip("\n"),
        "open": what_is_open.rstrip("\n"),
        "recurring": render("home_recurring.md.jinja", often=often, more=more).rstrip("\n"),
    }


def takeaway(report: Report) -> str:
    """The report in one sentence: its own takeaway, else the first sentence of the plain summary, else nothing."""
    words = report.front.digest
    if words is not None and words.takeaway:
        return words.takeaway
    summary = " ".join((report.front.plain_summary or "").split())
    match = _SENTENCE.match(summary)
    return match[1] if match else summary


def _facts(index: Index) -> list[Fact]:
    """The collection in four lines, each leading on; nothing where nothing is counted."""
    if not index.counted:
        return []
    own = [use for use in index.remediations if is_own_open(use)]
    overdue = sum(use.overdue is not None for use in own)
    late = f", {overdue} of them overdue" if overdue else ""
    recur, silent = len(recurring(index)), len(index.silent_checks)
    recurring_link = fill("[{}](factors/index.md#what-recurs)", counted(recur, "contributing factor"))
    still_open = fill("[{}](remediations/index.md){}", counted(len(own), "remediation"), late)
    return [
        Fact("Told so far", fill("[{}](reports/index.md)", count_kinds(index.counted))),
        Fact("Recur", recurring_link if recur else Markup("no contributing factor yet")),
        Fact(
            "Stayed silent",
            fill("[{}](silent-checks/index.md)", counted(silent, "check") if silent else "no check yet"),
        ),
        Fact("Still open", still_open if own else Markup("[nothing](remediations/index.md)")),
    ]


def _entry(report: Report, index: Index) -> Entry:
    words = takeaway(report)
    return report_entry(report, index, HOME, escape_text(words) if words else None)


def _newest(index: Index) -> list[Report]:
    """Reports by the day on which they were published, the newest first; without such a day the date counts."""
    known = [report for report in index.listed if report.lifecycle not in {"superseded", "imported"}]
    return sorted(
        known, key=lambda report: (report.front.published_on or report.sort_key()[0], report.id), reverse=True
    )


def _is_pick(report: Report) -> bool:
    return report.front.digest is not None and report.front.digest.pick is True
