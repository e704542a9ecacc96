"""The dark palette for readers without JavaScript: the theme's script puts it on, so that without one all was light.

The rules of the dark scheme are taken from the styles as they were built and written once more for the scheme that
pages begin with. A page asks for them within `noscript`, and only where the reader's system is dark, so that nobody
else loads them.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, QualifiedRule

from afterword.engine.head import add_to_head

PATH = "assets/stylesheets/no-script.css"
_DARK, _FIRST = "[data-md-color-scheme=slate]", "[data-md-color-scheme=default]"


def asks_for_dark(palette: object) -> bool:
    """Whether the theme's setting `palette` begins light and offers the dark scheme to a system that is dark."""
    entries = [each for each in palette if isinstance(each, dict)] if isinstance(palette, list) else []
    begins_light = bool(entries) and entries[0].get("scheme") in (None, "default")
    return begins_light and any(
        each.get("scheme") == "slate" and "dark" in str(each.get("media", "")) for each in entries
    )


def dark_styles(sheets: Iterable[str]) -> str:
    """The rules of the dark scheme in some style sheets, in order, for pages that begin light."""
    found = [
        rule
        for sheet in sheets
        for rule in _rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))
    ]
    return "".join(f"{rule}\n" for rule in found)


def link_to_styles(href: str) -> str:
    """What stands at the end of a page's head."""
    link = f'<link rel="stylesheet" media="(prefers-color-scheme: dark)" href="{html.escape(href)}">'
    return f"<noscript>{link}</noscript>"


def with_link(page: str, href: str) -> str:
    """A page with the link at the end of its head; one without a head stays as it is."""
    return add_to_head(page, link_to_styles(href))


def _rules(nodes: Iterable[Any]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            if selectors := [_for_first(each) for each in _selectors(node) if _is_dark(each)]:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(node.content)}}}"
        elif isinstance(node, AtRule) and node.content is not None and node.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            if rules := list(_rules(inner)):
                yield f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{{''.join(rules)}}}"


def _selectors(rule: QualifiedRule) -> Iterator[str]:
    """The parts of a rule's selector at its own commas; those within `:is(…)` stay where they are."""
    part: list[Any] = []
    for node in rule.prelude:
        if node.type == "literal" and node.value == ",":
            yield tinycss2.serialize(part).strip()
            part = []
        else:
            part.append(node)
    yield tinycss2.serialize(part).strip()


def _plain(selector: str) -> str:
    return selector.replace('"slate"', "slate").replace("'slate'", "slate")


def _is_dark(selector: str) -> bool:
    return _DARK in _plain(selector)


def _for_first(selector: str) -> str:
    return _plain(selector).replace(_DARK, _FIRST)
