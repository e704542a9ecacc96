"""The ruler of a timeline: a plain length of time that is neither too short to be seen nor taller than need be."""

from __future__ import annotations

from afterword.pages.drawing.timeline_parts import Ruler

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0
_MONTH, _YEAR = 30.4375 * _DAY, 365.25 * _DAY
_LENGTHS = (
    (1.0, "1 second"), (10.0, "10 seconds"), (_MINUTE, "1 minute"), (5 * _MINUTE, "5 minutes"),
    (15 * _MINUTE, "15 minutes"), (_HOUR, "1 hour"), (3 * _HOUR, "3 hours"), (6 * _HOUR, "6 hours"),
    (12 * _HOUR, "12 hours"), (_DAY, "1 day"), (2 * _DAY, "2 days"), (7 * _DAY, "1 week"), (14 * _DAY, "2 weeks"),
    (_MONTH, "1 month"), (3 * _MONTH, "3 months"), (6 * _MONTH, "6 months"), (_YEAR, "1 year"), (2 * _YEAR, "2 years"),
    (5 * _YEAR, "5 years"), (10 * _YEAR, "10 years"), (50 * _YEAR, "50 years"), (100 * _YEAR, "100 years"),
    (500 * _YEAR, "500 years"), (1000 * _YEAR, "1,000 years"), (5000 * _YEAR, "5,000 years"),
)  # fmt: skip
_LONGEST = 44.0


def choose_ruler(per_second: float) -> Ruler | None:
    """The longest plain length of time that is short enough to draw; None without a scale."""
    fitting = [(seconds * per_second, words) for seconds, words in _LENGTHS if 0 < seconds * per_second <= _LONGEST]
    return Ruler(fitting[-1][1], fitting[-1][0]) if fitting else None
