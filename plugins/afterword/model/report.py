"""One report: its fields, its body, and where each of them stands in the file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from afterword.model.body import Body
from afterword.model.choices import Audience, Kind, Lifecycle, Severity
from afterword.model.dates import PartialDate, report_date
from afterword.model.flag import Flag
from afterword.model.front_matter import FrontMatter
from afterword.model.labels import Label
from afterword.model.loose_dates import find_date
from afterword.model.problem import FATAL, Problem
from afterword.model.slugs import slug_of
from afterword.model.source import Source
from afterword.model.span import START, Path, Span

GateColumn = Literal["incident-high", "incident-low", "near-miss", "exercise", "public-sources"]


@dataclass(frozen=True)
class Report:
    """One learning report, as read from one Markdown file.

    Attributes:
        id: the file's stem.
        source: the file's path and text.
        place: the file's path below the documents folder, with forward slashes; empty for a file outside of it.
        front: the fields; those that could not be read are absent here and listed in `problems`.
        body: the prose.
        audience: who may read it, after the defaults of the settings; None where it is held back from every site
            (an imported report for which no audience is set).
        spans: where each value stands, by path such as `("remediations", 2, "due")`.
        keys: where each key stands, by the same paths.
        mentioned: paths of all keys that were typed, those with an unreadable value included.
        problems: what could not be read.
        held_for: what the audit of an imported report found and nobody has cleared; with any it is on no site.
        archive_links: of an imported report, where the links of its body lead by the paths of the archive that it came
            from: target as written to a report's id, a file below `evidence/`, or None for nothing that is here.
        labels: of an imported report that names no factors itself, those that were accepted for it in bulk; its factors
            are made of them, without a *how*.
    """

    id: str
    source: Source
    place: str
    front: FrontMatter
    body: Body
    audience: Audience | None
    spans: Mapping[Path, Span]
    keys: Mapping[Path, Span]
    mentioned: frozenset[Path]
    problems: tuple[Problem, ...] = ()
    held_for: tuple[Flag, ...] = ()
    archive_links: Mapping[str, str | None] = field(default_factory=dict)
    labels: tuple[Label, ...] = ()

    @property
    def path(self) -> str:
        """The file's path as people see it."""
        return self.source.path

    @property
    def title(self) -> str:
        """The title; of an imported report without one its first heading of level 1; else the id."""
        if self.front.title is None and self.lifecycle == "imported":
            return next((each.text for each in self.body.headings if each.level == 1), self.id)
        return self.front.title or self.id

    @property
    def kind(self) -> Kind:
        """Incident, near miss or exercise."""
        return self.front.kind

    @property
    def lifecycle(self) -> Lifecycle:
        """The step that the report has reached."""
        return self.front.lifecycle

    @property
    def severity(self) -> Severity | None:
        """How severe it was, where that is told."""
        return self.front.severity

    @property
    def is_public_sources(self) -> bool:
        """Whether the report was written from public sources about somebody else's system."""
        return self.front.origin == "public-sources"

    @property
    def is_state_lost(self) -> bool:
        """Whether it says that a part of the state was not preserved."""
        return self.front.snapshot is not None and self.front.snapshot.not_preserved is not None

    @property
    def is_unreadable(self) -> bool:
        """Whether the file could not be read far enough to judge anything else in it."""
        return any(problem.kind in FATAL for problem in self.problems)

    @property
    def gate_column(self) -> GateColumn:
        """Which column of the gate table holds for this report."""
        if self.is_public_sources:
            return "public-sources"
        if self.kind == "near_miss":
            return "near-miss"
        if self.kind == "exercise":
            return "exercise"
        return "incident-high" if self.severity in {"sev1", "sev2"} else "incident-low"

    @cached_property
    def date(self) -> PartialDate | None:
        """`occurred_on` where given, else the id's date; of an imported report without either a heading's."""
        known = self.front.occurred_on or report_date(self.id)
        if known is not None or self.lifecycle != "imported":
            return known
        found = (find_date(heading.text) for heading in self.body.headings)
        return next((each.date for each in found if each is not None), None)

    @cached_property
    def system_slugs(self) -> frozenset[str]:
        """The systems that it happened on or reached, by their names in addresses."""
        system = self.front.system
        names = (system.name, *system.also_affected) if system else ()
        return frozenset(slug_of(name) for name in names if name) - {""}

    @property
    def revision(self) -> int:
        """1 and one more for each update."""
        return 1 + len(self.front.updates)

    def at(self, *path: str | int) -> Span:
        """Where the value at `path` stands, or its nearest parent that does, or the file's first line."""
        for end in range(len(path), 0, -1):
            if (span := self.spans.get(path[:end])) is not None:
                return span
        return START

    def at_key(self, *path: str | int) -> Span:
        """Where the key at `path` stands, or the nearest parent's key, or the file's first line."""
        for end in range(len(path), 0, -1):
            if (span := self.keys.get(path[:end])) is not None:
                return span
        return START

    def is_typed(self, *path: str | int) -> bool:
        """Whether the key at `path` was typed, readable or not."""
        return path in self.mentioned

    def sort_key(self) -> tuple[datetime.date, str]:
        """The order of lists: by the last day of the date, then by id."""
        return (self.date.last if self.date else datetime.date.min, self.id)

    def with_fields(self, **fields: object) -> Report:
        """The same report with some fields replaced, for a narrower view of it."""
        return replace(self, front=self.front.model_copy(update=fields))
