"""Markdown blocks with positions: CommonMark, tables within bounds, admonitions."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, html_block, lheading, paragraph, table

from afterword.read.comments import is_only_comments
from afterword.read.markdown_inline import inline_parser

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_MAX_CELLS = 20_000
_ADMONITION = re.compile(r"""(?:!!!|\?\?\?\+?) ?[\w-]+(?: +[\w-]+)*(?: +"(?P<title>[^\n]*)")? *$""")


class MarkdownParser(MarkdownIt):
    """CommonMark and tables, attribute lists and admonitions; links are kept as written, whatever their scheme."""

    def validateLink(self, url: str) -> bool:
        """Take every link, that rules may judge it."""
        return True

    def normalizeLink(self, url: str) -> str:
        """Keep a target as written."""
        return url

    def normalizeLinkText(self, link: str) -> str:
        """Keep an address as written."""
        return link


@cache
def markdown_parser() -> MarkdownParser:
    """The one parser. It reads blocks; inline texts are read one by one, with `markdown_parser().inline`."""
    parser = MarkdownParser("commonmark", {"maxNesting": 100})
    parser.enable("table")
    parser.core.ruler.enableOnly(["block"])
    interrupts = ["paragraph", "reference", "blockquote"]
    rules: list[tuple[str, BlockRule, list[str]]] = [
        ("table", _bounded_table, interrupts[:2]),
        ("html_block", _html_block, interrupts),
        ("heading", heading, interrupts),
        ("lheading", lheading, []),
        ("paragraph", paragraph, []),
    ]
    for name, rule, alt in rules:
        parser.block.ruler.at(name, _placed(rule), {"alt": alt})
    parser.block.ruler.before("heading", "admonition", _placed(_admonition), {"alt": interrupts})
    parser.inline = inline_parser()
    return parser


def _placed(rule: BlockRule) -> BlockRule:
    """A block rule whose texts keep where their lines begin, after quote marks and indentation: line and column."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in state.tokens[first:] if not silent else ():
            if token.type in ("inline", "html_block") and token.map and "starts" not in token.meta:
                token.meta["starts"] = [(line, _column(state, line)) for line in range(*token.map)]
        return True

    return run


def _column(state: StateBlock, line: int) -> int:
    """How many characters of the line stand before its text."""
    return state.bMarks[line] + state.tShift[line] - (state.eMarks[line - 1] + 1 if line else 0)


def _bounded_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table, as long as all tables together hold no more than so many cells: short rows are filled up with cells."""
    columns = state.src.count("|", state.bMarks[start], state.eMarks[start]) + 1
    rows = (_MAX_CELLS - state.env.setdefault("cells", 0)) // columns
    if columns == 1 or rows < 1 or not table(state, start, min(end, start + 1 + rows), silent):
        return False
    if not silent:
        state.env["cells"] += columns * (state.line - start - 1)
    return True


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An HTML block; a line that begins with a comment and goes on with something else is prose with a comment."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if line.startswith("<!--") and line.find("-->", 2) >= 0 and not is_only_comments(line):
        return False
    return html_block(state, start, end, silent)


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`!!! note "Title"` with an indented text below it."""
    begin = state.bMarks[start] + state.tShift[start]
    line = state.src[begin : state.eMarks[start]]
    found = _ADMONITION.match(line) if line[:3] in ("!!!", "???") and not state.is_code_block(start) else None
    if silent or found is None:
        return found is not None
    after = start + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= state.blkIndent + 4):
        after += 1
    state.push("admonition_open", "div", 1).map = [start, after]
    if found["title"]:
        state.push("paragraph_open", "p", 1).map = [start, start + 1]
        title = state.push("inline", "", 0)
        title.map, title.content = [start, start + 1], found["title"]
        title.meta["starts"] = [(start, _column(state, start) + found.start("title"))]
        state.push("paragraph_close", "p", -1)
    before = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = state.blkIndent + 4, after, "root"
    state.md.block.tokenize(state, start + 1, after)
    state.blkIndent, state.lineMax, state.parentType = before
    state.push("admonition_close", "div", -1)
    state.line = after
    return True
