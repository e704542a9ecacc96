"""Saved files as evidence of a report: copied where everybody with a clone may read them, else pointed to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from afterword.commands.capture.find import Capture
from afterword.commands.capture.gather import INPUT
from afterword.commands.capture.manifest import File
from afterword.commands.capture.times import in_offset
from afterword.commands.evidence.entry import block_lines, make_entry
from afterword.commands.evidence.names import title_of
from afterword.commands.evidence.plan import Place, PlannedFile, plan_files
from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path
from afterword.model.audience import is_shown_to, narrowest
from afterword.model.choices import Audience
from afterword.read.evidence_content import IMAGES
from afterword.read.file_digest import digest_file

_UNREAD = {*IMAGES, ".pdf"}
"""Endings of files in which nobody looks for secrets."""


@dataclass(frozen=True)
class Taken:
    """One saved file as an entry.

    Attributes:
        id: `EV-` and its number.
        capture: the place of its capture among those that are taken over.
        source: the file, as it is shown.
        lines: the entry as YAML, indented by two.
        copied: what is copied, where it is.
        why: why it is not, in words; empty where it is.
    """

    id: str
    capture: int
    source: str
    lines: tuple[str, ...]
    copied: PlannedFile | None
    why: str


def take_files(
    captures: Sequence[Capture], report_id: str, place: Place, is_clean: Callable[[str], bool]
) -> list[Taken]:
    """Every file of the captures, in their order, held against the digest of its manifest.

    Raises:
        Refusal: where a file is not the one that was saved, or cannot be read.
    """
    listed = [(number, capture, file) for number, capture in enumerate(captures) for file in capture.manifest.files]
    reasons = _reasons([file for _, _, file in listed], place)
    paths = [capture.folder / file.stored for _, capture, file in listed]
    plan = plan_files(
        (path for path, why in zip(paths, reasons, strict=True) if not why), report_id, place, copied=True
    )
    planned = {each.source: each for each in plan.files}
    flaws = {each.path: each.message for each in reversed(plan.flaws)}
    taken = []
    for order, ((number, capture, file), path, why) in enumerate(zip(listed, paths, reasons, strict=True), 1):
        copied = planned.get(path)
        _hold_against(file, path, copied)
        told = why or ("" if copied else flaws.get(str(path), "it cannot be copied"))
        access = _access(file, place, is_found=copied is None)
        lines = _entry(f"EV-{order}", file, capture, copied or _pointer(file, capture), access, is_clean)
        taken.append(Taken(f"EV-{order}", number, shown_path(str(path)), tuple(lines), copied, told))
    return taken


def _reasons(files: Sequence[File], place: Place) -> list[str]:
    """Why each file is not to be copied; of those that may be, as many as fit within the limit of one report."""
    reasons, room = [], place.settings.limits.evidence_report_bytes
    for file in files:
        why = _why_not(file, place)
        if not why and file.size > room:
            why = "with it the report's evidence would hold more than `limits.evidence_report_bytes` allows"
        room -= 0 if why else file.size
        reasons.append(why)
    return reasons


def _why_not(file: File, place: Place) -> str:
    """Why a file is not to be copied, as far as its manifest and the settings tell."""
    access, of_repository = _access(file, place, is_found=False), place.settings.repository_audience
    if not is_shown_to(access, of_repository):
        return f"it is for `{access}`, and the repository is open to `{of_repository}`"
    suffix = PurePath(file.stored).suffix.lower()
    return "nothing looks for secrets in a picture or a PDF" if suffix in _UNREAD else ""


def _access(file: File, place: Place, *, is_found: bool) -> Audience:
    """Restricted where people wrote it, something was found in it, or nobody can look into it; never for the public."""
    return "restricted" if file.restricted or is_found else narrowest(place.settings.default_audience, "company")


def _hold_against(file: File, path: Path, copied: PlannedFile | None) -> None:
    """Refuse a file that has changed: what was read here is held against the digest of that night."""
    found = copied or digest_file(path, 0)
    why = found if isinstance(found, str) else "" if found.sha256 == file.sha256 else "its digest is another one"
    if why:
        message = (
            f"`{shown_path(str(path))}` is not the file that was saved ({why}). Put the saved one back; where it is "
            "lost, take its entry out of the manifest and tell that in the report"
        )
        raise Refusal(message)


def _pointer(file: File, capture: Capture) -> PlannedFile:
    return PlannedFile(capture.folder / file.stored, file.sha256, file.size, file.kind, "")


def _entry(
    entry_id: str, file: File, capture: Capture, planned: PlannedFile, access: Audience, is_clean: Callable[[str], bool]
) -> Iterator[str]:
    entry = make_entry(
        planned,
        entry_id,
        file.kind,
        title=_title(file, entry_id, is_clean),
        captured_at=in_offset(capture.manifest.declared_at, capture.manifest.offset),
        access=access,
    )
    first, *others = block_lines(entry)
    yield f"  - {first}"
    yield from (f"    {line}" for line in others)
    if planned.uri is None:
        yield "    # uri:  # the https address of the store that it is moved to"
    if file.modified_at and file.modified_at[:10] != capture.manifest.declared_at[:10]:
        yield f"    # the original was last changed on {file.modified_at}"


def _title(file: File, entry_id: str, is_clean: Callable[[str], bool]) -> str:
    """A title made of the file's name, where nothing in that is private."""
    if file.name == INPUT:
        return "What came from standard input"
    title = title_of(file.name)
    return title if is_clean(file.name) and is_clean(title) else f"File {entry_id.removeprefix('EV-')}"
