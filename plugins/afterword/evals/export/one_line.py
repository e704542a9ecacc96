r"""JSON on one line in which nothing that a template engine, YAML or a terminal might take for its own stands bare.

promptfoo renders every variable and every value with Nunjucks, looks for `{{ env.X }}` before that, and reads a text
that begins with `file://` from the disk. Within JSON any character may be written as `\u` and four hex digits. So the
brace that opens a template is written so where it stands in a text: what promptfoo sees holds no template, and what
reads the JSON gets every character as it was.
"""

from __future__ import annotations

import json
import re
from typing import Any

_ODD = re.compile(r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]")
_OPENING = re.compile(f"[{{}}]|{_ODD.pattern}")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


def one_line(value: Any) -> str:  # noqa: ANN401 - any JSON
    """The value as JSON; other alphabets and emoji stand as they are, so that people can read it."""
    told = json.dumps(value, ensure_ascii=False)
    return _TEXT.sub(lambda text: _OPENING.sub(_escaped, text[0]), told)


def json_text(value: Any) -> str:  # noqa: ANN401
    """The value as JSON that YAML 1.2 reads as the same; braces stand as they are."""
    return _ODD.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(char: re.Match[str]) -> str:
    return f"\\u{ord(char[0]):04x}"


def literal(text: str) -> str:
    """A text that Nunjucks renders to itself, whatever it holds, and that begins like no path."""
    # The end of a comment is an error of its own where none begins.
    opened = re.sub(r"\{|(?<=#)\}", lambda brace: '{{ "' + brace[0] + '" }}', text)
    return '{{ "' + text[0] + '" }}' + opened[1:] if text.startswith(("file:", "package:")) else opened
