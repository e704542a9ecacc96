"""A report's evidence, published or held, and the state of the system that was kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.audience import is_shown_to
from afterword.model.collection import evidence_access
from afterword.model.evidence import Evidence
from afterword.model.report import Report
from afterword.model.system import Snapshot
from afterword.pages.escape import escape_text, link_to
from afterword.pages.report_anchors import anchors
from afterword.pages.words import fill, join, label, page_link, report_path, time_tag

_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True)
class EvidenceRow:
    """One piece of evidence as a row of the table; every cell is ready."""

    what: Markup
    captured: Markup
    access: Markup


@dataclass(frozen=True)
class Attribute:
    """One attribute of the kept state: which part it belongs to, its name, its value."""

    part: str
    name: Markup
    value: Markup


def short_digest(digest: str) -> Markup:
    """A SHA-256 digest by its first twelve digits, with the whole of it in the title; other text as it is."""
    if not _DIGEST.match(digest):
        return escape_text(digest)
    return Markup(f'<abbr title="SHA-256 {digest}"><code>{digest[:12]}…</code></abbr>')


def evidence_rows(report: Report, index: Index, zone: ZoneInfo) -> list[EvidenceRow]:
    """The evidence in the report's own order; of what this audience may not read only kind, digest and access stand."""
    entries = report.front.evidence
    return [_row(each, name, report, index, zone) for each, name in zip(entries, anchors(entries), strict=True)]


def _row(entry: Evidence, anchor: str, report: Report, index: Index, zone: ZoneInfo) -> EvidenceRow:
    access = evidence_access(entry, report)
    held = not is_shown_to(access, index.view.audience)
    name = fill(f"**{{}}**{{{{ #{anchor} }}}}" if anchor else "**{}**", entry.id or "")
    title = escape_text(label(entry.kind or "evidence")) if held else _title(entry, report, index)
    meta = join(_details(entry, held=held), " · ")
    return EvidenceRow(
        what=fill('{} {} <br><span class="aw-meta">{}</span>', name, title, meta),
        captured=time_tag(entry.captured_at, zone, short=True) if entry.captured_at else Markup("–"),
        access=escape_text(f"held at {access} access" if held else label(access)),
    )


def _title(entry: Evidence, report: Report, index: Index) -> Markup:
    title = entry.title or label(entry.kind or "evidence")
    if entry.removed is not None:
        return escape_text(title)
    file = index.view.evidence_files.get(entry.uri or "")
    if file is not None and file.address is not None:
        return page_link(title, file.address, report_path(report))
    if entry.uri and entry.uri.startswith("https://"):
        return fill("{} (kept elsewhere)", link_to(title, entry.uri))
    return escape_text(title)


def _details(entry: Evidence, *, held: bool) -> Iterator[Markup]:
    if entry.kind and not held:
        yield escape_text(label(entry.kind))
    if entry.sha256:
        yield short_digest(entry.sha256)
    if entry.personal_data:
        data = entry.personal_data
        yield escape_text("no personal data" if data == "none" else f"personal data {data}")
    yield from _lifetime(entry)
    if entry.legal_hold:
        yield fill("legal hold: {}", entry.legal_hold)


def _lifetime(entry: Evidence) -> Iterator[Markup]:
    """Until when it is or was kept; of what was removed also when, why, and that it can still be told by its digest."""
    kept = fill("kept until {}", time_tag(entry.retention_until, short=True)) if entry.retention_until else Markup()
    if entry.removed is None:
        yield from [kept] if kept else []
        return
    day = entry.removed.at
    gone = fill("removed on {}", time_tag(day, short=True)) if day else Markup("removed")
    yield join([each for each in (kept, gone) if each], ", ") + ("; its digest remains" if entry.sha256 else "")
    if entry.removed.because:
        yield fill("{}", entry.removed.because.removesuffix("."))


def snapshot_words(report: Report, zone: ZoneInfo) -> Markup:
    """When the state was kept, and before what."""
    snapshot = report.front.snapshot
    if snapshot is None:
        return Markup()
    said = []
    if snapshot.taken_at:
        said.append(fill("Kept on {}.", time_tag(snapshot.taken_at, zone)))
    if snapshot.taken_before:
        said.append(fill("Kept before: {}.", join(snapshot.taken_before)))
    if snapshot.semconv:
        said.append(fill("Names of attributes from <code>{}</code>.", snapshot.semconv))
    return join(said, " ")


def attributes(report: Report) -> list[Attribute]:
    """Model, prompt, data, retrieval, tools and environment as rows of one table."""
    return list(_attributes(report.front.snapshot)) if report.front.snapshot else []


def _attributes(snapshot: Snapshot) -> Iterator[Attribute]:
    yield from _map("Model", snapshot.model)
    yield from _map("Prompt", snapshot.prompt)
    for data in snapshot.data:
        more = [f"version {data.version}"] if data.version else []
        more += [f"used for {data.role}"] if data.role else []
        yield Attribute("Data", fill("<code>{}</code>", data.name or "not named"), join(more) or Markup("–"))
    yield from _map("Retrieval", snapshot.retrieval)
    for tool in snapshot.tools:
        yield Attribute("Tools", *_tool(tool))
    if place := snapshot.environment:
        told = {"release": place.release, "commit": place.commit, "region": place.region}
        yield from _map("Environment", {key: value for key, value in told.items() if value is not None})
        yield from _map("Environment", {f"flag {key}": value for key, value in place.flags.items()})


def _tool(tool: object) -> tuple[Markup, Markup]:
    if isinstance(tool, dict) and isinstance(tool.get("name"), str):
        rest = {key: value for key, value in tool.items() if key != "name"}
        return fill("<code>{}</code>", tool["name"]), say_value(rest) if rest else Markup("–")
    return say_value(tool), Markup("–")


def _map(part: str, values: Mapping[str, object]) -> Iterable[Attribute]:
    return (Attribute(part, fill("<code>{}</code>", key), say_value(value)) for key, value in values.items())


def say_value(value: object) -> Markup:
    """A free value in one line: texts and numbers as they are, lists and maps as JSON."""
    if isinstance(value, str):
        return short_digest(value)
    if value is None:
        return Markup("–")
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return join(value)
    return fill("<code>{}</code>", json.dumps(value, ensure_ascii=False, default=str))
