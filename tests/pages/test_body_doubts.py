"""What the reader takes for code and an engine for prose stays text, with nobody who cleans the HTML afterwards."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from report_sample import Seen, to_html
from test_body import PIECES, TAGS, text

from afterword.pages.body_doubts import JOINER

MORE = (
    "[r]: javascript:b\n", "[r]:\n  javascript:b\n", "![r]", "[a][r]", "]\x02(javascript:b)", "<\x02script>",
    "`<script>alert(1)</script>`", "`` ` ``", "    <img src=x onerror=alert(1)>\n", "1.  ", ":   ", "[", "](", ")", "!",
    "](javascript:b)", "[a]\n(javascript:b)", "<javascript:b>", "```html\n", "````\n", "  ```\n", "> ```\n", "- ```\n",
    '!!! note "<b>"\n    ', "{: onclick=alert(1)}\n", "## h {onclick=alert(1)}\n", "\\`", "*[HTML]: <script>\n",
    "<div markdown=1>\n", "<https://example.org/`>", "`a`",
)  # fmt: skip


def unsafe(body: str) -> list[str]:
    """What of a body has become more than text on a page that nobody cleans."""
    page = Seen(to_html(text(body)))
    names = [name for name in page.names() if name not in TAGS | {"h1", "b"}]
    handlers = [name for _, given in page.elements for name in given if name.startswith("on") or name == "style"]
    targets = [href for href in page.hrefs() if href.lower().startswith(("javascript:", "data:"))]
    images = [given["src"] for name, given in page.elements if name == "img" and ":" in (given.get("src") or "")]
    return [*names, *handlers, *targets, *images]


@pytest.mark.parametrize(
    "body",
    [
        "> !!! note\n    [a](javascript:b)    a\n`",
        "1.     [a](data:text/html;base64,b)<!DOCTYPE",
        "> ??? note\n    1. <script>alert(1)</script>    ",
        ">??? note\n    { .a }<img src=x onerror=alert(1)>",
        "> !!! note\n    [a](javascript:b){: .a #b onclick=c }",
        "a ` b\n- `<script>alert(1)</script>` c",
        "```\nA.\n````\n\n<script>alert(1)</script>\n\n```\n",
        "A.\n[r]: javascript:b\n\n[r]",
        "]\x02(javascript:b) and [a]\x02(javascript:b)",
        "!![a](https://example.org/b.png)",
        "!\x02![a](https://example.org/b.png)",
        "!<https://example.org/`>`<script>alert(1)</script>`{ .a }`",
        "- ```\n  <script>\n\n    <img src=x onerror=alert(1)>\n",
    ],
)
def test_two_readings_of_one_text_are_both_harmless(body: str) -> None:
    assert unsafe(body) == []


@given(st.lists(st.sampled_from((*PIECES, *MORE)), max_size=12).map("".join))
@example(
    "[a](data:text/html;base64,b)\n<script>alert(1)</script>??? note\n    [a](javascript:b)\\<<img src=x onerror=b>"
)
def test_nothing_runs_without_a_second_lock(body: str) -> None:
    assert unsafe(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "```html\n<b onclick=a>[x](y) {: .z a=b }</b>\n\n![p](q)\n```",
        "~~~\n<b>\n~~~\n\nThen `<b>` and `[x](y)`.",
        "A tag such as `<script>` or `![a](b)`, and ``a ` b``.",
        "<!-- a note -->\n\n`<b>` is bold.",
    ],
)
def test_certain_code_is_left_as_it_is(body: str) -> None:
    assert JOINER not in text(body)
    assert "&#" not in text(body)


def test_data_in_an_indented_block_can_be_copied() -> None:
    body = 'A.\n\n    {"price": [1, 2], "names": {"a": "b"}}\n'
    assert text(body) == body.strip()


def test_a_joiner_is_not_seen() -> None:
    page = Seen(to_html(text("A.\n\n    if a <b: [x](y)\n")))
    assert page.text.replace(JOINER, "").endswith("if a <b: [x](y)")


@pytest.mark.parametrize("unit", ["![", "](", "`<b>` ", "{a=b} ", "\\![", "[a](<x>) "])
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(size: int) -> float:
        body = "\n\n".join([unit * (1000 // len(unit))] * (size // 1000))
        start = time.process_time()
        text(body)
        return time.process_time() - start

    seconds(10_000)
    small, large = seconds(40_000), seconds(160_000)
    assert large < 12 * small + 0.5
