"""What people typed, made safe for the page of a job: GitHub's Markdown, and what GitHub makes of plain text on top.

After Markdown is rendered, GitHub looks for mentions, numbers of issues, commits, emoji and addresses in what is left.
A character without width between their parts keeps these from being found, and nobody sees it.
"""

from __future__ import annotations

import re

from afterword.pages.escape import one_line

_APART = "\u200b"
_MARKUP = re.compile(r"([\\`*_\[\]<>#&|~])")
_LIST_MARK = re.compile(r"^(?:(\d+)([.)])|([-+=]))")
_FOUND = re.compile(
    r"(?P<mark>[@#$:](?=\S))"  # mentions, issues, mathematics, emoji and what stands between a scheme and an address
    r"|(?P<www>\bwww)(?=\.)"
    r"|(?P<ticket>\b(?:gh|(?-i:[A-Z][A-Z0-9]+))-)(?=\d)"
    r"|(?P<commit>\b[0-9a-f]{3})(?=[0-9a-f]{4,}\b)",
    re.IGNORECASE,
)
_FENCE = re.compile(r"`+")


def escape(text: str) -> str:
    """`text` on one line, shown as it was typed wherever in a line it stands."""
    apart = _FOUND.sub(lambda match: f"{match[0]}{_APART}", one_line(text))
    escaped = _LIST_MARK.sub(r"\1\\\2\3", _MARKUP.sub(r"\\\1", apart))
    # GitHub's own advice for a dollar sign that begins no formula.
    return escaped.replace("$", "<span>$</span>")


def code(text: str) -> str:
    """`text` as code that nothing in it can close; GitHub finds nothing within."""
    shown = one_line(text)
    fence = "`" * (1 + max((len(each) for each in _FENCE.findall(shown)), default=0))
    padded = f" {shown} " if shown.startswith("`") or shown.endswith("`") or not shown.strip() else shown
    return f"{fence}{padded}{fence}"
