"""Words of Chinese and Japanese, which are written without spaces, for a search engine that cuts text at spaces.

Each run of their characters becomes overlapping words of two, so that every phrase within a run can be found as
neighbouring words, without a dictionary that would cut a sentence in one way and a query in another. The script that
asks (`assets/javascripts/words.js`) cuts what a reader types in the same way and joins what it shows.
"""

from __future__ import annotations

import re
import unicodedata

CHARACTERS = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b"  # iteration marks and numbers of both
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
_RUN = re.compile(f"[{CHARACTERS}]+")
# Where a line of a source was broken within a sentence.
_BREAK = re.compile(rf"(?<=[{CHARACTERS}、。])[ \t]*\n[ \t]*(?=[{CHARACTERS}])")
# Wide letters and digits, and half kana with their marks: one word however it was typed.
_FORMS = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]+")
# Pagefind takes this one as a mark between words for the whole page that holds it.
_NOT_SEEN = "\u200b"


def cut_words(text: str) -> str:
    """The text with each run of Chinese and Japanese as overlapping words of two characters, its last one once more.

    `割引の基準` gives ` 割引 引の の基 基準 準 `. The last character, alone, says where the run
    ends, and lets a query of one character find it: a query finds words by their beginning.
    """
    plain = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text.replace(_NOT_SEEN, ""))
    return _RUN.sub(_cut, _BREAK.sub("", unicodedata.normalize("NFC", plain)))


def _cut(found: re.Match[str]) -> str:
    run = found[0]
    return f" {' '.join(run[at : at + 2] for at in range(len(run)))} "
