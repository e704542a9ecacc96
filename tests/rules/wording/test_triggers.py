"""No rule is kept from a sentence by words that were left out of its triggers, or of a pattern's own needs."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from tests.rules.wording.conftest import WORDING

import afterword.rules.wording as family
from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.read.gates import read_gates
from afterword.read.prose import read_prose
from afterword.read.vocabulary import shipped_vocabulary
from afterword.rules.rule import Context, Rule
from afterword.rules.wording import dispatch, gated
from afterword.rules.wording.dispatch import Scene, organisation_of
from afterword.rules.wording.faults import SIGNS, slips
from afterword.rules.wording.improvements import may_improve, vague_improvements
from afterword.rules.wording.prose import passages_of
from afterword.rules.wording.sentences import Sentence, split_sentences
from afterword.rules.wording.subjects import subject_of

ROWS = (Path(__file__).parent / "tuned.jsonl").read_text(encoding="utf-8").splitlines()
TEXT = "\n\n".join(json.loads(row)["text"] for row in ROWS)
PROSE = read_prose(TEXT.encode(), path="prose.md", settings=Settings())
CONTEXT = Context(
    Project(Path("root"), Path("root/postmortems")),
    Collection((), shipped_vocabulary()),
    link_reports(()),
    read_gates({}),
    date(2026, 11, 23),
)
ORGANISATION = organisation_of(Settings())
MODULES = sorted(path.stem for path in Path(family.__file__).parent.glob("aw3*.py"))


@pytest.fixture(scope="module", name="sentences")
def _sentences() -> list[Sentence]:
    return [sentence for passage in passages_of(PROSE) for sentence in split_sentences(passage)]


@pytest.mark.parametrize("module", MODULES)
def test_a_trigger_stands_in_every_sentence_that_a_rule_finds_something_in(
    module: str, sentences: list[Sentence]
) -> None:
    rule = import_module(f"{family.__name__}.{module}")
    if not hasattr(rule, "TRIGGERS"):
        assert module == "aw332_thin_causes"
        return
    scene = Scene(PROSE, CONTEXT, ORGANISATION)
    hidden = [
        sentence.low
        for sentence in sentences
        if sentence.vocabulary.isdisjoint(rule.TRIGGERS) and any(rule.find(sentence, scene))
    ]
    assert hidden == []


@pytest.mark.parametrize("rule", WORDING, ids=lambda rule: rule.code)
def test_a_rule_finds_nothing_where_none_of_its_patterns_may_match(rule: Rule, sentences: list[Sentence]) -> None:
    """The patterns that a rule names are all that it finds things by: what is found without them would be lost."""
    patterns = dict(dispatch._PATTERNS).get(dispatch._BITS.get(rule.code, 0), 0)
    scene = Scene(PROSE, CONTEXT, ORGANISATION)
    module = import_module(f"{family.__name__}.{next(each for each in MODULES if rule.code.lower() in each)}")
    hidden = [
        sentence.low
        for sentence in sentences
        if patterns and not sentence.possible & patterns and any(module.find(sentence, scene))
    ]
    assert hidden == []


def test_a_word_of_a_sign_stands_in_every_sentence_that_it_finds_a_fault_in(sentences: list[Sentence]) -> None:
    hidden = []
    for sign in SIGNS:
        for sentence in sentences:
            if sentence.vocabulary.isdisjoint(sign.words):
                for found in sign.pattern.pattern.finditer(sentence.low, sentence.lead):
                    subject = subject_of(sentence, found.start(), ORGANISATION)
                    if sign.judge(sentence, found, subject, ORGANISATION):
                        hidden.append((found[0], sentence.low))
    assert hidden == []


def test_no_two_signs_share_a_pattern() -> None:
    """A sign is looked for where its pattern is asked for by one of its own words, and by nobody else's."""
    assert len({sign.pattern.bit for sign in SIGNS}) == len(SIGNS)
    assert all(sign.pattern.required == (sign.words,) for sign in SIGNS)


def test_what_else_a_pattern_of_a_sign_is_used_for_has_the_signs_words(sentences: list[Sentence]) -> None:
    """Where a person after `by` is looked for with the pattern of a sign, the sign's words are all that it matches."""
    hidden = [
        sentence.low
        for sentence in sentences
        if slips.MISTAKENLY.pattern.pattern.search(sentence.low)
        and sentence.vocabulary.isdisjoint(slips.MISTAKENLY.words)
    ]
    assert hidden == []


def test_an_improvement_is_found_by_a_pattern_or_by_plain_words_alone(sentences: list[Sentence]) -> None:
    hidden = [
        sentence.low
        for sentence in sentences
        if not may_improve(sentence) and any(vague_improvements(sentence, ORGANISATION))
    ]
    assert hidden == []


def test_a_pattern_that_matches_is_never_left_out(sentences: list[Sentence]) -> None:
    # A pattern that is asked for at a place of its own may match within a word when it is searched for.
    hidden = [
        (found[0], sentence.low)
        for each in gated._ALL
        for sentence in sentences
        if not sentence.possible & each.bit
        and not any(sentence.vocabulary.isdisjoint(required) for required in each.required)
        and (found := each.pattern.search(sentence.low, sentence.lead))
        and not sentence.low[found.start() - 1 : found.start()].isalpha()
    ]
    assert hidden == []
