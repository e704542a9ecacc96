"""`afterword trackers`: how far the work is, and tickets to be written. Each of its commands has a file of its own."""

from __future__ import annotations

import click

from afterword.commands.trackers.draft import draft
from afterword.commands.trackers.pull import pull


@click.group()
def trackers() -> None:
    """Work items of remediations, where the work is planned."""


trackers.add_command(pull)
trackers.add_command(draft)
