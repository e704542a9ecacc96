"""The pictures of an archive that a report shows, as evidence of that report."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from afterword.archive.old_file import OldFile
from afterword.archive.sources import IMAGES, SourceFile
from afterword.model.audience import is_shown_to
from afterword.model.choices import Audience
from afterword.model.report_id import make_slug
from afterword.model.settings import Settings
from afterword.read.evidence_content import judge_content
from afterword.read.files import read_bytes


@dataclass(frozen=True)
class Picture:
    """One picture that is copied: its place in the archive, its name here, what it shows, its bytes and digest."""

    place: str
    name: str
    title: str
    content: bytes
    sha256: str


def find_pictures(old: OldFile, files: Mapping[str, SourceFile], settings: Settings) -> tuple[list[Picture], list[str]]:
    """The pictures that the prose shows and that can be published, and why the others cannot, one line each."""
    taken: dict[str, Picture] = {}
    left: dict[str, str] = {}
    for place, title in _shown(old):
        if place in taken or place in left or not place.lower().endswith((*IMAGES, ".svg")):
            continue
        file = files.get(place)
        data = read_bytes(file.path) if file is not None and file.kind == "image" else ""
        why = _refusal(place, file, data, settings)
        if why or isinstance(data, str):
            left[place] = why or str(data)
            continue
        name = _name(place, {each.name for each in taken.values()})
        taken[place] = Picture(place, name, title or name, data, hashlib.sha256(data).hexdigest())
    return list(taken.values()), [f"`{place}`: {why}" for place, why in sorted(left.items())]


def picture_audience(audience: Audience | None, settings: Settings) -> Audience | None:
    """Who may see the pictures of a report: nobody looks at what is in them, so at most the company; None for nobody.

    A picture lies in the repository, so it stays out where everyone who can clone would see more than that.
    """
    if audience is None:
        return None
    access: Audience = "company" if audience == "public" else audience
    return access if is_shown_to(access, settings.repository_audience) else None


def _shown(old: OldFile) -> Iterator[tuple[str, str]]:
    folder = posixpath.dirname(old.place)
    for link in old.links:
        path = unquote(link.href.partition("#")[0].partition("?")[0]).strip().replace("\\", "/")
        if not path or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", path):
            continue
        place = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
        yield place, " ".join(link.text.split())


def _refusal(place: str, file: SourceFile | None, data: bytes | str, settings: Settings) -> str:
    if place == ".." or place.startswith("../"):
        return "it lies outside of the archive"
    if place.lower().endswith(".svg"):
        return "an SVG file can run scripts"
    if file is None:
        return "it is not there"
    if isinstance(data, str):
        return data or "it is a link or a special file"
    if len(data) > settings.limits.evidence_bytes:
        return f"it holds {len(data):,} bytes, more than `limits.evidence_bytes` allows"
    kind, why, _ = judge_content(posixpath.splitext(place)[1].lower(), data)
    return "" if kind == "image" else why or "it is no picture"


def _name(place: str, taken: set[str]) -> str:
    stem, ending = posixpath.splitext(posixpath.basename(place))
    slug = make_slug(stem).removeprefix("report-")[:60].strip("-") or "picture"
    name, number = f"{slug}{ending.lower()}", 2
    while name in taken:
        name, number = f"{slug}-{number}{ending.lower()}", number + 1
    return name
