"""What is asked first of a report: what was changed, and what is still open, each line leading to its details."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.remediations import RemediationUse
from afterword.model.report import Report
from afterword.pages.escape import escape_text, link_to
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.report_anchors import anchors
from afterword.pages.report_facts import Fact
from afterword.pages.words import counted, time_tag

Line = tuple[RemediationUse, str]
"""A remediation and its place on the page; an empty place where nothing leads to it."""


def outcome_facts(report: Report, index: Index) -> list[Fact]:
    """What was changed beside what is still open; nothing where a report tells of no remediation."""
    uses = index.remediations_of(report)
    if not uses:
        return []
    lines: list[Line] = list(zip(uses, anchors([use.remediation for use in uses]), strict=True))
    changed = [line for line in lines if line[0].status in {"done", "verified"}]
    still_open = [line for line in lines if not line[0].is_closed]
    # What others do after their report came out is not known here.
    name = "Not known to be done" if report.is_public_sources else "Still open"
    nothing_open = "Everything told is done or declined." if changed else "Everything told is declined."
    return [
        ("What was changed", _list(changed) or Markup("Nothing is done yet.")),
        (name, _list(still_open) or Markup(nothing_open)),
    ]


def _list(lines: Iterable[Line]) -> Markup:
    """The lines as a list inside a definition."""
    return Markup("").join(Markup("\n    -   {}").format(_line(use, anchor)) for use, anchor in lines)


def _line(use: RemediationUse, anchor: str) -> Markup:
    title = use.remediation.title or use.remediation.id or "no title"
    shown = link_to(title, f"#{anchor}") if anchor else escape_text(title)
    return shown + Markup(" <br>") + mark("status", use.status) + Markup(" ") + quiet(dotted(_times(use)))


def _times(use: RemediationUse) -> Iterable[Markup]:
    each = use.remediation
    if use.is_closed:
        day = each.verified_on if use.status == "verified" else each.done_on
        if (known := day or use.closed) is not None:
            yield time_tag(known, short=True)
        return
    if each.owner_team:
        yield escape_text(each.owner_team)
    if use.overdue is not None:
        yield Markup('<span class="aw-overdue">{} overdue</span>').format(counted(use.overdue, "day"))
    elif each.due is not None:
        yield Markup("due ") + time_tag(each.due, short=True)
