"""Prose, links, HTML, attribute lists and suppressions, each where it stands in the file."""

import re
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.model.span import Span
from afterword.read.markdown import body_limits, read_body
from afterword.read.markdown_text import BlockText

WRITTEN = [
    ("plain *em*, **bold *both***.", "bold both", (1, 15, 1, 25), "bold *both"),
    ("one\ntwo", "one two", (1, 1, 2, 4), "one\ntwo"),
    ("one  \ntwo", "one\ntwo", (1, 1, 2, 4), "one  \ntwo"),
    ("one\\\r\ntwo", "two", (2, 1, 2, 4), "two"),
    ("- a\n  - b *c*\n\n    d", "c", (2, 8, 2, 9), "c"),
    ("- a\n  - b\n\n    d\n    e", "d e", (4, 5, 5, 6), "d\n    e"),
    ("> a\nlazy\n> > b", "a lazy", (1, 3, 2, 5), "a\nlazy"),
    ("1. > # h `x` #", "x", (1, 11, 1, 12), "x"),
    ("# # # #", "# #", (1, 3, 1, 6), "# #"),
    ("Two\nlines\n===", "lines", (2, 1, 2, 6), "lines"),
    ("| a \\| b | *c* |\n|-|-|\n| `x\\|y` | z", "a | b", (1, 3, 1, 9), "a \\| b"),
    ("| a | b |\n|-|-|\n| `x\\|y` | z", "x|y", (3, 4, 3, 8), "x\\|y"),
    ("> a | b\n> -|-\n> c | d d", "d d", (3, 7, 3, 10), "d d"),
    ("- a | b\n  -|-\n  c | d", "a", (1, 3, 1, 4), "a"),
    ("漢字 **🦊🦊** 語", "🦊🦊", (1, 6, 1, 8), "🦊🦊"),
    (r"2 \* 3", "*", (1, 3, 1, 5), r"\*"),
    ("a &amp; b", "& b", (1, 3, 1, 10), "&amp; b"),
    ("`` a ` b ``", "a ` b", (1, 4, 1, 9), "a ` b"),
    ("> `one\n>   two`", "one two", (1, 4, 2, 8), "one\n>   two"),
    ("one\r\n\r\ntwo three", "three", (3, 5, 3, 10), "three"),
    ("one\r\rtwo\rthree", "two three", (3, 1, 4, 6), "two\rthree"),
    ("-\tone\n\n\ttwo", "two", (3, 2, 3, 5), "two"),
    ("> 1. >\t- ``\\", "``\\", (1, 10, 1, 13), "``\\"),
    ("\fone", "one", (1, 2, 1, 5), "one"),
    ("\f\ntwo", "two", (2, 1, 2, 4), "two"),
    ("a\u2028b c", "b", (1, 3, 1, 4), "b"),
    ("see [the *run*](r.md) now", "the run now", (1, 6, 1, 26), "the *run*](r.md) now"),
    ("![a &lt; b](i.png)", "a < b", (1, 3, 1, 11), "a &lt; b"),
    ("<!-- a --> so <b>it</b> is", "it", (1, 18, 1, 20), "it"),
    ("a <!-- b --> c", "a c", (1, 1, 1, 15), "a <!-- b --> c"),
    ('!!! note "The *title*"\n    text\n\n    more', "title", (1, 16, 1, 21), "title"),
    ('!!! note "T"\n    text\n\n    more\n\nout', "more", (4, 5, 4, 9), "more"),
    ("    code\n\n\t  x", "x", (3, 4, 3, 5), "x"),
    ("- ```\n  one\n\n  two\n  ```", "one\n\ntwo", (2, 3, 4, 6), "one\n\n  two"),
]


def read(text):
    return read_body(Source("x.md", text), 0)


@pytest.mark.parametrize(("text", "part", "span", "written"), WRITTEN)
def test_a_part_of_the_prose_stands_where_it_is_written(text, part, span, written):
    block = next(each for each in read(text).blocks if part in each.text)
    start = block.text.index(part)
    assert block.span(start, start + len(part)) == Span(*span)
    assert Source("x.md", text).slice(Span(*span)) == written


def test_kinds_and_the_headings_above():
    text = "a\n# One\nb\n## Two\n- c\n\n      d\n> - e\n# Three\n| f |\n|-|\n\n1. # g\n\n> # Quoted\n\nh"
    assert [(each.kind, each.text, each.heading) for each in read(text).blocks] == [
        ("paragraph", "a", None),
        ("heading", "One", None),
        ("paragraph", "b", "One"),
        ("heading", "Two", "One"),
        ("list_item", "c", "Two"),
        ("code", "d", "Two"),
        ("block_quote", "e", "Two"),
        ("heading", "Three", None),
        ("table_cell", "f", "Three"),
        ("heading", "g", "Three"),
        ("block_quote", "Quoted", "Three"),
        ("paragraph", "h", "Three"),
    ]


