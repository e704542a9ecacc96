"""Retired ids: what stands for them now, and what keeps them from being followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.model.settings import VocabularyFiles
from afterword.read.vocabulary import read_vocabulary, shipped_vocabulary

ENTRY = "- {{id: {}, title: About {}, side: technical, group: data, definition: A condition of data.{}}}\n"


def read(tmp_path: Path, entries: dict[str, str]):
    (tmp_path / "_vocabulary").mkdir(exist_ok=True)
    lines = [ENTRY.format(name, name, f", {rest}" if rest else "") for name, rest in entries.items()]
    (tmp_path / "_vocabulary/contributing-factors.yml").write_text("".join(lines))
    return read_vocabulary(tmp_path, "docs", VocabularyFiles())


def test_chains_are_followed_to_their_end(tmp_path: Path) -> None:
    vocabulary, problems = read(
        tmp_path,
        {"x-a": "replaced_by: x-b", "x-b": "replaced_by: [x-c]", "x-c": "", "x-d": "replaced_by: data-poisoned"},
    )
    assert problems == ()
    assert {each.id: each.now for each in vocabulary.retired_factors.values()} == {
        "x-a": ("x-c",), "x-b": ("x-c",), "x-d": ("data-poisoned",),
    }  # fmt: skip
    assert "x-a" not in vocabulary.factor_by_id
    assert vocabulary.factor_now("x-a") == "x-c"
    assert vocabulary.factor_now("unknown") == "unknown"


def test_of_several_successors_none_is_guessed(tmp_path: Path) -> None:
    vocabulary, _ = read(
        tmp_path, {"x-a": "replaced_by: [x-b, x-c]", "x-b": "replaced_by: [x-c, x-d]", "x-c": "", "x-d": ""}
    )
    assert vocabulary.retired_factors["x-a"].now == ("x-c", "x-d")
    assert vocabulary.factor_now("x-a") == "x-a"


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"x-a": "replaced_by: x-a"}, "`replaced_by` of `x-a` leads back to it"),
        ({"x-a": "replaced_by: x-b", "x-b": "replaced_by: x-a"}, "`replaced_by` of `x-a` leads back to it"),
        ({"x-a": "replaced_by: x-b"}, "`replaced_by` of `x-a` leads to `x-b`, which is no entry"),
        ({f"x-{n}": f"replaced_by: x-{n + 1}" for n in range(200)}, "`replaced_by` of `x-0` leads on for too long"),
    ],
)
def test_a_way_that_ends_nowhere_is_told(tmp_path: Path, entries: dict[str, str], message: str) -> None:
    vocabulary, problems = read(tmp_path, entries)
    assert problems[0].message == message
    assert vocabulary.retired_factors["x-a" if "x-a" in entries else "x-0"].now == ()


def test_a_circle_beside_the_way_ends_as_well(tmp_path: Path) -> None:
    vocabulary, problems = read(
        tmp_path, {"x-a": "replaced_by: x-b", "x-b": "replaced_by: x-c", "x-c": "replaced_by: x-b"}
    )
    assert vocabulary.retired_factors["x-a"].now == ()
    assert [each.message for each in problems] == [
        "`replaced_by` of `x-b` leads back to it", "`replaced_by` of `x-c` leads back to it",
    ]  # fmt: skip


def test_a_retired_id_is_not_used_again(tmp_path: Path) -> None:
    (tmp_path / "_vocabulary").mkdir()
    text = ENTRY.format("x-a", "a", ", retired_because: too wide") + ENTRY.format("x-a", "another thing", "")
    (tmp_path / "_vocabulary/contributing-factors.yml").write_text(text)
    vocabulary, problems = read_vocabulary(tmp_path, "docs", VocabularyFiles())
    assert [(each.line, each.message, each.hint) for each in problems] == [
        (2, "`x-a` stands twice", "a retired id is never used again; choose another one")
    ]
    assert vocabulary.retired_factors["x-a"].words == ("is retired: too wide", "choose another id of the vocabulary")


def test_the_shipped_vocabulary_holds_no_way_that_ends_nowhere() -> None:
    vocabulary = shipped_vocabulary()
    retired = (*vocabulary.retired_factors.values(), *vocabulary.retired_kinds.values())
    assert [each.id for each in retired if not each.now and not each.because] == []
