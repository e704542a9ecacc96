"""The navigation of an exported tree: the site's own without what the tree does not hold, and its groups of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from pathlib import PurePosixPath
from typing import Any

from afterword.engine.navigation import list_of
from afterword.pages.page import Page

Entry = Any
"""A path, a map of one title to a path or to entries."""


def make_nav(nav: object, written: Iterable[str], pages: Iterable[Page], *, outside: bool) -> list[Entry]:
    """The entries for the exported settings.

    Args:
        nav: the site's own; where it has none, the pages that people wrote are listed, as an engine would.
        written: paths of the pages that people wrote and that are in the tree.
        pages: our pages. One with a group stands in a section of that name below the list that leads to it.
        outside: whether links to other sites are kept.
    """
    hand, made = sorted(written, key=_first_index), list(pages)
    given = nav if isinstance(nav, list) and nav else _by_folder(hand)
    kept = _kept(given, {*hand, *(page.path for page in made)}, outside=outside)
    listed = set(_paths(kept))
    for page in sorted(made, key=lambda each: (each.order, each.path)):
        way = list_of(page.path, listed)
        if page.group and way is not None and page.path not in listed:
            _add(kept, way, page)
    return kept


def _kept(entries: list[Entry], known: Set[str], *, outside: bool) -> list[Entry]:
    kept: list[Entry] = []
    for each in entries:
        title, value = next(iter(each.items()), (None, None)) if isinstance(each, dict) else (None, each)
        if isinstance(value, list):
            value = _kept(value, known, outside=outside) or None
        elif not isinstance(value, str) or not (value in known or (outside and "://" in value)):
            value = None
        if value is not None:
            kept.append(value if title is None else {str(title): value})
    return kept


def _paths(entries: Iterable[Entry]) -> Iterator[str]:
    for each in entries:
        if isinstance(each, str):
            yield each
        else:
            value = next(iter(each.values()))
            yield from _paths(value if isinstance(value, list) else [value])


def _add(entries: list[Entry], home: str, page: Page) -> None:
    """Put the page into its group beside its list, where that list opens a section."""
    for each in entries:
        value = next(iter(each.values())) if isinstance(each, dict) else each
        if not isinstance(value, list):
            continue
        if next(iter(_paths(value[:1]))) == home:
            group = next((sub[page.group] for sub in value if isinstance(sub, dict) and page.group in sub), None)
            if not isinstance(group, list):
                group = []
                value.append({page.group: group})
            group.append(page.path)
            return
        _add(value, home, page)


def _by_folder(paths: Iterable[str]) -> list[Entry]:
    """The pages in sections by folder."""
    top: list[Entry] = []
    for path in paths:
        place = top
        for folder in PurePosixPath(path).parts[:-1]:
            title = folder.replace("-", " ").replace("_", " ").capitalize()
            section = next((each[title] for each in place if isinstance(each, dict) and title in each), None)
            if section is None:
                section = []
                place.append({title: section})
            place = section
        place.append(path)
    return top


def _first_index(path: str) -> tuple[tuple[str, ...], bool, str]:
    """As engines list pages: by folder, each with its index first, files before folders."""
    parts = PurePosixPath(path).parts
    return parts[:-1], PurePosixPath(path).stem not in {"index", "README"}, parts[-1]
