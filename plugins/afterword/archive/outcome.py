"""What an import makes of each file of an archive; every file is in exactly one of the lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from afterword.archive.pictures import Picture
from afterword.model.flag import Flag

Action = Literal["new", "updated", "unchanged", "edited"]


@dataclass(frozen=True)
class Taken:
    """One file that is a report here.

    Attributes:
        place: its path below the archive's folder.
        id: the report's id.
        target: the report's path below the documents folder.
        action: `new`, `updated` (the file or the mapping changed), `unchanged`, or `edited` (a person changed the
            report since, so it is left alone).
        data: the report's bytes as the import writes them.
        pictures: pictures that are copied to its folder of evidence.
        dropped: names of pictures there that the import wrote earlier and that are not shown any more.
        notes: what a person should know: where title and date were found, what was left.
        flags: for what the audit holds it back; what was cleared earlier is not among them.
        source_changed: whether the file differs from the one that was imported.
    """

    place: str
    id: str
    target: str
    action: Action
    data: bytes
    pictures: tuple[Picture, ...] = ()
    dropped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    source_changed: bool = False


@dataclass(frozen=True, order=True)
class Left:
    """One file that is not taken; `mend` tells that the mapping, or a change of the file, would make it a report."""

    place: str
    why: str
    mend: bool = False


@dataclass(frozen=True)
class Gone:
    """A report whose file is not taken any more; it stays. `is_there` tells that the archive still has the file."""

    place: str
    id: str
    is_there: bool = False


@dataclass(frozen=True)
class Plan:
    """The whole import.

    Attributes:
        archive: the archive's name.
        taken: files that are reports here, by place.
        left: files that are not, by place.
        gone: reports whose file is not there, or not taken, any more.
        values: values that the mapping names a field for and that the field does not take, with how often and why.
        lost: links that lead to nothing that is here, by place of the file.
        unknown: paths that the mapping names and the archive does not have.
    """

    archive: str
    taken: tuple[Taken, ...] = ()
    left: tuple[Left, ...] = ()
    gone: tuple[Gone, ...] = ()
    values: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    lost: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
