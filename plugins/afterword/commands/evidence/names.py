"""What a file is called below `evidence/`, and what its entry is titled where nobody says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePath

from afterword.read.evidence_content import IMAGES, TEXTS

_MOST = 80
_OTHER = re.compile(r"[^A-Za-z0-9_-]+")
# Names of devices, which no file can have on some systems, whatever its ending.
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")


def safe_name(original: str, taken: Collection[str]) -> str:
    """A name in ASCII for a file called `original`, free among `taken` without regard to case.

    The ending stays where it says what the file is; any other (`.html`, `.svg`, `.py`) gets `.txt` behind it, since no
    browser runs that.
    """
    path = PurePath(original.replace("\\", "/")).name
    stem, dot, last = path.rpartition(".")
    ending = f".{last.lower()}" if dot and stem.strip(".") else ""
    known = ending in TEXTS or ending in IMAGES or ending == ".pdf"
    words = _words(stem if known else path.replace(".", "-"))
    ending = ending if known else ".txt"
    number, name = 1, f"{words}{ending}"
    closed = {each.casefold() for each in taken}
    # The published form of a file may have `.txt` behind its name, which no other file may have.
    while name.casefold() in closed or f"{name}.txt".casefold() in closed:
        number += 1
        name = f"{words}-{number}{ending}"
    return name


def title_of(original: str) -> str:
    """A title made of a file's name: `replayed_pairs.csv` gives "Replayed pairs"."""
    stem = PurePath(original.replace("\\", "/")).stem
    words = " ".join(re.sub(r"[_\-.\s]+", " ", stem).split())
    shown = "".join(each for each in words if each.isprintable())
    return f"{shown[:1].upper()}{shown[1:]}"[:100].strip() or "File"


def _words(stem: str) -> str:
    folded = unicodedata.normalize("NFKD", stem)
    plain = "".join(each for each in folded if not unicodedata.combining(each))
    words = _OTHER.sub("-", plain).strip("-_")[:_MOST].strip("-_")
    if not words:
        return "file"
    return f"file-{words}" if _DEVICE.match(words) else words
