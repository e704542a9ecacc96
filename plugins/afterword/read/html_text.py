"""The readable text of an HTML block: what stands between its tags, which Markdown itself leaves unread."""

from __future__ import annotations

import re

from afterword.read.markdown_text import BlockText

_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_UNREAD = frozenset({"script", "style", "textarea", "template", "svg", "math"})
"""Elements whose content is no text."""
_EXEMPT = frozenset({"code", "kbd", "samp", "pre", "q", "blockquote", "cite"})
"""Elements whose text is code or somebody else's words."""
_WITHIN = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "code",
        "cite",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
    }
    | {"q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
"""Elements within a line; every other begins a new one."""


def add_html(text: BlockText, start: int, end: int) -> None:
    """Add the text of the HTML from `start` to `end` of the block's content, in linear time.

    A tag ends at the first `>`. Where none follows, the rest is text.
    """
    content, place, shut, begun = text.content, start, "", 0
    while (tag := content.find("<", place, end)) >= 0:
        found = _NAME.match(content, tag, end)
        close = content.find(">", tag, end)
        if close < 0:
            break
        _add(text, place, tag)
        place = close + 1
        if found is None and content[tag + 1] not in "!?":
            _add(text, tag, tag + 1)  # A sign for less, and no tag.
            place = tag + 1
            continue
        name, closes = found[1].lower() if found else "", content[tag + 1] == "/"
        if name not in _WITHIN and text.parts and text.parts[-1][-1] != "\n":
            text.put("\n", tag, place)
        if name in _UNREAD and not closes:
            after = re.compile(f"</{name}", re.IGNORECASE).search(content, place, end)
            place = after.start() if after else end
        elif name in _EXEMPT and not (closes or shut):
            shut, begun = name, text.length
        elif closes and name == shut:
            text.exempt.append((begun, text.length))
            shut = ""
    _add(text, place, end)
    if shut:
        text.exempt.append((begun, text.length))


def _add(text: BlockText, start: int, end: int) -> None:
    """Add what stands from `start` to `end`; after a blank or a new line no more blanks are taken over."""
    if not text.parts or text.parts[-1][-1] in " \n":
        piece = text.content[start:end]
        start += len(piece) - len(piece.lstrip(" \t\n"))
    text.add(start, end)
