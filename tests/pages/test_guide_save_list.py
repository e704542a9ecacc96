"""What to save before a rollback, as the guide shows it: every entry, and a place for every type of system."""

from __future__ import annotations

from html import unescape
from typing import get_args

from tests.pages.lists_sample import index_of
from tests.pages.report_sample import FACTS, Seen, to_html

from afterword.model.choices import SystemType
from afterword.pages.guide import render_guide
from afterword.pages.guide_save_list import CHAPTER, PLACE, anchor_of
from afterword.read.gates import read_gates
from afterword.read.save_list import shipped_save_list

PAGE = next(page for page in render_guide(index_of([]), read_gates({}), FACTS) if page.path == CHAPTER)


def test_every_entry_stands_under_each_of_its_types() -> None:
    sections = unescape(PAGE.markdown).split("\n### ")
    assert PLACE not in PAGE.markdown
    for type_ in get_args(SystemType):
        (section,) = (each for each in sections if f"{{ #{anchor_of(type_)} }}" in each.split("\n")[0])
        listed = [
            line.split("**")[1].rstrip(".")
            for line in section.split("\n## ")[0].split("\n")
            if line.startswith("-   **")
        ]
        assert listed == [each.what for each in shipped_save_list().entries if type_ in each.types]
    shared = next(each for each in sections if each.startswith("Every system"))
    assert all(f"**{each.what}.**" in shared for each in shipped_save_list().entries if not each.types)


def test_every_anchor_that_reports_lead_to_is_there() -> None:
    html = to_html(PAGE.markdown)
    for type_ in (None, *get_args(SystemType)):
        assert f'id="{anchor_of(type_)}"' in html
    assert "gen_ai.response.model" in Seen(html).text
