"""The files under the documents folder that are neither reports nor evidence that is published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StrayKind = Literal["unlisted", "report-elsewhere", "not-markdown", "not-regular", "not-opened"]


@dataclass(frozen=True)
class StrayFile:
    """A file that a site engine could publish although nobody decided so, or that nothing reads.

    Attributes:
        path: the path as people see it.
        place: the path below the documents folder.
        kind: `unlisted` (not a page and not among the assets), `report-elsewhere` (a report outside `reports/`),
            `not-markdown` (under `reports/` with another ending), `not-regular` (a link or a special file),
            `not-opened` (a folder that cannot be opened).
    """

    path: str
    place: str
    kind: StrayKind


@dataclass(frozen=True)
class DataProblem:
    """A data file (a vocabulary, the list of systems, machine-written state) that cannot be taken as it stands."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
