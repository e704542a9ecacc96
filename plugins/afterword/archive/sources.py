"""Every file of an archive, each with what it is; links are not followed, and nothing is left out unsaid."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from afterword.read.files import printable

SourceKind = Literal["markdown", "image", "other", "hidden", "link", "closed"]
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


@dataclass(frozen=True)
class SourceFile:
    """One entry of the archive.

    Attributes:
        place: its path below the archive's folder, with forward slashes.
        path: where it lies.
        kind: `markdown`, `image`, `other` (any other file), `hidden` (a name that begins with a dot; folders are not
            entered), `link` (a link or special file), `closed` (a folder that cannot be opened).
    """

    place: str
    path: Path
    kind: SourceKind


def list_sources(root: Path) -> tuple[SourceFile, ...]:
    """All entries below `root`, sorted by place."""
    return tuple(sorted(_walk(root, ""), key=lambda each: each.place))


def _walk(folder: Path, above: str) -> Iterator[SourceFile]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield SourceFile(above.rstrip("/") or ".", folder, "closed")
        return
    for entry in entries:
        place, path = above + printable(entry.name), Path(entry.path)
        mode = entry.stat(follow_symlinks=False).st_mode
        if entry.name.startswith("."):
            yield SourceFile(place, path, "hidden")
        elif stat.S_ISDIR(mode):
            yield from _walk(path, f"{place}/")
        else:
            yield SourceFile(place, path, _kind(place) if stat.S_ISREG(mode) else "link")


def _kind(place: str) -> SourceKind:
    lower = place.lower()
    if lower.endswith(MARKDOWN):
        return "markdown"
    return "image" if lower.endswith(IMAGES) else "other"
