"""Texts that a pattern matches, and the words in them.

Letters stand as they are, a blank for any sign, `ANY` for what may be anything, `EDGE` for a place with no letter
beside it. Of the words in one text the two rarest are taken: few sentences hold both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from math import prod

from afterword.rules.wording.language import ENGLISH
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS

ANY, EDGE, SIGN = "\x01", "\x02", " "
Texts = frozenset[str]
Pair = tuple[str, ...]
"""One word, or two that stand in one text, the rarer first."""
Need = frozenset[Pair]
"""Of these pairs one stands in every text, whole."""
_COMMON = ENGLISH | AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS
_COMMONEST = words("the and that was for with not this were from are")
_COMMONEST_SHARE = 40
_LETTERS = r"[^\W\d_]+"
# Letters between signs, an apostrophe within them included; what stands on either side of one counts as a word, too.
_WORD = re.compile(rf"(?<![^\W\d_])(?<!{ANY}){_LETTERS}(?:'{_LETTERS})*(?![^\W\d_])(?!{ANY})")


def rarest(needs: Iterable[Need], most: int) -> tuple[Need, ...]:
    """The needs that the fewest sentences meet."""
    return tuple(sorted(dict.fromkeys(needs), key=lambda need: (_cost(need), sorted(need)))[:most])


def _cost(need: Need) -> int:
    """How many sentences meet a need, roughly, of ten thousand."""
    return sum(prod(map(_share, pair)) * 100 ** (2 - len(pair)) for pair in need)


@cache
def _share(word: str) -> int:
    """How many of a hundred sentences hold a word, roughly."""
    if len(word) < 3 or word in _COMMONEST:
        return _COMMONEST_SHARE
    return 10 if word in _COMMON else 1


@cache
def _rank(word: str) -> tuple[int, int, str]:
    """The rarer, the less; of words that are as rare, the longest."""
    return _share(word), -len(word), word


def needed_in(texts: Texts, *, at_edge: bool = False) -> tuple[Need, ...]:
    """What is needed where one of `texts` is, whatever stands around it; empty for nothing.

    Args:
        texts: the texts.
        at_edge: whether no letter stands before them.
    """
    found = set[Pair]()
    before = "" if at_edge else ANY
    for text in texts:
        pair = _pair(_parts(f"{before}{text}{ANY}"))
        if not pair:
            return ()
        found.add(pair)
    return (frozenset(found),) if found else ()


def _parts(text: str) -> list[str]:
    """What stands between the signs of a text."""
    return text.replace(EDGE, SIGN).split(SIGN)


def _pair(parts: Iterable[str]) -> Pair:
    """The two rarest words of some parts; one alone where two stand together in every other sentence."""
    held = {part for part in parts if part.isalpha()}
    held.update(word for part in parts if "'" in part for word in _WORD.findall(part))
    if len(held) < 2:
        return tuple(held)
    first, second, *_ = sorted(held, key=_rank)
    return (first, second) if _share(first) < _COMMONEST_SHARE else (first,)


def sum_up(texts: Texts) -> Texts:
    """One text for all, of which no more is known than whether letters stand at its ends."""
    ends = SIGN if all(text[-1:] in (SIGN, EDGE) and text for text in texts) else ""
    return frozenset({_begin(texts) + ANY + ends})


def lean(texts: Texts) -> Texts:
    """The texts with no more of each than how it may begin, its two rarest words and how it may go on."""
    return frozenset(map(_lean_one, texts))


def _lean_one(text: str) -> str:
    begins, *middle = _parts(text)
    if not middle:
        return ANY if ANY in text else text
    ends = middle.pop()
    return SIGN.join((ANY if ANY in begins else begins, *_pair(middle), ANY if ANY in ends else ends))


def ends_of(texts: Texts) -> Texts:
    """How the texts may go on, after whatever."""
    begins = _begin(texts)
    cut = map(_parts, texts)
    return frozenset(f"{begins}{ANY}{SIGN}{last}" if before else last for *before, last in cut)


def _begin(texts: Texts) -> str:
    """A sign where all texts begin with one."""
    return SIGN if all(text[:1] in (SIGN, EDGE) and text for text in texts) else ""
