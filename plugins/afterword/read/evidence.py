"""Evidence files: digest, size, and whether they are plain text or an image."""

from __future__ import annotations

from pathlib import Path

from afterword.model.evidence_file import EvidenceFile
from afterword.model.settings import Limits
from afterword.read.evidence_content import judge_content, pointed_at
from afterword.read.file_digest import digest_file


def read_evidence(path: Path, *, uri: str, shown: str, limits: Limits) -> EvidenceFile:
    """Read one file below `evidence/`. A file is text only if it decodes as UTF-8 and holds no control characters."""
    found = digest_file(path, limits.evidence_bytes)
    if isinstance(found, str):
        return EvidenceFile(uri, shown, 0, "", None, found, flaw="unreadable")
    if found.content is None:
        why = f"it holds {found.size:,} bytes, more than the {limits.evidence_bytes:,} allowed"
        return EvidenceFile(uri, shown, found.size, found.sha256, None, why, flaw="over-limit")
    judged = judge_content(path.suffix.lower(), found.content)
    return EvidenceFile(
        uri,
        shown,
        found.size,
        found.sha256,
        judged.published_as,
        judged.why,
        found.content if judged.published_as else b"",
        judged.flaw,
        pointed_at(found.content),
    )
