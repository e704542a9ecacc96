"""Pages that the site's navigation does not list get their place in it: below the list that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from afterword.pages.page import Page

Item = Any
"""A page, section or link of the engine's navigation."""


def list_of(path: str, listed: Iterable[str]) -> str | None:
    """The list that leads to a page: the nearest `index.md` above it among the `listed` paths."""
    known = set(listed)
    folders = path.split("/")[:-1]
    above = ("/".join([*folders[:depth], "index.md"]) for depth in range(len(folders), 0, -1))
    return next((each for each in above if each in known and each != path), None)


def place_pages(
    items: Iterable[Item], found: Mapping[str, Item], pages: Iterable[Page], section: Callable[..., Item]
) -> None:
    """Give each page its parent, so that tabs, breadcrumbs and the left column show where it belongs.

    A page with a `group` stands in a section of that name, among its siblings. The others stand in no list: hundreds of
    reports in a column help nobody.

    Args:
        items: the top of the navigation.
        found: the engine's pages by path, whether in the navigation or not.
        pages: our pages.
        section: makes a section from a title and its children.
    """
    in_nav = _homes(items)
    ordered = sorted(pages, key=lambda each: (each.order, each.path))
    # A list that gets its own place here leads to the pages below it.
    homes = {each.path: found[each.path] for each in ordered if each.path.endswith("/index.md") and each.path in found}
    homes.update(in_nav)
    for page in ordered:
        item, way = found.get(page.path), list_of(page.path, homes)
        if item is None or way is None or page.path in in_nav or item.parent is not None:
            continue
        home = homes[way]
        item.parent = _group(home, page.group, section) if page.group and home.is_section else home
        if item.parent is not home:
            item.parent.children.append(item)


def _homes(items: Iterable[Item], parent: Item = None) -> dict[str, Item]:
    """For each page that the navigation lists, what stands for it there: the section that it opens, else itself."""
    homes: dict[str, Item] = {}
    for place, item in enumerate(items):
        if item.is_page:
            homes[item.file.src_uri] = parent if parent is not None and place == 0 else item
        elif item.is_section:
            homes.update(_homes(item.children, item))
    return homes


def _group(home: Item, title: str, section: Callable[..., Item]) -> Item:
    for child in home.children:
        if child.is_section and child.title == title:
            return child
    made = section(title, [])
    made.parent = home
    home.children.append(made)
    return made
