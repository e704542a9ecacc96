"""The text of HTML blocks: what readers see of it, where it stands, and what is no text."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.body import Block
from afterword.model.source import Source
from afterword.model.span import Span
from afterword.read.markdown import read_body


def html_of(text: str) -> list[Block]:
    return [each for each in read_body(Source("x.md", text), 0).blocks if each.kind == "html"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<p>We forgot it.</p>", "We forgot it."),
        ("<p> We <b>forgot</b> it.", "We forgot it."),
        ("<div>\n<p>One</p>\n<p>Two</p>\n</div>", "One\nTwo"),
        ("<div>one\ntwo</div>", "one two"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<p>a<br>b <span class='x'>c</span>d", "a\nb cd"),
        ("<div>a < b and a <= c</div>", "a < b and a <= c"),
        ("<div>a <!-- hidden --> b</div>", "a b"),
        ("<div><script>forgot()</script>seen<STYLE>p {}</style> too</div>", "seen\ntoo"),
        ("<div>seen</div><script>and never closed", "seen"),
        ("<p>an open <b and nothing after it", "an open <b and nothing after it"),
        ("<p>tag by < sign >and text", "tag by < sign >and text"),
    ],
)
def test_what_stands_between_tags_is_read(written: str, text: str) -> None:
    assert [each.text for each in html_of(written)] == [text]


@pytest.mark.parametrize(
    "written", ["<div></div>", "<hr>", "<!-- a -->", "<script>x</script>", "<p> </p>", "<div id=x"]
)
def test_nothing_to_read_is_no_block(written: str) -> None:
    assert [each.text for each in html_of(written)] in ([], [written])


def test_it_stands_where_it_is_written() -> None:
    text = "# One\n\n- a\n\n  <p class='x'>We\n    forgot</p>\n"
    (block,) = html_of(text)
    start = block.text.index("forgot")
    assert block.span(start, start + 6) == Span(6, 5, 6, 11)
    assert block.heading == "One"


def test_code_and_quotations_are_exempt() -> None:
    (block,) = html_of("<div>We <code>forgot <b>it</b></code> and <blockquote>they <q>lied</q></blockquote> left</div>")
    assert [block.text[start:end] for start, end in block.exempt] == ["forgot it", "they lied\n"]


def test_within_a_quote_it_is_a_quote() -> None:
    assert [each.kind for each in read_body(Source("x.md", "> <p>said</p>\n"), 0).blocks] == ["block_quote"]


def test_a_comment_before_it_holds_for_it() -> None:
    body = read_body(Source("x.md", "<!-- afterword-ignore AW302: told by them -->\n<p>We forgot it.</p>\n"), 0)
    assert [(each.code, each.applies_to) for each in body.suppressions] == [("AW302", Span(2, 1, 2, 21))]


PIECES = [
    "<",
    ">",
    "</",
    "<p>",
    "</p>",
    "<code>",
    "</code>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    " ",
    "\n",
    "a",
    "'",
    '"',
    "İ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_character_that_is_read_stands_in_the_file(text: str) -> None:
    source = Source("x.md", f"<div>{text}")
    for block in read_body(source, 0).blocks:
        for place, character in enumerate(block.text):
            written = source.slice(block.span(place, place + 1))
            assert character in written or character in "\n ", (block.text, place)
        assert all(0 <= start < end <= len(block.text) for start, end in block.exempt)
        assert [*block.exempt] == sorted(block.exempt)


@pytest.mark.parametrize(
    "unit", ["<", "<a ", "<p>", "<script>", "</script>", "<code>", "<p>a</p>", "<!-- ", "a>", "<script></script>"]
)
def test_twice_the_html_is_twice_the_work(unit: str) -> None:
    """Counted in lines that run, which no busy machine changes."""
    small, large = (lines_run(f"<div>{unit * number}") for number in (400, 800))
    assert large < 2.3 * small + 500


def lines_run(text: str) -> int:
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read_body(Source("x.md", text), 0)
    finally:
        sys.settrace(before)
    return count
