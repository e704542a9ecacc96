"""What earlier imports have left in a repository: reports by the files that they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from afterword.model.imported import Imported, read_imported
from afterword.model.report import Report

_UNMAPPED = frozenset({"schema_", "title", "lifecycle", "occurred_on", "evidence", "extensions"})
"""Fields that an import fills without any mapping."""


@dataclass(frozen=True)
class Existing:
    """Reports of one archive that are here already.

    Attributes:
        by_place: each with its origin, by the path of the file it came from.
        taken: every id that is in use, whatever it belongs to.
    """

    by_place: Mapping[str, tuple[Report, Imported]]
    taken: frozenset[str]

    def moved(self, place: str, sha256: str, places: frozenset[str]) -> str | None:
        """The old path of a file that has the same content and is not at its old path any more."""
        if place in self.by_place:
            return None
        found = (old for old, (_, origin) in self.by_place.items() if origin.sha256 == sha256 and old not in places)
        return next(found, None)

    def mapped(self) -> Iterator[Report]:
        """Reports that have fields which only a mapping, or a person, can have given them."""
        return (report for report, _ in self.by_place.values() if report.front.model_fields_set - _UNMAPPED)


def find_existing(reports: Iterable[Report], archive: str) -> Existing:
    """The reports of `archive`, and all ids."""
    found: dict[str, tuple[Report, Imported]] = {}
    listed = list(reports)
    for report in listed:
        origin = read_imported(report.front.extensions)
        if origin is not None and origin.archive == archive and report.place:
            found.setdefault(origin.path, (report, origin))
    return Existing(found, frozenset(report.id for report in listed))
