"""Times as somebody types them at night: `02:40`, `now`, or written out."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from afterword.model.dates import DateError, parse_moment

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])\Z")


def read_time(typed: str, now: datetime) -> str:
    """The instant in UTC, `2026-11-30T02:40:00Z`. A time of the day is the latest such one that is not ahead.

    Args:
        typed: what was typed.
        now: the moment of declaring, with the offset of the machine's clock, which holds where none is typed.

    Raises:
        ValueError: where it is no time, in words.
    """
    text = typed.strip()
    if text == "now":
        return in_utc(now)
    if found := _CLOCK.match(text):
        today = now.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
        return in_utc(today if today <= now else today - timedelta(days=1))
    try:
        moment = parse_moment(text, now.tzinfo or UTC)
    except DateError as error:
        raise ValueError(str(error)) from None
    if moment.precision != "minute":
        message = f"`{text}` is a day; write a time, as in `02:40`"
        raise ValueError(message)
    return in_utc(moment.earliest)


def in_utc(moment: datetime) -> str:
    """`2026-11-30T02:14:05Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def offset_of(moment: datetime) -> str:
    """`+01:00`; an offset with seconds, as of very old times, is cut to minutes."""
    minutes = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def in_offset(utc: str, offset: str) -> str:
    """The instant `utc` as the clock with `offset` showed it, `2026-11-30T03:14:05+01:00`; `Z` for none."""
    minutes = int(offset[1:3]) * 60 + int(offset[4:6])
    shifted = datetime.fromisoformat(utc) + timedelta(minutes=-minutes if offset[0] == "-" else minutes)
    return shifted.strftime("%Y-%m-%dT%H:%M:%S") + (offset if minutes else "Z")
