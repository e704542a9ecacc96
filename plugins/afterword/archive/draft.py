"""One older file as a report of ours: its fields, its origin, its pictures, and what a person should be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from afterword.archive.fields import Mapped, map_fields
from afterword.archive.form import Bare, write_report
from afterword.archive.found import Found, FoundDate, find_title, find_when, read_when, unclear_dates
from afterword.archive.mapping import ArchiveMap, FileEntry
from afterword.archive.old_file import OldFile
from afterword.archive.pictures import Picture, find_pictures, picture_audience
from afterword.archive.sources import SourceFile
from afterword.archive.texts import clean
from afterword.model.choices import AUDIENCES, Audience
from afterword.model.dates import PartialDate, parse_partial_date
from afterword.model.settings import Settings
from afterword.model.vocabulary import Vocabulary

_ORDER = (
    "title", "kind", "lifecycle", "origin", "audience", "severity", "plain_summary", "description", "occurred_on",
    "tags", "system", "evidence", "contributing_factors", "references",
)  # fmt: skip

_NOT_SAFE = "what it shows is not known, and it is not settled that only the company sees the report and the repository"


@dataclass(frozen=True)
class Setting:
    """What holds for the whole archive."""

    archive: str
    mapping: ArchiveMap
    settings: Settings
    vocabulary: Vocabulary
    files: Mapping[str, SourceFile]


@dataclass
class Draft:
    """What is known of one file.

    Attributes:
        old: the file.
        title: its title, or None where none is found.
        when: its date, or None where none is found.
        id_date: the date that its id begins with.
        mapped: what the mapping makes of its fields.
        notes: what a person should be told.
    """

    old: OldFile
    title: Found | None
    when: FoundDate | None
    id_date: PartialDate | None
    mapped: Mapped
    notes: list[str] = field(default_factory=list)

    @property
    def is_dated_in_front(self) -> bool:
        """Whether the date stands in the front matter or in the mapping."""
        return self.when is not None and self.when.where.startswith(("`", "the mapping"))


def draft_report(old: OldFile, entry: FileEntry, setting: Setting) -> Draft:
    """Find what can be told of a file."""
    mapping = setting.mapping
    zone = Settings.model_validate({"zone": mapping.zone}).zone_info if mapping.zone else None
    mapped = map_fields(old.front.metadata, mapping, entry, setting.vocabulary)
    title = find_title(old)
    if said := mapped.fields.pop("title", None):
        title = Found(clean(said), "the mapping", said=False)
    when, named = find_when(old, zone, mapping.date_order)
    if (text := mapped.fields.pop("occurred_on", None)) and (day := read_when(text, zone, mapping.date_order)):
        when = FoundDate(day, "the mapping", said=False)
    if entry.date is not None:
        when, named = FoundDate(parse_partial_date(entry.date), "the mapping", said=False), None
    id_date = named if named and named.precision == "day" else when.date if when else None
    notes = list(_notes(old, title, when))
    if when and id_date and when.date.text != id_date.text:
        notes.append(
            f"{when.where} says {when.date.text}, and the file's name {id_date.text}, with which the id begins"
        )
    return Draft(old, title, when, id_date, mapped, notes)


def _notes(old: OldFile, title: Found | None, when: FoundDate | None) -> list[str]:
    told = list(old.notes)
    if title is not None and title.said:
        told.append(f"title from {title.where}")
    if when is not None and when.said:
        told.append(f"date {when.date.text} from {when.where}")
    if when is not None and when.date.precision != "day":
        told.append(f"the date is known to the {when.date.precision} alone")
    told += [
        f"`{key}` holds a date of which nobody can tell day from month (`date_order`)" for key in unclear_dates(old)
    ]
    return told


def what_lacks(draft: Draft) -> str:
    """What keeps a file from being a report, in words; empty for nothing."""
    lacks = [word for word, found in (("title", draft.title), ("date", draft.when)) if found is None]
    if not lacks:
        return ""
    return f"no {' and no '.join(lacks)} in its front matter, its name or its headings"


def build_report(draft: Draft, report_id: str, setting: Setting) -> tuple[bytes, list[Picture], list[str]]:
    """The report's bytes, its pictures, and why other pictures are left out; `draft` lacks nothing."""
    assert draft.title is not None, "told before"
    assert draft.when is not None, "told before"
    fields: dict[str, Any] = {"title": draft.title.text, "lifecycle": Bare("imported")}
    if draft.id_date is None or draft.when.date.text != draft.id_date.text:
        fields["occurred_on"] = Bare(draft.when.date.text)
    for name, value in draft.mapped.fields.items():
        group, _, key = name.partition(".")
        if key:
            fields.setdefault(group, {})[key] = value
        elif name == "contributing_factors":
            fields[name] = [{"factor": Bare(each), "confidence": Bare("potential")} for each in value]
        elif name == "references":
            fields[name] = [{"type": Bare("web"), "title": each, "url": each} for each in value]
        else:
            fields[name] = Bare(value) if name in {"kind", "origin", "audience", "severity"} else value
    pictures, left = _pictures(draft.old, fields.get("audience"), setting)
    access = picture_audience(_audience(fields, setting), setting.settings)
    if pictures:
        fields["evidence"] = [_evidence(each, report_id, access, fields, setting) for each in pictures]
    ordered = {"schema": 1, **{name: fields[name] for name in _ORDER if name in fields}}
    return write_report(ordered, _origin(draft.old, pictures, setting.archive), draft.old.prose), pictures, left


def _audience(fields: Mapping[str, Any], setting: Setting) -> Audience | None:
    typed = str(fields.get("audience", ""))
    return next((each for each in AUDIENCES if each == typed), setting.settings.import_.audience)


def _pictures(old: OldFile, audience: str | None, setting: Setting) -> tuple[list[Picture], list[str]]:
    if setting.mapping.images == "leave":
        return [], []
    pictures, left = find_pictures(old, setting.files, setting.settings)
    if pictures and picture_audience(_audience({"audience": audience}, setting), setting.settings) is None:
        return [], [*left, *(f"`{each.place}`: {_NOT_SAFE}" for each in pictures)]
    return pictures, left


def _evidence(
    picture: Picture, report_id: str, access: Audience | None, fields: Mapping[str, Any], setting: Setting
) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "kind": Bare("screenshot"),
        "title": clean(picture.title),
        "uri": Bare(f"evidence/{report_id}/{picture.name}"),
        "sha256": picture.sha256,
    }
    if access is not None and access != _audience(fields, setting):
        entry["access"] = Bare(access)
    return entry


def _origin(old: OldFile, pictures: list[Picture], archive: str) -> dict[str, Any]:
    origin: dict[str, Any] = {"archive": archive, "path": old.place, "sha256": old.sha256}
    if old.front.form is not None:
        origin["format"] = Bare(old.front.form)
    if old.front.metadata:
        origin["metadata"] = dict(old.front.metadata)
    if old.front.form is not None and old.front.needs_text:
        origin["text"] = old.front.text
    if pictures:
        origin["files"] = {each.place: each.name for each in pictures}
    return origin
