"""Links and images within an inline text, found in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline

_LINK_PARTS = re.compile(r"[\\`<!\[\]]")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_BLANKS = re.compile(r"[ \t\n]*")
_DEFINITION_BLANKS = re.compile(r":[ \t\r\n>]*")


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link or image within an inline text: offsets of the whole, its label, its target where it stands inline."""

    start: int
    label: int
    label_end: int
    end: int
    image: bool
    href: str
    target: tuple[int, int] | None = None
    reference: str = ""


def find_links(state: StateInline) -> dict[int, FoundLink]:
    """All links and images by where they begin.

    Brackets are paired on a stack, in one pass. Trying each opening bracket for itself, as markdown-it does, takes
    quadratic time for brackets that are never closed.
    """
    src = state.src
    # A state of its own: the rules remember in it which backticks they have seen.
    ahead = StateInline(src, state.md, state.env, [])
    found: dict[int, FoundLink] = {}
    opened: list[tuple[int, int, int]] = []
    links = pos = 0
    while part := _LINK_PARTS.search(src, pos):
        ahead.pos = pos = part.start()
        char = src[pos]
        if char == "\\":
            pos += 2
        elif char in "`<":
            tight = (backtick,) if char == "`" else (autolink, html_inline)
            pos = ahead.pos if any(rule(ahead, True) for rule in tight) else pos + 1
        elif char == "]" and opened:
            start, label, links_before = opened.pop()
            image = label - start == 2
            # A link holds no other link; an image may.
            link = None if links > links_before and not image else _close(state, start, label, pos)
            pos += 1
            if link is not None:
                found[start] = link
                links += not image
                pos = link.end
        elif char == "[" or src.startswith("![", pos):
            label = pos + 1 + (char == "!")
            opened.append((pos, label, links))
            pos = label
        else:
            pos += 1
    return found


def _close(state: StateInline, start: int, label: int, end: int) -> FoundLink | None:
    """The link whose label ends at `end`: with its target in parentheses, or with a definition elsewhere."""
    src, image = state.src, label - start == 2
    if src.startswith("(", end + 1):
        begin = stop = _skip_blanks(src, end + 2)
        target = parseLinkDestination(src, begin, len(src))
        if target.ok:
            stop = target.pos
        after = _skip_blanks(src, stop)
        if after > stop:
            title = parseLinkTitle(src, after, len(src))
            if title.ok:
                after = _skip_blanks(src, title.pos)
        if src.startswith(")", after):
            inner = (begin + 1, stop - 1) if src.startswith("<", begin) and stop > begin else (begin, stop)
            return FoundLink(start, label, end, after + 1, image, target.str if target.ok else "", inner)
    references = state.env.get("references")
    if not references:
        return None
    second = _LABEL.match(src, end + 1)
    after = second.end() if second else end + 1
    if second is None or not second[1]:
        second = _LABEL.match(src, label - 1)
        if second is None or second.end() != end + 1:
            return None
    name = normalizeReference(second[1])
    known = references.get(name)
    return FoundLink(start, label, end, after, image, known["href"], None, name) if known else None


def _skip_blanks(src: str, pos: int) -> int:
    blanks = _BLANKS.match(src, pos)
    return blanks.end() if blanks else pos


def definition_target(text: str, line: int, href: str) -> tuple[int, int] | None:
    """Where a definition gives its target `href`; `line` is the offset of the definition's line in the file's `text`.

    Nothing before the label on that line holds a bracket: there stand quote marks and list marks alone.
    """
    label = _LABEL.match(text, text.find("[", line))
    blanks = _DEFINITION_BLANKS.match(text, label.end()) if label else None
    if blanks is None:
        return None
    target = parseLinkDestination(text, blanks.end(), len(text))
    if not target.ok or target.str != href:
        return None
    angle = text.startswith("<", blanks.end())
    return blanks.end() + angle, target.pos - angle
