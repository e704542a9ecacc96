"""`afterword evidence`: what a report keeps. Each of its commands has a file of its own."""

from __future__ import annotations

import click

from afterword.commands.evidence.add import add
from afterword.commands.evidence.prune import prune


@click.group()
def evidence() -> None:
    """Evidence of reports: kept, and removed in the end."""


evidence.add_command(add)
evidence.add_command(prune)
