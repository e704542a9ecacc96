"""Addresses of databases, queues and other services with a password in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.sensitive.form import places
from afterword.sensitive.match import Kind, Match, is_example, is_masked

DATABASE = Kind("database-address", "an address with a password", guessable=True)

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}\Z")
_REST = re.compile(r"://[^\s/:@'\"<>]{0,80}:(?P<s>[^\s/@'\"<>]{3,120})@(?P<host>[\w.\[-]{1,253})")
_HOST = re.compile(r"(?i)(?:^|\.)example\.(?:com|org|net|edu)\.?\Z")
_WORDS = re.compile(r"(?i)(?:pass(?:word|wd|phrase)?|pwd?|secret|token|api_?key|x+|db_?pass(?:word)?)\Z")


def find_addresses(text: str) -> Iterator[Match]:
    """The password of each such address; the word `password` in its place is a manual's."""
    for at in places(text, ("://",)):
        found = _REST.match(text, at)
        if found is None or is_masked(found["s"]) or not _SCHEME.search(text[max(0, at - 22) : at]):
            continue
        sure = (
            not _WORDS.match(found["s"]) and not is_example(found["s"] + "abcdef") and not _HOST.search(found["host"])
        )
        yield Match(DATABASE, *found.span("s"), sure=sure)
