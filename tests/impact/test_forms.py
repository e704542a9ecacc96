"""The three forms: what they hold back, where they are cut, and that the JSON has the form of its schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator
from tests.impact.conftest import Tell
from tests.impact.sample import THIRD, THIRD_TEXT, History

from afterword.impact.forms.json_form import impact_schema
from afterword.impact.forms.markdown import render_markdown
from afterword.impact.forms.pieces import MOST
from afterword.impact.forms.text import render_text
from afterword.impact.view import Impact

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = Draft202012Validator(impact_schema())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(impact_schema())


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_every_document_has_the_form_of_the_schema(path: Path) -> None:
    assert [error.message for error in SCHEMA.iter_errors(json.loads(path.read_text()))] == []


def many(count: int) -> dict[str, str]:
    return {THIRD.replace("2026-05-12", f"2026-05-{1 + number % 28:02}-{chr(97 + number // 28)}"): THIRD_TEXT
            for number in range(count)}  # fmt: skip


def test_long_lists_show_their_beginning_to_people(tell: Tell) -> None:
    made = tell(many(MOST + 5))
    told = "\n".join(line.plain for line in render_text(made))
    assert len(made.new) == MOST + 5
    assert told.count("  - New: ") == MOST
    assert "and 5 more; `--format json` lists all" in told


def test_a_page_that_is_too_large_is_cut_at_a_line_with_a_notice(tell: Tell) -> None:
    made = tell(many(5))
    whole = render_markdown(made)
    cut = render_markdown(made, cap=4096 + 1500)
    assert len(cut.encode()) < 1500 < len(whole.encode())
    assert cut.endswith("shows the rest.*\n")
    assert all(line in whole.splitlines() for line in cut.splitlines()[:-2])


def test_what_moves_the_cursor_is_shown_by_its_number(tell: Tell) -> None:
    made = tell(
        {
            THIRD: THIRD_TEXT.replace("title: Delivery", 'title: "\\e[31mDelivery').replace(
                "another name\nl", 'another name"\nl'
            )
        }
    )
    told = "\n".join(line.plain for line in render_text(made))
    assert "\x1b" not in told


def test_text_is_what_is_printed_without_asking(history: History, afterword: Callable[..., Result]) -> None:
    history.write({THIRD: THIRD_TEXT})
    result = afterword("impact", "--base", "main")
    assert result.exit_code == 0
    assert result.stdout.startswith("What this change does to the whole\n")
    assert "\nWhat recurs\n" in result.stdout
    assert afterword("impact", "--base", "main", "--format", "markdown").stdout.startswith("## What this change")


def test_the_same_twice_is_the_same(tell: Tell) -> None:
    first, second = tell({THIRD: THIRD_TEXT}), tell({})
    assert isinstance(first, Impact)
    assert first == second
