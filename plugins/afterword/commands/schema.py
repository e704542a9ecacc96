"""`afterword schema`: the form of the front matter for editors."""

from __future__ import annotations

import json

import click

from afterword.model.json_schema import make_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of a report's front matter.

    It is of draft 2020-12, for editors. What a step of a report's life needs is no part of it: `afterword promote`
    tells.
    """
    click.echo(json.dumps(make_schema(), indent=2, ensure_ascii=True))
