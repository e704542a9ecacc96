"""One file under `evidence/`: its digest, and as what it may be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PublishedAs = Literal["text", "image"]


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
    """

    uri: str
    path: str
    size: int
    sha256: str
    published_as: PublishedAs | None
    refused_because: str = ""
    content: bytes = b""

    @property
    def address(self) -> str | None:
        """Where it is published below the site's root: text that a browser would run or render is served as `.txt`."""
        if self.published_as is None:
            return None
        plain = (".txt", ".log", ".csv", ".tsv", ".json", ".jsonl", ".yaml", ".yml", ".toml")
        return self.uri if self.published_as == "image" or self.uri.lower().endswith(plain) else f"{self.uri}.txt"
