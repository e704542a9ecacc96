"""What relates two reports, in which order, and what never does."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.link.similar.because import ALIKE, NOTHING, describe_because
from tests.link.sample import factors, relate, report

LONG = "The {} of the service failed while nobody looked at it, and {} was seen by a customer first."


def many(count: int = 14):
    words = ["refund", "certificate", "forecast", "backup", "voice", "discount", "router"]
    return [
        report(
            f"2024-{1 + n % 12:02}-01-r{n:02}", f"A {words[n % 7]} went wrong", LONG.format(words[n % 7], words[n % 7])
        )
        for n in range(count)
    ]


def words_of(found, one: str, other: str) -> str:
    return next(describe_because(each.because) for each in found[one] if each.id == other)


def test_rare_factors_weigh_more_than_common_ones() -> None:
    common = [report(f"2024-02-{n:02}-c", contributing_factors=factors("data-drift")) for n in range(1, 9)]
    one = report("2024-01-01-a", contributing_factors=factors("data-drift", "comm-silo"))
    other = report("2024-01-02-b", contributing_factors=factors("comm-silo", "data-drift"))
    found = relate(one, other, *common)["2024-01-01-a"]
    assert found[0].id == "2024-01-02-b"
    assert describe_because(found[0].because).startswith("shares `comm-silo` and `data-drift`")
    rare = relate(
        report("2024-01-01-a", contributing_factors=factors("data-drift", "comm-silo")),
        report("2024-01-03-b", contributing_factors=factors("comm-silo", "model-opaque")),
        report("2024-01-02-c", contributing_factors=factors("data-drift", "org-no-review")),
        *common,
    )["2024-01-01-a"]
    score = {each.id: each.score for each in rare}
    assert score["2024-01-03-b"] > score["2024-01-02-c"]


def test_a_known_factor_weighs_more_than_a_potential_one() -> None:
    found = relate(
        report("2024-01-01-a", contributing_factors=factors("data-drift")),
        report(
            "2024-01-02-b",
            contributing_factors="[{factor: data-drift, confidence: known}, {factor: comm-silo, confidence: potential}]",
        ),
        report(
            "2024-01-03-c",
            contributing_factors="[{factor: data-drift, confidence: potential}, {factor: model-opaque, confidence: known}]",
        ),
    )
    assert [each.id for each in found["2024-01-01-a"]] == ["2024-01-02-b", "2024-01-03-c"]


def test_every_aspect_relates_and_is_told() -> None:
    shared = {
        "system": "{name: shop, type: chatbot, provider: acme}",
        "tags": "[launch]",
        "timeline": "[{kind: alert_missed, at: 2024-01-01, what: Quiet, signal: s, missed_because: muted}]",
        "remediations": "[{title: T, kind: monitor-alert}]",
    }
    found = relate(report("2024-01-01-a", **shared), report("2024-01-02-b", **shared), report("2024-01-03-c"))
    words = words_of(found, "2024-01-01-a", "2024-01-02-b")
    assert words.startswith(
        "same system; same provider; silent checks of one kind (`muted`); answered alike (`monitor-alert`);"
        " both labelled `launch`"
    )


def test_a_type_of_system_is_told_where_the_systems_differ() -> None:
    found = relate(
        report("2024-01-01-a", system="{name: one, type: chatbot}"),
        report("2024-01-02-b", system="{name: two, type: chatbot}"),
        report("2024-01-03-c", system="{name: three, type: other}"),
        report("2024-01-04-d", system="{name: four, type: other}"),
    )
    assert "same type of system (`chatbot`)" in words_of(found, "2024-01-01-a", "2024-01-02-b")
    assert "type" not in words_of(found, "2024-01-03-c", "2024-01-04-d")


def test_labels_of_an_imported_report_count_under_any_own_name() -> None:
    found = relate(
        report("2024-01-01-a", lifecycle="imported", x__categories="[Hardware, time]"),
        report("2024-01-02-b", lifecycle="imported", x__categories="[hardware]"),
        report("2024-01-03-c", lifecycle="imported"),
    )
    assert "both labelled `hardware`" in words_of(found, "2024-01-01-a", "2024-01-02-b")


def test_what_an_author_declared_comes_first_from_both_ends() -> None:
    found = relate(
        report("2024-01-01-a", contributing_factors=factors("data-drift"), related="[2024-01-03-c]"),
        report("2024-01-02-b", contributing_factors=factors("data-drift")),
        report("2024-01-03-c"),
        report("2024-01-04-d", supersedes="[2024-01-03-c]"),
        report("2024-01-05-e", body="See [it](2024-01-03-c.md)."),
    )
    assert [each.id for each in found["2024-01-01-a"]][:2] == ["2024-01-03-c", "2024-01-02-b"]
    assert words_of(found, "2024-01-01-a", "2024-01-03-c").startswith("declared as related")
    assert words_of(found, "2024-01-03-c", "2024-01-01-a").startswith("declared as related")
    assert words_of(found, "2024-01-03-c", "2024-01-04-d").startswith("replaces this report")
    assert words_of(found, "2024-01-04-d", "2024-01-03-c").startswith("replaced by this report")
    assert words_of(found, "2024-01-03-c", "2024-01-05-e").startswith("mentions this report")
    assert words_of(found, "2024-01-05-e", "2024-01-03-c").startswith("mentioned in this report")


def test_whoever_is_tied_is_listed_however_many_they_are() -> None:
    tied = [report(f"2024-02-{n:02}-t", body="See [it](2024-01-01-a.md).") for n in range(1, 25)]
    found = relate(report("2024-01-01-a"), *tied, *many())
    assert {each.id for each in found["2024-01-01-a"]} >= {each.id for each in tied}


def test_a_withdrawn_report_has_no_relation_and_is_in_none() -> None:
    gone = report("2024-01-02-b", "Refund refused", lifecycle="withdrawn", withdrawn="{because: Wrong}")
    found = relate(report("2024-01-01-a", "Refund refused", related="[2024-01-02-b]"), gone, report("2024-01-03-c"))
    assert "2024-01-02-b" not in found
    assert [each.id for each in found["2024-01-01-a"]] == ["2024-01-03-c"]


def test_a_narrower_report_has_no_part_in_any_score() -> None:
    """Neither as a neighbour nor by making a factor or a word less rare."""
    shown = [*many(6), report("2024-01-01-a", contributing_factors=factors("comm-silo", "data-drift"))]
    hidden = [
        report(f"2024-03-{n:02}-z", "A refund went wrong", LONG.format("refund", "router"), audience="restricted",
               contributing_factors=factors("data-drift"), tags="[hidden]", related="[2024-01-01-a]")
        for n in range(1, 9)
    ]  # fmt: skip
    assert relate(*shown, *hidden) == relate(*shown)


def test_ten_of_ten_even_where_nothing_is_in_common() -> None:
    empty = [report(f"20{10 + n}-01-01-e", f"{chr(97 + n) * 6}") for n in range(11)]
    found = relate(*empty)
    for each in empty:
        assert len(found[each.id]) == 10
        assert {other.score for other in found[each.id]} == {0.0}
        assert {describe_because(other.because) for other in found[each.id]} == {NOTHING}
    assert [each.id for each in found["2010-01-01-e"]][:2] == ["2011-01-01-e", "2012-01-01-e"]


def test_few_reports_relate_to_as_many_as_there_are() -> None:
    assert relate() == {}
    assert relate(report("2024-01-01-a")) == {"2024-01-01-a": []}
    two = relate(report("2024-01-01-a", "Refund refused"), report("2024-01-02-b", "Refund refused"))
    assert [each.id for each in two["2024-01-01-a"]] == ["2024-01-02-b"]


def test_equal_scores_are_ordered_by_id() -> None:
    same = [report(f"2024-01-0{n}-s", "One and the same title", "One and the same body.") for n in (3, 1, 2)]
    found = relate(*same)
    assert [each.id for each in found["2024-01-02-s"]] == ["2024-01-01-s", "2024-01-03-s"]
    assert len({each.score for each in found["2024-01-02-s"]}) == 1


def test_reports_without_factors_are_related_by_their_text() -> None:
    found = relate(*many())
    first = found["2024-01-01-r00"][0]
    assert first.id == "2024-08-01-r07"
    assert "refund" in describe_because(first.because)


def test_likeness_without_a_word_to_name_says_so() -> None:
    found = relate(
        report("2024-01-01-a", "Certificate expired", "The TLS renewal was forgotten."),
        report("2024-01-02-b", "証明書の期限切れ", "証明書の更新を忘れた。"),
        report("2024-01-03-c", "Bread", "Flour and water."),
    )
    assert found["2024-01-01-a"][0].id == "2024-01-02-b"
    assert words_of(found, "2024-01-01-a", "2024-01-02-b") == ALIKE


texts = st.text(max_size=60) | st.sampled_from(["", "返金の案内", "退款", "refund", "<b>&`|", "ก็ได้", "🦊", "\u202e"])
entries = st.lists(st.tuples(texts, texts, st.sampled_from(["", "data-drift", "comm-silo"])), max_size=14)


@settings(max_examples=40)
@given(entries, st.randoms())
def test_any_reports(found: list[tuple[str, str, str]], chance: random.Random) -> None:
    reports = [
        report(
            f"2024-01-{1 + n:02}-r",
            '"' + "".join(c for c in title if c.isalnum()) + f' {n}"',
            "".join(c for c in body if c.isprintable()),
            **({"contributing_factors": factors(factor)} if factor else {}),
        )
        for n, (title, body, factor) in enumerate(found)
    ]
    related = relate(*reports)
    shuffled = list(reports)
    chance.shuffle(shuffled)
    assert relate(*shuffled) == related
    ids = set(related)
    for key, others in related.items():
        assert {other.id for other in others} <= ids - {key}
        assert len({other.id for other in others}) == len(others) == min(10, len(ids) - 1)
        assert [(-other.score, other.id) for other in others if other.score] == sorted(
            (-other.score, other.id) for other in others if other.score
        )
        assert all(0 <= other.score <= 1 and round(other.score, 3) == other.score for other in others)
        assert all(describe_because(other.because) for other in others)
