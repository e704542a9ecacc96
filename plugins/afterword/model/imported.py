"""Where an imported report came from: what stands below its `x-imported`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

KEY = "x-imported"
_ADDRESSES = frozenset({"permalink", "url", "slug", "path", "aliases", "redirect_from", "link"})
"""Old fields that hold where a page used to stand, when they begin with a slash."""


@dataclass(frozen=True)
class Imported:
    """The origin of one report.

    Attributes:
        archive: the archive's name.
        path: the file's path within it.
        sha256: SHA-256 of the file as it was.
        written: seal of the report as the import wrote it (`seal_of`).
        files: pictures of the archive by their path there, with their names below `evidence/<id>/`.
        addresses: where the page used to stand on its old site, from the old metadata.
    """

    archive: str
    path: str
    sha256: str = ""
    written: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()


def read_imported(extensions: Mapping[str, object]) -> Imported | None:
    """The origin that the fields beginning with `x-` tell of, or None; what is not readable counts as absent."""
    given = extensions.get(KEY)
    if not isinstance(given, Mapping) or not isinstance(path := given.get("path"), str):
        return None
    files = given.get("files")
    metadata = given.get("metadata")
    return Imported(
        archive=_text(given, "archive"),
        path=path,
        sha256=_text(given, "sha256"),
        written=_text(given, "written"),
        files={str(key): str(value) for key, value in files.items()} if isinstance(files, Mapping) else {},
        addresses=tuple(_addresses(metadata)) if isinstance(metadata, Mapping) else (),
    )


def _text(given: Mapping[str, object], key: str) -> str:
    value = given.get(key)
    return value if isinstance(value, str) else ""


def _addresses(metadata: Mapping[object, object]) -> Iterator[str]:
    for key, value in metadata.items():
        if str(key).lower() in _ADDRESSES:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str) and re.match(r"/[^/]", each):
                    yield each
