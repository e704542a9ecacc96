"""A secret that is known by how it begins, and the one way in which such forms are looked for.

A text is searched for the fixed beginnings, which takes next to no time, and a pattern is tried only where one stands.
So five megabytes cost little more than reading them, whatever is in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterword.sensitive.match import Kind, Match, is_example, is_masked

_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


@dataclass(frozen=True)
class Form:
    """One form.

    Attributes:
        kind: what it is.
        anchors: the texts with which it begins.
        pattern: the whole form, tried where an anchor stands.
        group: the part of the pattern that is the secret.
        edge: whether no letter, digit, hyphen or underscore may stand before it.
        folded: whether the anchors are written in lower case and found in any case.
        prefix: how many published characters the secret begins with.
        likely: what the secret has to match as well to be sure; None where its form alone is.
    """

    kind: Kind
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]
    group: int | str = 0
    edge: bool = True
    folded: bool = False
    prefix: int = 0
    likely: re.Pattern[str] | None = None


def form(
    kind: Kind, anchors: str, pattern: str,
    *, group: int | str = 0, edge: bool = True, folded: bool = False, prefix: int = 0, likely: str = "",
) -> Form:  # fmt: skip
    """A form, its anchors separated by blanks."""
    flags = re.IGNORECASE if folded else 0
    sure = re.compile(likely) if likely else None
    return Form(kind, tuple(anchors.split()), re.compile(pattern, flags), group, edge, folded, prefix, sure)


def fold(text: str) -> str:
    """`text` in lower case, every character in its place."""
    # The one letter that becomes two in lower case would move everything after it.
    return text.replace("İ", "I").lower()


def places(text: str, anchors: Iterable[str]) -> Iterator[int]:
    """Where one of `anchors` stands, each anchor's places in order."""
    for anchor in anchors:
        at = text.find(anchor)
        while at >= 0:
            yield at
            at = text.find(anchor, at + 1)


def find_form(each: Form, text: str, folded: str) -> Iterator[Match]:
    """Every place at which the form stands; masked ones and placeholders are none."""
    for at in places(folded if each.folded else text, each.anchors):
        if each.edge and at and text[at - 1] in _INSIDE:
            continue
        found = each.pattern.match(text, at)
        if found is None or is_masked(found[each.group]):
            continue
        start, end = found.span(each.group)
        sure = not is_example(found[each.group]) and (each.likely is None or bool(each.likely.match(found[each.group])))
        yield Match(each.kind, start, end, sure=sure, prefix=each.prefix)
