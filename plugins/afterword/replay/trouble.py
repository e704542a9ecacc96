"""Why a check cannot be replayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from afterword.model.tree import DataProblem

TroubleKind = Literal["form", "absent", "elsewhere", "narrower", "evidence", "column", "file", "series"]
"""`form`: the fields do not say how; `absent`: the evidence or its file is not there, which other rules tell;
`elsewhere`: it is a pointer to another place, or was removed; `narrower`: it is not shown to this audience;
`evidence`: it is no series that can be read here; `column`: the file lacks a column; `file`: something in the file
cannot be read; `series`: what is there tells nothing of the time of the incident."""


@dataclass(frozen=True)
class Trouble:
    """The reason in words, without a cell of the file, and the cure.

    `key` is the field of `replay` that it is about; `problem` the place in the file, where it is about one.
    """

    kind: TroubleKind
    reason: str
    hint: str = ""
    key: str = ""
    problem: DataProblem | None = None
