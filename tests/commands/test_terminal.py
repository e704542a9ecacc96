"""Colour appears on a terminal alone, and not where `NO_COLOR` is set."""

import os
import pty
import subprocess
import sys
from typing import Any

import pytest

WRONG = "---\ntitle: The bot gave two answers\nkind: incidnt\n---\n"


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a command prints to a terminal."""
    ours, theirs = pty.openpty()
    environ = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-m", "afterword.commands.main", *arguments],
        stdout=theirs, stdin=theirs, stderr=subprocess.STDOUT, env={**environ, "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(theirs)
    told = b""
    try:
        while part := os.read(ours, 4096):
            told += part
    except OSError:
        # Linux tells the end of a terminal as an error.
        pass
    finally:
        os.close(ours)
        process.wait(60)
    return told.decode()


@pytest.mark.parametrize("arguments", [("check",), ("explain", "AW112")])
def test_colour_on_a_terminal(repository: Any, arguments: tuple[str, ...]) -> None:
    repository.write("2026-05-18-two-answers", WRONG)
    assert "\x1b[" in on_a_terminal(*arguments)


@pytest.mark.parametrize("arguments", [("check",), ("explain", "AW112")])
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(
    repository: Any, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    repository.write("2026-05-18-two-answers", WRONG)
    told = on_a_terminal(*arguments, **environment)
    assert "AW112" in told or "AW113" in told
    assert "\x1b" not in told
