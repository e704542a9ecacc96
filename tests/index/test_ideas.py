"""Ideas stand together where reports use the same words, whatever their order, and never by a chain of likenesses."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.lists_sample import index_of, narrower, report

from afterword.index.ideas import group_ideas


def told(day: int, *ideas: str, lifecycle: str = "published", origin: str = "own"):
    front = (
        f"---\ntitle: Something was told\nlifecycle: {lifecycle}\norigin: {origin}\nideas: {json.dumps(ideas)}\n---\n"
    )
    return report(f"2026-03-{day:02}-told", front)


def groups(*found) -> list[tuple[int, list[str]]]:
    ideas = group_ideas(index_of(list(found)))
    return [(group.reports, [idea.text for idea in group.ideas]) for group in ideas.recurring]


def test_inflected_words_are_the_same_word_and_the_newest_report_stands_first() -> None:
    found = group_ideas(index_of([
        told(1, "Publish each year a comparison of limits between groups"),
        told(2, "Every year, compare the groups and publish it"),
        told(3, "Rehearse the loss of a volume"),
    ]))  # fmt: skip
    (group,) = found.recurring
    assert [idea.report.id for idea in group.ideas] == ["2026-03-02-told", "2026-03-01-told"]
    assert group.words == ("year", "groups", "publish")
    assert [idea.text for idea in found.single] == ["Rehearse the loss of a volume"]


def test_two_shared_words_are_enough_only_where_they_are_half_of_the_shorter_one() -> None:
    assert groups(told(1, "Keep cold backups"), told(2, "Cold backups for volumes that agents delete"))
    long = "Cold evenings, with backups of ledgers, invoices, journals, payrolls and calendars"
    assert not groups(told(1, long), told(2, "Show cold numbers beside backups, alerts, thresholds and dashboards"))


def test_two_ideas_of_one_report_do_not_recur() -> None:
    assert not groups(told(1, "Keep cold backups of volumes", "Keep cold backups of volumes"))
    assert groups(told(1, "Keep cold backups", "Keep cold backups"), told(2, "Keep cold backups"))[0][0] == 2


def test_no_chain_joins_what_has_nothing_in_common() -> None:
    found = groups(
        told(1, "alpha bravo charlie"), told(2, "alpha bravo charlie delta echo foxtrot"), told(3, "delta echo foxtrot"),
        told(4, "foxtrot golf hotel delta"),
    )  # fmt: skip
    assert found == [(3, ["foxtrot golf hotel delta", "delta echo foxtrot", "alpha bravo charlie delta echo foxtrot"])]


def test_scripts_without_spaces_are_compared_too() -> None:
    assert groups(told(1, "割引判定の基準を毎月確認する"), told(2, "割引判定の基準を公開する"))
    assert not groups(told(1, "割引判定の基準を毎月確認する"), told(2, "検索結果の順位を保存する"))


def test_words_in_most_ideas_tell_nothing() -> None:
    many = [told(day, f"model answers {chr(96 + day) * 3}word {chr(96 + day) * 4}word") for day in range(1, 21)]
    assert groups(*many) == []


def test_only_counted_reports_are_read() -> None:
    index = index_of([told(1, "Keep cold backups"), told(2, "Keep cold backups", lifecycle="superseded"), *narrower()])
    assert group_ideas(index).recurring == ()
    theirs = [told(1, "Keep cold backups"), told(2, "Keep cold backups", origin="public-sources")]
    assert group_ideas(index_of(theirs, count_public_sources=False)).recurring == ()
    assert group_ideas(index_of(theirs, count_public_sources=True)).recurring != ()


@given(st.lists(st.lists(st.text(st.sampled_from("ab cd割引|<`\u202e"), max_size=30), max_size=3), max_size=6))
@settings(max_examples=80)
def test_every_idea_stands_in_one_place(texts: list[list[str]]) -> None:
    index = index_of([told(place + 1, *each) for place, each in enumerate(texts)])
    found = group_ideas(index)
    shown = [(idea.report.id, idea.text) for group in found.recurring for idea in group.ideas]
    shown += [(idea.report.id, idea.text) for idea in found.single]
    assert sorted(shown) == sorted(
        (report.id, text) for report in index.counted for text in report.front.ideas if text.strip()
    )
    for group in found.recurring:
        assert group.reports >= 2
        assert group.words
