"""The reports and settings of a commit as files in a temporary folder; the work tree is neither read nor touched.

Only what reports are read from is written: the documents folder without evidence and pictures, and settings with what
they inherit from. Links and submodules are left out, so that nothing in a commit can lead out of the folder.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from afterword.commands.git import Git, GitError
from afterword.read.site_config import NAMES

_LARGEST = 16 * 1024 * 1024
"""Bytes of one file; a report may have far fewer."""
_AT_ONCE = 500
_DEPTH = 5
_READ = (".yml", ".yaml", ".csv", ".json", ".jsonl")
_INHERIT = re.compile(rb"^INHERIT:[ \t]*[\"']?([^\"'#\r\n]+?)[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)


@dataclass(frozen=True)
class _Entry:
    path: str
    mode: str
    object: str
    size: int


class BaseTree:
    """One commit of one repository, and the folder that its files are written to.

    Paths are those below the repository's root, with forward slashes; an empty one is the root.
    """

    def __init__(self, git: Git, commit: str, folder: Path) -> None:
        self._git, self._commit, self.folder = git, commit, folder

    def write_config(self, folder: str, first: str) -> Path | None:
        """Write the settings in `folder`, a file called `first` before others, with all that they inherit from.

        Returns:
            Where the settings lie; None where the commit has none there.
        """
        for name in dict.fromkeys((first, *NAMES)):
            if name and (data := self._text(posixpath.join(folder, name))) is not None:
                path = posixpath.join(folder, name)
                self._write(path, data)
                self._write_inherited(path, data, _DEPTH)
                return self.folder / path
        return None

    def write_docs(self, docs: str) -> None:
        """Write what reports are read from in the documents folder."""
        wanted = [entry for entry in self._list(docs) if _is_read(entry, docs)]
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            for entry, data in zip(some, self._contents(some), strict=True):
                if data is not None:
                    self._write(entry.path, data)

    def read_files(self, places: Sequence[str]) -> Mapping[str, bytes | None]:
        """The contents of those files that the commit has; None for one that is no plain file or too large."""
        found: dict[str, bytes | None] = {}
        for start in range(0, len(places), _AT_ONCE):
            some = frozenset(places[start : start + _AT_ONCE])
            entries = [each for each in self._list(*some) if each.path in some] if some else []
            found.update((each.path, None) for each in entries)
            plain = [each for each in entries if each.mode.startswith("100") and each.size <= _LARGEST]
            found.update(zip((each.path for each in plain), self._contents(plain), strict=True))
        return found

    def _write_inherited(self, path: str, data: bytes, depth: int) -> None:
        for found in _INHERIT.findall(data) if depth else ():
            named = os.fsdecode(found).strip()
            above = posixpath.normpath(posixpath.join(posixpath.dirname(path), named))
            if _is_inside(above) and (content := self._text(above)) is not None:
                self._write(above, content)
                self._write_inherited(above, content, depth - 1)

    def _text(self, path: str, depth: int = _DEPTH) -> bytes | None:
        """The content of one file; a link is followed within the commit."""
        entry = next((each for each in self._list(path) if each.path == path), None)
        if entry is None or entry.size > _LARGEST:
            return None
        data = next(self._contents([entry]))
        if entry.mode != "120000" or data is None:
            return data if entry.mode.startswith("100") else None
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), os.fsdecode(data)))
        return self._text(target, depth - 1) if depth and _is_inside(target) else None

    def _list(self, *paths: str) -> Iterator[_Entry]:
        """The entries at or below `paths`, without regard to what they would mean as patterns."""
        where = ["--", *paths] if all(paths) else []
        listed = self._git.run("--literal-pathspecs", "ls-tree", "-r", "-z", "-l", "--full-tree", self._commit, *where)
        for line in listed.split(b"\0"):
            facts, _, name = line.partition(b"\t")
            parts = facts.split()
            if len(parts) == 4 and parts[1] == b"blob":
                yield _Entry(os.fsdecode(name), parts[0].decode(), parts[2].decode(), int(parts[3]))

    def _contents(self, entries: Iterable[_Entry]) -> Iterator[bytes | None]:
        """The contents in the same order; None for one that is not there."""
        asked = list(entries)
        told = self._git.run("cat-file", "--batch", given="".join(f"{each.object}\n" for each in asked).encode())
        place = 0
        for _ in asked:
            end = told.find(b"\n", place)
            facts = told[place:end].split()
            place = end + 1
            if end < 0 or len(facts) != 3:
                yield None
                continue
            size = int(facts[2])
            yield told[place : place + size]
            place += size + 1

    def _write(self, path: str, data: bytes) -> None:
        # A tree made by hand can hold any name; what is no name of a file below the folder is not written.
        if not _is_inside(path):
            return
        with suppress(OSError, ValueError):
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def tree_place(path: Path, top: Path) -> str | None:
    """`path` below the repository's root; None for one outside of it."""
    with suppress(ValueError):
        place = path.relative_to(top).as_posix()
        return "" if place == "." else place
    return None


def commit_exists(git: Git, commit: str) -> bool:
    """Whether the commit's tree can be read."""
    try:
        git.run("cat-file", "-e", f"{commit}^{{tree}}")
    except GitError:
        return False
    return True


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return bool(path) and not path.startswith("/") and "\0" not in path and not {"", ".", "..", ".git"} & set(parts)


def _is_read(entry: _Entry, docs: str) -> bool:
    """Whether reports are read from it: Markdown among reports, and data anywhere but among evidence."""
    place = entry.path.removeprefix(f"{docs}/") if docs else entry.path
    if not entry.mode.startswith("100") or entry.size > _LARGEST or place.startswith("evidence/"):
        return False
    if place.startswith("reports/") and place.lower().endswith(".md"):
        return True
    return place.lower().endswith(_READ)
