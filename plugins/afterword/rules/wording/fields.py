"""The texts of the front matter that carry prose, as blocks whose every character has its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.model.body import Block, Segment
from afterword.model.report import Report
from afterword.model.source import Source
from afterword.model.span import Path, Span
from afterword.read.markdown import read_body
from afterword.rules.fields.strings import strings_of

LISTS = frozenset({"timeline", "contributing_factors", "remediations", "ideas", "updates"})
PROSE: dict[str, frozenset[str]] = {
    "title": frozenset(),
    "plain_summary": frozenset(),
    "description": frozenset(),
    "trade_off": frozenset(),
    "single_sided": frozenset(),
    "no_eval_because": frozenset(),
    "ideas": frozenset(),
    "behaviour": frozenset({"expected", "observed", "how_sampled"}),
    "timeline": frozenset({"what", "unknown_because", "signal", "would_have_seen"}),
    "contributing_factors": frozenset({"how", "rationale"}),
    "remediations": frozenset({"title", "declined_because", "success_check"}),
    "impact": frozenset({"groups", "harm_types", "unknowns", "basis", "rationale"}),
    "near_miss": frozenset({"caught_by", "potential", "margin"}),
    "review": frozenset({"surprises"}),
    "participants": frozenset({"shadowed", "absent_because"}),
    "system": frozenset({"decision"}),
    "snapshot": frozenset({"taken_before", "not_preserved"}),
    "evidence": frozenset({"title", "legal_hold", "because"}),
    "eval_cases": frozenset({"title", "no_selfcheck_because"}),
    "redaction": frozenset({"removed"}),
    "updates": frozenset({"what"}),
    "withdrawn": frozenset({"because"}),
    "digest": frozenset({"headline", "takeaway"}),
}
"""Fields that carry prose: the first key, and the keys below it, where it holds more than one text.

Recorded evidence, the inputs and outputs of eval cases, names and lists of codes are recorded or fixed, not told.
"""
_RECORDED = frozenset({"input", "variants", "checks"})
"""Groups that hold what was put in and came out, under keys of any name."""
_MARKUP = re.compile(r"[`*_\[<\"“\\&]|://|www\.|[ \t]{2}")
_WORDS = re.compile(r"\S+")
# What may stand between two words of a YAML text: blanks, the marks of a folded text, a backslash before a line end.
_BETWEEN = re.compile(r"(?:[ \t\r\n'\"]|[>|][-+0-9]*(?=[ \t]*(?:#[^\n]*)?[\r\n])|\\(?=[ \t]*\r?\n)|\\(?=[ \t]))*")


def prose_fields(report: Report) -> Iterator[tuple[Path, Block]]:
    """Each text of the front matter that carries prose, in the order of the fields."""
    for path, text in strings_of(report):
        if carries_prose(path) and text.strip():
            for block in field_blocks(report.source, report.at(*path), text):
                if block.kind not in ("code", "block_quote"):
                    yield path, block


def carries_prose(path: Path) -> bool:
    """Whether the text at `path` is told in words of the report's own."""
    below = PROSE.get(str(path[0]))
    if below is None or any(part in _RECORDED or str(part).startswith("x-") for part in path[1:]):
        return False
    return not below or any(part in below for part in path[1:])


def field_blocks(source: Source, begins: Span, text: str) -> list[Block]:
    """The blocks of `text`, which stands in `source` as a YAML text from `begins` on."""
    placed = _align(source, begins, text)
    if not _MARKUP.search(text):
        flat = " ".join(text.split("\n"))
        return [Block("paragraph", flat, placed, None)]
    whole = Block("paragraph", text, placed, None)
    inner = Source(source.path, text)
    blocks = []
    for block in read_body(inner, 0).blocks:
        segments = tuple(_moved(segment, inner, whole) for segment in block.segments)
        blocks.append(Block(block.kind, block.text, segments, None, block.exempt, block.quoted))
    return blocks


def _moved(segment: Segment, inner: Source, whole: Block) -> Segment:
    """A segment with its place in the file, instead of the one in the text."""
    start = inner.offset(segment.span.line, segment.span.column)
    end = inner.offset(segment.span.end_line, segment.span.end_column)
    return Segment(segment.start, segment.end, whole.span(start, end))


def _align(source: Source, begins: Span, text: str) -> tuple[Segment, ...]:
    """Where each word of `text` stands; from a word on that is written otherwise, the rest stands at `begins`."""
    at = source.offset(begins.line, begins.column)
    segments: list[Segment] = []
    done = 0
    for word in _WORDS.finditer(text):
        found = _BETWEEN.match(source.text, at)
        start = found.end() if found else at
        # A quotation mark belongs to the text where the word begins with one.
        while start > at and not source.text.startswith(word[0], start):
            start -= 1
        if not source.text.startswith(word[0], start):
            break
        end = start + len(word[0])
        if word.start() > done:
            before = segments[-1].span if segments else begins
            gap = Span(before.end_line, before.end_column, before.end_line, before.end_column)
            segments.append(Segment(done, word.start(), gap))
        segments.append(Segment(word.start(), word.end(), source.span(start, end)))
        at, done = end, word.end()
    if done < len(text):
        segments.append(Segment(done, len(text), segments[-1].span if text[done:].isspace() and segments else begins))
    return tuple(segments)
