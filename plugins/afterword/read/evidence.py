"""Evidence files: digest, size, and whether they are plain text or an image."""

from __future__ import annotations

import hashlib
from pathlib import Path

from afterword.model.evidence_file import EvidenceFile, PublishedAs
from afterword.model.settings import Limits
from afterword.read.files import read_bytes

_IMAGES = {
    ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".gif": b"GIF8", ".webp": b"RIFF",
}  # fmt: skip


def read_evidence(path: Path, *, uri: str, shown: str, limits: Limits) -> EvidenceFile:
    """Read one file below `evidence/`. A file is text only if it decodes as UTF-8 and holds no control characters."""
    data = read_bytes(path)
    if isinstance(data, str):
        return EvidenceFile(uri, shown, 0, "", None, data)
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > limits.evidence_bytes:
        why = f"it holds {len(data):,} bytes, more than the {limits.evidence_bytes:,} allowed"
        return EvidenceFile(uri, shown, len(data), digest, None, why)
    published_as, why = judge_content(path.suffix.lower(), data)
    return EvidenceFile(uri, shown, len(data), digest, published_as, why, data if published_as else b"")


def judge_content(suffix: str, data: bytes) -> tuple[PublishedAs | None, str]:
    """As what a file with this ending (lower case, with its dot) may be published, or None and why not."""
    if suffix in _IMAGES:
        # A WebP file names its format after the container's own name and its size.
        if data.startswith(_IMAGES[suffix]) and (suffix != ".webp" or data[8:12] == b"WEBP"):
            return "image", ""
        return None, f"its name ends in `{suffix}` but its content is something else"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, "it is neither UTF-8 text nor a PNG, JPEG, GIF or WebP image"
    if any(ord(character) < 32 and character not in "\t\n\r\f\x1b" for character in text):
        return None, "it holds control characters, so it is not plain text"
    return "text", ""
