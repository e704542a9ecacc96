"""The plan of an import: what every file of an archive becomes. Nothing is written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from afterword.archive.draft import Draft, Setting, build_report, draft_report, what_lacks
from afterword.archive.existing import Existing, find_existing
from afterword.archive.form import is_as_written
from afterword.archive.judge import is_index, is_of_repository, why_no_report
from afterword.archive.mapping import FileEntry
from afterword.archive.old_file import OldFile, UnreadableFileError, read_old_file
from afterword.archive.outcome import Action, Gone, Left, Plan, Taken
from afterword.archive.readership import why_narrower
from afterword.archive.sources import SourceFile
from afterword.archive.texts import without_date
from afterword.audit.audit import standing_flags
from afterword.model.audience import is_shown_to
from afterword.model.collection import Collection
from afterword.model.flag import Clearance
from afterword.model.problem import FATAL
from afterword.model.report import Report
from afterword.model.report_id import make_id
from afterword.read.archive_links import with_archive_links
from afterword.read.files import read_bytes
from afterword.read.report import read_report

DataOf = Callable[[Report], bytes]
"""The bytes of a report that is here already."""


class Planner:
    """Goes over the files in order and keeps what was decided."""

    def __init__(
        self, setting: Setting, collection: Collection, clearances: Mapping[str, Clearance], data_of: DataOf
    ) -> None:
        self.setting = setting
        self.collection = collection
        self.clearances = clearances
        self.data_of = data_of
        self.existing: Existing = find_existing(collection.reports, setting.archive)
        self.ids = set(self.existing.taken)
        self.olds: list[OldFile] = []
        self.taken: list[Taken] = []
        self.left: list[Left] = []
        self.reports: list[Report] = []
        self.values: Counter[tuple[str, str, str]] = Counter()

    def plan(self, sources: Sequence[SourceFile]) -> Plan:
        """Decide on every file."""
        drafts: list[tuple[Draft, str | None]] = []
        places = frozenset(each.place for each in sources)
        for file in sources:
            if file.kind == "markdown":
                if (draft := self._draft(file)) is not None:
                    drafts.append((draft, self._known(draft.old, places)))
            elif file.kind != "image":
                self.left.append(Left(file.place, why_no_report(file)))
        for draft, known in drafts:
            self._take(draft, known)
        self._leave_pictures(sources)
        came = {each.id for each in self.taken}
        gone = [
            Gone(place, report.id, is_there=place in places)
            for place, (report, _) in self.existing.by_place.items()
            if report.id not in came
        ]
        return Plan(
            self.setting.archive,
            tuple(self.taken),
            tuple(sorted(self.left)),
            tuple(sorted(gone, key=lambda each: each.place)),
            dict(sorted(self.values.items())),
            self._lost(),
            tuple(sorted(set(self.setting.mapping.files) - places)),
        )

    def _draft(self, file: SourceFile) -> Draft | None:
        entry = self.setting.mapping.files.get(file.place)
        if entry is not None and entry.skip:
            self._leave(file.place, f"the mapping says: {entry.skip}")
            return None
        if entry is None and is_of_repository(file.place):
            self._leave(file.place, "it is a page about the archive, by its name")
            return None
        try:
            old = self._read(file, entry or FileEntry())
        except UnreadableFileError as error:
            self._leave(file.place, str(error), mend=error.mend)
            return None
        draft = draft_report(old, entry or FileEntry(), self.setting)
        if entry is None and is_index(file.place) and not draft.is_dated_in_front:
            self._leave(file.place, "it is the index of its folder, without a date of its own")
            return None
        self.olds.append(old)
        if lacks := what_lacks(draft) or why_narrower(draft, entry or FileEntry(), self.setting):
            self._leave(file.place, lacks, mend=True)
            return None
        return draft

    def _read(self, file: SourceFile, entry: FileEntry) -> OldFile:
        data = read_bytes(file.path)
        if isinstance(data, str):
            raise UnreadableFileError(data)
        return read_old_file(
            data, file.place, entry.encoding or self.setting.mapping.encoding, self.setting.settings.limits
        )

    def _leave(self, place: str, why: str, *, mend: bool = False) -> None:
        self.left.append(Left(place, why, mend))

    def _known(self, old: OldFile, places: frozenset[str]) -> str | None:
        """The path under which the file was imported earlier."""
        return old.place if old.place in self.existing.by_place else self.existing.moved(old.place, old.sha256, places)

    def _take(self, draft: Draft, known: str | None) -> None:
        place = draft.old.place
        earlier = self.existing.by_place.get(known or "")
        report_id = earlier[0].id if earlier else self._new_id(draft)
        data, pictures, left = build_report(draft, report_id, self.setting)
        target = earlier[0].place if earlier else f"reports/{report_id[:4]}/{report_id}.md"
        report = read_report(data, path=target, place=target, settings=self.setting.settings)
        if why := self._refusal(report, draft):
            self._leave(place, why, mend=True)
            return
        if not earlier:
            self.ids.add(report_id)
        action: Action = "new"
        changed = False
        if earlier:
            here = self.data_of(earlier[0])
            action = "unchanged" if here == data else "updated" if is_as_written(here) else "edited"
            changed = earlier[1].sha256 != draft.old.sha256
            report = earlier[0] if action == "edited" else report
        if action != "edited":
            report = replace(report, held_for=standing_flags(report, self.clearances.get(report_id)))
            self.values.update(draft.mapped.left)
        notes = [*draft.notes, *(f"picture left out: {each}" for each in left)]
        if known and known != place:
            notes.append(f"it was `{known}`")
        dropped = tuple(sorted(set(earlier[1].files.values()) - {each.name for each in pictures})) if earlier else ()
        self.reports.append(report)
        self.taken.append(
            Taken(
                place, report_id, target, action, data, tuple(pictures), dropped, tuple(notes), report.held_for, changed
            )
        )

    def _new_id(self, draft: Draft) -> str:
        assert draft.title is not None, "told before"
        assert draft.id_date is not None, "told before"
        rest = without_date(draft.title.text, self.setting.mapping.date_order)
        has_words = any(char.isalpha() for char in rest)
        day = draft.id_date.text
        return make_id(
            day, rest if has_words else draft.title.text, [each for each in self.ids if each.startswith(day)]
        )

    def _refusal(self, report: Report, draft: Draft) -> str:
        """Why the report cannot be written as it is: it would not be read, or lie where too many can read it."""
        fatal = next((each for each in report.problems if each.kind in FATAL), None)
        if fatal is not None:
            return f"{fatal.message}; {fatal.hint}" if fatal.hint else fatal.message
        if report.body.text != draft.old.prose:
            return "its prose would not be kept as it is"
        settings = self.setting.settings
        if report.audience is not None and not is_shown_to(report.audience, settings.repository_audience):
            return f"it is for `{report.audience}`, and `repository_audience: {settings.repository_audience}` can clone"
        return ""

    def _leave_pictures(self, sources: Iterable[SourceFile]) -> None:
        shown = {each.place for taken in self.taken for each in taken.pictures}
        for file in sources:
            if file.kind == "image" and file.place not in shown:
                self._leave(file.place, "no imported report shows it, or it is left out there")

    def _lost(self) -> dict[str, int]:
        """How many links of each file lead to nothing that is here, once everything is written."""
        own = {report.place for report in self.reports}
        others = [report for report in self.collection.reports if report.place not in own]
        places = {*self.collection.pages, *self.collection.evidence_files}
        linked = with_archive_links([*others, *self.reports], places)
        by_id = {taken.id: taken.place for taken in self.taken}
        found = {
            by_id[each.id]: sum(each.archive_links.get(link.href, "") is None for link in each.body.links)
            for each in linked
            if each.id in by_id
        }
        return {place: count for place, count in sorted(found.items()) if count}
