"""YAML that every reader takes alike: each text is in quotes, so that none of them sees a number or a `yes` in it.

What is written has one form, maps and lists of texts, numbers and truth values, under keys of our own. YAML 1.2 takes
a JSON text as it is; the library's own writer takes a hundred times as long over as many tests as trials make.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from afterword.evals.export.one_line import json_text


def to_yaml(value: Any) -> str:  # noqa: ANN401 - any JSON with our own keys
    """The value as YAML, in blocks with two spaces; keys stand bare, so they are words of our own."""
    return "".join(f"{line}\n" for line in _lines(value))


def _lines(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, dict | list | tuple) and each:
                yield f"{key}:"
                yield from (f"  {line}" for line in _lines(each))
            else:
                yield f"{key}: {_scalar(each)}"
        return
    for each in value:
        if isinstance(each, dict) and each:
            first, *others = _lines(each)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
        else:
            yield f"- {_scalar(each)}"


def _scalar(value: Any) -> str:  # noqa: ANN401
    """A text in single quotes where people can read it so, everything else as JSON."""
    if isinstance(value, str) and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json_text(value)
