"""The people that the settings list (`organisation.people`), wherever they stand in a text.

A listed name that is a word or a month as well (`Will`, `April`) counts where it is written as in the list and stands
where only a person can. A name in Japanese or Chinese letters counts without an honorific and with or without a blank
in it; such texts have no blanks around words, so that only names of up to two letters need other letters beside them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from afterword.model.given_names import is_double, is_family

_IDEOGRAPHS = "一-龯々"
_CJK = re.compile(rf"[{_IDEOGRAPHS}ぁ-ゖァ-ヺー \u3000·・]+\Z")
_BEFORE = re.compile(r"(?:\b(?:by|with|to|from|and|cc|via|asked|told|called|paged|author|owner)|[:@|&,])[ \t*_|]*\Z")
_AFTER = re.compile(
    r"['’]s\b|[ ]+(?:[A-Z]\.|(?P<next>[A-Z][\w'’-]+)|(?:told|said|thought|wrote|knew|forgot|agreed|rolled back|"
    r"(?:asked|noticed|decided|suggested|reali[sz]ed|restarted|deployed|merged|reverted|reported|confirmed|pushed|joined)"
    r"(?= (?:the|an?|it|that|to|for|whether|our|us|by|in|on)\b))\b)"
)


def listed_people(text: str, people: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Start and end of each listed name in `text`, in order."""
    # Looking for each name costs far less than trying a pattern of all of them at every place of a long text.
    folded = text.casefold()
    pattern = _pattern(tuple(name for name in people if _may_stand(name, folded)))
    for match in pattern.finditer(text) if pattern is not None else ():
        if not is_double(match[0]) or _is_person(text, match, people):
            yield match.span()


def _may_stand(name: str, folded: str) -> bool:
    if _CJK.match(name.strip()):
        return True
    forms = (name.strip(), unicodedata.normalize("NFC", name).strip())
    return any(form.casefold() in folded for form in forms)


def _is_person(text: str, match: re.Match[str], people: tuple[str, ...]) -> bool:
    """Whether a name with another meaning is written as in the list and stands where only a person can."""
    if match[0] not in {each.strip() for each in people}:
        return False
    if text.strip() == match[0] or _BEFORE.search(text, max(0, match.start() - 12), match.start()):
        return True
    after = _AFTER.match(text, match.end())
    return after is not None and (after["next"] is None or is_family(after["next"]))


@lru_cache(maxsize=64)
def _pattern(people: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = {form for name in people for form in (name.strip(), unicodedata.normalize("NFC", name).strip())} - {""}
    if not forms:
        return None
    listed = "|".join(_form(name) for name in sorted(forms, key=lambda name: (-len(name), name)))
    return re.compile(listed, re.IGNORECASE)


def _form(name: str) -> str:
    if not _CJK.match(name):
        return rf"(?<!\w){re.escape(name)}(?!\w)"
    letters = re.sub(r"[ \u3000·・]", "", name)
    spelled = r"[ \u3000·・]?".join(re.escape(letter) for letter in letters)
    return spelled if len(letters) > 2 else rf"(?<![{_IDEOGRAPHS}]){spelled}(?![{_IDEOGRAPHS}])"
