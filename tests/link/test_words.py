"""Words, and what stands for them in scripts without spaces."""

from __future__ import annotations

import pytest

from afterword.link.similar.bag import count_words
from afterword.link.similar.concepts import find_matters
from afterword.link.similar.words import normalise, split_grams, stem


def test_stop_words_numbers_letters_and_blobs_tell_nothing() -> None:
    bag = count_words([(f"The refund of 2024 was x {'a' * 41} at https://shop.example.com/refund?x=1", 1)])
    assert dict(bag.words) == {"refund": 1}


def test_a_title_counts_as_often_as_is_said() -> None:
    assert count_words([("Refund", 2), ("refund refund", 1)]).words == {"Refund": 2, "refund": 2}


@pytest.mark.parametrize("word", ["Refunds", "refunded", "REFUND", "refunding"])
def test_forms_of_a_word_are_one(word: str) -> None:
    assert stem(word) == "refund"


def test_japanese_gives_pairs_and_whole_words_without_grammar() -> None:
    assert list(split_grams("返金のエラー")) == ["返金", "金の", "のエ", "エラ", "ラー", "返金", "エラー"]
    assert list(split_grams("ものです")) == []


def test_chinese_gives_pairs_and_thai_too() -> None:
    assert list(split_grams("退款，错误")) == ["退款", "退款", "错误", "错误"]
    assert list(split_grams("คืน")) == ["คื", "ืน"]


def test_wide_and_half_forms_are_one() -> None:
    assert normalise("ﾒﾓﾘ ＡＩ") == "メモリ AI"


def test_one_matter_in_three_languages() -> None:
    english = set(find_matters(["certificates", "expired"], ""))
    assert english == set(find_matters([], "証明書の期限切れ")) == set(find_matters([], "证书过期"))
    assert english
    assert english.isdisjoint(find_matters(["Bread"], "パン 面包"))


def test_a_text_without_words_is_an_empty_bag() -> None:
    bag = count_words([("", 2), ("— … 🦊 1 2 3", 1)])
    assert not bag.words
    assert not bag.grams
    assert not bag.matters
