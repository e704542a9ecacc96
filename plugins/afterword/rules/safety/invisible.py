"""Characters that nobody sees: which they are, and where writing needs them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.model.span import Path, Span

# Marks and controls of direction, zero-width characters, fillers and tags. A variation selector stands with its letter.
_INVISIBLE = re.compile(
    "[\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SOFT = re.compile("[\u00ad\u034f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_MARKS = frozenset("\u061c\u200e\u200f")
_JOINERS = frozenset("\u200c\u200d")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_JOINING_SCRIPTS = frozenset(
    {
        "ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "KHMER", "MALAYALAM", "MANDAIC",
        "MONGOLIAN", "MYANMAR", "NKO", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU", "TIBETAN",
    }
)  # fmt: skip
_WORDS = {
    "\u00ad": "soft hyphen", "\u200b": "zero-width space", "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner", "\u2060": "word joiner", "\ufeff": "zero-width no-break space",
}  # fmt: skip


def find_in_name(text: str) -> Iterator[int]:
    """Offsets of all invisible characters of an id or an address, which needs none of them."""
    yield from sorted(found.start() for form in (_INVISIBLE, _SOFT) for found in form.finditer(text))


def find_in_prose(text: str) -> Iterator[int]:
    """Offsets of invisible characters that no emoji and no script around them needs."""
    found = list(_INVISIBLE.finditer(text))
    is_mixed = bool(found) and any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in text)
    for each in found:
        character, at = each[0], each.start()
        if character in _MARKS and is_mixed:
            continue
        if character in _JOINERS and (_joins_script(text, at) or _joins_emoji(text, at)):
            continue
        if "\U000e0020" <= character <= "\U000e007f" and _is_flag(text, at):
            continue
        yield at


def _joins_script(text: str, at: int) -> bool:
    before = text[at - 1] if at else ""
    return bool(before) and unicodedata.name(before, "").partition(" ")[0] in _JOINING_SCRIPTS


def _joins_emoji(text: str, at: int) -> bool:
    before, after = text[max(0, at - 2) : at].rstrip("\ufe0f")[-1:], text[at + 1 : at + 2]
    return bool(before and after) and all(unicodedata.category(each) in {"So", "Sk"} for each in (before, after))


def _is_flag(text: str, at: int) -> bool:
    """Whether a tag belongs to a flag: a black flag, some tags of letters, one that ends them."""
    first = text.rfind("\U0001f3f4", max(0, at - 8), at)
    return first >= 0 and all("\U000e0020" <= each <= "\U000e007f" for each in text[first + 1 : at])


def describe(character: str) -> str:
    """One invisible character in words, with its number."""
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069" or character in _MARKS:
        word = "control of writing direction"
    else:
        word = _WORDS.get(character, "invisible character")
    return f"a {word} (U+{ord(character):04X})".replace("a invisible", "an invisible")


def place_in_value(report: Report, path: Path, character: str) -> tuple[Span | None, Fix | None]:
    """Where in the value at `path` the character stands, and the fix that takes it out; None where it is escaped."""
    span, source = report.spans.get(path), report.source
    if span is None:
        return None, None
    first = source.offset(span.line, span.column)
    # A text over several lines ends where the next key or value begins, at the latest where the body does.
    places = {(each.line, each.column) for each in (*report.keys.values(), *report.spans.values())}
    after = min((place for place in places if place > (span.line, span.column)), default=(report.body.first_line, 1))
    start = source.text.find(character, first, source.offset(*after))
    return (source.span(start, start + 1), Fix(start, start + 1, "")) if start >= 0 else (None, None)
