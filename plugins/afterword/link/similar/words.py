"""Text to words: of scripts with spaces the words themselves, of scripts without them each two characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from snowballstemmer import stemmer

from afterword.link.similar.stop_words import STOP_WORDS

# Han, Hiragana and Katakana; Thai, Lao, Burmese and Khmer are written without spaces too.
UNSPACED = "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
UNSPACED += "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_ADDRESS = re.compile(r"\b(?:https?|ftp)://\S+|\bwww\.\S+")
_RUN = re.compile(f"[{UNSPACED}]+")
_WORD = re.compile(rf"(?:(?![{UNSPACED}])[^\W_])+")
_WHOLE = re.compile("[\u4e00-\u9fff\u3005]{2,}|[\u30a1-\u30fa\u30fc]{2,}")
_HIRAGANA = re.compile("[\u3040-\u309f]+")
_LONGEST, _MOST = 40, 40_000
"""Characters of a word and words of a report; what is beyond that is no prose."""


def normalise(text: str) -> str:
    """The text with one form for each character, without addresses."""
    return _ADDRESS.sub(" ", unicodedata.normalize("NFKC", text))


def is_telling(word: str) -> bool:
    """Whether a word can tell what a text is about: no stop word, no bare number, no single letter, no blob."""
    return 2 <= len(word) <= _LONGEST and not word.isdecimal() and word.lower() not in STOP_WORDS


def split_words(text: str) -> list[str]:
    """All words of scripts with spaces, in order, of a text that is in its normal form."""
    return _WORD.findall(text)[:_MOST]


def split_runs(text: str) -> list[str]:
    """All stretches of scripts without spaces, in order."""
    return _RUN.findall(text)


@cache
def _stemmer() -> stemmer:
    return stemmer("english")


@cache
def stem(word: str) -> str:
    """The stem of an English word in lower case: `refunded` and `Refunds` give `refund`; others stay nearly whole."""
    return str(_stemmer().stemWord(word.lower()))


def is_hiragana(text: str) -> bool:
    """Whether the text is Hiragana alone, which in Japanese mostly carries grammar."""
    return _HIRAGANA.fullmatch(text) is not None


def split_grams(text: str) -> Iterator[str]:
    """Every two neighbouring characters of scripts without spaces, and whole stretches of Kanji or of Katakana.

    Hiragana alone is left out.
    """
    left = _MOST
    for run in split_runs(text):
        for place in range(len(run) - 1):
            gram = run[place : place + 2]
            if not is_hiragana(gram):
                yield gram
        left -= len(run)
        if left < 0:
            return
        yield from (word for word in _WHOLE.findall(run) if len(word) <= _LONGEST)
