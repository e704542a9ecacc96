"""Whatever the text: no exception, every finding stands where its words stand, what is exempt is never matched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.wording.conftest import find_in

from afterword.model.settings import Settings
from afterword.model.source import Source
from afterword.read.report import read_report
from afterword.rules.wording.fields import field_blocks, prose_fields
from afterword.rules.wording.prose import flatten, mask

SENTENCES = [
    json.loads(line)["text"]
    for line in (Path(__file__).parent / "tuned.jsonl").read_text(encoding="utf-8").splitlines()
]
PIECES = st.sampled_from(
    ["should have ", "we failed to ", "the root cause was ", "human error ", "by the engineer ", "not ", "(", ")", "`", '"',
     "“", "”", "*", "_", "[", "](", "<!-- ", "-->", "\n", "\n\n", "> ", "- ", "| ", "@kim ", "Priya ", "İ", "ß", "’", "\u202e",
     "é", "e.g. ", ". ", "?", ";", ": ", "10:12 ", "# ", "~~~\n", "\t", "improve monitoring ", "who ", "and ", ", ", "be more careful "]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.sampled_from(SENTENCES), st.text(max_size=12)), max_size=30).map("".join))
def test_every_finding_stands_where_its_words_stand(text: str) -> None:
    source = Source("prose.md", text)
    for each in find_in(text):
        written = source.slice(each.span)
        assert each.match
        # Markup within a phrase is left out of the match, as in `should **have** tested`.
        assert set("".join(each.match.split())) <= set(written) | set("&*_\\<>") or "&" in written


@pytest.mark.parametrize("sentence", SENTENCES[:84])
def test_what_is_exempt_is_never_matched(sentence: str) -> None:
    plain = sentence.replace('"', "").replace("`", "")
    for exempt in (
        f"`{plain}`",
        f"“{plain}”",
        f'"{plain}"',
        f"<!-- {plain} -->",
        f"> {plain}",
        f"```\n{plain}\n```",
        f"    {plain}",
    ):
        assert find_in(f"{exempt}\n") == [], exempt


@pytest.mark.parametrize("sentence", ["The engineer forgot the flag.", "It was due to human error."])
def test_emphasis_and_links_make_no_difference(sentence: str) -> None:
    plain = [each.code for each in find_in(sentence)]
    for written in (f"**{sentence}**", f"_{sentence}_", f"[{sentence}](https://example.org/)", f"{sentence}<br>"):
        assert [each.code for each in find_in(written)] == plain


@given(st.text())
def test_small_letters_are_as_many(text: str) -> None:
    assert len(flatten(text)) == len(text)


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_a_mask_is_as_long_as_its_text(text: str, pairs: list[tuple[int, int]]) -> None:
    ranges = [(min(pair), min(max(pair), len(text))) for pair in pairs if min(pair) < len(text)]
    masked = mask(text, ranges)
    assert len(masked) == len(text)
    assert all(masked[at] == "\0" for start, end in ranges for at in range(start, end))


FORMS = {
    "plain": "plain_summary: {}\n",
    "double": 'plain_summary: "{}"\n',
    "single": "plain_summary: '{}'\n",
    "folded": "plain_summary: >-\n  {}\n",
    "literal": "plain_summary: |\n  {}\n",
    "folded over lines": "plain_summary: >-\n  First a line\n  and another.\n  {}\n",
    "flow": "behaviour: {{expected: a reply, observed: '{}'}}\n",
    "in a list": "ideas:\n  - {}\n",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("words", ["human error", "should have tested", "`code` and human error", "é ’ human error"])
def test_a_field_is_found_where_it_stands(form: str, words: str) -> None:
    text = f"It was the team and {words} in the end"
    written = f"---\ntitle: A report of something\n{FORMS[form].format(text)}---\n"
    report = read_report(written.encode(), path="2026-01-01-a.md", place="", settings=Settings())
    wanted = words.split("`")[-1].strip()
    for _, block in prose_fields(report):
        at = block.text.find(wanted)
        if at >= 0:
            assert report.source.slice(block.span(at, at + len(wanted))) == wanted
            return
    raise AssertionError(form)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_a_field_that_is_written_otherwise_still_has_a_place(text: str) -> None:
    source = Source("a.md", "title: something else\n")
    for block in field_blocks(source, source.span(7, 12), text):
        span = block.span(0, len(block.text))
        assert (span.line, span.column) <= (span.end_line, span.end_column)
