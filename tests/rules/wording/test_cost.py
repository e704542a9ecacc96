"""The work grows with the text and with nothing else, hostile repetition included.

Counted are the lines of Python that run in the rules, which no busy machine changes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from tests.rules.wording.conftest import find_in

UNITS = [
    "we should have ",
    "the root cause of ",
    "we failed to ",
    "human error ",
    "accidentally by the engineer ",
    "Priya and Thomas, ",
    "not ",
    "who ",
    "(",
    "improve monitoring and ",
    "be more careful, ",
    "if we had ",
    "a.b. ",
    "The engineer, ",
    "“",
    "the model lied and ",
]
FOLDER = str(Path("rules") / "wording")


def _lines_run(text: str) -> int:
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if FOLDER not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find_in(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    small = _lines_run(unit * (6_000 // len(unit)))
    large = _lines_run(unit * (12_000 // len(unit) * 1))
    # Two parts of so many characters each; the smaller one has a start-up of its own in it.
    assert large < 2.2 * small + 500


def test_no_sentence_is_long() -> None:
    text = "we should have " * 5_000
    assert _lines_run(text[:60_000]) < 2.2 * _lines_run(text[:30_000]) + 500
