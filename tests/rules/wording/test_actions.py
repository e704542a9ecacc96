"""Actions in free words: those that name nothing are found, those that say how it will show are left alone.

The sentences are the project's own. The last fifty were written and kept closed until the rules stood: precision 1.00,
recall 0.80 on these at that moment. What they missed was mended afterwards, so that all are read by now.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "actions.jsonl").read_text(encoding="utf-8").splitlines()
]  # fmt: skip
ACTIONS = ("AW351", "AW352", "AW353")
HEADINGS = ["What we change", "Follow-up", "Remediations"]


def _is_found(text: str, find_in) -> bool:
    return any(each.code in ACTIONS and each.level != "info" for each in find_in(text))


@pytest.mark.parametrize("heading", HEADINGS)
def test_vague_actions_are_found_and_specific_ones_are_not(heading: str, find_in) -> None:
    found = {row["text"]: _is_found(f"## {heading}\n\n- {row['text']}\n", find_in) for row in ROWS}
    vague = [row["text"] for row in ROWS if row["label"] != "OK"]
    flagged = [text for text, is_found in found.items() if is_found]
    right = set(vague) & set(flagged)
    assert len(ROWS) > 300
    assert len(right) / len(flagged) >= 0.97
    assert len(right) / len(vague) >= 0.88


def test_one_action_is_told_once(find_in) -> None:
    for row in ROWS:
        found = [each for each in find_in(f"## What we change\n\n- {row['text']}\n") if each.code in ACTIONS]
        assert len({each.code for each in found}) <= 2, row["text"]


def test_elsewhere_a_bare_imperative_is_said_to_the_reader(find_in) -> None:
    text = "Remember that the alias is shared. Stick to the runbook. Read the release notes."
    assert _is_found(f"## What we change\n\n{text}\n", find_in)
    assert not _is_found(f"## How the cache works\n\n{text}\n", find_in)
