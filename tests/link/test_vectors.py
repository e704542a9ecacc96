"""Corners of the arithmetic that a whole collection seldom meets."""

from __future__ import annotations

import numpy as np
import pytest

from afterword.link.similar import vectors
from afterword.link.similar.bag import count_words
from afterword.link.similar.texts import compare_texts


def bags(*texts: str):
    return [count_words([(text, 1)]) for text in texts]


def test_both_ways_of_finding_directions_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"word{n}" for n in range(40)]
    draw = np.random.default_rng(3)
    texts = [" ".join(draw.choice(words, 12)) for _ in range(160)]
    exact = compare_texts(bags(*texts)).near
    monkeypatch.setattr(vectors, "_DENSE", 10)
    iterated = compare_texts(bags(*texts)).near
    assert [list(each.items()) for each in exact] == [list(each.items()) for each in iterated]


def test_directions_of_equal_size_are_kept_or_left_together() -> None:
    """Reports with nothing in common: any order of theirs is as good, so none may decide."""
    texts = [chr(0xAC00 + n) * 3 for n in range(130)]
    assert all(not near for near in compare_texts(bags(*texts)).near)


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), ("refund", ""), ("a", "b", "c"), ("返金", "退款")])
def test_small_and_empty_collections(texts: tuple[str, ...]) -> None:
    near = compare_texts(bags(*texts)).near
    assert len(near) == len(texts)
    assert all(0 < value <= 1 for each in near for value in each.values())


def test_likeness_is_the_same_from_both_ends() -> None:
    texts = ("refund refused", "refund paid twice", "certificate expired", "an expired refund", "voice call")
    near = compare_texts(bags(*texts)).near
    assert all(near[other][one] == value for one, each in enumerate(near) for other, value in each.items())
    assert all(one not in each for one, each in enumerate(near))
