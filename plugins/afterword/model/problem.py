"""What the reader could not read: a fact with a place, which a rule turns into a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from afterword.model.span import Span

ProblemKind = Literal[
    "unreadable-file",
    "encoding",
    "fence",
    "yaml-syntax",
    "yaml-feature",
    "duplicate-key",
    "over-limit",
    "unknown-key",
    "field-type",
    "retyped-value",
    "unknown-choice",
    "date",
    "cut-by-comment",
    "suppression",
]

FATAL: frozenset[ProblemKind] = frozenset(
    {"unreadable-file", "encoding", "fence", "yaml-syntax", "yaml-feature", "duplicate-key", "over-limit"}
)
"""Kinds after which nothing else in the file can be judged."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical cure: replace the code points from `start` to `end` of the file's text by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read as it stands."""

    kind: ProblemKind
    span: Span
    message: str
    hint: str = ""
    match: str = ""
    fix: Fix | None = None
