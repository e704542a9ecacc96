"""A pattern as a program finds what RE2 finds, whatever is written."""

from __future__ import annotations

import time

import pytest
from afterword_patterns import runs
from hypothesis import given
from hypothesis import strategies as st

from afterword.evals.export.regex.parse import PortableError
from afterword.evals.export.regex.program import program_of
from afterword.evals.export.regex.sets import ranges_of
from afterword.evals.patterns import finds, flaw_of

PARTS = (
    "a", "b", "K", "é", "ß", "ſ", "😀", "İ", ".", r"\d", r"\w", r"\s", r"\S", r"\pL", r"\p{Greek}", r"\PN", r"\p{^Lu}", "[a-c]", "[^a]", "[]a]", "[^]]",
    "[[:alpha:]x]", "[[:^digit:]]", r"[\d_]", r"[\Q]\E-]", r"[\x{100}-\x{200}\pN]", r"\x41", r"\x{1F600}", r"\101", r"\n", r"\t", r"\a", r"\0", r"\.", r"\\",
    r"\/", "^", "$", r"\b", r"\B", r"\A", r"\z", "(?i)", "(?s)", "(?m)", "(?-i)", "(?U)", "(?i:k)", "(?is-m:.k)", "(?P<n>a)", "(?<m>b)", "(?:)", "(|a)", r"\Qa.b\E",
    "{", "}", "]", "-", "#", " ", "{,3}", "a{2}",
)  # fmt: skip
REPEATS = ("", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,}", "{2}?")
TEXTS = (
    "", "a", "b", "ab\n", "K", "k\u212a", "é", "É", "ß", "SS", "ſs", "\n", "a\nb", "a.b", "1", "_", "😀", "İi", "Αα", "\\", "{", "}", "a{,3}", "]", "-", "A", "aa",
    "Ā", " ", "\t", '"', "/", "\x07", "\x00", "٣", "\ufffd", "\x0b", "\x85", "\u2028", "\ud800",
)  # fmt: skip
part = st.tuples(st.sampled_from(PARTS), st.sampled_from(REPEATS), st.booleans(), st.booleans()).map(
    lambda told: (f"({told[0]}{told[1]})" if told[2] else told[0] + told[1]) + ("|" if told[3] else "")
)
patterns = st.lists(part, min_size=1, max_size=6).map("".join).filter(lambda pattern: not flaw_of(pattern))
texts = st.lists(st.sampled_from(TEXTS), max_size=4).map("".join) | st.text(max_size=8)


@given(patterns, st.lists(texts, min_size=1, max_size=6), st.booleans())
def test_a_program_finds_what_re2_finds(pattern: str, lines: list[str], folds: bool) -> None:
    program = program_of(pattern, ignore_case=folds)
    for text in lines:
        assert runs(program, text) == finds(pattern, text, ignore_case=folds), text


@given(st.text(max_size=12), texts)
def test_any_text_that_re2_takes_is_taken_alike(pattern: str, text: str) -> None:
    if flaw_of(pattern):
        return
    assert runs(program_of(pattern, ignore_case=False), text) == finds(pattern, text)


def test_classes_are_those_of_re2() -> None:
    assert ranges_of(r"\d") == ((48, 57),)
    assert ranges_of("[k]", ignore_case=True) == ((75, 75), (107, 107), (0x212A, 0x212A))
    assert ranges_of(".") == ((0, 9), (11, 0x10FFFF))
    assert ranges_of(".", dot_all=True) == ((0, 0x10FFFF),)
    assert ranges_of(r"[\x{1F600}-\x{1F602}é]") == ((0xE9, 0xE9), (0x1F600, 0x1F602))


def test_what_takes_forever_elsewhere_is_done_at_once() -> None:
    program = program_of(r"(a+)+$|(a|aa)+b|(.*)*x", ignore_case=False)
    start = time.monotonic()
    assert not runs(program, "a" * 3_000 + "!")
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("pattern", [r"a\Cb", "(" * 250 + "a" + ")" * 250])
def test_what_no_program_can_say_is_refused(pattern: str) -> None:
    with pytest.raises(PortableError):
        program_of(pattern, ignore_case=False)
