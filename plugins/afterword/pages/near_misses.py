"""Near misses: what stopped each of them, what could have come of it, and how close it was, by what noticed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.choices import DetectedBy
from afterword.model.report import Report
from afterword.pages.entries import Entry, count_kinds, report_entry, uncounted
from afterword.pages.escape import render
from afterword.pages.explore_link import explore_link
from afterword.pages.page import Page
from afterword.pages.words import counted, fill, found_by, page_link, sentence

PATH = "near-misses/index.md"
TITLE = "Near misses"
SHOWN = 20
"""How many near misses that the same thing noticed the page shows."""


@dataclass(frozen=True)
class Section:
    """The near misses that one sort of thing noticed; `more` leads to those that are not shown here."""

    title: str
    anchor: str
    count: str
    entries: list[Entry]
    more: Markup


def render_near_misses(index: Index) -> Page:
    """The page."""
    found = [report for report in index.listed if report.kind == "near_miss"]
    sections = [
        _section(by, reports, index)
        for by in (*get_args(DetectedBy), None)
        if (reports := [report for report in found if _noticed_by(report) == by])
    ]
    markdown = render(
        "near_misses.md.jinja",
        title=TITLE,
        sections=sections,
        kinds=count_kinds(index.counted),
        uncounted=uncounted(found, index),
        empty=not index.listed,
    )
    return Page(PATH, TITLE, markdown, "What nearly went wrong, what stopped it, and what could have come of it.")


def _section(by: DetectedBy | None, reports: list[Report], index: Index) -> Section:
    more = len(reports) - SHOWN
    chosen = {"kind": ["near_miss"]} | ({"detected": [by]} if by else {})
    explore = explore_link("near misses in Explore", PATH, **chosen)
    listed = page_link("all as a list", "explore/kind.md", PATH, "near-miss")
    return Section(
        title=f"Noticed by {found_by(by)}" if by else "Who noticed it is not told",
        anchor=by or "not-told",
        count=counted(len(reports), "near miss", "near misses"),
        entries=[_entry(report, index) for report in reports[:SHOWN]],
        more=fill("And {} more: {}, or {}.", f"{more:,}", explore, listed) if more > 0 else Markup(),
    )


def _entry(report: Report, index: Index) -> Entry:
    return report_entry(report, index, PATH, *_texts(report))


def _texts(report: Report) -> Iterator[Markup]:
    told = report.front.near_miss
    if told is None:
        return
    if told.caught_by:
        yield fill("*Stopped by:* {}", sentence(told.caught_by))
    if told.potential:
        yield fill("*Could have come of it:* {}", sentence(told.potential))
    if told.margin:
        yield fill("*How close it was:* {}", sentence(told.margin))


def _noticed_by(report: Report) -> DetectedBy | None:
    """What noticed it first."""
    found = (each.detected_by for each in report.front.timeline if each.kind == "detected")
    return next((each for each in found if each), None)
