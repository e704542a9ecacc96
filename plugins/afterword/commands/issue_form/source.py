"""An issue as it is handed over: its text alone, or the JSON of an event or of a tool. Of people nothing is read."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from afterword.commands.capture.stdin import asked_input
from afterword.commands.issue_form.answers import code_blocks
from afterword.commands.refusal import Refusal
from afterword.findings.visible import visible

MOST_BYTES = 4 * 1024 * 1024
"""Bytes of the whole file. An event of GitHub holds an issue's text, 65,536 characters, and some kilobytes about it."""
MOST_CHARACTERS = 65_536
"""Characters of an issue's text, as GitHub has it; what comes after is left in the issue."""
_ENCODINGS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
"""By how a file begins; the longer ones first. `>` in PowerShell 5 writes UTF-16."""
_JSON = re.compile(r"[\s\0]*(?:\{|\[[\s\0]*[\[\]{\"'])")
"""How JSON begins; `[2026-03-11] It said`, which is text, does not."""
_JSON_OF_ISSUE = re.compile(
    r"[{,]\s*\\?\"(?:login|user_?name|author|assignees?|sender|created_?at|body|description)\\?\"\s*:", re.IGNORECASE
)
"""Keys of an issue's JSON anywhere in a text, such as below a line in which a tool tells of its next version."""
_PLAIN_VIEW = re.compile(r"\s*title:\t.*\n(?:[a-z]+:.*\n)*?author:\t")
"""What the tools of the forges print of an issue without `--json`."""
_TAKE = "take that of `gh issue view NUMBER --json title,body,createdAt`"


@dataclass(frozen=True)
class Issue:
    """What was handed over.

    Attributes:
        title: its title; empty where only the text is known.
        body: its text, as it was typed.
        opened: the day on which it was opened in the site's zone, such as `2026-03-11`; empty where it is not known.
        cut: how many characters of the text were left out.
        damaged: whether some bytes could not be read, and stand there as a replacement character.
    """

    title: str
    body: str
    opened: str = ""
    cut: int = 0
    damaged: bool = False


def read_issue(name: str, zone: ZoneInfo) -> Issue:
    """The issue in the file called `name`, or in standard input for `-`.

    Raises:
        Refusal: where there is no such file, it is too large, or it is what a program wrote and not one issue.
    """
    text, damaged = _decoded(_read(name))
    title, body, opened = _from_json(text, zone) if _JSON.match(text) else ("", _own_words(text), "")
    return Issue(title[:MOST_CHARACTERS], body[:MOST_CHARACTERS], opened, max(0, len(body) - MOST_CHARACTERS), damaged)


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text, and whether some of it could not be read."""
    encoding = next((each for bom, each in _ENCODINGS.items() if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), True


def _own_words(text: str) -> str:
    """The text, where nothing outside of its code is an issue that a program wrote, which would name who opened it."""
    lines = text.split("\n")
    for start, end in code_blocks(lines):
        lines[start:end] = [""] * (end - start)
    if _JSON_OF_ISSUE.search("\n".join(lines)) or _PLAIN_VIEW.match(text):
        message = (
            f"the text holds an issue as a program writes it, which names people; {_TAKE}, without a line before it. "
            "JSON that belongs to what happened goes between two lines of ```"
        )
        raise Refusal(message)
    return text


def _read(name: str) -> bytes:
    if name == "-":
        read, data = asked_input(), b""
        while read is not None and len(data) <= MOST_BYTES and (piece := read()):
            data += piece
    else:
        try:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except (OSError, ValueError) as error:
            why = (getattr(error, "strerror", None) or "no such name").lower()
            message = f"`{visible(name)}` cannot be read: {why}"
            raise Refusal(message) from None
    if len(data) > MOST_BYTES:
        message = f"the issue holds more than {MOST_BYTES:,} bytes; save its text alone, and the rest as evidence"
        raise Refusal(message)
    return data


def _from_json(text: str, zone: ZoneInfo) -> tuple[str, str, str]:
    """Title, text and day of an event, or of `gh issue view --json title,body,createdAt`, alone or in a list."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        message = f"the file begins as JSON does, and cannot be read as one issue; {_TAKE}"
        raise Refusal(message) from None
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if not isinstance(found, Mapping):
        message = f"the JSON is not that of exactly one issue; {_TAKE}"
        raise Refusal(message)
    inner = found.get("issue")
    issue = inner if isinstance(inner, Mapping) else found
    # GitLab calls the text of an issue its description.
    body = next((issue[key] for key in ("body", "description") if key in issue), issue)
    if body is issue or not isinstance(body, str | None):
        message = f"the JSON holds no text of an issue; {_TAKE}"
        raise Refusal(message)
    title = issue.get("title")
    return title if isinstance(title, str) else "", body or "", _day(issue, zone)


def _day(issue: Mapping[str, object], zone: ZoneInfo) -> str:
    typed = issue.get("created_at", issue.get("createdAt"))
    try:
        return datetime.fromisoformat(str(typed)).astimezone(zone).date().isoformat()
    except (ValueError, OverflowError):
        return ""
