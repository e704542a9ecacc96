"""Characters that YAML takes for something else than people do, or does not take at all."""

from __future__ import annotations

from afterword.model.source import Source


def odd_line_end(source: Source, start: int, at: int) -> int | None:
    """The last character on the line of `at` or the one before that ends a line to YAML and to nothing else."""
    before = source.text.rfind("\n", start, max(source.text.rfind("\n", start, at), start))
    places = (source.text.rfind(each, max(before, start), at) for each in "\u2028\u2029\x85")
    return max((place for place in places if place >= 0), default=None)


def odd_words(character: str) -> tuple[str, str]:
    """Message and cure for such a character."""
    message = f"an invisible character that ends a line in YAML stands here (U+{ord(character):04X})"
    return message, "take it out, or begin a new line in its place"


def odd_character(text: str, start: int, end: int) -> int:
    """Offset of the first character that YAML does not allow, else `start`."""
    for offset in range(start, end):
        code = ord(text[offset])
        if (code < 0x20 and code not in {0x09, 0x0A, 0x0D}) or (0x7F <= code <= 0x9F and code != 0x85):
            return offset
        if 0xD800 <= code <= 0xDFFF or code in {0xFFFE, 0xFFFF, 0xFEFF}:
            return offset
    return start
