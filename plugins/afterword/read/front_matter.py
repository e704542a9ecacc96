"""Where the front matter of a file begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from frontmatter.default_handlers import YAMLHandler

from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.source import Source

_HANDLER = YAMLHandler()
_ENDS = "save the file with line ends of the sort LF or CRLF"
_DOTS = re.compile(r"^\.\.\.[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True)
class Fences:
    """Offsets of the front matter's YAML, and of the body that follows it."""

    start: int
    end: int
    body: int


def begins_with_fence(text: str) -> bool:
    """Whether a file's first line is a front-matter fence; `text` is without a BOM."""
    return bool(_HANDLER.detect(text)) and text.startswith("---")


def find_fences(source: Source, limits: Limits) -> Fences | Problem:
    """The front matter's place, or the one problem with its fences."""
    text = source.text
    first, *rest = [*islice(_HANDLER.FM_BOUNDARY.finditer(text), 2), None]
    if first is None or first.start() != 0 or _fence(text, 0) != "---":
        line = source.line_text(1)
        hint = "make `---` the first line, with the front matter below it and `---` again after it"
        if "\r" in text and "\n" not in text:
            return Problem("fence", source.span(0, 3), "the lines end in bare carriage returns", _ENDS, line[:3])
        if line.strip().startswith("---"):
            hint = "write exactly three dashes, and nothing else on that line"
        elif not line.strip() and first is not None:
            hint = "take out what stands before the first `---`"
        message = "the file does not begin with a line `---`" if text.strip() else "the file is empty"
        return Problem("fence", source.span(0, len(line)), message, hint, line[:60])
    start = _line_end(text, 0)
    closing = rest[0] if rest else None
    dots = _DOTS.search(text, start, closing.start() if closing else len(text))
    if dots:
        return Problem(
            "fence",
            source.span(dots.start(), dots.start() + 3),
            "the front matter is closed with `...`",
            "close it with `---`",
            "...",
        )
    if closing is None:
        return Problem(
            "fence", source.span(0, 3), "the front matter is never closed", "add a line `---` after it", "---"
        )
    if _fence(text, closing.start()) != "---":
        span = source.span(closing.start(), closing.start() + len(_fence(text, closing.start())))
        return Problem("fence", span, "the closing fence is not `---`", "write exactly three dashes")
    return _within_limit(source, Fences(start, closing.start(), _line_end(text, closing.start())), limits)


def _within_limit(source: Source, fences: Fences, limits: Limits) -> Fences | Problem:
    size = len(source.text[fences.start : fences.end].encode())
    if size <= limits.front_matter_bytes:
        return fences
    return Problem(
        "over-limit",
        source.span(fences.start, fences.start),
        f"the front matter holds {size:,} bytes, more than the {limits.front_matter_bytes:,} allowed",
        "move long texts into the body or into evidence files",
    )


def _fence(text: str, start: int) -> str:
    return text[start : _line_end(text, start)].rstrip()


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end + 1
