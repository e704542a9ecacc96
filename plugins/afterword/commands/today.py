"""Which day it is for a command: asked once when it starts, and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo

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


def moment_now(environ: Mapping[str, str]) -> datetime:
    """The moment of `SOURCE_DATE_EPOCH`, else now, in UTC and to the second.

    Raises:
        click.UsageError: as `today_in` does.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).replace(microsecond=0)
    today_in(UTC, environ)
    return datetime.fromtimestamp(int(epoch), UTC)
