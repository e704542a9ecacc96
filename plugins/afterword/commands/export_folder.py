"""An exported tree on the disk: written whole or not at all, and never over what somebody changed by hand."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path

LIST = "afterword-export.sha256"
"""The list of an export's files with their digests, as `sha256sum -c` reads it; it marks a folder as an export."""
HEAD = "# Afterword export 1. The digest of every file; the next export replaces these files alone.\n"
_STAGE = ".afterword-export-"
_SHOWN = 10


def write_export(place: Path, folder: Path, files: Mapping[str, bytes], head: str = HEAD) -> None:
    """Put `files` into the folder at `place`; what stands beside them at its top stays as it is.

    Args:
        place: the folder.
        folder: the same as its user typed it, for messages.
        files: content by path, with forward slashes.
        head: how the list of an export of this kind begins; one of another kind is not replaced.

    Raises:
        Refusal: where the folder holds anything that an export would lose, or cannot be written.
    """
    shown = shown_path(folder.as_posix())
    listed = {**files, LIST: make_list(files, head)}
    try:
        old = _old_entries(place, shown, head)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
        _replace(place, listed, old)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise Refusal(f"`{shown}` cannot be written: {reason}; it was left as it was") from None


def make_list(files: Mapping[str, bytes], head: str = HEAD) -> bytes:
    """The list of `files`, sorted by path."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items()))
    return (head + "".join(lines)).encode()


def _old_entries(place: Path, shown: str, head: str) -> frozenset[str]:
    """The names at the top of the folder that an earlier export put there, with nothing in them but that export."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise Refusal(f"`{shown}` is a file or a link, not a folder; choose another place")
    if not place.exists() or not any(place.iterdir()):
        return frozenset()
    digests = read_list(place, head)
    if digests is None:
        raise Refusal(f"`{shown}` is not empty and holds no earlier export of this kind; choose a new folder")
    tops = {path.partition("/")[0] for path in digests}
    present = {path.relative_to(place).as_posix(): path for top in tops for path in _walk(place / top)}
    changed = [path for path, file in present.items() if digests.get(path) != _digest(file)]
    if changed:
        raise Refusal(_describe(sorted(changed), digests, shown))
    return frozenset({top for top in tops if (place / top).exists()} | {LIST})


def read_list(place: Path, head: str = HEAD) -> dict[str, str] | None:
    """The digests of the export in the folder, by path; None where it holds none that begins like `head`."""
    try:
        text = (place / LIST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    if not text.startswith(head):
        return None
    return {path: digest for digest, _, path in (line.partition("  ") for line in text[len(head) :].splitlines())}


def _walk(path: Path) -> Iterator[Path]:
    """All files at or below `path`, links and special files included; links are not followed."""
    if path.is_symlink() or path.is_file():
        yield path
    elif path.is_dir():
        for each in sorted(path.iterdir()):
            yield from _walk(each)
    elif path.exists():
        yield path


def _digest(file: Path) -> str:
    if file.is_symlink() or not file.is_file():
        return ""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _describe(changed: list[str], digests: Mapping[str, str], shown: str) -> str:
    lines = [f"  {shown_path(path)} ({'changed' if path in digests else 'added'} by hand)" for path in changed[:_SHOWN]]
    more = len(changed) - _SHOWN
    lines += [f"  and {more} more"] if more > 0 else []
    message = f"`{shown}` was edited since it was exported, and a new export would lose that:"
    cure = f"Move these files away, or choose another folder. To keep `{shown}` as it is, there is nothing to do."
    return "\n".join([message, *lines, cure])


def _replace(place: Path, files: Mapping[str, bytes], old: frozenset[str]) -> None:
    """Write everything beside its place, then put it there; on any failure everything is as it was."""
    inside = place.exists()
    stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=place if inside else place.parent))
    fresh, kept = stage / "new", stage / "old"
    kept.mkdir()
    try:
        _write(fresh, files)
        if inside:
            _exchange(place, fresh, kept, old)
            # Each of these files had the digest of its list.
            shutil.rmtree(kept)
        else:
            fresh.rename(place)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        with suppress(OSError):
            # What could not be moved back stays here.
            kept.rmdir()
        with suppress(OSError):
            stage.rmdir()


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _exchange(place: Path, fresh: Path, kept: Path, old: frozenset[str]) -> None:
    """Move the old entries out and the new ones in, the list last; a failure moves all of them back."""
    names = sorted({each.name for each in fresh.iterdir()} | old, key=lambda name: (name == LIST, name))
    done: list[tuple[Path, Path]] = []
    try:
        for name in names:
            moves = [(place / name, kept / name)] if name in old else []
            moves += [(fresh / name, place / name)] if (fresh / name).exists() else []
            for source, target in moves:
                if target.exists() or target.is_symlink():
                    raise FileExistsError(17, f"`{name}` stands there and belongs to no export")
                os.rename(source, target)  # noqa: PTH104 - `Path.rename` is the same
                done.append((source, target))
    except BaseException:
        for source, target in reversed(done):
            with suppress(OSError):
                target.rename(source)
        raise
