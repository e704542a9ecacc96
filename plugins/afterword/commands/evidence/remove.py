"""Files taken out of the tree, with the entries that say so: the report first, then the files."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from afterword.commands.edit import put_value
from afterword.commands.edit_tree import EditError, read_tree
from afterword.commands.evidence.due import Due
from afterword.commands.evidence.entry import scalar
from afterword.commands.evidence.rewrite import reread, rewrite
from afterword.commands.find_project import Found
from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path
from afterword.model.evidence import Removed
from afterword.model.report import Report
from afterword.model.source import Source
from afterword.read.file_digest import digest_file


def remove(report: Report, going: Sequence[Due], today: date, found: Found) -> None:
    """Write into each entry that, when and why it was removed, then delete the files. The report's folder is held.

    Where the machine stops between the two, the report says that a file is gone that lies there still, which a check
    tells; the other way round a file would be missing and nobody could say why.

    Raises:
        Refusal: where the entry cannot be written, or a file has changed since or cannot be deleted.
    """
    text = _marked(report, going, today, found)
    paths = [found.project.docs / (each.entry.uri or "") for each in going if each.file is not None]
    paths = list(dict.fromkeys(paths))
    known = {each.file.sha256 for each in going if each.file is not None}
    for path in paths:
        read = digest_file(path, 0)
        if isinstance(read, str) or read.sha256 not in known:
            message = f"`{_path(path, found)}` has changed since it was read; run the command again"
            raise Refusal(message)
    rewrite(report, text, found)
    for place, path in enumerate(paths):
        try:
            path.unlink()
        except OSError as error:
            if place == 0:
                _take_back(report, text, found)
            message = f"`{_path(path, found)}` cannot be removed: {(error.strerror or 'unknown error').lower()}"
            raise Refusal(message) from None
    with suppress(OSError):
        (found.project.docs / "evidence" / report.id).rmdir()


def _marked(report: Report, going: Sequence[Due], today: date, found: Found) -> str:
    """The report's text with what was removed, proven by reading it again."""
    source = report.source
    try:
        for each in going:
            value = f"{{at: {today}, because: {scalar('because', each.because)}}}"
            edit = put_value(source, ("evidence", _place(source, each.entry.id), "removed"), value)
            source = Source(source.path, source.text[: edit.start] + edit.text + source.text[edit.end :], source.bom)
        gone = {each.entry.id: Removed(at=today, because=each.because) for each in going}
        wanted = [
            each.model_copy(update={"removed": gone[each.id]}) if each.id in gone else each
            for each in report.front.evidence
        ]
        if list(reread(report, source.text, found.project.settings)) != wanted:
            raise EditError
    except EditError:
        path = shown_path(found.display(report.path))
        ids = ", ".join(each.entry.id or "an entry" for each in going)
        message = (
            f"`removed` cannot be written into {ids} of `{path}` without touching something else, so all stays as it is"
        )
        raise Refusal(message) from None
    return source.text


def _place(source: Source, entry_id: str | None) -> int:
    """The place in the list, as it is written, of the entry with an id that is typed or follows from its place."""
    _, root = read_tree(source)
    listed = next((value.items or [] for key, value in root.entries or () if key.text == "evidence"), [])
    found = []
    for place, item in enumerate(listed):
        typed = next((value.text for key, value in item.entries or () if key.text == "id"), f"EV-{place + 1}")
        found += [place] if typed == entry_id else []
    if len(found) != 1:
        raise EditError
    return found[0]


def _take_back(report: Report, text: str, found: Found) -> None:
    with suppress(Refusal):
        rewrite(report, report.source.text, found, now=text)


def _path(path: Path, found: Found) -> str:
    return shown_path(found.display(found.project.shown(path)))
