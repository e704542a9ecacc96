"""What people typed stays what they typed: no tag, link, heading, table break or attribute list comes of it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup
from report_sample import Seen, to_html

from afterword.pages.escape import escape_paragraphs, escape_text, link_to

PIECES = (
    "<script>alert(1)</script>", "<b>", "</div>", "<!-- x -->", "<div markdown>", "&lt;", "&#60;", "&amp;", "*a*",
    "**a**", "_a_", "`a`", "```", "~~~", "[a](https://example.org)", "[a]: https://example.org", "![a](b.png)",
    "[[a]]", "https://example.org", "<https://example.org>", "a@example.org", "# a", "## a", "- a", "+ a", "1. a",
    "1) a", "> a", "| a |", "| --- |", "---", "===", "***", "___", ":   a", "!!! note", "a ??? note", "{: .a #b }",
    "{ onclick=a }", "{{ a }}", "{% a %}", "\\", "\\*", "\\\\", "^a^", "~a~", "$a$", "[TOC]", "*[a]: b", "[^1]", "a",
    "B", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\x00", "\x02", "\x03", "\u2028", "\u202e", "\u200b", "é", "漢", "🙂",
    '"', "'",
)  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=8).map("".join)
UNSEEN = re.compile("[\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    """The text as a reader sees it: one line, without control characters and marks of direction."""
    kept = "".join(each for each in UNSEEN.sub("", text) if each in "\t\n\r" or unicodedata.category(each) != "Cc")
    return " ".join(kept.split())


@given(hostile)
@example('!!! note "a"')
@example("{: #a }")
@example("[TOC]")
def test_text_stays_text_in_a_paragraph(text: str) -> None:
    seen = Seen(to_html(f"Before\n\n{escape_text(text)}\n\nAfter"))
    assert set(seen.names()) == {"p"}
    assert not seen.other
    assert seen.text == " ".join(f"Before {plain(text)} After".split())


@pytest.mark.parametrize("text", ["??? note", "???+ note", "??? a b"])
def test_no_fold_comes_of_question_marks(text: str) -> None:
    assert Seen(to_html(escape_text(text))).names() == ["p"]


@given(hostile)
def test_text_stays_text_in_a_table_cell(text: str) -> None:
    seen = Seen(to_html(f"| A | B |\n| --- | --- |\n| x{escape_text(text)} | y |\n"))
    assert seen.names() == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert "".join(seen.text.split()) == "".join(f"A B x{plain(text)} y".split())


@given(hostile)
def test_text_stays_text_in_a_list_and_a_definition(text: str) -> None:
    for source, names in (
        (f"-   x {escape_text(text)}\n", ["ul", "li"]),
        (f"Term\n:   x {escape_text(text)}\n", ["dl", "dt", "dd"]),
    ):
        seen = Seen(to_html(source))
        assert seen.names() == names
        assert seen.text.endswith(f"x {plain(text)}".strip())


@given(hostile)
def test_text_stays_text_in_a_heading(text: str) -> None:
    seen = Seen(to_html(f"# x {escape_text(text)}"))
    assert seen.names() == ["h1"]
    assert set(seen.elements[0][1]) == {"id"}
    assert seen.text == f"x {plain(text)}".strip()


@given(hostile)
def test_text_stays_text_in_code_and_in_a_block_of_html(text: str) -> None:
    seen = Seen(to_html(f'<div class="aw-note" markdown>\n\nx <code>{escape_text(text)}</code>\n\n</div>\n'))
    assert seen.names() == ["div", "p", "code"]
    assert seen.text.endswith(plain(text))


@given(hostile)
def test_text_stays_text_in_the_title_of_a_fold(text: str) -> None:
    seen = Seen(to_html(f'??? example "x {escape_text(text)}"\n\n    Text\n'))
    assert seen.names() == ["details", "summary", "p"]
    assert seen.text == " ".join(f"x {plain(text)} Text".split())


@given(hostile)
def test_paragraphs_are_kept_and_nothing_else_comes_of_them(text: str) -> None:
    seen = Seen(to_html(f"Before\n\n{escape_paragraphs(text)}\n\nAfter"))
    assert set(seen.names()) == {"p"}
    assert "".join(seen.text.split()) == "".join(f"Before{plain(text)}After".split())


@given(hostile, st.sampled_from(["https://example.org/", "../factors/"]), hostile)
def test_a_link_is_one_link_whatever_stands_in_it(text: str, begin: str, rest: str) -> None:
    seen = Seen(to_html(f"x {link_to(text, begin + rest)} y"))
    assert seen.names() == ["p", "a"] or not plain(text)
    assert all(href.startswith(begin) for href in seen.hrefs())
    assert set(seen.elements[-1][1]) <= {"href"}


@pytest.mark.parametrize("text", ["Two words", "Größe 3", "a-b", "(see above)", "50 %"])
def test_plain_words_are_left_as_they_are(text: str) -> None:
    assert escape_text(text) == Markup(text)
