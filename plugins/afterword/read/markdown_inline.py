"""Inline Markdown with positions: markdown-it's rules, and the site's attribute lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline, autolink, backtick, emphasis, html_inline
from markdown_it.rules_inline import text as text_rule
from markdown_it.rules_inline.escape import escape
from markdown_it.rules_inline.newline import newline
from markdown_it.token import Token

from afterword.read.markdown_links import FoundLink, find_links

InlineRule = Callable[[StateInline, bool], bool]

_MAX_IMAGES_IN_IMAGES = 20
# Possessive, so that quotation marks without a partner cost no second try.
ATTRIBUTE_LIST = re.compile(r"""\{:?(?>"[^"\n]*"|'[^'\n]*'|[^{}\n])++\}""")
_ATTRIBUTE = re.compile(r"""\{:|[{ ](?:[#.][^\s#.}]|[^\s=}"']+=[^\s}])""")


class InlineText(StateInline):
    """An inline text being read, where each token keeps the offset at which it was found in `meta["at"]`."""

    pending_at = 0
    links: dict[int, FoundLink] | None = None

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token, found where the reading stands."""
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:
        """Add what is pending as a token, found where that begins."""
        token = super().pushPending()
        token.meta["at"] = self.pending_at
        return token


class InlineParser(ParserInline):
    """Reads inline texts with positions."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:  # noqa: ANN401
        """Read one inline text."""
        state = InlineText(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _noted(rule: InlineRule) -> InlineRule:
    """A rule that may leave characters pending; where these begin is noted."""

    def run(state: StateInline, silent: bool) -> bool:
        if isinstance(state, InlineText) and not silent and not state.pending:
            state.pending_at = state.pos
        return rule(state, silent)

    return run


def _ended(rule: InlineRule) -> InlineRule:
    """A rule whose last token keeps where it ends."""

    def run(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent and state.tokens and state.tokens[-1].meta.get("at") == start:
            state.tokens[-1].meta["end"] = state.pos
        return True

    return run


def _literal(state: StateInline, silent: bool) -> bool:
    """What no rule takes stands for itself."""
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    for index, token in enumerate(state.tokens[start - state.pos :]):
        token.meta["at"] = start + index
    return True


def _autolink(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not autolink(state, silent):
        return False
    if not silent:
        opened, label, closed = state.tokens[-3:]
        label.meta["at"] = start + 1
        bounds = (start + 1, state.pos - 1)
        opened.meta["link"] = closed.meta["link"] = FoundLink(
            start, *bounds, state.pos, False, str(opened.attrs["href"]), bounds
        )
        closed.meta["end"] = state.pos
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    """An attribute list, where the site's renderer takes one: after something inline, or at the end of a block."""
    found = ATTRIBUTE_LIST.match(state.src, state.pos) if state.src[state.pos] == "{" else None
    if found is None or not _ATTRIBUTE.search(found[0]):
        return False
    line_start = state.src.rfind("\n", 0, state.pos) + 1
    after = state.src[found.end() : found.end() + 100]
    last = state.tokens[-1] if state.tokens and not state.pending else None
    follows = last is not None and (last.meta.get("end") == state.pos or state.src[state.pos - 1] in "*_")
    ends = not after.strip(" \t\n")
    alone = ends and not state.src[line_start : state.pos].strip(" \t")
    closes = ends and state.env.get("edge", False) and state.src[state.pos - 1 : state.pos] in (" ", "\t")
    term = found[0].startswith("{:") and re.match(r"[ \t]*\n[ \t]*:[ \t]", after)
    if not (follows or alone or closes or term):
        return False
    if not silent:
        state.push("attributes", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """A link or an image, looked up among those that one pass over the whole text has found."""
    if not isinstance(state, InlineText) or state.src[state.pos] not in "[!":
        return False
    if state.links is None:
        state.links = find_links(state)
    found = state.links.get(state.pos)
    if found is None or state.level > _MAX_IMAGES_IN_IMAGES:
        return False
    if not silent:
        limit = state.posMax
        state.pos, state.posMax = found.label, found.label_end
        state.push("link_open", "a", 1).meta["link"] = found
        state.md.inline.tokenize(state)
        state.pos = found.label_end
        closed = state.push("link_close", "a", -1)
        closed.meta.update(link=found, end=found.end)
        state.posMax = limit
    state.pos = found.end
    return True


def inline_parser() -> InlineParser:
    """A parser of inline texts whose tokens keep in `meta` where they begin (`at`), end (`end`), and their `link`."""
    parser = InlineParser()
    parser.ruler.enableOnly(["entity"])
    parser.ruler2.enableOnly(["balance_pairs", "emphasis"])
    rules: list[tuple[str, InlineRule]] = [
        ("text", _noted(text_rule)),
        ("newline", _ended(newline)),
        ("escape", _ended(escape)),
        ("backticks", _noted(_ended(backtick))),
        ("emphasis", _emphasis),
        ("link", _link),
        ("autolink", _autolink),
        ("html_inline", _ended(html_inline)),
    ]
    for name, rule in rules:
        parser.ruler.at(name, rule)
        parser.ruler.enable(name)
    parser.ruler.push("attributes", _ended(_attributes))
    parser.ruler.push("literal", _noted(_literal))
    return parser
