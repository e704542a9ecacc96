"""Explore: the page where text and facets work together, and the same paths as plain lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from afterword.index.facets import UNDATED, Facet, FacetId, list_facets
from afterword.index.index import Index
from afterword.model.report import Report
from afterword.pages.escape import escape_text, render
from afterword.pages.facet_words import TITLES, value_group, value_words
from afterword.pages.marks import quiet
from afterword.pages.page import Page
from afterword.pages.words import counted, page_link, report_link, time_tag

PATH = "explore/index.md"
TITLE = "Explore"
_INTROS: dict[FacetId, str] = {
    "side": "Every report by the side of its contributing factors, technical or organisational, the newest first.",
    "status": "Every report by how far its remediations are, the newest first.",
    "severity": "Every report by how grave the matter was, the newest first.",
    "kind": "Every report by what kind of report it is, the newest first.",
    "detected": "Every report by who or what noticed it, the newest first.",
    "silent": "Every report by why a signal that should have spoken stayed quiet, the newest first.",
}
"""The facets for whose values no other page stands; each gets a page of its own with a list for each value."""


@dataclass(frozen=True)
class Line:
    """One value: a link to its reports, and how many there are."""

    link: Markup
    count: Markup


@dataclass(frozen=True)
class Group:
    """Values below one heading; without a name where there is only one."""

    name: str
    lines: list[Line]


@dataclass(frozen=True)
class ValueList:
    """One facet as a list."""

    title: str
    groups: list[Group]


def render_explore(index: Index) -> Iterator[Page]:
    """The page, and the lists by those facets that have no pages of their own."""
    facets = [facet for facet in list_facets(index) if facet.values]
    lists = [_value_list(facet, index) for facet in facets]
    markdown = render("explore.md.jinja", title=TITLE, lists=lists, empty=not index.listed)
    yield Page(PATH, TITLE, markdown, "Search all learning reports by words and by what they have in common.")
    for facet in facets:
        if facet.id in _INTROS:
            yield _list_page(facet, index)


def _value_list(facet: Facet, index: Index) -> ValueList:
    counts = {value: facet.count(value) for value in facet.values}
    groups = [
        Group(_group_name(named), [_line(facet, each, counts[each], index) for each in values])
        for named, values in groupby(facet.values, key=lambda value: value_group(facet.id, value, index))
    ]
    return ValueList(f"By {_lower(TITLES[facet.id])}", groups)


def _group_name(named: tuple[str, str]) -> str:
    """A group with its side after it: "Data, technical"."""
    side, group = named
    return f"{group}, {side.lower()}" if side else group


def _line(facet: Facet, value: str, count: int, index: Index) -> Line:
    words, path = value_words(facet.id, value, index), _path(facet.id, value, index)
    link = page_link(words, *path) if path else escape_text(words)
    # Teams stand without counts, so that no list can be read as a table of them.
    return Line(link, Markup("") if facet.id == "team" else quiet(escape_text(counted(count, "report"))))


def _path(facet: FacetId, value: str, index: Index) -> tuple[str, str, str] | None:
    """Where the reports of a value are listed, from this page, with its anchor; None where they are nowhere."""
    known: dict[FacetId, Callable[[], bool]] = {
        "factor": lambda: value in index.view.vocabulary.factor_by_id,
        "remediation": lambda: value in index.view.vocabulary.kind_by_id,
    }
    if facet in known:
        folder = "factors" if facet == "factor" else "remediations"
        return (f"{folder}/{value}.md", PATH, "") if known[facet]() else None
    if facet in {"system", "team"}:
        return (f"{facet}s/{value}.md", PATH, "")
    if facet == "strength":
        return ("remediations/index.md", PATH, value)
    if facet == "year":
        return ("reports/index.md", PATH, "without-a-date" if value == UNDATED else value)
    return (_list_path(facet), PATH, _anchor(value))


def _list_page(facet: Facet, index: Index) -> Page:
    title, path = f"By {_lower(TITLES[facet.id])}", _list_path(facet.id)
    sections = [
        (
            value_words(facet.id, value, index),
            _anchor(value),
            [
                Line(report_link(report, path), _about(report))
                for report, values in zip(index.listed, facet.reports, strict=True)
                if value in values
            ],
        )
        for value in facet.values
    ]
    markdown = render("explore_list.md.jinja", title=title, intro=_INTROS[facet.id], sections=sections)
    return Page(path, title, markdown, _INTROS[facet.id])


def _list_path(facet: FacetId) -> str:
    return f"explore/{facet}.md"


def _anchor(value: str) -> str:
    """Where a value's list stands on its page."""
    return value.replace("_", "-")


def _about(report: Report) -> Markup:
    return quiet(time_tag(report.date, short=True)) if report.date else Markup("")


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
