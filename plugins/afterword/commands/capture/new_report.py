"""A draft made of captures: its files and its text written together or not at all, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from afterword.commands.capture.find import Capture, near, open_capture
from afterword.commands.capture.found import doubts, merged_attributes
from afterword.commands.capture.take_over import TakenOver, take_over
from afterword.commands.evidence.copies import placed
from afterword.commands.evidence.plan import Place
from afterword.commands.form import Beginning, write_form
from afterword.commands.refusal import Refusal
from afterword.commands.write_file import create_file
from afterword.findings.visible import shown_path, visible
from afterword.model.report_id import make_id
from afterword.model.systems import Systems
from afterword.read.files import walk_files
from afterword.read.gen_ai import shipped_names

_ATTEMPTS = 100


@dataclass(frozen=True)
class Ground:
    """Where a report is written: the place of its evidence, and the organisation's systems."""

    place: Place
    systems: Systems


@dataclass(frozen=True)
class WrittenDraft:
    """The report's file, and what became of the captures."""

    path: Path
    taken: TakenOver


class _TakenError(Exception):
    """Somebody took the name since the folder was listed."""


def open_captures(named: Sequence[str], environ: Mapping[str, str]) -> list[Capture]:
    """The captures, the earliest first, one that is named twice once."""
    found = {each.folder.resolve(): each for each in (open_capture(name, environ) for name in named)}
    return sorted(found.values(), key=lambda each: (each.manifest.declared_at, each.folder.name))


def declared_day(captures: Sequence[Capture], zone: ZoneInfo) -> str | None:
    """The day on which it was declared, in the site's zone."""
    if not captures:
        return None
    return datetime.fromisoformat(captures[0].manifest.declared_at).astimezone(zone).date().isoformat()


def declared_system(captures: Sequence[Capture], is_clean: Callable[[str], bool]) -> str | None:
    """The system's name as it was declared, where it can stand in a report."""
    named = (" ".join((each.manifest.system or "").split()) for each in captures)
    return next((each for each in named if each and each.isprintable() and is_clean(each)), None)


def write_from(
    captures: Sequence[Capture], beginning: Beginning, headings: tuple[str, ...], when: str, ground: Ground
) -> WrittenDraft:
    """Write the report under the first id that neither a report nor a folder of evidence has.

    Raises:
        Refusal: where a saved file has changed, or nothing can be written.
    """
    docs = ground.place.docs
    folder, evidence = docs / "reports", docs / "evidence"
    taken = {entry.path.stem for entry in walk_files(folder)}
    taken |= {each.name for each in evidence.iterdir()} if evidence.is_dir() else set()
    for _ in range(_ATTEMPTS):
        report_id = make_id(when, beginning.title, taken)
        path = folder / when[:4] / f"{report_id}.md"
        over = take_over(captures, report_id, ground.place, ground.systems)
        text = write_form(replace(beginning, kept=over.kept), headings)
        try:
            with placed(over.copied, docs):
                if not create_file(path, text.encode()):
                    raise _TakenError
        except _TakenError:
            taken.add(report_id)
            continue
        return WrittenDraft(path, over)
    message = f"no free id was found for `{when}-…`"
    raise Refusal(message)


def tell_taken(written: WrittenDraft, captures: Sequence[Capture]) -> Iterator[str]:
    """Which files were copied and which were not, what stays in them, and which names are in doubt."""
    taken = written.taken
    for each in taken.copied:
        yield f"  {each.uri}"
    if taken.pointers:
        yield "Not copied, since everybody with a clone could read it; its entry has the digest alone:"
        yield from (f"  {entry_id} {source}: {visible(why)}" for entry_id, source, why in taken.pointers)
        yield "Move each to a store that only those who may read it can open, and write its address as `uri`."
    if taken.left:
        yield f"In the files alone: {', '.join(taken.left[:10])}{_more(len(taken.left) - 10)}"
    for capture in captures:
        for name in capture.unlisted[:10]:
            shown = shown_path(name)
            yield f"Left aside: {shown} in {capture.folder.name}, which came later and has no digest of that night"
        for missed in capture.manifest.missed[:10]:
            yield f"Not saved then: {shown_path(missed.name)} ({visible(missed.why)})"
    if others := near(captures):
        yield f"Declared within a day of it, and left aside: {', '.join(others[:5])}{_more(len(others) - 5)}"
    attributes = merged_attributes(each.manifest.attributes for each in captures)
    yield from (f"note: {each}" for each in doubts(attributes, shipped_names()))


def _more(left: int) -> str:
    return f" and {left:,} more" if left > 0 else ""
