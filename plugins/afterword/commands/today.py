"""Which day it is for a command: asked once when it starts, and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, tzinfo

import click

from afterword import clock

_WRONG = "`SOURCE_DATE_EPOCH` holds no number of seconds since 1970"


def today_in(zone: tzinfo, environ: Mapping[str, str]) -> date:
    """The day of `SOURCE_DATE_EPOCH` (seconds since 1970) in `zone`, else today's there.

    Raises:
        click.UsageError: where the variable holds something else; a wrong day must not be written into a report.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isascii() and epoch.isdigit()):
        raise click.UsageError(_WRONG)
    try:
        return clock.today_in(zone, environ)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(_WRONG) from None
