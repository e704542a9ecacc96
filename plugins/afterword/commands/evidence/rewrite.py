"""A report written anew with a proven edit of its evidence, unless it has changed since it was read."""

from __future__ import annotations

from afterword.commands.edit_tree import EditError
from afterword.commands.find_project import Found
from afterword.commands.refusal import Refusal
from afterword.commands.write_file import replace_file
from afterword.findings.visible import shown_path
from afterword.model.evidence import Evidence
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.files import read_bytes
from afterword.read.report import read_report


def bytes_of(report: Report, text: str) -> bytes:
    """A text of the report as its file has it, with its BOM where it has one."""
    return (("\ufeff" if report.source.bom else "") + text).encode()


def reread(report: Report, text: str, settings: Settings) -> tuple[Evidence, ...]:
    """The evidence of the report that `text` would be; nothing else of it may be another, or newly wrong.

    Raises:
        EditError: where that is not so.
    """
    old, new = (
        read_report(bytes_of(report, each), path=report.path, place=report.place, settings=settings)
        for each in (report.source.text, text)
    )
    before, after = (each.front.model_copy(update={"evidence": ()}) for each in (old, new))
    if before != after or len(new.problems) != len(old.problems) or old.body.text != new.body.text:
        raise EditError
    return new.front.evidence


def rewrite(report: Report, text: str, found: Found, *, now: str | None = None) -> None:
    """Put `text` in the place of the report's file, which holds what was read of it, or `now` where that is given.

    Whoever calls it holds the file's folder (`locked`), so that nobody writes between the comparison and the writing.

    Raises:
        Refusal: where the file is no longer the one that was read, or cannot be written.
    """
    file = found.file(report.path)
    if read_bytes(file) != bytes_of(report, report.source.text if now is None else now):
        message = f"`{shown_path(found.display(report.path))}` has changed since it was read; run the command again"
        raise Refusal(message)
    replace_file(file, bytes_of(report, text))
