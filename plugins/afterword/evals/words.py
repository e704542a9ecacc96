"""How a value of a report is put into a reason."""

from __future__ import annotations

import json

from afterword.model.scalars import clip


def quoted(value: object) -> str:
    """The value on one line and short, in the marks of code."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return "`" + clip(text).replace("`", "'") + "`"


def share(value: float) -> str:
    """A share or an index with three places, and no more zeros than it needs: `0.25`, `1`."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def plural(count: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
