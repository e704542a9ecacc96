"""Today and now: asked once by a command or an adapter and handed down. Nothing below them looks at a clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo


def today_in(zone: tzinfo, environ: Mapping[str, str]) -> date:
    """`SOURCE_DATE_EPOCH` (seconds since 1970) as a date in the site's zone, else today's date there."""
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone).date()
    return datetime.now(zone).date()


def now_here() -> datetime:
    """This moment, to the second, with the offset of the machine's clock; what is declared has no other time."""
    return datetime.now().astimezone().replace(microsecond=0)
