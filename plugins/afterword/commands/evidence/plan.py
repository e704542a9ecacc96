"""Files looked at before any of them is kept: what each would be called, its digest, its kind, and what is wrong.

This is what `afterword evidence add` and `afterword new --from` have in common. `plan_files` looks and writes nothing;
`placed` (in `copies.py`) copies, and takes back what it copied where what follows it does not succeed:

    plan = plan_files(paths, report_id, place, copied=True)
    if not plan.flaws:
        with placed(plan.files, docs):
            …write the report, with `block_lines(make_entry(file, …))` (in `entry.py`) for each…
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from afterword.commands.evidence.flaw import FileFlaw
from afterword.commands.evidence.kinds import guess_kind
from afterword.commands.evidence.names import safe_name, title_of
from afterword.commands.evidence.scanned import scan_file, scan_name
from afterword.commands.find_project import canonical
from afterword.model.choices import EvidenceKind
from afterword.model.settings import Settings
from afterword.read.evidence_content import judge_content
from afterword.read.file_digest import DigestedFile, digest_file
from afterword.read.files import walk_files
from afterword.rules.safety.evidence_uri import misplaced


@dataclass(frozen=True)
class Place:
    """Where files are kept, and what holds there.

    Attributes:
        docs: the documents folder.
        settings: the settings in force.
        today: the day, for allowances that run out.
        named: names in the report's folder that its entries use, also of files that are gone: none is given twice.
    """

    docs: Path
    settings: Settings
    today: date
    named: frozenset[str] = frozenset()

    def folder(self, report_id: str) -> Path:
        """The folder of a report's evidence."""
        return self.docs / "evidence" / report_id


@dataclass(frozen=True)
class PlannedFile:
    """A file that can be kept.

    Attributes:
        source: the file, as it was named.
        sha256: digest of its bytes, 64 lower-case hex digits.
        size: in bytes.
        kind: what sort of evidence it is, where that is certain.
        title: a title made of its name.
        uri: the path below the documents folder where it will lie, `evidence/<id>/<name>`; None for a file that stays
            where it is and is only pointed to.
        content: the bytes to be copied; None where nothing is copied.
        notes: what the user is told about it.
    """

    source: Path
    sha256: str
    size: int
    kind: EvidenceKind | None
    title: str
    uri: str | None = None
    content: bytes | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FilePlan:
    """What was found of several files: those that can be kept, and every flaw of the others."""

    files: tuple[PlannedFile, ...] = ()
    flaws: tuple[FileFlaw, ...] = ()


@dataclass
class _Draft:
    report_id: str
    place: Place
    taken: set[str]
    flaws: list[FileFlaw] = field(default_factory=list)


def plan_files(paths: Iterable[Path], report_id: str, place: Place, *, copied: bool) -> FilePlan:
    """Look at each file, and decide how it would be kept as evidence of the report `report_id`; nothing is written.

    Args:
        paths: the files.
        report_id: the report, which need not be there yet.
        place: where they are kept.
        copied: whether they are copied into the repository. Otherwise only their digest is taken, so that neither size
            nor form nor content matters, and a file that lies in the documents folder is refused.
    """
    folder = place.folder(report_id)
    there = {entry.path.relative_to(folder).as_posix() for entry in walk_files(folder)} if folder.is_dir() else set()
    draft = _Draft(report_id, place, {*there, *place.named})
    files = [found for path in paths if (found := _plan(path, draft, copied=copied))]
    return FilePlan(tuple(files), tuple(draft.flaws))


def _plan(path: Path, draft: _Draft, *, copied: bool) -> PlannedFile | None:
    limits = draft.place.settings.limits
    found = digest_file(path, limits.evidence_bytes if copied else 65_536)
    flaws = [FileFlaw(str(path), found, _cure(found))] if isinstance(found, str) else list(_named(path, draft))
    if isinstance(found, DigestedFile) and not found.size:
        flaws.append(
            FileFlaw(str(path), "the file is empty", "leave it out, or say in the report that nothing was there")
        )
    if isinstance(found, DigestedFile) and not flaws:
        flaws = list(_unfit(path, found, draft) if copied else _in_tree(path, draft))
    draft.flaws += flaws
    if flaws or isinstance(found, str):
        return None
    content = found.content or b""
    kind, title = guess_kind(path.name, content), title_of(path.name)
    if not copied:
        return PlannedFile(path, found.sha256, found.size, kind, title)
    if (own := _own_place(path, draft)) is not None:
        return PlannedFile(path, found.sha256, found.size, kind, title, own, None, ("it lies there already",))
    name = safe_name(path.name, draft.taken)
    draft.taken.add(name)
    uri = f"evidence/{draft.report_id}/{name}"
    return PlannedFile(path, found.sha256, found.size, kind, title, uri, content, tuple(_notes(path, name)))


def _named(path: Path, draft: _Draft) -> Iterator[FileFlaw]:
    yield from scan_name(str(path), path.name, draft.place.settings, draft.place.today)


def _unfit(path: Path, found: DigestedFile, draft: _Draft) -> Iterator[FileFlaw]:
    """Why a file cannot be copied into the repository."""
    settings, most = draft.place.settings, draft.place.settings.limits.evidence_bytes
    if found.content is None:
        message = f"it holds {found.size:,} bytes, more than the {most:,} allowed"
        yield FileFlaw(str(path), message, "keep a part that shows it, or keep it elsewhere with `--uri https://…`")
        return
    judged = judge_content(path.suffix.lower(), found.content)
    if judged.published_as == "text":
        yield from scan_file(str(path), found.content, settings, draft.place.today)
    elif (judged.published_as is None and path.suffix.lower() != ".pdf") or judged.flaw in {"misnamed", "pointer"}:
        cure = {
            "pointer": "fetch the file itself: `git lfs pull`",
            "misnamed": "give it the ending of what it is, or save it in UTF-8",
        }.get(judged.flaw, "keep it as plain text or as an image, or keep it elsewhere with `--uri https://…`")
        yield FileFlaw(str(path), judged.why, cure)


def _in_tree(path: Path, draft: _Draft) -> Iterator[FileFlaw]:
    if canonical(path).is_relative_to(draft.place.docs):
        yield FileFlaw(
            str(path),
            "it lies in the documents folder, where everyone with a clone has it",
            "move it to where access is controlled, then name it there",
        )


def _own_place(path: Path, draft: _Draft) -> str | None:
    """The `uri` of a file that lies in the report's own folder already."""
    there = canonical(path)
    if not there.is_relative_to(draft.place.folder(draft.report_id)):
        return None
    uri = there.relative_to(draft.place.docs).as_posix()
    return None if misplaced(uri, draft.report_id) else uri


def _notes(path: Path, name: str) -> Iterator[str]:
    if name.endswith(".pdf"):
        yield "a PDF is kept and not shown: the page has its title and digest; nobody has looked for secrets in it"
    elif name.endswith((".png", ".jpg", ".jpeg", ".gif", ".webp")):
        yield "nobody has looked for secrets or personal data in the picture"
    elif name.endswith(".txt") and path.suffix.lower() != ".txt":
        yield "kept as plain text, which no browser runs"


def _cure(told: str) -> str:
    if "link" in told:
        return "name the file that it leads to"
    if "folder" in told:
        return "name the files in it, or pack what belongs together into one text"
    return "name a file that can be read"
