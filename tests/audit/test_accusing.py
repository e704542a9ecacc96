"""Wording that accuses is found where a person is the subject, and nowhere else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.audit.accusing import find_accusations

ACCUSING = (
    "The outage was caused by human error.",
    "Root cause: human error",
    "It was due to a simple operator mistake.",
    "The operator forgot to drain the node.",
    "An engineer accidentally deleted the table.",
    "Bob forgot to renew the certificate.",
    "He should have known better.",
    "The on-call engineer failed to check the dashboard.",
    "The DBA should not have run this.",
    "The intern dropped the ball.",
    "This was a careless deployment.",
    "Why did the engineer approve this?",
    "Who approved this change?",
    "Someone should have checked.",
    "The blame lies with the vendor.",
    "Disciplinary action was taken.",
    "原因は担当者の確認ミスである。",
    "人為的ミスによる障害。",
    "田中さんが設定を忘れた。",
    "担当者の不注意であった。",
    "事前に確認すべきだった。",
    "Die Ursache war menschliches Versagen.",
)
# The must-not list of the wording rules, with what archives add to it.
NEUTRAL = (
    "The request failed to complete.",
    "The job should have finished at 10:00.",
    "The model should have returned 200.",
    "Traffic failed over to the standby.",
    "Root cause analysis",
    "Root cause: under investigation",
    "The error rate rose to 4 %.",
    "A human-in-the-loop step was added.",
    "We do not treat human error as a cause.",
    "Operator error is never a root cause.",
    "The point is not to blame anyone.",
    "We should have an alert for this.",
    "We forgot to say that the queue was full.",
    "Customers would have seen 503s.",
    "An integration test would have caught this.",
    "The agent ignored the second instruction because the tool result was longer than its window.",
    "502 Bad Gateway",
    "The lazy-loaded module and the lazy evaluation of it",
    "The service responsible for billing restarted.",
    "Thanks to the reporter for the clear write-up.",
    "Owner: platform team",
    "The operator console failed to load.",
    "The Prometheus operator failed to reconcile.",
    "The k8s operator never checked the status.",
    "An engineer rolled back the release.",
    "The interlock protects against operator error.",
    "ヒューマンエラーを防ぐ仕組みを入れる。",
    "お客様への影響は二時間だった。",
)


@pytest.mark.parametrize("text", ACCUSING)
def test_what_accuses_is_found(text: str) -> None:
    assert list(find_accusations(text))


@pytest.mark.parametrize("text", NEUTRAL)
def test_what_does_not_accuse_is_left_alone(text: str) -> None:
    assert list(find_accusations(text)) == []


@given(st.text(max_size=400))
def test_every_find_is_a_stretch_of_the_text(text: str) -> None:
    for found in find_accusations(text):
        assert 0 <= found.start < found.end <= len(text)


def test_long_texts_take_no_longer_than_their_length() -> None:
    """A block of prose is at most as long as a body may be; the worst words of the patterns, over and over."""
    for word in ("the new junior senior ", "caused by a simple ", "engineer had also then ", "担当者が"):
        text = word * (200_000 // len(word))
        begun = time.perf_counter()
        list(find_accusations(text))
        assert time.perf_counter() - begun < 20, word
