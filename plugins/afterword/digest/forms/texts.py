"""What people typed and where links lead, made fit to stand in any form: cleaned, bounded, and nothing escaped yet.

The bounds, in characters: 200 for a title, 80 for a name or fact, 600 for every other text. A text that is longer keeps
its first whole sentences; where not even one fits, its first whole words and "…". An address is never cut: one of
more than 1,000 characters, or of another scheme than `https`, `http` and `mailto`, makes no link.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from afterword.pages.escape import one_line

TITLE = 200
NAME = 80
TEXT = 600
ADDRESS = 1000

# No form can hold a lone surrogate, and HTML calls a code point that is no character an error.
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufdd0-\ufdef]|[" + "".join(chr(0x10000 * n + 0xFFFE) + chr(0x10000 * n + 0xFFFF) for n in range(17)) + "]")  # fmt: skip
_SENTENCE = re.compile(r"[^.!?…。！？]*[.!?…。！？]+[\"'”’)\]»]*(?:\s+|$|(?<=[。！？]))")
_WEB = re.compile(r"(?:https?://[^/?#@\s]|mailto:[^?\s])", re.IGNORECASE)
_KEPT_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"
_JOINED = ("\u200d", "\ufe0e", "\ufe0f")


def clean(value: object) -> str:
    """Plain text on one line, without anything that is not seen or is no character."""
    return one_line(_NO_CHARACTERS.sub("", str(value)))


def cut(value: object, bound: int = TEXT) -> str:
    """`value`, cleaned, within `bound` characters: whole sentences, else whole words and "…"."""
    text = clean(value)
    if len(text) <= bound:
        return text
    end = 0
    for sentence in _SENTENCE.finditer(text, 0, bound + 1):
        if sentence.start() != end or len(text[: sentence.end()].rstrip()) > bound:
            break
        end = sentence.end()
    return text[:end].rstrip() if end else f"{_whole_words(text, bound - 2)} …"


def title(value: object) -> str:
    """A title, cleaned and within its bound."""
    return cut(value, TITLE)


def name(value: object) -> str:
    """A name or a fact of a few words, cleaned and within its bound."""
    return cut(value, NAME)


def address_of(value: str) -> str:
    """The address as every form writes it; empty for one that is not to be linked to."""
    if len(value) > ADDRESS or not _WEB.match(value):
        return ""
    written = quote(value, safe=_KEPT_IN_ADDRESS, errors="ignore")
    return written if len(written) <= ADDRESS else ""


def _whole_words(text: str, bound: int) -> str:
    end = text.rfind(" ", 0, bound + 1)
    if end <= bound // 2:
        # One word without end, or a script without spaces: cut between letters, marks stay with their letter.
        end = bound
        while end and (unicodedata.combining(text[end]) or text[end] in _JOINED or text[end - 1] == _JOINED[0]):
            end -= 1
    return text[:end].rstrip()
