"""The command line's entry: the group of commands, and the one place that decides exit codes."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Mapping
from typing import Any

import click

from afterword import __version__
from afterword.commands.agenda import agenda
from afterword.commands.approvals import approvals
from afterword.commands.check import check
from afterword.commands.declare import declare
from afterword.commands.digest import digest
from afterword.commands.evals import evals
from afterword.commands.evidence.group import evidence
from afterword.commands.explain import explain
from afterword.commands.export import export
from afterword.commands.fault import describe_fault, is_debugging
from afterword.commands.impact import impact
from afterword.commands.import_archive import import_
from afterword.commands.init import init
from afterword.commands.labels import labels
from afterword.commands.migrate.command import migrate
from afterword.commands.new import new
from afterword.commands.preview import preview
from afterword.commands.promote import promote
from afterword.commands.refusal import Refusal, describe_settings_error
from afterword.commands.schema import schema
from afterword.commands.suggest_factors import suggest_factors_
from afterword.commands.trackers.command import trackers
from afterword.read.settings import SettingsError

FAULT, INTERRUPTED = 3, 130
EXIT_CODES: Mapping[int, str] = {
    0: "Done, and nothing was found that stops.",
    1: "Something to look at, which the command has printed: findings, or what could not be done.",
    2: "The command line or the settings cannot be taken; nothing has changed.",
    FAULT: "A fault of Afterword; please report it.",
    INTERRUPTED: "Stopped with Ctrl-C.",
}
"""What each exit code says, whatever the command."""

SECTIONS: tuple[tuple[str, tuple[click.Command, ...]], ...] = (
    ("When it happens", (declare, new)),
    ("Writing", (check, explain, evidence, promote)),
    ("The review", (agenda, preview, impact, approvals)),
    ("Keeping it from coming back", (evals, trackers)),
    ("The site and its digest", (init, migrate, digest, export, schema)),
    ("An older archive", (import_, suggest_factors_, labels)),
)
"""Every command once, in the order in which help and reference list them."""


class Commands(click.Group):
    """The group of commands; whatever one of them raises becomes an exit code here."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the sections."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """A list for each section, all of them with one width."""
        width = max(map(len, self.commands))
        for title, commands in SECTIONS:
            with formatter.section(title):
                room = formatter.width - width - 6
                rows = [((each.name or "").ljust(width), each.get_short_help_str(room)) for each in commands]
                formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What exit codes say."""
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), words) for code, words in EXIT_CODES.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except SettingsError as error:
            raise Refusal(describe_settings_error(error)) from None
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                # Whoever reads the output has seen enough, as in `check | head`; click ends quietly.
                raise
            click.echo(describe_fault(error), err=True)
            if is_debugging():
                traceback.print_exc()
            ctx.exit(FAULT)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="afterword")
def cli() -> None:
    """Learning reports: blameless post-mortems of AI incidents, kept as Markdown in git."""


for _command in (each for _, commands in SECTIONS for each in commands):
    cli.add_command(_command)


def run() -> None:
    """The `afterword` script."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows escapes instead of ending the command.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    cli(prog_name="afterword")


if __name__ == "__main__":
    run()
