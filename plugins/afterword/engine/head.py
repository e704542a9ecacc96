"""The head of a finished page, to which an adapter adds what themes have no place for."""

from __future__ import annotations


def add_to_head(page: str, markup: str) -> str:
    """A page with `markup` at the end of its head; one without a head stays as it is."""
    head, mark, rest = page.partition("</head>")
    return f"{head}{markup}{mark}{rest}" if mark else page
