"""What the bytes of an evidence file are: text, an image, a stand-in for another file, or something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from afterword.model.evidence_file import Flaw, PublishedAs

IMAGES = {
    ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".gif": b"GIF8", ".webp": b"RIFF",
}  # fmt: skip
TEXTS = frozenset(
    {".txt", ".log", ".md", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".yaml", ".yml", ".toml"}
)  # fmt: skip
"""Endings of plain text that say what it is and that no browser runs."""
_PDF = b"%PDF-"
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|svg|script|iframe|\?php)[\s>/]", re.IGNORECASE)
_POINTER = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\r?\n(?:[^\n]{1,200}\n)*?oid sha256:([0-9a-f]{64})\r?\n"
)
_POINTER_BYTES = 1024


class Judged(NamedTuple):
    """As what a file may be published; otherwise None, why not in words, and the sort of flaw."""

    published_as: PublishedAs | None
    why: str = ""
    flaw: Flaw = ""


def judge_content(suffix: str, data: bytes) -> Judged:
    """As what a file with this ending (lower case, with its dot) may be published, or why it may not."""
    if suffix in IMAGES:
        return _judge_image(suffix, data)
    if pointed_at(data):
        return Judged(None, "it is a Git LFS pointer, which stands for a file that is kept elsewhere", "pointer")
    if suffix == ".pdf":
        return Judged(None, "it is a PDF", "unshown") if data.startswith(_PDF) else _misnamed(suffix)
    flaw: Flaw = "misnamed" if suffix in TEXTS else "unshown"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Judged(None, "it is neither UTF-8 text nor a PNG, JPEG, GIF or WebP image", flaw)
    if any(ord(character) < 32 and character not in "\t\n\r\f\x1b" for character in text):
        return Judged(None, "it holds control characters, so it is not plain text", flaw)
    return Judged("text")


def pointed_at(data: bytes) -> str:
    """The digest of the file that a Git LFS pointer stands for; empty where `data` is no such pointer."""
    found = _POINTER.match(data) if len(data) <= _POINTER_BYTES else None
    return found[1].decode() if found else ""


def _judge_image(suffix: str, data: bytes) -> Judged:
    if pointed_at(data):
        return Judged(None, "it is a Git LFS pointer, which stands for a file that is kept elsewhere", "pointer")
    # A WebP file names its format after the container's own name and its size.
    if not data.startswith(IMAGES[suffix]) or (suffix == ".webp" and data[8:12] != b"WEBP"):
        return _misnamed(suffix)
    if _MARKUP.search(data) or _after_png(data):
        return Judged(None, "it is an image and holds something else beside it", "misnamed")
    return Judged("image")


def _misnamed(suffix: str) -> Judged:
    return Judged(None, f"its name ends in `{suffix}` but its content is something else", "misnamed")


def _after_png(data: bytes) -> bool:
    """Whether anything follows the last chunk of a PNG, where no viewer shows it and every tool can read it."""
    if not data.startswith(IMAGES[".png"]):
        return False
    at = 8
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return at < len(data)
    return False
