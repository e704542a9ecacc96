"""One Markdown file of an archive, taken apart: old front matter and prose, the prose byte for byte."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from afterword.archive.old_front import OldFront, read_old_front
from afterword.model.body import Heading, Link
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.read.markdown import body_limits, read_body

_BOM = codecs.BOM_UTF8
ENCODINGS = ("utf-16", "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "cp1252")
"""What a file that is not UTF-8 is tried as, so that the command can propose a name; never taken without being told."""


@dataclass(frozen=True)
class OldFile:
    """One file of the archive.

    Attributes:
        place: its path below the archive's folder.
        sha256: SHA-256 of the file.
        front: what stands above the prose.
        prose: the prose; encoded as UTF-8 it is the file's own bytes, unless the file was in another encoding.
        headings: its headings.
        links: its links and images.
        notes: what a person should know of how the file was taken.
    """

    place: str
    sha256: str
    front: OldFront
    prose: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    notes: tuple[str, ...]


class UnreadableFileError(ValueError):
    """A file that cannot be taken; its text says why and what to do, `mend` whether anything can be done."""

    def __init__(self, why: str, *, mend: bool = True) -> None:
        super().__init__(why)
        self.mend = mend


def read_old_file(data: bytes, place: str, encoding: str | None, limits: Limits) -> OldFile:
    """Take a file apart.

    Args:
        data: its bytes.
        place: its path below the archive's folder.
        encoding: the encoding that the mapping names for a file that is not UTF-8.
        limits: how much a file may hold.

    Raises:
        UnreadableFileError: where nothing can be made of it.
    """
    if not data.removeprefix(_BOM).strip():
        raise UnreadableFileError("it is empty", mend=False)
    if len(data) > limits.file_bytes:
        message = f"it holds {len(data):,} bytes, more than the {limits.file_bytes:,} that `limits.file_bytes` allows"
        raise UnreadableFileError(message)
    text, notes = _decode(data, encoding)
    front = read_old_front(text, limits.front_matter_bytes)
    prose = text[front.body :]
    source = Source(place, prose)
    over = body_limits(source, 0, limits)
    if over:
        line = source.span(0, 0).line + over[0].span.line - 1 + text[: front.body].count("\n")
        message = f"line {line}: {over[0].message} (setting `limits`); {over[0].hint}, or raise the limit"
        raise UnreadableFileError(message)
    body = read_body(source, 0)
    said = [*notes, *([front.note] if front.note else [])]
    if front.unread:
        said.append(f"the old front matter cannot be read ({front.unread}), so none of its fields was used")
    return OldFile(place, hashlib.sha256(data).hexdigest(), front, prose, body.headings, body.links, tuple(said))


def _decode(data: bytes, encoding: str | None) -> tuple[str, list[str]]:
    notes = []
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        notes.append("the byte order mark at its beginning is left out")
    try:
        text = data.decode("utf-8")
        if "\0" not in text[:4]:
            return text, notes
    except UnicodeDecodeError:
        pass
    if encoding is None:
        found = _candidates(data)
        maybe = f"; it decodes as {' and as '.join(f'`{each}`' for each in found)}" if found else ""
        raise UnreadableFileError(f"it is not UTF-8{maybe}: name its `encoding` in the mapping")
    try:
        return data.decode(encoding), [*notes, f"its letters were turned from `{encoding}` into UTF-8"]
    except (UnicodeDecodeError, LookupError):
        raise UnreadableFileError(f"it cannot be read as `{encoding}`") from None


def _candidates(data: bytes) -> Iterable[str]:
    found = []
    for each in ENCODINGS:
        if each == "utf-16" and data[:2] not in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
            continue
        try:
            text = data.decode(each)
        except (UnicodeDecodeError, UnicodeError):
            continue
        if not any(ord(char) < 32 and char not in "\t\n\r\f" for char in text):
            found.append(each)
    return found[:2]
