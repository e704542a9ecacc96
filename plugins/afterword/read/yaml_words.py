"""The YAML parser's complaints in an author's words."""

from __future__ import annotations

_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a bare value holds `: `, which YAML takes for a key",
        "put the whole value in quotes",
    ),
    (
        "could not find expected ':'",
        "this line is not `key: value`",
        "write a colon and a space after the key, and indent text that goes on over several lines",
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
    ("did not find expected ',' or ']'", "a list in brackets is not closed", "close it with `]`"),
    ("did not find expected ',' or '}'", "a map in braces is not closed", "close it with `}`"),
    ("did not find expected node content", "a value is missing or a bracket is not closed", "write the value"),
    ("found unexpected end of stream", "a quote is not closed", "close the quote"),
    ("found unexpected document indicator", "a quote is not closed before the front matter ends", "close the quote"),
    (
        "found character that cannot start any token",
        "a value begins with a character that YAML keeps for itself, such as a tab, `@`, `%` or a backtick",
        "indent with spaces, and put such a value in quotes",
    ),
    (
        "found a tab character",
        "a tab stands where YAML wants spaces",
        "indent with spaces",
    ),
    ("found unknown escape character", "a backslash in double quotes begins no known escape", "use single quotes"),
    (
        "block sequence entries are not allowed",
        "a list entry begins where a value is expected",
        "begin the list on a line of its own",
    ),
    ("did not find expected alphabetic or numeric character", "`&` or `*` begins a bare value", "put it in quotes"),
    ("while scanning", "this cannot be read as YAML", "put the value in quotes"),
)


def explain_syntax(problem: str, context: str, opened: int | None) -> tuple[str, str]:
    """Message and cure for one complaint; `opened` is the line where the construct began, 1-based."""
    for words, message, hint in _WORDS:
        if words in problem or words in context:
            begun = f" (begun on line {opened})" if opened is not None and "not closed" in message else ""
            return message + begun, hint
    return f"this cannot be read as YAML: {problem or context}", "put the value in quotes, or check the indentation"
