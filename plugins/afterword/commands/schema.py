"""`afterword schema`: the form of the front matter for editors."""

from __future__ import annotations

import json

import click

from afterword.model.json_schema import make_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a report's front matter."""
    click.echo(json.dumps(make_schema(), indent=2, ensure_ascii=True))
