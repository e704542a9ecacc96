"""What is to be done about each part: compared with what lies there, and with what was last written there."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from afterword.commands.refusal import Refusal
from afterword.commands.scaffold.parts import OTHER_NAMES, Place
from afterword.commands.scaffold.record import Record, Written, digest
from afterword.findings.visible import shown_path
from afterword.read.files import read_bytes

State = Literal["missing", "same", "outdated", "edited", "behind", "foreign", "deleted"]
"""What became of a part.

`missing`: never written, and nothing is there. `same`: as it would be written now. `outdated`: as it was once written,
where this version writes something else. `edited`: changed since by somebody, with nothing newer to take. `behind`:
changed since, where this version writes something else than the one that wrote it. `foreign`: there before `init` came.
`deleted`: written once, and gone.
"""


@dataclass(frozen=True)
class Step:
    """One part and what became of it.

    Attributes:
        part: its name.
        path: where it lies, or the file that stands there in its place.
        shown: that path below the repository's folder.
        state: what became of it.
        new: what this version writes.
        old: what lies there now, with the line ends that `init` writes; nothing where it cannot be read.
        lies: the same as it lies there.
        written: what is known of it since it was last written.
    """

    part: str
    path: Path
    shown: str
    state: State
    new: bytes
    old: bytes | None
    lies: bytes | None
    written: Written | None

    @property
    def in_its_ends(self) -> bytes:
        """What this version writes, with the line ends of what lies there."""
        return self.new if self.lies == self.old else self.new.replace(b"\n", b"\r\n")


def plan_steps(root: Path, place: Place, parts: Mapping[str, bytes], record: Record | None) -> tuple[Step, ...]:
    """A step for every part, in their order.

    Raises:
        Refusal: where a folder on the way to a part is a link or no folder.
    """
    return tuple(_step(root, place, part, new, record) for part, new in parts.items())


def _step(root: Path, place: Place, part: str, new: bytes, record: Record | None) -> Step:
    shown = _taken_name(root, place, part)
    path = root / shown
    refuse_detour(root, path)
    written = record.parts.get(part) if record else None
    there = path.exists() or path.is_symlink()
    content = read_bytes(path) if there else None
    lies = content if isinstance(content, bytes) else None
    # Git checks a file out with the line ends of the machine, and that is nobody's edit.
    old = lies.replace(b"\r\n", b"\n") if lies is not None and _ends_in_crlf(lies) else lies
    return Step(part, path, shown, _state(new, old, written, there=there), new, old, lies, written)


def _ends_in_crlf(data: bytes) -> bool:
    return b"\r\n" in data and data.count(b"\r\n") == data.count(b"\n")


def _taken_name(root: Path, place: Place, part: str) -> str:
    """The part's own path, unless a file of another name does its work already."""
    own = place.path_of(part)
    others = (place.path_of(each) for each in OTHER_NAMES.get(part, ()))
    return own if (root / own).exists() else next((each for each in others if (root / each).exists()), own)


def _state(new: bytes, old: bytes | None, written: Written | None, *, there: bool) -> State:
    if not there:
        return "deleted" if written else "missing"
    if old == new:
        return "same"
    if written is None:
        return "foreign"
    if old is not None and digest(old) == written.sha256:
        return "outdated"
    return "edited" if digest(new) == written.sha256 else "behind"


def refuse_detour(root: Path, path: Path) -> None:
    """Raise where a folder between `root` and `path` is something else: what it leads to may be anything."""
    for folder in _folders_between(root, path):
        try:
            mode = folder.lstat().st_mode
        except FileNotFoundError:
            return
        except OSError as error:
            raise Refusal(f"`{_shown(root, folder)}` cannot be opened: {(error.strerror or 'error').lower()}") from None
        if not stat.S_ISDIR(mode):
            what = "a link" if stat.S_ISLNK(mode) else "no folder"
            message = f"`{_shown(root, folder)}` is {what}; put a folder in its place, or take it away"
            raise Refusal(message)


def _folders_between(root: Path, path: Path) -> Iterator[Path]:
    folder = root
    for name in path.relative_to(root).parts[:-1]:
        folder = folder / name
        yield folder


def _shown(root: Path, path: Path) -> str:
    return shown_path(path.relative_to(root).as_posix())
