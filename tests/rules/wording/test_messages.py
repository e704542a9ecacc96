"""What a finding says: one line, bounded, whole words, no marks of its own, no key, and no word that a rule finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.wording.conftest import find_in

from afterword.model.settings import Settings
from afterword.rules.wording.quoting import LONGEST_HINT, LONGEST_MESSAGE

KEY = "ghp_" + "a1B2" * 9
WHO = [
    "The on-call engineer", "We", "I", "@jkim", "Our careless annotators", "One of our engineers", "The Azure team",
    "A sysadmin", "The `deploy` team", "The stupid and lazy vendor", "Nobody", "The outage", "The assistant", "Someone",
    "The first [link](https://example.com) reviewer", "The team responsible for the cache", "You", "THE ROOT CAUSE",
    "The root cause of the outage", "A race in `a_b(c, d)`", "Why did the team", "Who approved", "The cache, the index",
    "Be", "Always", "Merging both on a Friday", "A careless", "The 3,400 indexes that `x` holds", "It", "After it, the job",
]  # fmt: skip
DID = [
    "forgot to", "failed to follow", "overlooked that", "ignored the", "did not", "should have", "shouldn't have",
    "accidentally", "was due to human error in", "boils down to a", "decided to ignore", "missed the", "could have been",
    "neglected", "was the result of a lack of", "will be more careful with", "never", "should be trained on", "lied about",
    "needs better", "should have been more", "deleted the wrong", "was poorly", "took too long to", "must improve the",
    "was the root cause of", "was", "was accidentally dropped", "should have been reviewed by", "boils down to",
    "should not have been merged before", "not test", "more careful with", "check", "is to blame for", "was reckless",
    "should have known that", "dropped the ball on", "deploy took",
]  # fmt: skip
WHAT = [
    "re-enable the alarm", "`rm -rf /`", "the deprecation notice", f"rotate {KEY}", "it", "**bold** and _not_",
    "<b>flag</b>", "reviewed", "a\u202eb", "you and your team", "testing, which nobody read", "]( the ![x](y)",
    "how many stores use the old catalogue", "x" * 90, "the wrong", "password: hunter2x9!", "“a quote”", "the \u0007bell",
    "check the diff, because the screen was green", "of the", "communication between the teams", "and", "| a | b |",
    "planned", "known that the quota was shared", "to", "the engineer's fault", "``two`` ticks ```", "--flag=1", "#1 & 2",
]  # fmt: skip
SENTENCES = st.tuples(
    st.sampled_from(WHO), st.sampled_from(DID), st.lists(st.sampled_from(WHAT), min_size=1, max_size=4),
    st.sampled_from([".", "", " again.", ", sadly.", "\n"]),
).map(lambda each: f"{each[0]} {each[1]} {' '.join(each[2])}{each[3]}")  # fmt: skip
DANGLING = "a|an|the|our|its|to|of|for|with|by|and|or|that|which|was|were|is|be|it|them|this|who|not"
"""Words in which no filling ends."""
OWN = Settings.model_validate(
    {"organisation": {"phrases": {"add": [{"phrase": "the flag", "rule": "AW321", "reason": "`so` [it](x) is\n" * 9}]}}}
)


@settings(max_examples=250, deadline=None)
@given(SENTENCES | st.text(max_size=60).flatmap(lambda noise: SENTENCES.map(lambda each: f"{each} {noise}")))
def test_messages_and_hints_are_whole_and_harmless(sentence: str) -> None:
    for finding in find_in(f"{sentence}\n\nSomebody forgot the flag.\n", OWN):
        for said, longest in ((finding.message, LONGEST_MESSAGE), (finding.hint, LONGEST_HINT)):
            assert said == " ".join(said.split())
            assert said.isprintable()
            assert len(said) <= longest
            assert said.count("`") % 2 == 0
            assert "``" not in said
            own = re.sub(r"`[^`]+`", "", said)
            assert not re.search(r"[\[\]<>*_#|\\{}]|://", own)
            assert not re.search(r"\b(?:you|your|yours|blame[ds]?|careless|lazy|stupid)\b", own, re.IGNORECASE)
            assert KEY not in said
            assert "hunter2x9" not in said
        assert KEY not in finding.match


@settings(max_examples=250, deadline=None)
@given(SENTENCES)
def test_what_fills_a_question_is_whole(sentence: str) -> None:
    for finding in find_in(f"{sentence}\n\n## What we change\n\n- {sentence}\n"):
        for filling in re.findall(r"`([^`]+)`", finding.hint):
            assert filling == filling.strip(" ,;:.?!-")
            assert not re.search(rf"(?:^|\s)(?:{DANGLING})$", filling, re.IGNORECASE)
            assert not re.match(
                r"(?:it|they|them|he|she|you|i|we|nobody|and|or|but|of|was|were|is)\b", filling, re.IGNORECASE
            )
        own = re.sub(r"`[^`]+`", "X", finding.hint)
        assert not re.search(r"X X|\b(\w+) \1\b|\b(?:an?|the) X\b", own)
        assert not re.search(r"\b(?:an?|the|our|its|to|of|with|by|and|or|that|to those)[?,:]", own)


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_messages_and_hints_pass_the_rules(sentence: str) -> None:
    said = {part for each in find_in(f"{sentence}\n") for part in (each.message, each.hint)}
    assert [each.match for each in find_in("\n\n".join(sorted(said)))] == []


def _said(sentence: str, code: str) -> tuple[str, str]:
    found = [each for each in find_in(f"{sentence}\n") if each.code == code]
    assert len(found) == 1, sentence
    return found[0].message, found[0].hint


@pytest.mark.parametrize(
    ("code", "sentence", "hint"),
    [
        ("AW301", "The outage was due to human error.", "what let it lead to the outage?"),
        ("AW301", "The secondary machine was down due to human error.", "what let it have this effect?"),
        (
            "AW302", "The on-call engineer forgot to re-enable the alarm.",
            "what did the on-call engineer see and do at that point, and what relied on somebody to `re-enable the alarm`?",
        ),
        (
            "AW302", "One of our careless engineers failed to follow the runbook of the gateway.",
            "what did one of the engineers see and expect at that point, and what let it through?",
        ),
        (
            "AW302", "I overlooked that the notebook still pointed at the February export.",
            "what did those involved see at that point, and where did it show `that the notebook still pointed at the "
            "February export`?",
        ),
        (
            "AW302", "The team missed the deprecation notice for a year.",
            "what did the team see at that point, and where did `the deprecation notice` show?",
        ),
        (
            "AW302", "The developer did not think of it.",
            "what did the developer see and expect at that point, and what let it through?",
        ),
        (
            "AW302", f"The engineer forgot to {'read ' * 20}the docs.",
            "what did the engineer see and expect at that point, and what let it through?",
        ),
        (
            "AW311", "The vendor should have told us about the maintenance.",
            "by which somebody would have `told us about the maintenance`?",
        ),
        (
            "AW311", "The vendor should not have changed the alias without notice.",
            "to keep somebody from having `changed the alias without notice`?",
        ),
        ("AW311", "We should have been more cautious.", "which signal or control was not there?"),
        ("AW311", "The on-call should have drained the node by 09:10.", "would have `drained the node by 09:10`?"),
        ("AW302", "The operator forgot to renew 3,400 licences.", "somebody to `renew 3,400 licences`?"),
        ("AW302", "The ML team ignored the drift alert.", "what did the ML team see"),
        ("AW312", "It should not have been approved.", "which test, alert, gate or owner stops it?"),
        ("AW312", "They should have been escalated.", "which test, alert, gate or owner brings it about?"),
        ("AW322", "Insufficient testing let it through.", "what did the testing cover, and what not?"),
        ("AW322", "There was a lack of communication.", "who learnt what, when, and by which path?"),
        ("AW361", "The agent decided to ignore the freeze.", "name what led it to `ignore the freeze`:"),
    ],
)  # fmt: skip
def test_gaps_are_filled_with_english(code: str, sentence: str, hint: str) -> None:
    assert hint in _said(sentence, code)[1]


@pytest.mark.parametrize(
    ("code", "sentence", "phrase"),
    [
        ("AW302", "The engineer deleted the wrong table in the night.", "`deleted the wrong table`"),
        ("AW302", "The engineers failed to communicate the schema change to support.", "`failed to communicate the schema change`"),
        ("AW331", "In the end it boils down to a single missing index.", "`boils down to a single missing index`"),
        ("AW352", "Document the process.", "`Document the process`"),
    ],
)  # fmt: skip
def test_a_phrase_is_told_in_whole(code: str, sentence: str, phrase: str) -> None:
    assert _said(sentence, code)[0].startswith(phrase)


def test_a_weak_action_is_shown_stronger_kinds_with_their_caveat() -> None:
    hint = _said("Train all annotators on the new class.", "AW352")[1]
    assert "a gate, a default, a limit" in hint
    assert hint.endswith("The ranking is contested, and strength is not effect")
