"""Printing: colour only on a terminal that wants it, plain text everywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Literal

import click
from rich.console import Console
from rich.text import Text


def is_colourful() -> bool:
    """Whether standard output is a terminal and nobody asked for plain text (`NO_COLOR`, `TERM=dumb`)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def make_console() -> Console:
    """A console on standard output as it is now; it never wraps, and reads no markup in what it prints."""
    colours: Literal["auto"] | None = "auto" if is_colourful() else None
    return Console(file=sys.stdout, color_system=colours, soft_wrap=True, markup=False, highlight=False, emoji=False)


def print_lines(lines: Iterable[Text]) -> None:
    """Print each line as it is."""
    if not is_colourful():
        for line in lines:
            click.echo(line.plain)
        return
    console = make_console()
    for line in lines:
        console.print(line)
