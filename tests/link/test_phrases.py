"""The words that reasons name."""

from __future__ import annotations

import pytest

from tests.link.sample import relate, report


def phrases(one: tuple[str, str], other: tuple[str, str], *rest: tuple[str, str]) -> tuple[str, ...]:
    reports = [report(f"2024-01-{n:02}-r", title, body) for n, (title, body) in enumerate((one, other, *rest), 1)]
    found = relate(*reports)["2024-01-01-r"]
    return next(each.because.phrases for each in found if each.id == "2024-01-02-r")


REST = (("Bread was burnt", "Flour and heat."), ("A door was shut", "Key and lock."), ("A lamp fell", "Oil and wick."))
REST_JA = (
    ("倉庫の温度が上がった", "空調が止まった。"),
    ("配送が遅れた", "雪が降った。"),
    ("電話が不通", "回線が切れた。"),
)


def test_neighbouring_words_are_one_phrase_as_people_write_it() -> None:
    found = phrases(
        ("Discount codes were refused", "Each discount code of the autumn sale was refused."),
        ("A discount code paid twice", "Discount codes could be used twice in the sale."),
        *REST,
    )
    assert "discount code" in found or "discount codes" in found
    assert not any(one != other and set(one.split()) & set(other.split()) for one in found for other in found)


def test_a_word_in_capitals_stays_so() -> None:
    assert "DNS" in phrases(("DNS went away", "The DNS was gone."), ("No DNS", "DNS again."), *REST)


def test_japanese_phrases_are_words_and_no_fragments() -> None:
    found = phrases(
        ("証明書の期限切れで画面が開けない", "サーバー証明書の期限が切れた。"),
        ("取引先の証明書の期限切れ", "サーバー証明書の更新を忘れた。"),
        *REST_JA,
    )
    assert any("証明書" in each for each in found)
    assert all(
        2 <= len(each) <= 12 and each[0] not in "のをがにはで" and each[-1] not in "のをがにはで" for each in found
    )
    assert not any(each in {"明書", "証明", "ーバ", "期限切"} for each in found)


def test_chinese_phrases_are_words() -> None:
    found = phrases(
        ("客服机器人承诺了不存在的退款政策", "机器人编造了退款政策。"),
        ("机器人给出错误的退款政策", "退款政策早已过期。"),
        ("仓库温度过高", "空调停了。"),
        ("配送延误", "下雪了。"),
        ("电话不通", "线路断了。"),
    )
    assert any("退款政策" in each for each in found)


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "`|*_#", "\u202eabc", '"><img src=x>']
)
def test_nothing_but_letters_and_figures_stands_in_a_phrase(hostile: str) -> None:
    found = phrases(("Refund " + "refused", hostile + " refund"), ("Refund", hostile + " refund"), *REST)
    assert all(each.replace(" ", "").isalnum() for each in found)


def test_two_reports_of_nothing_share_no_phrase() -> None:
    assert phrases(("", ""), ("", "")) == ()
