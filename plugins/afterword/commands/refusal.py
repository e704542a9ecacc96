"""A command that cannot do what is asked, for a reason that its user can cure: told in one line, exit code 2."""

from __future__ import annotations

import click


class Refusal(click.ClickException):
    """Carries the message for the user."""

    exit_code = 2

    def format_message(self) -> str:
        """The message; click puts `Error: ` before it."""
        return self.message
