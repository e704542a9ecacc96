"""Retired entries of a vocabulary: told apart from those in use, and each followed to what stands for it now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from afterword.model.vocabulary import Retired, Term

Entry = TypeVar("Entry", bound=Term)
_FAR = 100
"""How many entries one id is followed through at most."""


@dataclass(frozen=True)
class SortedTerms(Generic[Entry]):
    """The entries of a vocabulary, sorted out.

    Attributes:
        current: those in use, in their order.
        retired: the others by id.
        wrong: by id what keeps a retired entry from being followed, and the cure.
    """

    current: tuple[Entry, ...] = ()
    retired: Mapping[str, Retired] = field(default_factory=dict)
    wrong: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def sort_retired(
    entries: Iterable[Entry], *, known: Collection[str] = (), earlier: Mapping[str, Retired] | None = None
) -> SortedTerms[Entry]:
    """Sort out the entries of one file.

    Args:
        entries: the entries, each id once.
        known: ids in use that stand elsewhere.
        earlier: retired ids that stand elsewhere, followed already.
    """
    listed = list(entries)
    current = tuple(each for each in listed if not each.is_retired)
    in_use = {*known, *(each.id for each in current)}
    before = earlier or {}
    leads_to = {
        **{each.id: each.now for each in before.values()},
        **{each.id: each.replaced_by for each in listed if each.is_retired},
    }
    retired: dict[str, Retired] = {}
    wrong: dict[str, tuple[str, str]] = {}
    for each in listed:
        if each.is_retired:
            now, flaw = _follow(each.id, leads_to, in_use)
            retired[each.id] = Retired(each.id, each.title, now, each.retired_because or "")
            if flaw is not None:
                wrong[each.id] = flaw
    return SortedTerms(current, retired, wrong)


def _follow(
    start: str, leads_to: Mapping[str, tuple[str, ...]], in_use: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, str] | None]:
    """The ids in use at the end of every way from `start`, or what is wrong with one of these ways."""
    found: dict[str, None] = {}
    seen = {start}
    ahead = list(leads_to[start])
    while ahead:
        each = ahead.pop(0)
        if each == start:
            return (), (f"`replaced_by` of `{start}` leads back to it", "let it lead to an entry that is in use")
        if each in in_use:
            found[each] = None
        elif each not in leads_to:
            return (), (f"`replaced_by` of `{start}` leads to `{each}`, which is no entry", "name an entry's id")
        elif each not in seen:
            seen.add(each)
            if len(seen) > _FAR:
                return (), (f"`replaced_by` of `{start}` leads on for too long", "name the entry at the end of it")
            ahead.extend(leads_to[each])
    return tuple(found), None
