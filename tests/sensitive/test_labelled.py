"""The labelled lines: their form, what is found in them, and that the documents tell the counts as they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from benchmarks.sensitive_quality import FOLDER, HALVES, count, read_lines

from afterword.model.settings import Settings
from afterword.sensitive.secrets import find_secrets

GUIDE = "plugins/afterword/pages/guide_texts/secrets-and-personal-data.md"
BEFORE = "0fb293c5ebd00658cd5df2159fc9b95f4c219be6ab4d04c33f108cca190042c6"
"""Digest of the half that was written before the rules: it is never changed."""


def test_the_first_half_is_as_it_was() -> None:
    assert hashlib.sha256((FOLDER / "before.jsonl").read_bytes()).hexdigest() == BEFORE


def test_there_are_enough_of_both() -> None:
    halves = [list(read_lines(half)) for half in HALVES]
    assert sum(map(len, halves)) >= 260
    assert len(halves[0]) >= 130
    assert all(sum(line.kind == "none" for line in half) >= len(half) / 3 for half in halves)


@pytest.mark.parametrize("half", HALVES)
def test_no_scanner_takes_the_file_for_a_leak(half: str) -> None:
    for row in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        # A name with a secret after it is broken by the pieces as well.
        assert [each.kind.name for each in find_secrets(row) if each.sure] == []


@pytest.mark.parametrize("half", HALVES)
def test_what_is_found(half: str, root: Path) -> None:
    counts = count(half)
    assert counts.missed == []
    assert len(counts.wrong) <= 1
    told = " ".join((root / GUIDE).read_text(encoding="utf-8").split())
    assert counts.told in told


@pytest.mark.parametrize("half", HALVES)
def test_hiding_covers_what_is_labelled(half: str) -> None:
    from afterword.audit.hiding import hide_private

    for line in read_lines(half):
        if line.kind in {"none", "person"}:
            continue
        hidden = hide_private(line.text, line.settings)
        assert len(hidden) == len(line.text)
        assert line.secret not in hidden
        assert hide_private(hidden, line.settings) == hidden


def test_without_settings_nothing_of_the_organisation_is_found() -> None:
    assert Settings().organisation.secrets == ()
    assert Settings().organisation.phone_region is None
