"""`afterword schema`: the form of the front matter for editors."""

from __future__ import annotations

import os
from pathlib import Path

import click

from afterword.commands.find_project import find_project
from afterword.commands.options import config_option
from afterword.model.json_schema import write_schema


@click.command()
@config_option
def schema(config: Path | None) -> None:
    """Print the JSON Schema of a report's front matter.

    It is of draft 2020-12, for editors. A site publishes the same at `api/v1/report.schema.json`. What a step of a
    report's life needs is no part of it: `afterword promote` tells.
    """
    click.echo(write_schema(find_project((), config, os.environ).project.site_url), nl=False)
