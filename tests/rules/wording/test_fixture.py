"""Sentences of our own with labels: what share of the blame is found, and what share of the findings is blame.

`tuned.jsonl` was looked at while the rules were written, `kept.jsonl` never: nobody reads the errors in it. Each sentence
stands once in a paragraph, once in a list and once in a table, and is judged alike.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BLOCKS = {"paragraph": "{}\n", "item": "- {}\n", "cell": "| what |\n| --- |\n| {} |\n"}
LEAST = {"tuned": (0.95, 0.93), "kept": (0.95, 0.82)}
"""The least precision and recall of each half."""


def _rows(half: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (HERE / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]


def _judged(rows: list[dict[str, str]], block: str, find_in) -> list[frozenset[str]]:
    """The codes and levels that are found in each sentence."""
    lines: list[str] = []
    places: dict[int, int] = {}
    for place, row in enumerate(rows):
        written = BLOCKS[block].format(row["text"].replace("|", "\\|")).splitlines()
        places[len(lines) + len(written)] = place
        lines += [*written, ""]
    found: list[set[str]] = [set() for _ in rows]
    for each in find_in("\n".join(lines) + "\n"):
        if each.level != "info":
            found[places[each.span.line]].add(f"{each.code} {each.level}")
    return [frozenset(each) for each in found]


@pytest.mark.parametrize("half", LEAST)
def test_blame_is_found_and_little_else(half: str, find_in) -> None:
    rows = _rows(half)
    found = _judged(rows, "paragraph", find_in)
    flagged = [row["label"] != "OK" for row, codes in zip(rows, found, strict=True) if codes]
    blameful = sum(row["label"] != "OK" for row in rows)
    precision, recall = LEAST[half]
    assert sum(flagged) / len(flagged) >= precision
    assert sum(flagged) / blameful >= recall


@pytest.mark.parametrize("half", LEAST)
def test_an_error_is_nearly_always_blame(half: str, find_in) -> None:
    rows = _rows(half)
    found = _judged(rows, "paragraph", find_in)
    errors = [
        row["label"] != "OK"
        for row, codes in zip(rows, found, strict=True)
        if any(each.endswith("error") for each in codes)
    ]
    assert sum(errors) / len(errors) >= 0.95
    assert sum(errors) / sum(row["label"] != "OK" for row in rows) >= 0.3


@pytest.mark.parametrize("half", LEAST)
@pytest.mark.parametrize("block", ["item", "cell"])
def test_every_sort_of_block_is_judged_alike(half: str, block: str, find_in) -> None:
    rows = _rows(half)
    assert _judged(rows, block, find_in) == _judged(rows, "paragraph", find_in)


def test_a_sentence_in_both_halves_would_not_be_kept() -> None:
    assert not {row["text"] for row in _rows("tuned")} & {row["text"] for row in _rows("kept")}
