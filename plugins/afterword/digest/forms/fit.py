"""A digest made to fit: whole items are left out, in the order of `sections`, until its HTML is small enough."""

from __future__ import annotations

from collections.abc import Callable

from afterword.digest.forms.sections import Shown, in_order, keep
from afterword.digest.view import Digest

LIMIT = 100_000
"""The HTML is smaller than this in bytes of UTF-8, with the line ends of mail, CR LF. Some mail programs show no more
of a message than 102 KB."""
_STEP = 128
"""With how many items it is tried first."""


def fit(digest: Digest, write: Callable[[Shown], str], limit: int = LIMIT) -> tuple[Shown, str]:
    """The digest with as many of its items as fit, and its HTML as `write` makes it.

    Returns:
        What is shown, and its HTML. What is no item, the report of the week among it, is bounded by the forms
        themselves, so that it fits alone.
    """
    every = in_order(digest)

    def attempt(count: int) -> tuple[Shown, str]:
        shown = keep(digest, every[:count], every)
        return shown, write(shown)

    low, best = 0, attempt(0)
    high = min(_STEP, len(every))
    while True:  # upwards in doubled steps, since most digests fit and a far too large one is slow to write
        tried = attempt(high)
        if not _fits(tried[1], limit):
            break
        if high == len(every):
            return tried
        low, best, high = high, tried, min(2 * high, len(every))
    while high - low > 1:
        middle = (low + high) // 2
        tried = attempt(middle)
        if _fits(tried[1], limit):
            low, best = middle, tried
        else:
            high = middle
    return best


def _fits(html: str, limit: int) -> bool:
    return len(html.encode()) + html.count("\n") < limit
