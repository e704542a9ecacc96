"""The parts of a preview: numbers and links change nothing else of a page, and addresses are those of the site."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.engine.preview.blocks import Block, take_apart
from afterword.engine.preview.file import MOST_BYTES, _within
from afterword.engine.preview.markdown import EXTENSIONS, to_html
from afterword.engine.preview.pictures import Pictures
from afterword.engine.preview.styles import styles
from afterword.engine.preview.ways import Ways
from afterword.pages.page import Page

SITE = "https://learning.example.com/"
WAYS = Ways("reports/2026-03-11-a.md", SITE, frozenset({"reports/2026-03-12-b.md", "evidence/2026-03-11-a/x y.csv"}))
_PIECES = st.sampled_from(
    ["# a\n", "\n## b\n", "\n\n", "\n", "- ", "1. ", "> ", "    ", "```\n", "`c`", "| a | b |\n|---|---|\n", "| c | d |\n", "*e*",
     "**f**", "[g](https://example.org/?a=1&b=2)", "[h](../factors/i.md)", "[j](#k)", "![l](x.png)", "<b>m</b>", "<p>n", "</div>",
     "&lt;", "&", "<", "term\n: meaning\n", "!!! note\n    text\n", "??? note\n    text\n", "<br>", "---\n", "<details><summary>o",
     '<svg><a href="p">q</a></svg>', "{ #r }", "<table><tr><td>s", "x"]
)  # fmt: skip


def page(markdown: str) -> Page:
    return Page("reports/2026-03-11-a.md", "A", markdown)


@settings(max_examples=60)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_but_for_numbers_and_links_a_page_stays_as_it_is(markdown: str) -> None:
    html = to_html(page(markdown))
    blocks = take_apart(html, WAYS, lambda path, alt: f'<img alt="{alt}" src="{path}">')
    made = "\n".join(each.html for each in blocks)
    numbers = [int(each) for each in re.findall(r'<a class="aw-p" id="p\.(\d+)"', made)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [each for block in blocks for each in range(block.first, block.last + 1) if each] == numbers
    plain = re.sub(r'<a class="aw-p".*?</a>', "", made)
    assert "".join(_tags(plain)) == "".join(_tags(html))
    assert "".join(_text(plain).split()) == "".join(_text(html).split())


def _tags(html: str) -> list[str]:
    return re.findall(r"</?[a-z0-9]+", html.replace("<span", "<a").replace("</span", "</a"))


def _text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize(
    ("href", "way"),
    [
        ("#timeline", "#timeline"),
        ("https://example.org/a", "https://example.org/a"),
        ("../factors/index.md", f"{SITE}factors/"),
        ("../factors/data-proxy-target.md#x", f"{SITE}factors/data-proxy-target/#x"),
        ("../index.md", SITE),
        ("index.md", f"{SITE}reports/"),
        ("2026-03-12-b.md", f"{SITE}reports/2026-03-12-b/"),
        ("2026-03-13-c.md", None),
        ("../evidence/2026-03-11-a/x%20y.csv", f"{SITE}evidence/2026-03-11-a/x%20y.csv"),
        ("../evidence/2026-03-11-a/z.csv", None),
        ("../../../etc/passwd", None),
        ("http://[a", None),
    ],
)  # fmt: skip
def test_links_lead_to_what_the_site_shows(href: str, way: str | None) -> None:
    assert WAYS.way(href) == way
    assert Ways(WAYS.page, "", WAYS.shown).way(href) == (way if href.startswith(("#", "https")) else None)


def test_the_extensions_are_those_of_the_site(root) -> None:
    configured = (root / "mkdocs.yml").read_text().partition("markdown_extensions:\n")[2].partition("\n\n")[0]
    assert tuple(re.findall(r"^  - ([a-z_.]+)", configured, re.MULTILINE)) == EXTENSIONS


def test_styles_load_nothing_and_have_both_palettes() -> None:
    text = styles()
    assert "url(" not in text
    assert "@import" not in text
    assert "</" not in text
    assert '[data-md-color-scheme="default"] { --aw' not in text.partition("prefers-color-scheme: dark")[2]
    assert "--aw-bad: #ffa39c" in text.partition("prefers-color-scheme: dark")[2]
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", text))
    assert used <= set(re.findall(r"(--[a-z0-9-]+):", text))


@settings(max_examples=30)
@given(st.lists(st.integers(1, 400), max_size=60), st.integers(500, 8_000))
def test_blocks_stay_within_the_room_in_their_order(sizes: list[int], room: int) -> None:
    blocks = [Block("x" * size, at + 1, at + 1) for at, size in enumerate(sizes)]
    body, left_out = _within(blocks, room)
    assert len(body.encode()) <= room
    assert bool(left_out) == (len(left_out) > 0 and "left out" in body)
    if sum(sizes) + len(sizes) + 200 <= room:
        assert left_out == []


def test_a_picture_without_room_keeps_its_name() -> None:
    pictures = Pictures({"a.png": b"x" * 300, "b.svg": b"<svg/>"})
    html = "".join(pictures.name(path, "<&\"'") for path in ("a.png", "b.svg", "c.png"))
    assert pictures.put(html, 0) == html
    assert pictures.left_out == [
        "Picture a.png, 300 bytes, left out of this file", "Picture b.svg, 6 bytes, left out of this file",
        "A picture that is not in this file",
    ]  # fmt: skip
    assert 'alt="&lt;&amp;&quot;&#x27;">' in pictures.put(html, MOST_BYTES)