def test_headings():
    found = [(each.level, each.text, each.span) for each in read("# A `b`\n\n> ### c\n\nd\n---\n#").headings]
    spans = [Span(1, 3, 1, 7), Span(3, 7, 3, 8), Span(5, 1, 5, 2), Span(7, 1, 7, 2)]
    assert found == list(zip((1, 3, 2, 1), ("A b", "c", "d", ""), spans, strict=True))


@pytest.mark.parametrize(
    ("text", "href", "label", "whole", "target"),
    [
        ("a [b *c*]( <d e> 't' )", "d e", "b c", (1, 3, 1, 23), (1, 13, 1, 16)),
        ("[b](a&amp;\\_c)", "a&_c", "b", (1, 1, 1, 15), (1, 5, 1, 14)),
        ("[b]()", "", "b", (1, 1, 1, 6), (1, 5, 1, 5)),
        ("[b](javascript:x)", "javascript:x", "b", (1, 1, 1, 18), (1, 5, 1, 17)),
        ("> [b\n> c](d)", "d", "b c", (1, 3, 2, 8), (2, 6, 2, 7)),
        ("<mailto:a@b.c>", "mailto:a@b.c", "mailto:a@b.c", (1, 1, 1, 15), (1, 2, 1, 14)),
        ("[b][C]\n\n> [c]:\n> <d> 't'", "d", "b", (1, 1, 1, 7), (4, 4, 4, 5)),
        ("[b][] é\n\n[B]: d", "d", "b", (1, 1, 1, 6), (3, 6, 3, 7)),
        ("[b] (x)\r\n\r\n[b]: d\r\n", "d", "b", (1, 1, 1, 4), (3, 6, 3, 7)),
        ("| [b](c\\|d) |\n|-|", "c|d", "b", (1, 3, 1, 12), (1, 7, 1, 11)),
        ("[a [b](c) d](e)", "c", "b", (1, 4, 1, 10), (1, 8, 1, 9)),
        ("`[` [b](c) `](d)`", "c", "b", (1, 5, 1, 11), (1, 9, 1, 10)),
    ],
)
def test_links(text, href, label, whole, target):
    (link,) = read(text).links
    assert (link.href, link.text, link.span, link.href_span) == (href, label, Span(*whole), Span(*target))
    assert not link.image


def test_images_may_stand_in_links():
    found = [(each.href, each.text, each.image, each.span) for each in read("[![a](b.png) c](d)").links]
    assert found == [("d", "a c", False, Span(1, 1, 1, 19)), ("b.png", "a", True, Span(1, 2, 1, 13))]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a <b>c</b>", [("<b>", (1, 3, 1, 6)), ("</b>", (1, 7, 1, 11))]),
        ("> <div>\n>  x\n> </div>\n\ny", [("<div>\n x\n</div>", (1, 3, 3, 9))]),
        ("<p>\n<!-- c --> d\n<!-- never closed", [("<p>", (1, 1, 1, 4)), ("d\n<!-- never closed", (2, 12, 3, 18))]),
        ("`<b>` \\<b> <!-- <b> -->\n\n<!--\n\n<b>\n-->", []),
    ],
)
def test_raw_html(text, html):
    assert [(each.text, each.span) for each in read(text).html] == [(each, Span(*span)) for each, span in html]


