"""Offsets in a file's text, lines with columns, and the way between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.source import Source
from afterword.model.span import START, Span

TEXT = st.lists(st.sampled_from(["a", "漢", "🦊", " ", "\t", "\n", "\r", "\r\n", "\f", "\u2028", "\x85"])).map("".join)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("a", ("a",)),
        ("a\n", ("a", "")),
        ("a\r\nb\rc\nd", ("a", "b", "c", "d")),
        ("\n\r\n\r", ("", "", "", "")),
        ("a\u2028b\x85c\fd\x0be", ("a\u2028b\x85c\fd\x0be",)),
    ],
)
def test_lines(text, lines):
    source = Source("x.md", text)
    assert source.lines == lines
    assert [source.line_text(number) for number in range(1, len(lines) + 1)] == list(lines)


def test_a_line_that_is_not_there_is_empty():
    assert [Source("x.md", "a").line_text(number) for number in (-1, 0, 2)] == ["", "", ""]


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (0, 0, START),
        (0, 2, Span(1, 1, 1, 3)),
        (1, 3, Span(1, 2, 1, 3)),  # ends between CR and LF: still the line's end
        (3, 3, Span(1, 3, 1, 3)),
        (4, 6, Span(2, 1, 2, 3)),
        (0, 7, Span(1, 1, 3, 1)),
        (6, 8, Span(2, 3, 3, 2)),
        (5, 2, Span(2, 2, 2, 2)),  # an end before the start is the start
        (-5, 99, Span(1, 1, 3, 2)),
    ],
)
def test_span(start, end, span):
    assert Source("x.md", "ab\r\n漢🦊\nz").span(start, end) == span


@pytest.mark.parametrize(
    ("line", "column", "offset"),
    [(1, 1, 0), (1, 3, 2), (1, 9, 2), (2, 2, 5), (3, 1, 7), (3, 2, 8), (4, 1, 8), (0, 0, 0)],
)
def test_offset(line, column, offset):
    assert Source("x.md", "ab\r\n漢🦊\nz").offset(line, column) == offset


def test_spans_are_ordered_by_place():
    assert sorted([Span(2, 1, 2, 2), Span(1, 9, 1, 10), Span(1, 9, 1, 9)])[0] == Span(1, 9, 1, 9)


@given(TEXT, st.data())
def test_what_a_span_covers_is_the_text_between_the_offsets(text, data):
    source = Source("x.md", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = source.span(start, end)
    outside = [offset for offset in (start, end) if text[offset - 1 : offset + 1] == "\r\n"]
    if not outside:
        assert source.slice(span) == text[start:end]
        assert source.offset(span.line, span.column) == start
    assert span.column <= len(source.line_text(span.line)) + 1
    assert (span.line, span.column) <= (span.end_line, span.end_column)


@given(TEXT)
def test_lines_and_their_ends_make_the_text(text):
    source = Source("x.md", text)
    ends = [*source.line_starts[1:], len(text)]
    whole = [
        line + text[start + len(line) : end]
        for line, start, end in zip(source.lines, source.line_starts, ends, strict=True)
    ]
    assert "".join(whole) == text
    assert all("\n" not in line and "\r" not in line for line in source.lines)
