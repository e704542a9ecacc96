"""The YAML parser's complaints in an author's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEY_ALONE = re.compile(r"\s*(- +)*[\w.-]+")
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a bare value holds `: `, which YAML takes for a key",
        "put the whole value in quotes",
    ),
    (
        "did not find expected key",
        "the indentation does not fit the lines above",
        "begin each key of one map in the same column",
    ),
    (
        "did not find expected '-' indicator",
        "the indentation does not fit the list above",
        "begin each entry of one list with `- ` in the same column",
    ),
    ("did not find expected node content", "a value is missing or a bracket is not closed", "write the value"),
    ("found unexpected end of stream", "a quote is not closed", "close the quote"),
    ("found unexpected document indicator", "a quote is not closed before the front matter ends", "close the quote"),
    (
        "found character that cannot start any token",
        "a bare value begins with a character that YAML keeps for itself",
        "put the whole value in quotes",
    ),
    ("found a tab character", "a tab stands where YAML wants spaces", "indent with spaces"),
    (
        "found unknown escape character",
        "a backslash in double quotes begins no known escape",
        "use single quotes, or write the backslash twice",
    ),
    (
        "block sequence entries are not allowed",
        "a list entry begins where a value is expected",
        "begin the list on a line of its own",
    ),
    (
        "did not find expected comment or line break",
        "a bare value begins with `>` or `|`, which YAML keeps for texts of several lines",
        "put the whole value in quotes",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "a bare value begins with `&` or `*`, which YAML keeps for itself",
        "put the whole value in quotes",
    ),
    ("while scanning", "this cannot be read as YAML", "put the value in quotes"),
)
_BRACKETS = {"]": ("list", "in brackets"), "}": ("map", "in braces")}


@dataclass(frozen=True)
class Complaint:
    """What the parser says, and the line that it says it about.

    Attributes:
        problem: the parser's own words.
        context: what it was doing, in its own words.
        opened: the line on which the construct began, 1-based, where it says so.
        line: the line on which it gave up, 1-based.
        before: that line up to where it gave up.
        here: the character at which it gave up; empty at the end of a line.
    """

    problem: str
    context: str
    opened: int | None
    line: int
    before: str
    here: str


def explain_syntax(complaint: Complaint) -> tuple[str, str]:
    """Message and cure for one complaint."""
    if told := _by_place(complaint):
        return told
    for words, message, hint in _WORDS:
        if words in complaint.problem or words in complaint.context:
            opened = complaint.opened
            # Where the parser names the line that it gave up on, the beginning lies before it and is not known.
            known = opened is not None and opened < complaint.line and "not closed" in message
            begun = f" (begun on line {opened})" if known else ""
            return message + begun, hint
    said = complaint.problem or complaint.context
    return f"this cannot be read as YAML: {said}", "put the value in quotes, or check the indentation"


def _by_place(complaint: Complaint) -> tuple[str, str] | None:
    """Message and cure where the parser's words alone would mislead: one complaint of its has several causes."""
    problem, before = complaint.problem, complaint.before
    if "could not find expected ':'" in problem:
        where = "this line" if complaint.opened is None else f"line {complaint.opened}"
        hint = "write a colon and a space after the key, indent a text that goes on, and end the fields with `---`"
        return f"{where} is not `key: value`", hint
    if "mapping values are not allowed" in problem and _KEY_ALONE.fullmatch(before):
        message = "this key is indented deeper than the key above, which has a value already"
        return message, "begin each key of one map in the same column, or put a text that holds `: ` in quotes"
    for end, (what, how) in _BRACKETS.items():
        if f"did not find expected ',' or '{end}'" in problem:
            return _unclosed(complaint, what, how, end)
    if "did not find expected key" in problem or "did not find expected '-' indicator" in problem:
        if before.strip(" -"):
            hint = "put the whole value in quotes, of a sort that does not stand within it"
            return "text goes on after a closing quote or bracket", hint
        if complaint.here == "-":
            hint = "begin each entry of one list with `- ` in the same column"
            return "the indentation does not fit the list above", hint
    if "cannot start any token" in problem and complaint.here == "\t":
        return "a tab stands where YAML wants spaces", "indent with spaces"
    if "cannot start any token" in problem and complaint.here in {"@", "%"}:
        message = f"a bare value begins with `{complaint.here}`, which YAML keeps for itself"
        return message, "put the whole value in quotes"
    if "cannot start any token" in problem and complaint.here == "`":
        return "a bare value begins with a backtick, which YAML keeps for itself", "put the whole value in quotes"
    return None


def _unclosed(complaint: Complaint, what: str, how: str, end: str) -> tuple[str, str]:
    quotes = "put a text that holds `: `, a quote, a bracket or a brace in quotes"
    if complaint.opened == complaint.line:
        return f"this does not fit into the {what} {how} that begins on the same line", f"{quotes}, or write `{end}`"
    return f"a {what} {how} is not closed (begun on line {complaint.opened})", f"close it with `{end}`"
