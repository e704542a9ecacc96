"""Finding a capture again: by its folder, by the name that was printed, or the latest one."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from afterword.commands.capture.manifest import FILES, MOST_BYTES, NAME, Manifest, parse_manifest
from afterword.commands.capture.names import told_name
from afterword.commands.capture.place import usual_places
from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path, visible
from afterword.read.file_digest import digest_file

LATEST = "latest"
_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}Z)(?:-([0-9]{1,4}))?\Z")


@dataclass(frozen=True)
class Capture:
    """One capture as it lies on the disk.

    Attributes:
        folder: where it lies.
        manifest: what it says of itself.
        unlisted: files beside those of the manifest, as they are shown.
    """

    folder: Path
    manifest: Manifest
    unlisted: tuple[str, ...]


def open_capture(named: str, environ: Mapping[str, str]) -> Capture:
    """The capture that is called `named`.

    Raises:
        Refusal: where there is none, or its manifest is not what `declare` writes.
    """
    folder = _folder(named, environ)
    found = digest_file(folder / NAME, MOST_BYTES)
    shown = shown_path(str(folder))
    if isinstance(found, str) or found.content is None:
        why = found if isinstance(found, str) else "it is too large"
        raise Refusal(f"`{shown}` is no capture: its {NAME} cannot be read ({why})")
    try:
        manifest = parse_manifest(found.content)
    except ValueError as error:
        raise Refusal(f"the {NAME} of `{shown}` {error}") from None
    return Capture(folder, manifest, _unlisted(folder, manifest))


def _folder(named: str, environ: Mapping[str, str]) -> Path:
    places = [each for each in usual_places(environ) if _is_own(each)]
    if named == LATEST:
        found = [(match, each) for place in places for each in place.iterdir() if (match := _NAME.match(each.name))]
        if not found:
            message = "there is no capture yet; `afterword declare` makes one"
            raise Refusal(message)
        return max(found, key=lambda one: (one[0][1], int(one[0][2] or 1)))[1]
    if _NAME.match(named):
        for place in places:
            if (place / named).is_dir():
                return place / named
    try:
        if "\0" not in named and Path(named).is_dir():
            return Path(named)
    except OSError:
        pass
    message = f"there is no capture `{visible(named)}`; name its folder, or write `--from {LATEST}`"
    raise Refusal(message)


def near(captures: Sequence[Capture]) -> list[str]:
    """Names of other captures beside these, from the day before the first to the day after the last."""
    moments = [datetime.fromisoformat(each.manifest.declared_at) for each in captures]
    own = {each.folder.resolve() for each in captures}
    found: set[str] = set()
    for place in {each.parent for each in own}:
        for each in place.iterdir():
            match = _NAME.match(each.name)
            if match and each not in own and _is_within(match[1], min(moments), max(moments)):
                found.add(each.name)
    return sorted(found)


def _is_within(name: str, first: datetime, last: datetime) -> bool:
    try:
        moment = datetime.strptime(name, "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return False
    return first - timedelta(days=1) <= moment <= last + timedelta(days=1)


def _is_own(place: Path) -> bool:
    """Whether captures in this place are the person's own: anybody can make a folder among temporary files."""
    try:
        status = place.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and (not hasattr(os, "getuid") or status.st_uid == os.getuid())


def _unlisted(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    listed = {each.stored for each in manifest.files}
    try:
        names = sorted(os.listdir(folder / FILES))  # noqa: PTH208 - the names may be no text
    except OSError:
        return ()
    return tuple(told_name(f"{FILES}/{each}") for each in names if f"{FILES}/{each}" not in listed)
