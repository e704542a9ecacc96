"""A text with its keys, tokens and passwords covered, as findings show it: every place in it stays where it was."""

from __future__ import annotations

import re

from afterword.audit.secrets import find_secrets

COVER = "•"
"""Stands for each character that is not to be repeated."""
_KEY_BLOCK = re.compile(
    r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
    r"(?:(?P<whole>(?:(?!-----BEGIN )[\s\S]){0,20000}?)(?=-----END )|(?P<open>(?:\s+[A-Za-z0-9+/=]{20,})*))"
)
_SEEN = re.compile(r"\S")


def hide_secrets(text: str) -> str:
    """`text`, exactly as long, with every secret covered; the body of a private key too, line by line."""
    covered = [(found.start, found.end) for found in find_secrets(text)]
    if "-----BEGIN " in text:
        covered += [found.span("open" if found["whole"] is None else "whole") for found in _KEY_BLOCK.finditer(text)]
    if not covered:
        return text
    parts, done = [], 0
    for start, end in sorted(covered):
        begin = max(start, done)
        parts += [text[done:begin], _SEEN.sub(COVER, text[begin:end])]
        done = max(done, end)
    return "".join([*parts, text[done:]])
