"""Given names and how surely each is a person's, from `data/given-names.txt`, which tells its source and marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

# Letters that no decomposition takes apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})
_ENDINGS = re.compile(
    r".+(?:[sdvew][sk]k[aiy]|wicz|czyk|chuk|enko|[^aeiou]son|[^aeiou]sen|[ou]va?|[aiou]nen|mann|berg|stein|escu|poulos|"
    r"oglu|elli|etti|ucci|moto|mura|yama|zaki|gawa|adze|[aoi]yan|nkwo|shvili|[aeiou]ez)\Z"
)
"""How family names of many languages end, and few other words of more than five letters."""
_SCOTTISH = re.compile(r"(?:Mc|Mac|Fitz)[A-Z][a-z]")
_PREFIXED = re.compile(r"(?:o['’]|d['’]|van |von |de |del |della |di |da |dos |el-|al-|mac(?=[dgklmn]))[a-z]{2}")


def _read() -> dict[str, frozenset[str]]:
    text = resources.files("afterword.model").joinpath("data", "given-names.txt").read_text(encoding="utf-8")
    marks: dict[str, set[str]] = {}
    mark = ""
    for line in text.splitlines():
        if line.startswith("["):
            mark = line.strip("[]")
        elif not line.startswith("#"):
            for name in line.split():
                marks.setdefault(name, set()).add(mark)
    return {name: frozenset(found) for name, found in sorted(marks.items())}


MARKS: Mapping[str, frozenset[str]] = MappingProxyType(_read())
"""Each name of the file in small letters, with its marks: `person`, `place`, `month`, `product`, `word`, `family`,
`surname`."""
_ALSO_THINGS = frozenset({"place", "month", "product", "word"})

GIVEN_NAMES = frozenset(name for name, marks in MARKS.items() if "person" in marks and not marks & _ALSO_THINGS)
"""Names that are hardly ever anything else."""
DOUBLE_MEANINGS = frozenset(name for name, marks in MARKS.items() if marks & _ALSO_THINGS)
"""Given names that are a place, a month, a product or a word as often."""
SURNAMES = frozenset(name for name, marks in MARKS.items() if "surname" in marks)
"""Family names that are no given names."""
_FAMILY_NAMES = frozenset(name for name, marks in MARKS.items() if marks & {"family", "surname"})


def unaccented(word: str) -> str:
    """`word` in small letters, without accents and without characters that nobody sees."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(each for each in apart if unicodedata.category(each) not in {"Mn", "Cf"})


def is_given(word: str) -> bool:
    """Whether `word`, which may be double as in `Anne-Marie`, is a given name and hardly ever anything else."""
    first, _, second = unaccented(word).partition("-")
    return first in GIVEN_NAMES or (first in DOUBLE_MEANINGS and second in GIVEN_NAMES)


def is_double(word: str) -> bool:
    """Whether `word` is a given name that is something else as often."""
    return unaccented(word) in DOUBLE_MEANINGS


def is_family(word: str) -> bool:
    """Whether `word`, written with its capitals, is a common family name or is formed like one."""
    plain = unaccented(word)
    if plain.partition("-")[0] in _FAMILY_NAMES or _PREFIXED.match(plain) or _SCOTTISH.match(word):
        return True
    return len(plain) > 5 and not plain.endswith("person") and _ENDINGS.match(plain) is not None
