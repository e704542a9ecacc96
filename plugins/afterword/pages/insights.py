"""Insights: what the whole collection shows, from what happened to what is open, each chart with its figures."""

from __future__ import annotations

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.insights import Insights, LeftOut, gather_insights
from afterword.pages.escape import render
from afterword.pages.insight import ENOUGH, PATH, Insight
from afterword.pages.insights_conditions import conditions, pairs
from afterword.pages.insights_found import exposure, found_by, over_time, time_to_detect
from afterword.pages.insights_work import ages, cases, delay, reviews
from afterword.pages.page import Page, SiteFacts
from afterword.pages.words import counted, fill, number

_KEYS = ("over-time", "found-by", "time-to-detect", "factors", "open")
"""The insights whose sentences stand on top."""


def render_insights(index: Index, facts: SiteFacts) -> Page:
    """The page."""
    found = gather_insights(index, facts.disciplines)
    sections = _sections(found, index)
    told = {each.anchor: each for _, insights in sections for each in insights}
    markdown = render(
        "insights.md.jinja",
        title="Insights",
        keys=[told[anchor] for anchor in _KEYS],
        sections=sections,
        counts=_counts(found, index),
        left_out=_left_out(found.left_out, sum(bool(report.labels) for report in index.listed)),
        few=len(found.reports) < ENOUGH,
        empty=not index.listed,
        uncounted=not found.reports,
    )
    drawings = tuple(str(each.drawing.svg) for each in told.values() if each.drawing.svg)
    description = "What happened, how it was found, what came together and what is open, over all reports."
    return Page(PATH, "Insights", markdown, description, drawings=drawings)


def _sections(found: Insights, index: Index) -> list[tuple[str, list[Insight]]]:
    return [
        ("What happened", [over_time(found.course)]),
        ("How it was found", [
            found_by(found.detection), time_to_detect(found.time_to_detect), exposure(found.exposure),
        ]),
        ("What came together", [conditions(found.conditions, index), pairs(found.pairs, index)]),
        ("What was made of it", [cases(found.cases), delay(found.delay), reviews(found.reviews)]),
        ("What is open", [ages(found.ages)]),
    ]  # fmt: skip


def _counts(found: Insights, index: Index) -> list[Markup]:
    """How many reports all of this rests on, and how many of them tell of others."""
    listed, reports = len(index.listed), len(found.reports)
    said = [fill("{} of {} {} counted.", number(reports), counted(listed, "report"), "is" if reports == 1 else "are")]
    public = reports - len(found.own)
    if public:
        was = "was" if public == 1 else "were"
        words = "{} of them {} written from public sources about systems of others; what was promised, reviewed and "
        words += "published is told of {} alone."
        own = counted(len(found.own), "report")
        said.append(fill(words, number(public), was, f"the {own} of our own" if found.own else "our own reports"))
    return said


def _left_out(left: LeftOut, labelled: int) -> list[Markup]:
    with_labels = f", {labelled:,} of them with labels that were accepted in bulk" if labelled else ""
    reasons = (
        (left.superseded, "superseded by a later report"),
        (left.imported, f"taken over from an older archive as it was{with_labels}"),
        (left.public_sources, "written from public sources about systems of others"),
        (left.exercises, "told of an exercise, which somebody arranged"),
    )
    return [fill("{}: {}", counted(count, "report"), words) for count, words in reasons if count]
