"""Pages outside of the navigation hang below the list that leads to them, in groups where they name one."""

from __future__ import annotations

from types import SimpleNamespace

from mkdocs.structure.nav import Section

from afterword.engine.navigation import list_of, place_pages
from afterword.pages.page import Page

PATHS = ("index.md", "reports/index.md", "factors/index.md", "guide/index.md", "guide/first.md")


def item(path: str) -> SimpleNamespace:
    return SimpleNamespace(
        file=SimpleNamespace(src_uri=path), parent=None, is_page=True, is_section=False, children=None, title=path
    )


def section(title: str, *children: SimpleNamespace) -> Section:
    made = Section(title, list(children))
    for child in children:
        child.parent = made
    return made


def place(*pages: Page) -> tuple[list, dict]:
    found = {path: item(path) for path in (*PATHS, *(page.path for page in pages))}
    guide = section("Guide", found["guide/index.md"], found["guide/first.md"])
    factors = section("Factors", found["factors/index.md"])
    items = [found["index.md"], found["reports/index.md"], factors, guide]
    place_pages(items, found, pages, Section)
    return items, found


def test_the_nearest_list_leads_to_a_page() -> None:
    assert list_of("guide/rules/AW403.md", PATHS) == "guide/index.md"
    assert list_of("guide/index.md", PATHS) is None
    assert list_of("search.md", PATHS) is None


def test_a_page_without_a_group_is_below_its_list_and_in_no_column() -> None:
    items, found = place(Page("reports/2026-01-01-a.md", "A", ""))
    assert found["reports/2026-01-01-a.md"].parent is items[1]


def test_a_group_is_a_section_in_the_order_of_its_pages() -> None:
    items, found = place(
        Page("factors/b.md", "B", "", group="Data", order=2),
        Page("factors/a.md", "A", "", group="Model", order=1),
        Page("factors/c.md", "C", "", group="Data", order=0),
    )
    assert [child.title for child in items[2].children] == ["factors/index.md", "Data", "Model"]
    data = items[2].children[1]
    assert [child.title for child in data.children] == ["factors/c.md", "factors/b.md"]
    assert found["factors/b.md"].parent is data
    assert data.parent is items[2]


def test_a_page_that_the_navigation_lists_stays_where_it_is() -> None:
    items, found = place(Page("guide/first.md", "First", "", group="Elsewhere"))
    assert found["guide/first.md"].parent is items[3]
    assert len(items[3].children) == 2


def test_a_list_that_is_placed_itself_leads_to_the_pages_below_it() -> None:
    _, found = place(
        Page("guide/rules/AW403.md", "AW403", ""), Page("guide/rules/index.md", "Rules", "", group="To look up")
    )
    assert found["guide/rules/AW403.md"].parent is found["guide/rules/index.md"]
    assert found["guide/rules/index.md"].parent.title == "To look up"


def test_without_a_list_in_the_navigation_a_page_has_no_place() -> None:
    _, found = place(Page("teams/ml.md", "ML", ""))
    assert found["teams/ml.md"].parent is None
