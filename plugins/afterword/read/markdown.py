"""Markdown to blocks of prose, links, comments and HTML, each with its exact place in the file.

markdown-it-py reads CommonMark and tables; on top of it stand what the site's own renderer adds (attribute lists,
admonitions) and the positions, which it keeps for blocks only. `body_limits` comes first: what it finds is not read.
"""

from __future__ import annotations

from typing import Any

from markdown_it.token import Token

from afterword.model.body import Attributes, Block, BlockKind, Body, Heading, Link, RawHtml
from afterword.model.source import Source
from afterword.read.comments import Comment, is_only_comments, read_suppressions, split_html
from afterword.read.html_text import add_html
from afterword.read.markdown_blocks import markdown_parser
from afterword.read.markdown_inline import ATTRIBUTE_LIST
from afterword.read.markdown_limits import body_limits
from afterword.read.markdown_links import FoundLink, definition_target
from afterword.read.markdown_places import BodyLines, Places
from afterword.read.markdown_text import BlockText, add_token

__all__ = ["body_limits", "read_body"]

_KINDS: dict[str, BlockKind] = {"heading_open": "heading", "th_open": "table_cell", "td_open": "table_cell"}


def read_body(source: Source, offset: int) -> Body:
    """The body of a file, in linear time for whatever `body_limits` finds nothing in.

    Args:
        source: the file.
        offset: where the body begins, in code points. All spans are places in the whole file.
    """
    reader = _Reader(source, offset)
    reader.read()
    return Body(
        text=source.text[offset:],
        first_line=source.span(offset, offset).line,
        headings=tuple(reader.headings),
        links=tuple(sorted(reader.links, key=lambda each: each.span)),
        blocks=tuple(reader.blocks),
        html=tuple(reader.html),
        attributes=tuple(reader.attributes),
        suppressions=read_suppressions(reader.comments, source),
    )


