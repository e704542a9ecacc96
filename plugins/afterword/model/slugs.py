"""Names as parts of addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")


def slug_of(name: str) -> str:
    """`name` in ASCII lower case with hyphens, at most 80 characters.

    A name without ASCII letters or digits gives `name-` and eight hex digits of its SHA-256, an empty one nothing.
    """
    if not name.strip():
        return ""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = _OTHER.sub("-", plain).strip("-")
    if len(slug) > 80 or not slug:
        return f"name-{hashlib.sha256(unicodedata.normalize('NFC', name).encode()).hexdigest()[:8]}"
    return slug
