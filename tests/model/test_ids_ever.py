"""An id that was once in the shipped vocabulary stays there, with its meaning, in use or retired."""

from __future__ import annotations

from pathlib import Path

from afterword.read.vocabulary import shipped_vocabulary

REGISTER = Path(__file__).with_name("ids-ever.txt")


def listed() -> dict[tuple[str, str], str]:
    lines = [line.split(" ", 2) for line in REGISTER.read_text().splitlines()]
    assert len({(sort, id_) for sort, id_, _ in lines}) == len(lines)
    return {(sort, id_): title for sort, id_, title in lines}


def known() -> dict[tuple[str, str], str]:
    vocabulary = shipped_vocabulary()
    return {
        **{("factor", each.id): each.title for each in (*vocabulary.factors, *vocabulary.retired_factors.values())},
        **{("kind", each.id): each.title for each in (*vocabulary.kinds, *vocabulary.retired_kinds.values())},
    }


def test_no_id_goes_and_none_gets_another_meaning() -> None:
    """One that is used no more gets `replaced_by` or `retired_because` in its place; its entry is never taken out."""
    now = known()
    assert {each: now.get(each) for each in listed()} == listed()


def test_every_id_is_in_the_register() -> None:
    """A new entry gets a line at the end of `ids-ever.txt`; no line is ever taken out or given to another meaning."""
    assert set(known()) - set(listed()) == set()
