"""`explore/facets.json`: what the page "Explore" needs to choose among all reports, in as few bytes as can be.

Columns instead of objects, and numbers instead of words: each facet names its values once, and each report carries
their places in that list. Reports stand in the order of `Index.listed`, the newest first, which is also the order of
the search engine's list of reports. The form carries its version; a script that does not know it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from afterword.api.text import to_bytes
from afterword.index.facets import OF_REMEDIATIONS, Facet, list_facets, list_triples
from afterword.index.index import Index
from afterword.model.report import Report
from afterword.pages.entries import step_words
from afterword.pages.escape import one_line
from afterword.pages.facet_words import TITLES, value_group, value_words
from afterword.pages.home import takeaway
from afterword.pages.page import Asset
from afterword.pages.words import shown_title

PATH = "explore/facets.json"
VERSION = "afterword-facets/1"
LONGEST = 170
"""A report's line is cut after so many characters."""
ALL_LINES = 200_000
"""How many characters all lines take together, so that the file stays small at any number: the newest have theirs."""


def render_facets(index: Index) -> Asset:
    """The file. It holds what lists show, and nothing else."""
    return Asset(PATH, to_bytes(describe_facets(index), compact=True))


def describe_facets(index: Index) -> dict[str, Any]:
    """The document: `facets`, `remedies`, and of `reports` their texts, dates and marks.

    `facets[].reports` holds for each report a list of places in `facets[].values`, or one place, or -1 for none, where
    no report carries two. The facets of remediations have `part` instead: their place in the triples of `remedies`.
    `reports.texts` holds id, title and a line for each; `reports.dates` those dates that the id does not begin with.
    """
    facets = list_facets(index)
    return {
        "schema": VERSION,
        "facets": [_facet(facet, index) for facet in facets],
        "remedies": _remedies(facets, index),
        "reports": _reports(index),
    }


def cut(text: str, most: int) -> str:
    """The text on one line, cut between words after `most` characters at the latest, the sign of it included."""
    line = one_line(text)
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept and not line[most - 1].isspace() else kept
    return f"{whole.rstrip(' ,;:.')}…"


def _facet(facet: Facet, index: Index) -> dict[str, Any]:
    groups = [value_group(facet.id, value, index) for value in facet.values]
    named = list(dict.fromkeys(groups))
    found: dict[str, Any] = {
        "id": facet.id,
        "title": TITLES[facet.id],
        "values": list(facet.values),
        "labels": [value_words(facet.id, value, index) for value in facet.values],
    }
    if any(group for _, group in named):
        found |= {"groups": named, "grouped": [named.index(group) for group in groups]}
    if facet.id in OF_REMEDIATIONS:
        return {**found, "part": OF_REMEDIATIONS.index(facet.id)}
    return {**found, "reports": _column(facet)}


def _column(facet: Facet) -> list[Any]:
    place = {value: number for number, value in enumerate(facet.values)}
    found = [[place[value] for value in each] for each in facet.reports]
    if all(len(each) <= 1 for each in found):
        return [each[0] if each else -1 for each in found]
    return found


def _remedies(facets: Iterable[Facet], index: Index) -> dict[str, Any]:
    by_id = {facet.id: facet for facet in facets}
    parts = [by_id[facet].values for facet in OF_REMEDIATIONS]
    triples = list_triples(index)
    known = sorted({triple for each in triples for triple in each})
    place = {triple: number for number, triple in enumerate(known)}
    return {
        "values": [[_place(part, name) for part, name in zip(parts, triple, strict=True)] for triple in known],
        "reports": [[place[triple] for triple in each] for each in triples],
    }


def _place(values: Sequence[str], name: str) -> int:
    return values.index(name) if name in values else -1


def _reports(index: Index) -> dict[str, Any]:
    marks = sorted({mark for report in index.listed for mark in _marks(report)})
    return {
        "count": len(index.listed),
        "texts": [text for texts in _texts(index.listed) for text in texts],
        "dates": {
            str(place): report.date.text if report.date else ""
            for place, report in enumerate(index.listed)
            if report.date is None or not report.id.startswith(f"{report.date.text}-")
        },
        "marks": marks,
        "marked": {
            str(place): [marks.index(mark) for mark in _marks(report)]
            for place, report in enumerate(index.listed)
            if _marks(report)
        },
    }


def _texts(reports: Iterable[Report]) -> Iterator[tuple[str, str, str]]:
    """Id, title and line of each report; no line where those of newer reports have taken the room."""
    left = ALL_LINES
    for report in reports:
        line = cut(takeaway(report), LONGEST)
        left -= len(line)
        yield (report.id, one_line(shown_title(report)), line if left >= 0 else "")


def _marks(report: Report) -> list[str]:
    """What else a reader should know at once, in words: superseded, taken over, from public sources."""
    step = step_words(report)
    return [*([step] if step else []), *(["from public sources"] if report.is_public_sources else [])]
