"""The shipped glossary is sound, and an organisation's own entries stand over and beside it, each mistake located."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.model.glossary import Glossary
from afterword.model.settings import Settings
from afterword.model.tree import DataProblem
from afterword.read.glossary import read_glossary, shipped_glossary


def read(folder: Path, text: str, **settings: str) -> tuple[Glossary, tuple[DataProblem, ...]]:
    path = folder / "_vocabulary/glossary.yml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return read_glossary(folder, "postmortems", Settings(**settings))


def entry(name: str, term: str, more: str = "") -> str:
    return f"- id: {name}\n  term: {term}\n  meaning: Something that is explained in plain words.\n{more}"


def test_the_shipped_entries_are_sound() -> None:
    known = shipped_glossary()
    assert len(known.entries) >= 70
    assert [each.id for each in known.entries] == sorted(known.by_id)
    spellings = [spelling.casefold() for each in known.entries for spelling in each.spellings]
    assert len(spellings) == len(set(spellings))
    for each in known.entries:
        assert set(each.see) <= set(known.by_id) - {each.id}, each.id
        assert each.meaning.endswith("."), each.id
        assert 1 <= each.meaning.count(". ") + 1 <= 3, each.id
        assert not each.id.startswith("x-")
        assert each.audience is None


def test_every_word_of_our_own_is_in_it() -> None:
    words = {each.term.casefold() for each in shipped_glossary().entries}
    assert {
        "silent check", "contributing factor", "remediation", "near miss", "latent time", "verified", "success check",
        "severity", "evidence", "audience", "digest", "eval case", "snapshot", "incident",
    } <= words  # fmt: skip


def test_without_a_file_the_shipped_glossary_stands(tmp_path: Path) -> None:
    assert read_glossary(tmp_path, "postmortems", Settings()) == (shipped_glossary(), ())


def test_an_own_entry_stands_beside_and_over_the_shipped_ones(tmp_path: Path) -> None:
    text = entry("x-kestrel", "Kestrel", "  see: [canary]\n") + entry("canary", "canary", "  also: [ring zero]\n")
    known, problems = read(tmp_path, text)
    assert problems == ()
    assert known.by_id["x-kestrel"].see == ("canary",)
    assert known.by_id["canary"].also == ("ring zero",)
    assert len(known.entries) == len(shipped_glossary().entries) + 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (entry("kestrel", "Kestrel"), 1, "`kestrel` is no entry to replace"),
        (entry("x-a", "Kestrel") + entry("x-a", "Osprey"), 4, "`x-a` stands twice"),
        (entry("x-a", "Kestrel") + entry("x-b", "kestrel"), 4, "`kestrel` is a spelling of `x-a` too"),
        (entry("x-a", "Canaries"), 1, "`Canaries` is a spelling of the entry `canary`"),
        (entry("x-a", "Kestrel", "  see: [nowhere]\n"), 1, "`see` names `nowhere`, which is no entry"),
        (
            entry("x-a", "Kestrel", "  audience: restricted\n"),
            1,
            "`x-a` is for `restricted`, and the repository is open to `company`",
        ),
        (entry("x-a", "Kestrel", "  colour: red\n"), 4, "`colour` is no known key here"),
        ("- id: x-a\n  term: Kestrel\n", 1, "this entry lacks `meaning`"),
        ("id: x-a\n", 1, "the file is not a list of entries"),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, text: str, line: int, message: str) -> None:
    known, problems = read(tmp_path, text)
    assert [(each.path, each.line, each.message) for each in problems] == [
        ("postmortems/_vocabulary/glossary.yml", line, message)
    ]
    assert problems[0].hint
    assert set(known.by_id) >= set(shipped_glossary().by_id)


@pytest.mark.parametrize("term", ["<b>", "a*b", "a_", "[a](b)", "a|b", "{a}", "a\\b", "`a`", "a  b", " ", "-a", "a:b"])
def test_a_spelling_holds_nothing_that_markdown_reads(tmp_path: Path, term: str) -> None:
    known, problems = read(tmp_path, entry("x-a", f'"{term}"'.replace("\\", "\\\\")))
    assert len(problems) == 1
    assert "x-a" not in known.by_id


def test_one_mistake_loses_nothing_else(tmp_path: Path) -> None:
    known, problems = read(tmp_path, entry("wrong", "Kestrel") + entry("x-sound", "Osprey"))
    assert len(problems) == 1
    assert "x-sound" in known.by_id


def test_an_own_entry_is_for_the_audience_of_the_settings(tmp_path: Path) -> None:
    known, _ = read(tmp_path, entry("x-a", "Kestrel") + entry("x-b", "Osprey", "  audience: public\n  see: [x-a]\n"))
    assert known.by_id["x-a"].audience == "company"
    public = known.narrowed("public")
    assert "x-a" not in public.by_id
    assert public.by_id["x-b"].see == ()
    assert known.narrowed("company").by_id["x-b"].see == ("x-a",)


def test_a_replaced_entry_that_the_audience_may_not_read_does_not_come_back(tmp_path: Path) -> None:
    known, _ = read(tmp_path, entry("canary", "canary"))
    assert "canary" not in known.narrowed("public").by_id
