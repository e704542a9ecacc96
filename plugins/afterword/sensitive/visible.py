"""A text as people see it: without characters that nobody sees, letters and their accents put together."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Characters that nobody sees, and accents that stand for themselves; most texts hold none.
_ODD = re.compile(
    "[\u00ad\u0300-\u036f\u0600-\u0605\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3099\u309a\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


@dataclass(frozen=True)
class Visible:
    """What is seen of a text.

    Attributes:
        text: the text as it is seen.
        places: for each of its characters the offset in the written text, and at the end the length of that; None where
            both are the same.
    """

    text: str
    places: tuple[int, ...] | None = None

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the written text of what stands from `start` to `end`."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end]


def see(text: str) -> Visible:
    """`text` without characters of the category Cf, with letters composed where they have an accent of their own."""
    if not _ODD.search(text):
        return Visible(text)
    seen: list[str] = []
    places: list[int] = []
    for at, each in enumerate(text):
        category = unicodedata.category(each)
        if category == "Cf":
            continue
        if category == "Mn" and seen and len(whole := unicodedata.normalize("NFC", seen[-1] + each)) == 1:
            seen[-1] = whole
            continue
        seen.append(each)
        places.append(at)
    return Visible("".join(seen), (*places, len(text)))
