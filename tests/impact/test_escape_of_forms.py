"""What people typed stays text on the page of a job: no markup, mention, reference or address comes of it."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.impact.conftest import Tell
from tests.impact.sample import THIRD, THIRD_TEXT

from afterword.impact.forms.escape import code, escape
from afterword.impact.forms.markdown import render_markdown
from afterword.impact.forms.pieces import Line, Typed, say
from afterword.pages.escape import one_line

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS = re.compile(r"</?(?:p|ul|li|em|span|code)>")
TAGS = re.compile(r"</?(?:h2|h3|p|ul|li|em|span|code|table|thead|tbody|tr|th|td)(?: style=\"text-align:right\")?>")
SIGNS = "\\`*_{}[]()<>#+-.!|~&$@:/='\"^ \n1a"
HOSTILE = (
    "<img src=x onerror=alert(1)>", "![x](https://x.example/p.png)", "[x](javascript:alert(1))", "@everyone", "#123",
    "acme/reports#7", "GH-12", "ABC-12", "https://x.example", "www.x.example", "a@x.example", "`code`", "**b**", "~~s~~",
    "| a | b |", "# head", "1. one", "1) one", "- x", "+ x", "=== ", "---", "> q", "&lt;b&gt;", "&#64;x", ":tada:",
    "$x$", "$$x$$", "[^1]", "<!-- x", "<details>", "d508cf756344aaf9123c531122a9d2d410c4ecfa", "\u202eabc", "a\nb\n\n# c",
    "```\nx", "<em>", "</em>", "[x]: https://x.example", "- [ ] task", "\\", "\\<b>", "[!NOTE]",
)  # fmt: skip


def shown(markdown: str) -> str:
    """The text of a rendered list item, without characters that have no width; fails where there is other markup."""
    rendered = RENDER.render(f"- {markdown}\n")
    bare = OURS.sub("", rendered)
    assert "<" not in bare, rendered
    return html.unescape(bare).replace("\u200b", "").strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    assert shown(escape(text)) == one_line(text)
    assert shown(f"<em>{escape(text)}</em> (x)") == f"{one_line(text)} (x)"
    assert shown(code(text)) == one_line(text)


@given(st.one_of(st.text(alphabet=SIGNS, max_size=30), st.text(max_size=30), st.sampled_from(HOSTILE)))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    wanted = " ".join(one_line(text).split())
    assert " ".join(shown(f"x {escape(text)} y").split()) == " ".join(f"x {wanted} y".split())
    assert " ".join(shown(escape(text) or "x").split()) == (wanted or "x")


@given(st.text(alphabet=SIGNS, max_size=30))
def test_nothing_is_left_for_github_to_find(text: str) -> None:
    left = html.unescape(re.sub(r"\\(.)", r"\1", escape(f"{text}@a #1 http://a www.a GH-1 AB-1 :a: 1234567")))
    for pattern in (r"@\w", r"#\d", r"://", r"www\.", r"GH-\d", r"AB-\d", r":\w", r"\b[0-9a-f]{7,40}\b"):
        assert not re.search(pattern, left), pattern


def test_a_line_keeps_our_words_and_theirs_apart() -> None:
    assert say("a {} b {}.", Typed("<c>"), "d") == Line(("a ", Typed("<c>"), " b ", "d", "."))


def test_no_report_can_add_to_the_page(tell: Tell) -> None:
    title = "<img src=x onerror=alert(1)> @all ![p](https://x.example/p.png) #1"
    text = THIRD_TEXT.replace("Delivery was promised to a street that has another name", f"'{title}'")
    text = text.replace("{name: shop-assistant}", "{name: shop-assistant, also_affected: ['<b>@x']}")
    text = text.replace("plain_summary: The assistant", 'plain_summary: "| <u>The</u> assistant').replace(
        "came.\n", 'came."\n'
    )
    page = render_markdown(tell({THIRD: text}))
    bare = TAGS.sub("", RENDER.render(page))
    assert "onerror" in bare
    assert "<" not in bare
    assert "@a" not in html.unescape(bare)
