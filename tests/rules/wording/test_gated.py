"""A pattern is tried wherever it could match: the words that it needs are read off it rightly."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.rules import RULES
from afterword.rules.wording import gated as module
from afterword.rules.wording import needs
from afterword.rules.wording.gated import Gated, gated, gated_start, mask_of, possible_in, triggers_of
from afterword.rules.wording.needs import needed_words, needs_of
from afterword.rules.wording.prose import Passage, flatten, vocabulary_of
from afterword.rules.wording.sentences import split_sentences

SENTENCES = [
    flatten(json.loads(line)["text"])
    for name in ("tuned", "kept")
    for line in (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
]
PATTERNS = [each for each in module._ALL if RULES]
"""All patterns of the rules, which are made when the rules are imported."""


@pytest.fixture
def _own_patterns():
    """What a test makes is taken away again, so that no other one meets it."""
    yield
    del module._ALL[len(PATTERNS) :]
    module._index.cache_clear()


def _sentence(text: str):
    return split_sentences(Passage(text, text, flatten(text), "", (), False, lambda start, end: None))[0]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bforgot\b", [{"forgot"}]),
        (r"(?<![\w-])(?:forgot|ignored)(?!\w)", [{"forgot", "ignored"}]),
        (r"\bmistakes?\b", [{"mistake", "mistakes"}]),
        (r"\breali[sz]ed\b", [{"realised", "realized"}]),
        (r"\bfailed to\b", [{"failed"}]),
        (r"\bmade (?:a|the) mistake\b", [{"mistake"}]),
        (r"\b(?:did not|didn't) (?:check|test)(?:ed)?\b", [{"check", "checked", "test", "tested"}]),
        (r"\bthe (?:\w+ )*engineer\b", [{"engineer"}]),
        (r"\b(?:very )?careful\b", [{"careful"}]),
        (r"\bpaid{1,3} attention\b", [{"attention"}]),
        (r"\bcaused (?:(?:by|through) (?:people|staff))", [{"caused"}]),
        (r"\bdouble[- ]?check\b", [{"doublecheck", "double"}]),
        (r"(?:forgot|\w+ed)", []),
        (r"forgot", []),
        (r"\bforgot\w*", []),
        (r"\w*forgot\b", []),
        (r"(?:forgot )?\b", []),
        (r"(?:\bforgot\b)*", []),
        (r"\bforgot(?:ten)?", []),
        (r"[a-z]+ing\b", []),
        (r"'ve\b", [{"ve"}]),
        (r"\bit's\b", [{"it's"}]),
        (r"\w+n't\b", [{"t"}]),
        (r"(?<!\w)'ll\b", [{"ll"}]),
        (r"\bforgot(?= it)", [{"forgot"}]),
        (r"\bforgot(?! it)", []),
        (r"(?<!not )forgot\b", []),
        (r"\bforgot\b|^", []),
        (r"", []),
    ],
)
def test_words_are_read_off_a_pattern(pattern: str, needed: list[set[str]]) -> None:
    assert [set(words) for words in needed_words(pattern)][: len(needed) or None] == needed


@pytest.mark.parametrize("place", range(len(PATTERNS)))
def test_every_match_in_our_sentences_has_the_words(place: int) -> None:
    each = PATTERNS[place]
    for low in SENTENCES:
        found = each.pattern.search(low)
        # Words written by hand beside a pattern may be fewer on purpose.
        if found and not each.needs and (each.reading == each.pattern.pattern or not found.start()):
            words = vocabulary_of(low)
            for need in needs_of(each.reading):
                assert any(words.issuperset(pair) for pair in need), (each.pattern.pattern, low)
            asked = all(not words.isdisjoint(required) for required in each.required)
            assert bool(possible_in(words) & each.bit) == asked, (each.pattern.pattern, low)


PIECES = st.sampled_from(
    ["forgot", "check", "the", "not", " ", "'s", "n't", "-", "(?:a|b c)", "(?:forgot|check)", "[sz]", "[^.]", r"\w", r"\w+", r"\b",
     r"(?!\w)", r"(?<![\w-])", "(?: very| too)*", "(?:ed|ing)?", "(?P<x>it|that)", r"\s", "s?", "(?= x)", "{0,2}?", "|", r"\.", "."]
)  # fmt: skip


@pytest.mark.parametrize("most", [1, 3, 12, 600])
@given(data=st.data())
@settings(
    suppress_health_check=[
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
    ],
    deadline=None,
    max_examples=300,
)
def test_no_text_that_matches_is_without_the_words(
    data: st.DataObject, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few texts are told apart before they are summed up."""
    monkeypatch.setattr(needs, "_MOST", most)
    needs._read.cache_clear()
    pattern = "".join(data.draw(st.lists(PIECES, min_size=1, max_size=8)))
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    text = data.draw(
        st.lists(
            st.sampled_from(
                ["forgot", "check", "a", "b", "it", "x", "the", "s", "z", "not", "ed", "very", " ", " ", ".", "'", "-"]
            ),
            max_size=8,
        ).map("".join)
    )
    if compiled.search(text):
        words = vocabulary_of(text)
        for need in needs_of.__wrapped__(pattern):
            assert any(words.issuperset(pair) for pair in need), (pattern, text, need)


