"""`afterword evals`: what is made of eval cases. Each of its commands has a file of its own."""

from __future__ import annotations

import click

from afterword.commands.evals_export import export
from afterword.commands.evals_gate import gate
from afterword.commands.evals_record import record
from afterword.commands.evals_selfcheck import selfcheck


@click.group()
def evals() -> None:
    """Eval cases of reports: tests, their results, and a gate."""


evals.add_command(export)
evals.add_command(selfcheck)
evals.add_command(gate)
evals.add_command(record)
