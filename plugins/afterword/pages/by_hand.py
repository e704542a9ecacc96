"""Pages that people write by hand, as they stand on the site: our pieces are in their places, and links lead on.

A link to a report may be the path of its file, `reports/2026/<id>.md`, so that it works on the forge as well; the site
has the report at `reports/<id>.md`. A link to a report or to evidence that the site does not show becomes its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from urllib.parse import quote

from afterword.link.targets import Target, resolve_from
from afterword.model.body import Link
from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.pages.body import without_overlaps
from afterword.pages.body_links import Piece
from afterword.pages.escape import escape_text
from afterword.pages.fragments import fill_markers
from afterword.pages.words import relative
from afterword.read.front_matter import begins_with_fence, find_fences
from afterword.read.markdown import body_limits, read_body

HOME = "index.md"
"""The one page with places for our pieces."""


@dataclass(frozen=True)
class Written:
    """A page's Markdown for the site, and the targets of links that lead to nothing that it shows, as written."""

    markdown: str
    lost: tuple[str, ...] = ()


def render_by_hand(
    path: str, markdown: str, shown: Set[str], fragments: Mapping[str, str], *, closed: bool = False
) -> Written:
    """The page at `path`, with or without its front matter.

    Args:
        path: where it lies below the documents folder.
        markdown: its text.
        shown: paths of everything that the site shows.
        fragments: our pieces by the names of their markers.
        closed: whether links to other pages and files are followed too; otherwise the engine tells the broken ones.
    """
    source = Source(path, markdown)
    begin = _begin(source)
    lost: list[str] = []
    if not body_limits(source, begin, Limits()):
        pieces: list[Piece] = []
        for link in read_body(source, begin).links:
            target = resolve_from(path, link.href)
            place = _place(target, shown, closed=closed)
            if place is None:
                lost.append(link.href)
            pieces.extend(_edits(link, target, place, source))
        for start, end, new in reversed(without_overlaps(pieces)):
            markdown = markdown[:start] + new + markdown[end:]
    return Written(fill_markers(markdown, fragments) if path == HOME else markdown, tuple(lost))


def _begin(source: Source) -> int:
    """Where the text begins: after the front matter, where there is any."""
    fences = find_fences(source, Limits()) if begins_with_fence(source.text) else None
    return 0 if fences is None or isinstance(fences, Problem) else fences.body


def _place(target: Target, shown: Set[str], *, closed: bool) -> str | None:
    """Where below the site's root the target is; empty for one that is left as it is, None for one not shown."""
    if target.kind == "report":
        place = f"reports/{target.value}.md"
        return place if place in shown else None
    if target.kind == "evidence":
        return next((each for each in (target.value, f"{target.value}.txt") if each in shown), None)
    inner = target.kind in {"absolute", "outside"} or (target.kind == "page" and target.value not in shown)
    return None if closed and inner else ""


def _edits(link: Link, target: Target, place: str | None, source: Source) -> Iterator[Piece]:
    start = source.offset(link.span.line, link.span.column)
    end = source.offset(link.span.end_line, link.span.end_column)
    first = source.offset(link.href_span.line, link.href_span.column)
    last = source.offset(link.href_span.end_line, link.href_span.end_column)
    if place is None:
        yield start, end, str(escape_text(link.text))
        if not start <= first < end:
            yield first, last, "#"
    elif place:
        fragment = f"#{target.fragment}" if target.fragment else ""
        way = quote(relative(source.path, place), safe="/.-_~") + fragment
        yield from [(first, last, way)] if way != link.href else []
