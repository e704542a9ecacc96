"""An issue as it is handed over: its text alone, or the JSON of an event or of a tool. Of people nothing is read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from afterword.commands.capture.stdin import asked_input
from afterword.commands.refusal import Refusal
from afterword.findings.visible import visible

MOST_BYTES = 4 * 1024 * 1024
"""Bytes of the whole file. An event of GitHub holds an issue's text, 65,536 characters, and some kilobytes about it."""
MOST_CHARACTERS = 65_536
"""Characters of an issue's text, as GitHub has it; what comes after is left in the issue."""


@dataclass(frozen=True)
class Issue:
    """What was handed over.

    Attributes:
        title: its title; empty where only the text is known.
        body: its text, as it was typed.
        opened: the day on which it was opened in the site's zone, such as `2026-03-11`; empty where it is not known.
        cut: how many characters of the text were left out.
        damaged: whether some bytes were no UTF-8, and stand there as a replacement character.
    """

    title: str
    body: str
    opened: str = ""
    cut: int = 0
    damaged: bool = False


def read_issue(name: str, zone: ZoneInfo) -> Issue:
    """The issue in the file called `name`, or in standard input for `-`.

    Raises:
        Refusal: where there is no such file, it is too large, or its JSON holds no issue.
    """
    data = _read(name)
    text = data.decode("utf-8-sig", "replace")
    damaged = "\ufffd" in text and "\ufffd".encode() not in data
    title, body, opened = _from_json(text, zone) if text.lstrip().startswith("{") else ("", text, "")
    return Issue(title[:MOST_CHARACTERS], body[:MOST_CHARACTERS], opened, max(0, len(body) - MOST_CHARACTERS), damaged)


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
    """Title, text and day of an event, or of `gh issue view --json title,body,createdAt`; else the text as it is."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return "", text, ""
    inner = found.get("issue") if isinstance(found, Mapping) else None
    issue = inner if isinstance(inner, Mapping) else found
    # GitLab calls the text of an issue its description.
    body = next((issue[key] for key in ("body", "description") if key in issue), issue)
    if body is issue or not isinstance(body, str | None):
        message = "the JSON holds no text of an issue; take that of `gh issue view NUMBER --json title,body,createdAt`"
        raise Refusal(message)
    title = issue.get("title")
    return title if isinstance(title, str) else "", body or "", _day(issue, zone)


def _day(issue: Mapping[str, object], zone: ZoneInfo) -> str:
    typed = issue.get("created_at", issue.get("createdAt"))
    try:
        return datetime.fromisoformat(str(typed)).astimezone(zone).date().isoformat()
    except (ValueError, OverflowError):
        return ""
