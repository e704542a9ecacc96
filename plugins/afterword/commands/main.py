"""The command line's entry: the group of commands, and the one place that decides exit codes.

0 clean, 1 findings, 2 usage (settings included), 3 a fault of Afterword, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import errno
import sys
import traceback
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
from afterword.commands.promote import promote
from afterword.commands.refusal import Refusal, describe_settings_error
from afterword.commands.schema import schema
from afterword.commands.suggest_factors import suggest_factors_
from afterword.commands.trackers.command import trackers
from afterword.read.settings import SettingsError

FAULT, INTERRUPTED = 3, 130


class Commands(click.Group):
    """The group of commands; whatever one of them raises becomes an exit code here."""

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


for _command in (
    agenda,
    approvals,
    check,
    declare,
    digest,
    evals,
    evidence,
    explain,
    export,
    impact,
    import_,
    init,
    labels,
    migrate,
    new,
    promote,
    schema,
    suggest_factors_,
    trackers,
):
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
