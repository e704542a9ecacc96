"""Which day it is: asked once when a command starts, and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo

import click


def today_in(zone: tzinfo, environ: Mapping[str, str]) -> date:
    """The day of `SOURCE_DATE_EPOCH` (seconds since 1970) in `zone`, else today's there.

    Raises:
        click.UsageError: where the variable holds no number of seconds.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError):
        message = "`SOURCE_DATE_EPOCH` holds no number of seconds since 1970"
        raise click.UsageError(message) from None
