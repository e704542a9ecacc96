"""A command that cannot do what is asked, for a reason that its user can cure: told in one line, exit code 2."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.findings.visible import shown_path, visible
from afterword.read.settings import SettingsError


class Refusal(click.ClickException):
    """Carries the message for the user."""

    exit_code = 2

    def format_message(self) -> str:
        """The message; click puts `Error: ` before it."""
        return self.message


def describe_settings_error(error: SettingsError) -> str:
    """`mkdocs.yml:3: …`, with the path from the current folder where the file lies below it."""
    path = Path(error.path)
    if path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return f"{shown_path(path.as_posix())}:{error.line}: {visible(error.message)}"
