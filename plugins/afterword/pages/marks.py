"""A word in a box with a mark before it: kind, severity, status, strength; and factors as chips."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup

from afterword.index.index import Index
from afterword.pages.escape import escape_text
from afterword.pages.words import factor_link, label

Family = Literal["kind", "severity", "status", "strength"]
_CODE = re.compile(r"`([^`]+)`")


def mark(family: Family, value: str) -> Markup:
    """The word for a choice with the style of its family; the style repeats the word and never replaces it."""
    return Markup('<span class="aw-{family} aw-{family}--{value}">{word}</span>').format(
        family=family, value=value, word=label(value)
    )


def quiet(text: Markup) -> Markup:
    """`text` as a side remark on its line."""
    return Markup('<span class="aw-meta">{}</span>').format(text)


def code(text: str) -> Markup:
    """What people typed as code: not between backticks, which their text could close."""
    return Markup("<code>{}</code>").format(escape_text(text))


def with_code(text: str) -> Markup:
    """Plain text in which words between backticks are code, and nothing else is markup."""
    parts = _CODE.split(text)
    return Markup("").join(code(part) if place % 2 else _spaced(part) for place, part in enumerate(parts))


def factor_chip(factor_id: str, index: Index, from_path: str) -> Markup:
    """A factor as a chip that leads to its page; the id alone where the vocabulary does not hold it."""
    link = factor_link(factor_id, index, from_path)
    known = factor_id in index.view.vocabulary.factor_by_id
    return link + Markup("{ .aw-chip .aw-chip--factor }") if known else link


def dotted(parts: Iterable[Markup]) -> Markup:
    """Side remarks on one line, with a dot between them."""
    return Markup(" · ").join(part for part in parts if part)


def _spaced(part: str) -> Markup:
    """The part with the blanks that stood at its ends, which tell it from the code beside it."""
    if not part.strip():
        return Markup(" ") if part else Markup("")
    before, after = part[:1].isspace(), part[-1:].isspace()
    return Markup(" " if before else "") + escape_text(part) + Markup(" " if after else "")