@pytest.mark.parametrize(
    ("text", "lists", "prose"),
    [
        ("# A {: #b .c onclick=d }", [("{: #b .c onclick=d }", (1, 5, 1, 25))], "A"),
        ("A\n{ .c }", [("{ .c }", (2, 1, 2, 7))], "A"),
        ("[a](b){title='}'}!", [("{title='}'}", (1, 7, 1, 18))], "a!"),
        ("*a*{.b} **c**{: d=e}", [("{.b}", (1, 4, 1, 8)), ("{: d=e}", (1, 14, 1, 21))], "a c"),
        ("T {: #t }\n: D", [("{: #t }", (1, 3, 1, 10))], "T : D"),
        ("```py { .a #b }\nx\n```", [("{ .a #b }", (1, 7, 1, 16))], "x"),
        ("the prompt {name} and {a=1} hold {.}", [], "the prompt {name} and {a=1} hold {.}"),
    ],
)
def test_attribute_lists(text, lists, prose):
    body = read(text)
    assert [(each.text, each.span) for each in body.attributes] == [(each, Span(*span)) for each, span in lists]
    assert [each.text for each in body.blocks] == [prose]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- afterword-ignore AW301: why\n so -->\na\n\nb", [("AW301", "why so", "a")]),
        ("- <!-- afterword-ignore AW301: x --> a\n- b", [("AW301", "x", "<!-- afterword-ignore AW301: x --> a")]),
        ("<!-- afterword-ignore A1: x -->\n<!-- afterword-ignore A2: -->\n\n- a\n- b\n\nc",
         [("A1", "x", "- a\n- b"), ("A2", "", "- a\n- b")]),
        ("| a | b <!-- afterword-ignore A1: x --> |\n|-|-|", [("A1", "x", "b <!-- afterword-ignore A1: x -->")]),
        ("a <!-- afterword-ignore-start A1: x --> b\n\n- c <!-- afterword-ignore-end --> d",
         [("A1", "x", " b\n\n- c ")]),
        ("<!--afterword-ignore-start A1:x-->a<!--afterword-ignore-start A2:y-->b<!--afterword-ignore-end A1-->c",
         [("A1", "x", "a<!--afterword-ignore-start A2:y-->b"), ("A2", "y", "")]),
        ("a\n\n<!-- afterword-ignore A1: nothing follows -->", [("A1", "nothing follows", "")]),
        ("a <!-- afterword-ignore-end -->", [("", "", "")]),
        ("<!-- afterword-ignore AW301 no colon -->\na", [("AW301", "", "a")]),
        ("<!-- afterword-ignore: no code -->\na", [("", "no code", "a")]),
        ("<!-- afterword-ignore-file A1: x -->\na", [("", "", "a")]),
        ("`<!-- afterword-ignore A1: x -->` <!-- a note -->", []),
    ],
)  # fmt: skip
def test_suppressions(text, found):
    source = Source("x.md", text)
    suppressions = read(text).suppressions
    assert [(each.code, each.reason, source.slice(each.applies_to)) for each in suppressions] == found
    assert all(source.slice(each.span).startswith("<!--") for each in suppressions)


def test_what_is_exempt_and_what_is_quoted():
    text = 'A `x "y` "so it goes", a 5" or 6" disk, “was” https://a.b/c(d). <http://e.f> www.g.h, www'
    (block,) = read(text).blocks
    exempt = [block.text[start:end] for start, end in block.exempt]
    assert exempt == ['x "y', "https://a.b/c(d", "http://e.f", "www.g.h"]
    assert [block.text[start:end] for start, end in block.quoted] == ['"so it goes"', "“was”"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She wrote 'we should have checked it' at noon.", ["'we should have checked it'"]),
        ("'we ignored the alerts', she wrote.", ["'we ignored the alerts'"]),
        ("(in her words: 'the team's plan wasn't tested')", ["'the team's plan wasn't tested'"]),
        ("They call it 'the engineers' night' and go home.", ["'the engineers' night'"]),
        ("The 'alerts' field and 'teams' too.", ["'alerts'", "'teams'"]),
        ("The 'default' alias and 'Every night' both.", ["'default'", "'Every night'"]),
        ("We didn't see the team's note, and they don't either.", []),
        ("In the '90s the engineers' tools didn't tell 'em.", []),
        ("We waited 'til the teams' lead wasn't asleep 'cause it was late.", []),
        ("The teams' change and the vendors' answer weren't read.", []),
        ("Rock'n'roll, o'clock, and the `x`'s value isn't y's.", []),
        ("A 5' pole and the crews' hut 'round the bend.", []),
        ("It opens 'here and is never closed.", []),
        ("It opens 'here\\\nand closes' there.", []),
    ],
)
def test_single_marks_quote_and_apostrophes_do_not(text, quoted):
    (block,) = read(text).blocks
    assert [block.text[start:end] for start, end in block.quoted] == quoted


def test_places_count_from_the_beginning_of_the_file():
    text = "---\ntitle: x\n---\n# A\n\n[b](c)\n"
    body = read_body(Source("x.md", text), text.index("# A"))
    assert (body.text, body.first_line) == ("# A\n\n[b](c)\n", 4)
    assert (body.headings[0].span, body.links[0].href_span) == (Span(4, 3, 4, 4), Span(6, 5, 6, 6))
    assert read_body(Source("x.md", text), len(text)).blocks == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a" * 300 + "\n" + "b" * 200, [("line", (1, 201, 1, 301))]),
        ("ab" * 60 + "\n" + ("c" * 99 + "\n") * 20, [("size", (1, 1, 1, 1))]),
        ("x ***********\n```\n``````````\\\\\\\\\\\\\\\\\\\\\\", [("run", (1, 3, 1, 14)), ("run", (3, 11, 3, 22))]),
        ("==========================\n----------------------", []),
        ("> " * 21 + "a\n" + "> " * 22 + "b\n\n" + "> " * 21, [("nesting", (1, 1, 1, 42))]),
        ("".join("  " * level + "- a\n" for level in range(21)), [("nesting", (21, 1, 21, 42))]),
        ("> " + "- " * 10 + "a\n>\n> " + "  " * 10 + "1. " * 10 + "b", [("nesting", (3, 1, 3, 52))]),
        ("- " * 20 + "a\n" + "* " * 40, []),
        ("- a\n\nb\n\n" * 30, []),
    ],
)
def test_limits(text, found):
    limits = Limits(line_characters=200, run_characters=10, body_bytes=2000)
    told = body_limits(Source("x.md", text), 0, limits)
    assert [(each.kind, each.span) for each in told] == [(kind, Span(*span)) for kind, span in found]
    assert all(each.message and each.hint for each in told)


