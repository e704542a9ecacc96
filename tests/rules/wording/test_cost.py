"""The work grows with the text and with nothing else, hostile repetition included.

Counted are the lines of Python that run in the rules, which no busy machine changes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from benchmarks.hostile import HOSTILE, REPEATED
from tests.rules.wording.conftest import find_in

from afterword.model.settings import Settings

FOLDER = str(Path("rules") / "wording")


def lines_run(text: str, settings: Settings | None = None) -> int:
    """How many lines of the rules run on a file of prose."""
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
        find_in(text, settings)
    finally:
        sys.settrace(before)
    return count


WIDE = Settings.model_validate({"limits": {"line_characters": 1_000_000, "body_bytes": 10_000_000}})


@pytest.fixture(scope="module", autouse=True)
def _begun() -> None:
    """What is worked out once in a process is no part of the work."""
    find_in("We forgot it.")


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    small, large = HOSTILE[name](10_000), HOSTILE[name](20_000)
    assert large.strip() != small.strip()
    assert lines_run(large, WIDE) < 2.2 * lines_run(small, WIDE) + 500


@pytest.mark.parametrize("name", [*REPEATED, "one long word"])
def test_all_on_one_line_is_no_more(name: str) -> None:
    broken = HOSTILE[name](8_000)
    assert lines_run(broken.replace("\n", " "), WIDE) < 1.3 * lines_run(broken, WIDE) + 500


@pytest.mark.parametrize("name", ["one sentence without an end", "open quotes", "one long word"])
def test_a_large_text_is_no_dearer_by_the_letter(name: str) -> None:
    """A sentence of 200 kB, as many open quotes or one word: twenty times the text is twenty times the work."""
    large = HOSTILE[name](200_000).replace("\n", "" if name == "one long word" else " ")
    assert lines_run(large, WIDE) < 22 * lines_run(large[:10_000], WIDE) + 2_000


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_is_much_dearer_than_prose_by_the_letter(name: str) -> None:
    """A bound for the lines that run for one character, whatever it is."""
    text = HOSTILE[name](8_000)
    assert lines_run(text, WIDE) < 60 * len(text)