class _Reader:
    """One body being read: walks the parser's tokens in order."""

    def __init__(self, source: Source, offset: int) -> None:
        self.source = source
        self.lines = BodyLines(source, offset)
        self.env: dict[str, Any] = {}
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.blocks: list[Block] = []
        self.html: list[RawHtml] = []
        self.attributes: list[Attributes] = []
        self.comments: list[Comment] = []
        self._waiting: list[Comment] = []
        self._open: list[Token] = []
        self._sections: list[tuple[int, str]] = []
        self._targets: dict[str, tuple[int, int] | None] = {}

    def read(self) -> None:
        """Read every block."""
        for token in markdown_parser().parse("\n".join(self.lines.lines), self.env):
            if self._waiting and not (token.type == "html_block" and is_only_comments(token.content)):
                self._settle(token)
            if token.nesting == 1:
                self._open.append(token)
            elif token.nesting == -1:
                self._open.pop()
            elif token.type == "inline":
                self._prose(token)
            elif token.type == "html_block":
                self._html_block(token)
            elif token.type in ("fence", "code_block"):
                self._code(token)
            if token.type == "tr_open":
                self.lines.start_row()

    def _settle(self, token: Token) -> None:
        """Let the comments before a block hold for it; `token` is the first after them."""
        if token.nesting >= 0 and token.map:
            covers = self.lines.rows(*token.map)
            for comment in self._waiting:
                comment.covers = covers
        self._waiting.clear()

    def _prose(self, token: Token) -> None:
        parent = self._open[-1]
        text = BlockText(self.source, token.content, self.lines.places(token, parent))
        above, first = len(self._open) > 1 and self._open[-2].type, len(self.comments)
        self.env["edge"] = parent.type in _KINDS
        begun: list[int] = []
        parser = markdown_parser()
        # Most texts hold no markup, and to read them with a parser takes several times as long.
        for child in () if text.add_plain() else parser.inline.parse(token.content, parser, self.env, []):
            if child.type == "link_open":
                begun.append(text.length)
            elif child.type == "link_close":
                self._link(child, text, begun.pop())
            elif child.type in ("html_inline", "attributes"):
                self._markup(child, text)
            else:
                add_token(child, text)
        kind = _KINDS.get(parent.type, "list_item" if above == "list_item_open" else "paragraph")
        if parent.type == "heading_open" and parent.level == 0:
            self._leave_sections(int(parent.tag[1:]))
        block = text.block("block_quote" if self._is_quoted() else kind, self._heading_above())
        if block is not None:
            self.blocks.append(block)
            for comment in self.comments[first:]:
                comment.covers = min(text.begin, comment.start), max(text.end, comment.end)
        if parent.type == "heading_open":
            self._heading(parent, token, block)

    def _leave_sections(self, level: int) -> None:
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()

    def _heading(self, parent: Token, token: Token, block: Block | None) -> None:
        level, text, start = int(parent.tag[1:]), block.text if block else "", self.lines.begin(token)
        span = block.extent if block else self.source.span(start, start + level)
        self.headings.append(Heading(level, text, span))
        if parent.level == 0:
            self._sections.append((level, text))

    def _link(self, token: Token, text: BlockText, begun: int) -> None:
        found: FoundLink = token.meta["link"]
        at = text.places.at
        if token.info == "auto":
            text.exempt.append((begun, text.length))
        target = (at(found.target[0]), at(found.target[1])) if found.target else self._target(found)
        whole = at(found.start), at(found.end)
        href_span = self.source.span(*(target or whole))
        self.links.append(Link(found.href, text.text_from(begun), self.source.span(*whole), href_span, found.image))

    def _target(self, found: FoundLink) -> tuple[int, int] | None:
        """Where the definition of a reference gives its target."""
        name = found.reference
        if name not in self._targets:
            line = self.lines.starts[self.env["references"][name]["map"][0]]
            self._targets[name] = definition_target(self.lines.text, line, found.href)
        return self._targets[name]

    def _markup(self, token: Token, text: BlockText) -> None:
        start, end = text.places.at(token.meta["at"]), text.places.at(token.meta["end"])
        if token.type == "attributes":
            self.attributes.append(Attributes(token.content, self.source.span(start, end)))
        elif token.content.startswith("<!--"):
            self.comments.append(Comment(token.content, start, end))
        else:
            text.tag(token.content)
            self.html.append(RawHtml(token.content, self.source.span(start, end)))

    def _html_block(self, token: Token) -> None:
        places = self.lines.places(token, None)
        text, after = BlockText(self.source, token.content, places), 0
        for first, last, is_comment in split_html(token.content):
            piece, start, end = token.content[first:last], places.at(first), places.at(last)
            if is_comment:
                self.comments.append(Comment(piece, start, end))
                self._waiting.append(self.comments[-1])
                add_html(text, after, first)
                after = last
            else:
                self.html.append(RawHtml(piece, self.source.span(start, end)))
        add_html(text, after, len(token.content))
        block = text.block("block_quote" if self._is_quoted() else "html", self._heading_above())
        self.blocks.extend([block] if block is not None else [])

    def _code(self, token: Token) -> None:
        rows = self.lines.lines
        first = (token.map or [0])[0]
        if token.type == "fence":
            self._fence_attributes(first, token.info)
            first += 1
        text = BlockText(self.source, "", Places([0], [0]))
        before = None
        written = token.content.removesuffix("\n").split("\n")
        for row, line in enumerate(written[: len(rows) - first], first):
            # A tab that is partly indentation is handed over as spaces, which do not stand in the file.
            kept = line if rows[row].endswith(line) else line.lstrip(" ")
            end = self.lines.end(row)
            if before is not None:
                text.put_at("\n", before, end - len(kept))
            text.put_at(kept, end - len(kept), end)
            before = end
        block = text.block("block_quote" if self._is_quoted() else "code", self._heading_above(), is_code=True)
        self.blocks.extend([block] if block is not None else [])

    def _fence_attributes(self, row: int, info: str) -> None:
        """A list of attributes in the first line of a fenced block."""
        line = self.lines.lines[row]
        begin = line.find("{")
        if "{" in info and begin >= 0 and (found := ATTRIBUTE_LIST.match(line, begin)):
            start = self.lines.starts[row]
            self.attributes.append(Attributes(found[0], self.source.span(start + begin, start + found.end())))

    def _is_quoted(self) -> bool:
        return any(each.type == "blockquote_open" for each in self._open)

    def _heading_above(self) -> str | None:
        return self._sections[-1][1] if self._sections else None