LETTERS = 'ab*_`[]()<>!\\|&~#:{}"“”漢🦊\t\r\n\f\0\u2028'
BLANKS = " ·  ·    ·\n\n·\r\n·  \n"
MARKS = (
    "> ·- ·1. ·# ·==\n·```\n·!!! note\n·| a | b |\n·|-|-|\n·<div>\n·[a]: u\n·**·``·](u)·![·&amp;·<b>·<a:b>·{: .a }·\\|"
)
COMMENTS = "<!-- c -->·<!-- afterword-ignore A1: x -->\n·<!--·-->"
PIECES = st.sampled_from([*LETTERS, *f"{BLANKS}·{MARKS}·{COMMENTS}".split("·")])
# A new line in the text of HTML stands for the tag that begins it.
STANDS_FOR = re.compile(r"\\+.|&#?\w+;|[ \\]*(?:\r\n?|\n)[ \t>]*|</?[^>]*>", re.DOTALL)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("> 1. >\t- ``\\\n")
@example("| a\\\\|b |\n|-|\n")
@example("<div>\na<div>\na")
@example("<!--\n\na")
def test_every_letter_of_the_prose_stands_in_the_file(text):
    source = Source("x.md", text)
    for block in read_body(source, 0).blocks:
        assert "".join(block.text[each.start : each.end] for each in block.segments) == block.text
        for index, letter in enumerate(block.text):
            span = block.span(index, index + 1)
            written = source.slice(span).replace("\0", "\ufffd")
            # An empty line within HTML is a blank that nothing is written for.
            assert written == letter or STANDS_FOR.fullmatch(written) or (letter == " " and not written)
        for before, after in pairwise(each.span for each in block.segments):
            assert (before.end_line, before.end_column) <= (after.line, after.column)


@settings(deadline=None)
@given(st.text() | st.lists(PIECES, max_size=60).map("".join), st.integers(0, 9))
def test_any_text_is_read(text, offset):
    source = Source("x.md", text)
    body = read_body(source, min(offset, len(text)))
    body_limits(source, min(offset, len(text)), Limits())
    for each in [*body.headings, *body.links, *body.html, *body.attributes, *body.suppressions]:
        assert (each.span.line, each.span.column) <= (each.span.end_line, each.span.end_column)
        assert each.span.column <= len(source.line_text(each.span.line)) + 1
    for link in body.links:
        assert source.slice(link.span)[0] in "[!<"


HOSTILE = "a *b* [c](d) `e`. ·[a ·![a ·[a](b ·[a](b 'x [a](b (·*a_ ·`a``b·&a·\"“·{: a ·| a ·|-·< <a <!-- ·x <? <![CDATA[ <!A ·"
HOSTILE += '<a b="·- a\n* b\n·\\·' + "> " * 20


def seconds(text):
    source = Source("x.md", text)
    started = process_time()
    body_limits(source, 0, Limits())
    read_body(source, 0)
    return process_time() - started


@pytest.mark.heavy
@pytest.mark.parametrize("unit", HOSTILE.split("·"))
def test_four_times_the_text_takes_some_four_times_the_time(unit):
    def text(size):
        line = unit * max(1, 80 // len(unit)) + "\n"
        return line * (size // len(line))

    once, more = (min(seconds(text(size)) for _ in range(3)) for size in (25_000, 100_000))
    assert more < 9 * once + 0.05


@given(st.text() | st.lists(PIECES, max_size=20).map("".join))
@example("one\ntwo  \nthree\n four\t\nfive")
@example("one! two] three > four\n“five”")
def test_a_text_without_markup_is_read_as_the_parser_reads_it(text: str) -> None:
    by_itself = read_body(Source("a.md", text), 0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BlockText, "add_plain", lambda _: False)
        assert read_body(Source("a.md", text), 0) == by_itself
