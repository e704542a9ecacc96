"""Everything that was named, saved into one folder: files, folders of files, standard input."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from afterword.commands.capture.copying import Copy, NotSavedError, copy_file, copy_stream
from afterword.commands.capture.folders import expand
from afterword.commands.capture.kinds import WRITTEN_BY_PEOPLE, kind_of
from afterword.commands.capture.manifest import FILES, File, Missed
from afterword.commands.capture.names import stored_name, told_name
from afterword.read.attributes import read_attributes
from afterword.read.gen_ai import shipped_names
from afterword.read.seen_attributes import SeenAttributes

INPUT = "standard input"
MOST_FILES = 500


@dataclass
class Gathered:
    """What was saved so far.

    Attributes:
        folder: the capture's folder.
        files: what was saved.
        missed: what was not, and why.
        seen: the attributes of each file, by `stored`.
    """

    folder: Path
    files: list[File] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    seen: dict[str, SeenAttributes] = field(default_factory=dict)

    def take_stream(self, read: Callable[[], bytes] | None, *, is_asked: bool) -> None:
        """Save what comes from standard input; that nothing comes is told where it was asked for."""
        before = len(self.files) + len(self.missed)
        if read is not None:
            copy = partial(copy_stream, read, keep_on_interrupt=True)
            self._take(INPUT, "stdin.txt", copy, keep_empty=False)
        if is_asked and len(self.files) + len(self.missed) == before:
            self._miss(INPUT, "nothing came from it" if read is not None else "it is closed")

    def take_paths(self, paths: Iterable[str]) -> None:
        """Save each file, and each file in a folder. Ctrl-C ends it, and what is left is told as missed."""
        waiting = list(paths)
        try:
            while waiting:
                for path, is_named in expand(waiting[0], self.missed):
                    if len(self.files) >= MOST_FILES:
                        self._miss(waiting[0], f"more than {MOST_FILES} files; pack what is left, or declare it again")
                        break
                    self._take_file(path, is_named=is_named)
                waiting.pop(0)
        except KeyboardInterrupt:
            self.missed += [Missed(name=told_name(each), why="stopped with Ctrl-C before it") for each in waiting]

    def _take_file(self, path: str, *, is_named: bool) -> None:
        def copy(target: Path) -> Copy:
            return copy_file(path, target, follow=is_named)

        self._take(path, path, copy, keep_empty=True, leads_to=_target(path) if is_named else "")

    def _take(
        self, name: str, called: str, copy: Callable[[Path], Copy], *, keep_empty: bool, leads_to: str = ""
    ) -> None:
        stored = f"{FILES}/{stored_name(len(self.files) + 1, called)}"
        target = self.folder / stored
        try:
            copied = copy(target)
        except NotSavedError as error:
            self._miss(name, str(error))
            return
        if not copied.size and not keep_empty:
            target.unlink()
            return
        seen = self._look_into(target, copied) if copied.mentions else SeenAttributes()
        if seen.values:
            self.seen[stored] = seen
        kind = kind_of(called, copied.head, has_attributes=bool(seen.values))
        content = any(shipped_names().is_content(each) for each in seen.values)
        notes = [*copied.notes, *seen.notes]
        notes += ["it is empty"] if not copied.size else []
        notes += [f"it is what the link leads to: {leads_to}"] if leads_to else []
        self.files.append(
            File(
                name=told_name(name),
                stored=stored,
                size=copied.size,
                sha256=copied.sha256,
                kind=kind,
                modified_at=copied.modified_at,
                restricted=content or kind in WRITTEN_BY_PEOPLE,
                notes=notes,
            )
        )

    def _look_into(self, target: Path, copied: Copy) -> SeenAttributes:
        try:
            return read_attributes(target, copied.size)
        except (OSError, MemoryError, KeyboardInterrupt):
            seen = SeenAttributes()
            seen.notes.append("nobody looked for attributes in it to the end")
            return seen

    def _miss(self, name: str, why: str) -> None:
        self.missed.append(Missed(name=told_name(name), why=why))


def _target(path: str) -> str:
    """Where a link leads; nothing for what is no link."""
    try:
        return told_name(os.readlink(path)) if os.path.islink(path) else ""  # noqa: PTH114, PTH115
    except (OSError, ValueError):
        return ""
