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


def told_json(value: object) -> str:
    """The value as JSON that is the same text for the same value: `1.0` is `1`, and the order of keys makes no odds."""
    return json.dumps(_whole(value), sort_keys=True, default=str)


def _whole(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list | tuple):
        return [_whole(each) for each in value]
    return {key: _whole(each) for key, each in value.items()} if isinstance(value, dict) else value
