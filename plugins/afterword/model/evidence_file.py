"""One file under `evidence/`: its digest, and as what it may be published."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Literal

PublishedAs = Literal["text", "image"]
Flaw = Literal["", "unreadable", "over-limit", "pointer", "misnamed", "unshown"]
"""What keeps a file from being published: it is a link or cannot be opened, is too large, is a Git LFS pointer, is not
what its name says, or is of a sort that is not shown."""

_SURE = (".txt", ".log", ".csv", ".tsv", ".json")
"""Endings that servers serve as what they are. Of the others some servers guess, from the content or from an ending
further in front, so that `page.html.toml` would run as a page."""
_PLAIN = (*_SURE, ".jsonl", ".ndjson", ".yaml", ".yml", ".toml")


@dataclass(frozen=True)
class EvidenceFile:
    """A file that lies in the repository.

    Attributes:
        uri: the path below the documents folder, `evidence/<id>/<file>`.
        path: the path as people see it.
        size: in bytes.
        sha256: digest of the bytes, 64 lower-case hex digits.
        published_as: plain text or image; None where it is neither, and so is never published.
        refused_because: why it is not published, where it is not.
        content: the bytes, kept only for files that may be published.
        flaw: the sort of reason for which it is not published.
        stands_for: the digest of the file that a Git LFS pointer stands for; empty for all other files.
    """

    uri: str
    path: str
    size: int
    sha256: str
    published_as: PublishedAs | None
    refused_because: str = ""
    content: bytes = b""
    flaw: Flaw = ""
    stands_for: str = ""

    @property
    def address(self) -> str | None:
        """Where it is published below the site's root: text that a browser would run or render is served as `.txt`."""
        if self.published_as is None:
            return None
        return self.uri if self.published_as == "image" or self._is_plain else f"{self.uri}.txt"

    @property
    def _is_plain(self) -> bool:
        name = posixpath.basename(self.uri).lower()
        if not name.endswith(_PLAIN):
            return False
        begins = self.content[:2048].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
        is_guessed = begins in {b"<", b"%"} or (name.count(".") > 1 and not name.endswith(_SURE))
        return name.endswith(".txt") or not is_guessed
