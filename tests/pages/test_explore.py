"""Explore without a script: the form, and lists that lead to the same reports."""

from __future__ import annotations

import re

import pytest
from tests.pages.lists_sample import index_of, narrower, report, reports

from afterword.index.facets import FACETS, list_facets
from afterword.pages.explore import PATH, render_explore
from afterword.pages.facet_words import TITLES
from afterword.pages.page import Page


def pages_of(found) -> dict[str, Page]:
    return {page.path: page for page in render_explore(index_of(found))}


def test_one_page_and_a_list_for_each_facet_without_pages_of_its_own() -> None:
    assert sorted(pages_of(reports())) == [
        "explore/detected.md", PATH, "explore/kind.md", "explore/severity.md", "explore/side.md", "explore/silent.md",
        "explore/status.md",
    ]  # fmt: skip


def test_the_form_leads_to_the_page_itself() -> None:
    markdown = pages_of(reports())[PATH].markdown
    assert 'action="." method="get"' in markdown
    assert 'type="search" name="q"' in markdown


def test_every_value_leads_somewhere_with_its_number() -> None:
    index, markdown = index_of(reports()), pages_of(reports())[PATH].markdown
    for facet in list_facets(index):
        title = TITLES[facet.id]
        part = markdown.split(f"<summary>By {title[:1].lower()}{title[1:]}</summary>")[1].split("</details>")[0]
        lines = re.findall(r"^-   \[.+\]\(<(.+)>\)(.*)$", part, re.MULTILINE)
        assert len(lines) == len(facet.values)
        for (address, count), value in zip(lines, facet.values, strict=True):
            assert address.startswith(
                ("../", "severity.md#", "kind.md#", "detected.md#", "side.md#", "silent.md#", "status.md#")
            )
            number = facet.count(value)
            told = f"{number} report" + ("" if number == 1 else "s")
            # Teams stand without numbers, so that no list can be read as a table of them.
            assert (told in count) is (facet.id != "team")


def test_the_lists_hold_every_report_that_carries_the_value() -> None:
    index, pages = index_of(reports()), pages_of(reports())
    for facet in list_facets(index):
        if (page := pages.get(f"explore/{facet.id}.md")) is None:
            continue
        sections = re.split(r"^## .+ \{ #(.+) \}$", page.markdown, flags=re.MULTILINE)[1:]
        found = dict(zip(sections[::2], sections[1::2], strict=True))
        assert list(found) == [value.replace("_", "-") for value in facet.values]
        for value, text in zip(facet.values, found.values(), strict=True):
            ids = re.findall(r"\(<\.\./reports/(.+)\.md>\)", text)
            assert ids == [each.id for each, values in zip(index.listed, facet.reports, strict=True) if value in values]


def test_a_facet_that_nobody_names_has_no_list() -> None:
    plain = report("2026-01-01-plain", "---\ntitle: A text alone\nlifecycle: imported\naudience: company\n---\n")
    pages = pages_of([plain])
    assert sorted(pages) == [PATH, "explore/kind.md"]
    assert re.findall(r"<summary>By (.+)</summary>", pages[PATH].markdown) == ["kind of report", "year"]


def test_an_empty_site_says_how_to_begin() -> None:
    pages = pages_of([])
    assert list(pages) == [PATH]
    assert "No report is on this site yet" in pages[PATH].markdown


def test_nothing_of_a_narrower_report() -> None:
    assert pages_of([*reports(), *narrower()]) == pages_of(reports())


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "](https://attacker.example)", "`x` **y** | z"])
def test_hostile_names_are_text(hostile: str) -> None:
    quoted = hostile.replace("'", "''")
    text = f"---\ntitle: '{quoted}'\nlifecycle: imported\naudience: company\nsystem: {{name: '{quoted}', owner_team: '{quoted}'}}\n---\n"
    found = report("2026-01-01-hostile", text.replace("lifecycle", "severity: sev1\nlifecycle"))
    for page in pages_of([found]).values():
        assert hostile not in page.markdown


def test_every_facet_has_a_title() -> None:
    assert set(TITLES) == set(FACETS)
