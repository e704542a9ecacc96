"""What has changed since an export was written: its cases first, and the files that differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from afterword.commands.export_folder import LIST, make_list, read_list
from afterword.commands.refusal import Refusal
from afterword.evals.manifest import NAME

BYTES = 64 << 20
"""The largest file of an export that is read."""
Key = tuple[str, str]


def differences(place: Path, shown: str, files: Mapping[str, bytes], head: str) -> list[str]:
    """What differs between the folder and the export as it would be written now, in words; empty for nothing.

    Raises:
        Refusal: where the folder holds something else than an export of this kind.
    """
    if not place.exists():
        return [f"  {shown} is not there"]
    listed = read_list(place, head)
    if listed is None:
        raise Refusal(f"`{shown}` holds no export of eval cases for this tool")
    whole = {**files, LIST: make_list(files, head)}
    changed = sorted(path for path, content in whole.items() if _read(place / path) != content)
    gone = sorted(path for path in listed if path not in whole)
    if not changed and not gone:
        return []
    return [
        *_cases(_read(place / NAME), files[NAME]),
        *(f"  {path} differs" if (place / path).exists() else f"  {path} is not there" for path in changed),
        *(f"  {path} is of an earlier export" for path in gone),
    ]


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.is_file() and file.stat().st_size <= BYTES else None
    except OSError:
        return None


def _cases(old: bytes | None, new: bytes) -> Iterator[str]:
    """Cases that came, went or changed, as far as the lists tell."""
    before, now = _listed(old), _listed(new)
    for key in sorted(before.keys() | now.keys()):
        name = f"{key[1]} of {key[0]}"
        if key not in before:
            yield f"  {name} is new"
        elif key not in now:
            yield f"  {name} is not exported any more"
        elif before[key].get("digest") != now[key].get("digest"):
            yield f"  {name} puts in or checks something else"
        elif before[key] != now[key]:
            yield f"  {name} is run or told otherwise"


def _listed(data: bytes | None) -> dict[Key, dict[str, Any]]:
    try:
        cases = json.loads(data or b"{}")["cases"]
        return {(str(each["report"]), str(each["case"])): each for each in cases}
    except (ValueError, TypeError, KeyError, RecursionError):
        return {}
