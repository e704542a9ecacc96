"""Paths of the reference as patterns, for holding them against what is really written."""

from __future__ import annotations

import re
from collections.abc import Iterable


def pattern_of(path: str) -> re.Pattern[str]:
    """A described path as a pattern: `<…>` is one part that differs, `<…/…>` any number of them."""
    parts = re.split(r"(<[^>]+>)", path)
    ways = (
        re.escape(part) if not part.startswith("<") else ".+" if part.endswith("/…>") else "[^/]+" for part in parts
    )
    return re.compile("".join(ways))


def unmatched(files: Iterable[str], paths: Iterable[str]) -> list[str]:
    """Those files that no path describes."""
    patterns = [pattern_of(path) for path in paths]
    return [file for file in files if not any(pattern.fullmatch(file) for pattern in patterns)]


def unwritten(files: Iterable[str], paths: Iterable[str]) -> list[str]:
    """Those paths that no file fits."""
    written = list(files)
    return [path for path in paths if not any(pattern_of(path).fullmatch(file) for file in written)]


def file_of(address: str) -> str:
    """The file in which the page of an address lies; a file's address is its own path."""
    return f"{address}index.html" if not address or address.endswith("/") else address
