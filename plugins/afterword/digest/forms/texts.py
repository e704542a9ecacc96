"""What people typed and where links lead, made fit to stand in any form: cleaned, bounded, and nothing escaped yet.

The bounds, in characters: 200 for a title, 80 for a name or fact, 600 for every other text. A text that is longer keeps
its first whole sentences; where not even one fits, its first whole words and "…". An address is never cut: one of
more than 1,000 characters, or of another scheme than `https`, `http` and `mailto`, makes no link.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from afterword.digest.hosts import ascii_host
from afterword.pages.escape import one_line

TITLE = 200
NAME = 80
TEXT = 600
ADDRESS = 1000
_READ = 4

# No form can hold a lone surrogate, and HTML calls a code point that is no character an error.
_LAST_TWO = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_LAST_TWO}]")
_SENTENCE = re.compile(r"[^.!?…。！？]*[.!?…。！？]+[\"'”’)\]»]*(?:\s+|$|(?<=[。！？]))")
_WEB = re.compile(r"(?:https?://[^/?#@\s]|mailto:[^?\s])", re.IGNORECASE)
_ODD_HOST = re.compile(r"(https?://)([^/?#@:\s]*[^\x00-\x7f/?#@:\s][^/?#@:\s]*)", re.IGNORECASE)
"""The scheme, and a host that is not in ASCII."""
_KEPT_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"
_JOINED = ("\u200d", "\ufe0e", "\ufe0f")


def clean(value: object) -> str:
    """Plain text on one line, without anything that is not seen or is no character."""
    return one_line(_NO_CHARACTERS.sub("", str(value)))


def cut(value: object, bound: int = TEXT) -> str:
    """`value`, cleaned, within `bound` characters: whole sentences, else whole words and "…"."""
    typed = str(value)
    # No more is read than a few times what is shown, so that a text without end costs nothing.
    text = clean(typed[: _READ * bound])
    if len(text) <= bound and len(typed) <= _READ * bound:
        return text
    end = 0
    while (sentence := _SENTENCE.match(text, end, bound + 1)) and len(text[: sentence.end()].rstrip()) <= bound:
        end = sentence.end()
    if not end and len(text) <= bound - 2:
        # What was not read holds nothing that is seen, or more than may be shown: both are said in the same way.
        return f"{text} …".lstrip()
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
    if (found := _ODD_HOST.match(value)) and (host := ascii_host(found[2])):
        value = found[1] + host + value[found.end() :]
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
