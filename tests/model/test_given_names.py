"""The list of given names: one file, with marks that the rules and the audit read alike."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.given_names import (
    DOUBLE_MEANINGS,
    GIVEN_NAMES,
    MARKS,
    SURNAMES,
    is_double,
    is_family,
    is_given,
    unaccented,
)

TEXT = resources.files("afterword.model").joinpath("data", "given-names.txt").read_text(encoding="utf-8")


def test_the_file_tells_its_source_and_every_mark() -> None:
    head = TEXT[: TEXT.index("\n[person]")]
    assert "Source:" in head
    assert all(f"[{mark}]" in head for marks in MARKS.values() for mark in marks)


def test_a_name_is_either_a_persons_or_something_else_as_well() -> None:
    assert not GIVEN_NAMES & DOUBLE_MEANINGS
    assert not SURNAMES & (GIVEN_NAMES | DOUBLE_MEANINGS)
    assert all("person" in marks or marks - {"family"} for marks in MARKS.values())


def test_names_are_written_as_they_are_looked_up() -> None:
    assert all(unaccented(name) == name and name.replace("'", "").isalpha() for name in MARKS)


@pytest.mark.parametrize(
    "name", ["Jürgen", "Łukasz", "Søren", "José", "Jose\u0301", "Al\u200bice", "Anne-Marie", "Jean-Luc", "PRIYA"]
)
def test_given_names(name: str) -> None:
    assert is_given(name)


@pytest.mark.parametrize(
    "name", ["Orlando", "April", "Jordan", "Will", "Grace", "Mark", "Chase", "Claude", "Julia", "Cassandra", "May"]
)
def test_names_with_another_meaning(name: str) -> None:
    assert is_double(name)
    assert not is_given(name)


@pytest.mark.parametrize(
    "name", ["Nakamura", "Kowalska", "O'Brien", "McDonald", "Müller", "Gustafsson", "Wójcik", "Popescu", "Jordan"]
)
def test_family_names(name: str) -> None:
    assert is_family(name)


@pytest.mark.parametrize(
    "word", ["Person", "Salesperson", "Reason", "Server", "Access", "Bank", "Complete", "Season", "Token", "Query"]
)
def test_words_that_are_no_family_names(word: str) -> None:
    assert not is_family(word)


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert unaccented(unaccented(text)) == unaccented(text) or not text.isascii()
    assert not (is_given(text) and is_double(text))
