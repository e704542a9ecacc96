"""Secrets and personal data in what is about to be kept: each told with its place, and none repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from afterword.commands.evidence.flaw import FileFlaw
from afterword.model.settings import Settings
from afterword.model.source import Source
from afterword.rules.safety.scans import MOST, allow_hint, allowed_digests, tell
from afterword.sensitive.match import Match
from afterword.sensitive.scan import scan

_GLUE = re.compile(r"[-_.]+")
_LONGEST_NAME = 1_000
_NAMED = "take it out, as the report would show it"


def scan_file(path: str, content: bytes, settings: Settings, today: date) -> Iterator[FileFlaw]:
    """The finds in a file of plain text, beyond those that the settings allow; the last one tells how many are not."""
    source = Source(path, content.decode("utf-8-sig"))
    allowed = allowed_digests(settings, today)
    found = [each for each in scan(source.text, settings) if each.digest(source.text) not in allowed]
    left = len(found) - MOST
    for place, each in enumerate(found[:MOST], 1):
        span = source.span(each.start, each.end)
        more = f", and {left:,} more after it," if left > 0 and place == MOST else ""
        first = "revoke it; " if each.kind.sort == "secret" else ""
        hint = f"{first}{allow_hint(each, source.text)}"
        yield FileFlaw(path, f"{tell(each, source.text)}{more} stands here", hint, span.line, span.column)


def finds_in_name(name: str, settings: Settings) -> Iterator[tuple[str, Match]]:
    """Each find in a file's name, with the text that its places count in.

    A key that is glued to a word by `-`, `_` or `.` is none by its beginning, so that the name is looked through from
    each of them on as well, for secrets.
    """
    told = set()
    for start in (0, *(each.end() for each in _GLUE.finditer(name[:_LONGEST_NAME]))):
        part = name[start:]
        for each in scan(part, settings):
            if (start == 0 or each.kind.sort == "secret") and start + each.end not in told:
                told.add(start + each.end)
                yield part, each


def scan_name(path: str, name: str, settings: Settings, today: date) -> Iterator[FileFlaw]:
    """The finds in the name of a file, which the report would show."""
    allowed = allowed_digests(settings, today)
    for part, each in finds_in_name(name, settings):
        if each.digest(part) not in allowed:
            hidden = path.replace(part[each.start : each.end], "…")
            yield FileFlaw(hidden, f"{tell(each, part)} stands in its name", _NAMED)


def scan_words(path: str, what: str, text: str, settings: Settings, today: date) -> Iterator[FileFlaw]:
    """The finds in a name, a title or an address that would stand in the report for all its readers."""
    allowed = allowed_digests(settings, today)
    for each in scan(text, settings):
        if each.digest(text) not in allowed:
            yield FileFlaw(path, f"{tell(each, text)} stands in {what}", _NAMED)
