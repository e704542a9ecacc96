"""Which characters one part of a pattern takes, asked of RE2 itself: its classes, its folding, its Unicode tables."""

from __future__ import annotations

from functools import cache, lru_cache

Ranges = tuple[tuple[int, int], ...]
"""Code points from the first to the second, both included, sorted and apart from one another.

A range may go over the surrogates, which no text holds.
"""

_FIRST_AFTER = ((0x80, 1), (0x800, 2), (0x10000, 3), (0x110000, 4))
"""Where a code point takes one byte more in UTF-8, and how many those below it take."""
_SURROGATES = 0xD800, 0xDFFF


@lru_cache(maxsize=2_000)
def ranges_of(part: str, *, ignore_case: bool = False, dot_all: bool = False) -> Ranges:
    r"""The characters that a part of a pattern takes; it stands for one character, such as `[a-f]`, `\pL` or `.`."""
    import re2

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    options.dot_nl = dot_all
    options.max_mem = 64 << 20
    found = re2.compile(f"(?:{part})+".encode(), options)
    # A run of bytes in all characters one after another is a range of code points.
    spans = (match.span() for match in found.finditer(_every_character()))
    return tuple((_code_point(start), _code_point(end) - 1) for start, end in spans)


@cache
def _every_character() -> bytes:
    low, high = _SURROGATES
    return "".join(map(chr, (*range(low), *range(high + 1, 0x110000)))).encode()


def _code_point(offset: int) -> int:
    """The code point whose bytes begin at `offset` among all characters in their order."""
    first = 0
    for end, size in _FIRST_AFTER:
        gap = 0x800 if first <= _SURROGATES[0] < end else 0
        length = (end - first - gap) * size
        if offset < length or end == 0x110000:
            point = first + offset // size
            return point + 0x800 if gap and point >= _SURROGATES[0] else point
        offset, first = offset - length, end
    return first
