"""Remediations as rows of a table, the same wherever they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.remediations import RemediationUse, open_first
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text, link_to
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.report_anchors import anchors
from afterword.pages.words import counted, kind_link, page_link, report_link, report_path, team_link, time_tag


@dataclass(frozen=True)
class Row:
    """One remediation; every cell is finished Markdown on one line."""

    title: Markup
    meta: Markup
    kind: Markup
    status: Markup
    owner: Markup


def remediation_rows(uses: Iterable[RemediationUse], index: Index, from_path: str) -> list[Row]:
    """One row for each remediation, open before closed, overdue first, then the oldest."""
    return [_row(use, index, from_path) for use in open_first(uses)]


def open_entries(uses: Iterable[RemediationUse], index: Index, from_path: str) -> list[Entry]:
    """One line for each remediation, overdue first, then the oldest, for places too narrow for a table."""
    return [
        Entry(
            remediation_link(use, from_path),
            Markup(" ").join(
                [mark("status", use.status), quiet(dotted([*remediation_times(use), *_owner(use, index, from_path)]))]
            ),
        )
        for use in open_first(uses)
    ]


def open_line(use: RemediationUse, from_path: str) -> Markup:
    """A remediation in few words, since there can be very many of them."""
    times = quiet(dotted(remediation_times(use)))
    return Markup(" ").join([remediation_link(use, from_path), mark("status", use.status), times])


def remediation_link(use: RemediationUse, from_path: str) -> Markup:
    """A link under its title to its place on the report's page."""
    return page_link(title_of(use), report_path(use.report), from_path, anchor_of(use))


def kind_lines(use: RemediationUse, index: Index, from_path: str) -> Iterator[Markup]:
    """Its strength, and its kind as a link."""
    yield mark("strength", use.strength) if use.strength else Markup("strength not known")
    if use.remediation.kind:
        yield quiet(kind_link(use.remediation.kind, index, from_path))


def remediation_times(use: RemediationUse) -> Iterator[Markup]:
    """How long it has been open, and what is due, or the day on which it was closed; how the tracker differs."""
    each = use.remediation
    if use.is_closed:
        day = each.declined_on if use.status == "declined" else each.done_on
        if (known := day or use.closed) is not None:
            yield time_tag(known, short=True)
    # A report from public sources knows nothing of the operator's work since then.
    elif use.age is not None and not use.report.is_public_sources:
        yield escape_text(f"open for {counted(use.age, 'day')}")
    if each.due is not None and not use.is_closed:
        yield Markup("due ") + time_tag(each.due, short=True)
    if use.overdue is not None:
        yield Markup('<span class="aw-overdue">{} overdue</span>').format(counted(use.overdue, "day"))
    if use.drift:
        yield escape_text(use.drift)


def _row(use: RemediationUse, index: Index, from_path: str) -> Row:
    each = use.remediation
    return Row(
        title=remediation_link(use, from_path),
        meta=quiet(dotted(_remarks(use, from_path))),
        kind=_lines(kind_lines(use, index, from_path)),
        status=_lines([mark("status", use.status), *map(quiet, remediation_times(use))]),
        owner=team_link(each.owner_team, index, from_path) if each.owner_team else Markup("–"),
    )


def title_of(use: RemediationUse) -> str:
    """What it is called: its title, else its id."""
    return use.remediation.title or use.remediation.id or "Remediation"


def _owner(use: RemediationUse, index: Index, from_path: str) -> list[Markup]:
    return [team_link(use.remediation.owner_team, index, from_path)] if use.remediation.owner_team else []


def _remarks(use: RemediationUse, from_path: str) -> Iterator[Markup]:
    each = use.remediation
    yield escape_text(each.id or "") + Markup(" of ") + report_link(use.report, from_path)
    if each.tracker and each.tracker.startswith("https://"):
        yield link_to("work item", each.tracker)
    if use.report.lifecycle == "superseded":
        yield Markup("the report is superseded")
    if use.status == "declined" and each.declined_because:
        yield Markup("declined because: ") + escape_text(each.declined_because)


def anchor_of(use: RemediationUse) -> str:
    """Where it stands on its report's page; empty where nothing leads to it."""
    entries = use.report.front.remediations
    names = zip(entries, anchors(entries), strict=True)
    return next((name for entry, name in names if entry is use.remediation), "")


def _lines(parts: Iterable[Markup]) -> Markup:
    return Markup(" <br>").join(parts)
