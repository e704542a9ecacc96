"""Names where a person acts: the people of the settings by every form, odd letters, and the work that names cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.wording.conftest import find_in
from tests.rules.wording.test_cost import lines_run

from afterword.model.settings import Settings
from afterword.model.source import Source

PEOPLE = ["Anna Kowalska", "Will Stone", "tlee", "Xanthippe", "Dana Brown", "Zoë d'Août"]
KNOWN = Settings.model_validate({"organisation": {"people": PEOPLE}})
PIECES = st.sampled_from(
    ["Priya ", "Mark ", "April ", "Jose\u0301 ", "Søren ", "Al\u200bice ", "İlkay ", "Ren\u00e9e’s ", "O'Brien ", "de la ", "Dr. ",
     "@kim ", "engineer ", "AK ", "A. ", "-", "'", "’s ", "@", ".", ", ", " and ", " & ", "(", ")", " who ", "by ", "was ", "restarted ",
     "asked ", "10:12 ", "the ", "change ", "山田 ", "\u202e", "\n", "| ", "`", "- ", "kowalska"]
)  # fmt: skip


def names_in(text: str, settings: Settings | None = None) -> list[str]:
    return [found.match for found in find_in(text, settings) if found.code == "AW305"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna restarted the gateway.", "Kowalska restarted the gateway.", "Anna K. restarted the gateway.",
        "A. Kowalska restarted the gateway.", "It was rolled back by AK at noon.", "10:32 AK rolled back.", "tlee told the vendor.",
        "TLee told the vendor.", "@tlee told the vendor.", "Xanthippe's change removed the guard.", "A mistake by Xanthippe.",
        "The incident was handed to Xanthippe, who was asleep.", "Will Stone restarted it.", "Will asked whether it was safe.",
        "Stone restarted the queue.", "Zoë decided to wait.", "Zoe\u0308 decided to wait.", "It was chosen by Z. d'Août.",
    ],
)  # fmt: skip
def test_people_of_the_settings_act_under_every_form(text: str) -> None:
    assert names_in(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "We will restart the gateway.", "Will the job restart?", "Will merged branches be deleted?", "The stone fell on the cable.",
        "The DB restarted.", "Owner: Xanthippe", "Thanks to Xanthippe for the note.", "Xanthippe will add an alert.",
        "Xanthippe to add an alert.", "The tlee-service restarted.", "“Xanthippe restarted it,” the log said.",
    ],
)  # fmt: skip
def test_words_and_lists_are_nobody(text: str) -> None:
    assert names_in(text, KNOWN) == []


@pytest.mark.parametrize(
    "text", ["Xanthippe restarted it.", "Quux Öttinger restarted it.", "Zorblax was restarted by Fnord."]
)
def test_a_capital_alone_is_no_name(text: str) -> None:
    assert names_in(text) == []


@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14).map("".join))
def test_every_name_stands_where_it_was_found(text: str) -> None:
    for settings in (None, KNOWN):
        source = Source("prose.md", text)
        for found in find_in(text, settings):
            if found.code == "AW305":
                assert set("".join(found.match.split())) <= set(source.slice(found.span)) | set("&*_\\<>")


@pytest.mark.parametrize(
    "unit",
    ["Priya ", "Priya and ", "Priya, ", "Priya (", "Mark ", "@kim and ", "Dr. Priya ", "Anna's ", "by Priya ", "Priya de la ",
     "Priya de ", "P. ", "engineer Priya ", "Priya from the ", "who Priya ", "Priya-Anna-", "AK ", "Anna K. ", "restarted by "],
)  # fmt: skip
def test_names_alone_take_no_longer_than_their_length(unit: str) -> None:
    small = lines_run(unit * (6_000 // len(unit)), KNOWN)
    large = lines_run(unit * (12_000 // len(unit)), KNOWN)
    assert large < 2.2 * small + 500


def test_names_line_after_line_are_one_finding_that_counts_its_places(find_in) -> None:
    timeline = "- 10:01 Anna restarted the gateway\n  and waited.\n- 10:07 Priya called the vendor.\n- 10:09 Anna rolled back.\n"
    text = f"{timeline}\nText.\n\nPriya asked.\n\nAnna answered.\n\nAnna left.\n"
    found = [each for each in find_in(text, KNOWN) if each.code == "AW305"]
    assert [(each.span.line, each.match) for each in found] == [(1, "Anna"), (8, "Priya"), (10, "Anna")]
    assert "in 2 places after it" in found[0].message
    assert "after it" not in found[1].message
    assert "in one place after it" in found[2].message


def test_names_under_one_heading_are_one_finding(find_in) -> None:
    part = "Anna restarted it.\n\nSome text.\n\nMore text.\n\nPriya called the vendor.\n\n"
    text = f"{part}# First\n\n{part}## Second\n\n{part}"
    found = [each for each in find_in(text, KNOWN) if each.code == "AW305"]
    assert [each.span.line for each in found] == [1, 7, 11]
    assert "in 3 places after it" in found[-1].message


def test_a_name_is_told_under_the_first_heading_that_it_acts_under(find_in) -> None:
    text = "# First\n\nAnna restarted it.\n\n# Second\n\nAnna waited.\n\nPriya called the vendor.\n\n# Third\n\nPriya left.\n"
    found = [each for each in find_in(text, KNOWN) if each.code == "AW305"]
    assert [(each.span.line, each.match) for each in found] == [(3, "Anna"), (9, "Priya")]
    assert all("in one place after it" in each.message for each in found)


def test_names_in_neighbouring_rows_are_told_together(find_in) -> None:
    text = "| when | what |\n| --- | --- |\n| 10:01 | Anna restarted it. |\n| 10:07 | Priya called the vendor. |\n"
    assert len([each for each in find_in(text, KNOWN) if each.code == "AW305"]) == 1


def test_what_is_left_standing_is_not_told_together_with_the_rest(find_in) -> None:
    text = "<!-- afterword-ignore AW305: published with consent -->\nAnna restarted the gateway.\n\nAnna rolled back.\n\nAnna asked.\n"
    found = find_in(text, KNOWN)
    assert [(each.code, each.span.line) for each in found] == [("AW305", 4)]
    assert "one place" in found[0].message
