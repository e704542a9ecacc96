"""The ledger as a text: read as it was written, by hand too, and its troubles told with their cures."""

from __future__ import annotations

import pytest

from afterword.digest.ledger import LedgerError, Line, parse_ledger
from afterword.digest.weeks import parse_week

SENT = Line(weeks=("2026-W47",), edition="company", state="sent").written()


@pytest.mark.parametrize(
    "text",
    [SENT, SENT.rstrip("\n"), SENT.replace("\n", "\r\n"), "\ufeff" + SENT, "\n\n" + SENT + " \n"],
    ids=["ours", "no line end", "CR LF", "byte order mark", "blank lines"],
)
def test_what_an_editor_does_to_a_file_does_no_harm(text: str) -> None:
    assert [line.state for line in parse_ledger(text, "l").lines] == ["sent"]


def test_a_week_that_is_named_twice_is_one() -> None:
    line = Line(weeks=("2026-W47", "2026-w47", "2026-W46"), edition="company", state="ambiguous")
    assert line.parsed_weeks == (parse_week("2026-W46"), parse_week("2026-W47"))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (SENT.replace('"version":1', '"version":2'), "is of a newer version, .*Update Afterword, and leave the line"),
        (SENT[:40], "was cut off while it was written, .*Take out this one line: the lines before it hold"),
        (SENT[:40] + "\n", "cannot be read, .*Correct the line. Do not go back to an older copy"),
        (SENT.replace('"sent"', '"Sent"'), "cannot be read, .*Correct the line"),
        ("<<<<<<< HEAD\n" + SENT, "cannot be read, .*Correct the line"),
    ],
    ids=["newer", "cut off", "half", "state", "conflict"],
)
def test_a_trouble_is_told_with_its_cure_and_never_with_an_older_copy(more: str, said: str) -> None:
    """An older copy lacks what was sent since, which would go out a second time."""
    with pytest.raises(LedgerError, match=f"^l:2: this line of the ledger {said}.*nothing is sent until then$") as told:
        parse_ledger(SENT + more, "l")
    assert "nobody knows what was sent" in str(told.value)
    assert "Restore" not in str(told.value)
