"""Suggested factors: the right ones for plain texts, the same for the same input, and nothing from what is left out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from afterword.link.similar.suggest import suggest_factors
from afterword.model.report import Report
from afterword.model.vocabulary import Vocabulary
from tests.pages.report_sample import report, vocabulary

GROUPS = "No test compared the results of groups, so nobody saw that rural customers fared worse."
TEXTS = {
    "2018-01-01-rollout": "The change was pushed to all servers at once, without a staged rollout that could hold it.",
    "2018-01-02-groups": GROUPS,
    "2018-01-03-injection": "A page on the web held instructions, and the agent took the injected text for its orders.",
}
EXPECTED = {
    "2018-01-01-rollout": "deploy-no-staged-rollout", "2018-01-02-groups": "eval-no-subgroup-tests",
    "2018-01-03-injection": "sec-prompt-injection",
}  # fmt: skip


def older(report_id: str, text: str, front: str = "") -> Report:
    return report(
        f"---\ntitle: An older text of ours\nlifecycle: imported\n{front}---\n\nDate: 2018\n\n{text}\n", report_id
    )


def test_the_plainest_texts_get_the_factor_that_they_tell_of() -> None:
    found = suggest_factors([older(*each) for each in TEXTS.items()], (), vocabulary())
    assert {
        each: next(one.factor.id for one in those) for each, those in found.items() if each != "2018-01-03-injection"
    } == {each: factor for each, factor in EXPECTED.items() if each != "2018-01-03-injection"}
    assert all(len(those) == 3 for those in found.values())


def test_the_words_stand_in_the_report_itself() -> None:
    found = suggest_factors([older("2018-01-02-groups", GROUPS)], (), vocabulary())["2018-01-02-groups"]
    assert found[0].words
    assert all(word in GROUPS or word in "An older text of ours" for each in found for word in each.words)


def test_lines_of_data_speak_for_nothing() -> None:
    found = suggest_factors([older("2018-01-02-groups", GROUPS)], (), vocabulary())["2018-01-02-groups"]
    assert "Date" not in {word for each in found for word in each.words}


def test_what_a_report_names_itself_has_no_part_in_it() -> None:
    plain = suggest_factors([older("2018-01-02-groups", GROUPS)], (), vocabulary())
    named = older("2018-01-02-groups", GROUPS, "contributing_factors: [{factor: hil-absent, how: Nobody was there.}]\n")
    assert suggest_factors([named], (), vocabulary()) == plain


def test_labelled_reports_that_are_alike_are_asked_and_named() -> None:
    text = "The zebra crossing detector slept while the zebra walked past the crossing."
    like = older("2017-01-01-zebra", text, "contributing_factors: [{factor: hil-absent}]\n")
    other = older("2017-01-02-else", GROUPS, "contributing_factors: [{factor: comm-silo}]\n")
    found = suggest_factors([older("2018-01-04-zebra", text)], [like, other], vocabulary())["2018-01-04-zebra"]
    assert found[0].factor.id == "hil-absent"
    assert found[0].like == ("2017-01-01-zebra",)


@pytest.mark.parametrize("text", ["", "…", "\u200b", "1 2 3 4"])
def test_an_empty_text_breaks_nothing(text: str) -> None:
    found = suggest_factors([older("2018-01-05-empty", text)], (), vocabulary())
    assert len(found["2018-01-05-empty"]) <= 3


def test_a_japanese_text_says_which_word_speaks_for_it() -> None:
    text = report(
        "---\ntitle: 検索が止まった\nlifecycle: imported\n---\n\n社内の検索が二時間止まった。\n", "2018-01-06-ja"
    )
    found = suggest_factors([text], (), vocabulary())["2018-01-06-ja"]
    assert found[0].factor.group == "retrieval"
    assert found[0].words == ("検索",)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Поиск остановился", "Поиск остановился на два часа, и никто этого не заметил."),
        ("在庫", "倉庫の棚が空になり、翌朝まで誰も知らなかった。"),
        (
            "Organisationsübergreifend",
            "Abhängigkeiten zwischen Abteilungen blieben ungeklärt, Verantwortlichkeiten ebenso.",
        ),
    ],
)
def test_without_any_word_that_speaks_for_a_factor_nothing_is_suggested(title: str, text: str) -> None:
    """Pieces of words that happen to be alike are no reason that a person could judge."""
    silent = report(f"---\ntitle: {title}\nlifecycle: imported\n---\n\n{text}\n", "2018-01-07-silent")
    told = older("2018-01-02-groups", GROUPS)
    found = suggest_factors([silent, told], (), vocabulary())
    assert found["2018-01-07-silent"] == ()
    assert len(found["2018-01-02-groups"]) == 3


def test_nothing_to_suggest_from_or_for() -> None:
    assert suggest_factors([], (), vocabulary()) == {}
    assert suggest_factors([older("2018-01-02-groups", GROUPS)], (), Vocabulary((), ())) == {"2018-01-02-groups": ()}


def test_the_same_input_gives_the_same_suggestions_in_any_process() -> None:
    script = (
        "from tests.link.test_suggest import TEXTS, older\nfrom tests.pages.report_sample import vocabulary\n"
        "from afterword.link.similar.suggest import suggest_factors\n"
        "found = suggest_factors([older(*each) for each in TEXTS.items()], (), vocabulary())\n"
        "print([(key, [(one.factor.id, one.score, one.words) for one in those]) for key, those in found.items()])\n"
    )
    ran = [
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads, "PYTHONPATH": "."},
            cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
        ).stdout
        for seed, threads in (("0", "1"), ("7", "2"))
    ]  # fmt: skip
    assert ran[0] == ran[1]
    assert "deploy-no-staged-rollout" in ran[0]