@pytest.mark.usefixtures("_own_patterns")
def test_a_pattern_finds_what_it_finds_by_itself() -> None:
    forgot = gated(r"(?<![\w-])forg[eo]t(?!\w)")
    start = gated_start(r"be (?:careful|wary)\b")
    sentence = _sentence("We forgot it, and forget it, be careful.")
    assert [found[0] for found in forgot.finditer(sentence)] == ["forgot", "forget"]
    assert [found[0] for found in forgot.finditer(sentence, 9)] == ["forget"]
    assert forgot.search(sentence) is not None
    assert start.match(sentence, sentence.low.index("be")) is not None
    assert start.match(sentence, 0) is None
    other = _sentence("We shipped it.")
    assert not list(forgot.finditer(other))
    assert forgot.search(other) is None
    assert not other.possible & mask_of(forgot, start)
    assert triggers_of(forgot, start) == {"forgot", "forget", "careful", "wary"}


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\blooked the other way\b", [{("looked", "other")}]),
        (r"\b(?:did not|never) bother\b", [{("bother", "did"), ("bother", "never")}]),
        (r"\bto the\b", [{("the",)}]),
        (r"\bforgot\b", [{("forgot",)}]),
    ],
)
def test_the_two_rarest_words_of_a_text_are_needed_together(pattern: str, needed: list[set[tuple[str, ...]]]) -> None:
    assert [set(need) for need in needs_of(pattern)] == needed


@pytest.mark.usefixtures("_own_patterns")
def test_both_words_of_a_pair_are_asked_for() -> None:
    each = gated(r"\blooked the other way\b")
    assert possible_in(vocabulary_of("somebody looked the other way")) & each.bit
    assert not possible_in(vocabulary_of("somebody looked at the way")) & each.bit
    assert not possible_in(vocabulary_of("the other way")) & each.bit


@pytest.mark.usefixtures("_own_patterns")
def test_a_pattern_may_be_asked_for_with_further_words_alone() -> None:
    each = gated(r"\bwas (?:early|late)\b")
    each.require(frozenset({"we", "they"}))
    assert possible_in(vocabulary_of("we said that it was late")) & each.bit
    assert not possible_in(vocabulary_of("it was late")) & each.bit


@pytest.mark.usefixtures("_own_patterns")
def test_words_by_hand_are_taken_as_they_are() -> None:
    each = gated(r"\w+ (?:it|that)", "forgot ignored", "it that")
    assert isinstance(each, Gated)
    assert list(each.finditer(_sentence("we forgot it")))
    assert not list(each.finditer(_sentence("we shipped it")))
    assert not list(each.finditer(_sentence("we forgot them")))


def test_no_more_than_a_few_patterns_are_tried_on_a_plain_sentence() -> None:
    """What makes the rules fast: a sentence that blames nobody is over after one look at its words."""
    words = vocabulary_of(
        "the certificate of the second region expired at noon and requests were served from the first one"
    )
    assert possible_in(words).bit_count() < len(PATTERNS) / 6
