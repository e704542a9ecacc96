"""The id of a new report, made from its date and its title."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection

MAX_BYTES = 120
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile("['’ʼ]")
# Letters that Unicode does not take apart into an ASCII letter and a mark.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def make_slug(title: str) -> str:
    """ASCII lower-case words with hyphens between, beginning with a letter.

    A title without any ASCII letter gives `report-` and the first eight hex digits of its SHA-256.
    """
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", title.casefold()).translate(_LETTERS))
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    slug = "-".join(_WORD.findall(plain))
    if not re.search("[a-z]", slug):
        return f"report-{hashlib.sha256(title.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return slug if slug[0].isalpha() else f"report-{slug}"


def make_id(date: str, title: str, taken: Collection[str]) -> str:
    """`<date>-<slug>`, with `-2`, `-3` and so on where it is taken; `taken` is compared without regard to case."""
    known = {_fold(each) for each in taken}
    stem = f"{date}-{make_slug(title)}"
    candidate = _cut(stem, MAX_BYTES)
    number = 2
    while _fold(candidate) in known:
        candidate = f"{_cut(stem, MAX_BYTES - len(str(number)) - 1)}-{number}"
        number += 1
    return candidate


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _cut(stem: str, limit: int) -> str:
    """`stem` within `limit` bytes, at a whole word where one ends late enough."""
    if len(stem) <= limit:
        return stem
    cut = stem[:limit]
    whole = cut.rpartition("-")[0] if stem[limit] != "-" else cut
    return (whole if len(whole) > limit // 2 else cut).rstrip("-")
