"""Remediations as rows of a table, the same wherever they are listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.remediations import RemediationUse, open_first
from afterword.pages.escape import escape_text, link_to
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.words import counted, kind_link, page_link, report_link, report_path, team_link, time_tag


@dataclass(frozen=True)
class Row:
    """One remediation; every cell is finished Markdown on one line."""

    title: Markup
    meta: Markup
    strength: Markup
    status: Markup
    owner: Markup
    time: Markup


def remediation_rows(uses: Iterable[RemediationUse], index: Index, from_path: str) -> list[Row]:
    """One row for each remediation, open before closed, overdue first, then the oldest."""
    return [_row(use, index, from_path) for use in open_first(uses)]


def _row(use: RemediationUse, index: Index, from_path: str) -> Row:
    each = use.remediation
    title = each.title or each.id or "Remediation"
    owner = team_link(each.owner_team, index, from_path) if each.owner_team else Markup("not told")
    status = mark("status", use.status)
    if use.drift:
        status += Markup("<br>") + quiet(escape_text(use.drift))
    return Row(
        title=page_link(title, report_path(use.report), from_path),
        meta=quiet(dotted(_remarks(use, index, from_path))),
        strength=mark("strength", use.strength) if use.strength else Markup("not known"),
        status=status,
        owner=owner,
        time=_time(use),
    )


def _remarks(use: RemediationUse, index: Index, from_path: str) -> Iterable[Markup]:
    each = use.remediation
    if each.kind:
        yield kind_link(each.kind, index, from_path)
    yield escape_text(each.id or "") + Markup(" of ") + report_link(use.report, from_path)
    if each.tracker and each.tracker.startswith("https://"):
        yield link_to("work item", each.tracker)
    if use.report.lifecycle == "superseded":
        yield Markup("the report is superseded")
    if use.status == "declined" and each.declined_because:
        yield Markup("declined because: ") + escape_text(each.declined_because)


def _time(use: RemediationUse) -> Markup:
    """How long it has been open, and what is due; the day on which it was closed."""
    each = use.remediation
    if use.is_closed:
        day = each.declined_on if use.status == "declined" else each.done_on
        day = day or use.closed
        return time_tag(day, short=True) if day else Markup("day not told")
    parts = []
    # A report from public sources knows nothing of the operator's work since then.
    if use.age is not None and not use.report.is_public_sources:
        parts.append(Markup("open for ") + Markup(counted(use.age, "day")))
    if each.due is not None:
        parts.append(Markup("due ") + time_tag(each.due, short=True))
    if use.overdue is not None:
        late = counted(use.overdue, "day")
        parts.append(Markup('<span class="aw-overdue">{} overdue</span>').format(late))
    return Markup("<br>").join(parts) or Markup("not told")
