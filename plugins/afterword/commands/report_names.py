"""Reports as people name them on the command line: by a path or by an id."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from afterword.commands.find_project import Found, canonical
from afterword.commands.refusal import Refusal
from afterword.commands.selection import as_shown
from afterword.findings.visible import shown_path, visible
from afterword.model.collection import Collection
from afterword.model.report import Report


def find_reports(names: Iterable[str], collection: Collection, found: Found) -> list[Report]:
    """The reports that are named, each once, in the order of their names.

    Raises:
        Refusal: where one of them is not there.
    """
    return list({each.path: each for name in names for each in _find(name, collection, found)[:1]}.values())


def find_report(name: str, collection: Collection, found: Found) -> Report:
    """The one report that is named, for a command that writes into it.

    Raises:
        Refusal: where it is not there, cannot be read, or several have that id.
    """
    report, *more = _find(name, collection, found)
    if more:
        paths = ", ".join(f"`{shown_path(found.display(each.path))}`" for each in (report, *more))
        message = f"`{visible(name)}` means more than one report; name one by its path: {paths}"
        raise Refusal(message)
    if report.is_unreadable:
        message = f"`{report.id}` cannot be read; `afterword check {shown_path(found.display(report.path))}` says why"
        raise Refusal(message)
    return report


def _find(name: str, collection: Collection, found: Found) -> list[Report]:
    path = Path(name)
    if path.is_file():
        wanted = as_shown(canonical(path))
        matching = [each for each in collection.reports if as_shown(found.file(each.path)) == wanted]
    else:
        bare = name.removesuffix(".md")
        matching = [each for each in collection.reports if bare == each.id or bare in each.front.aliases]
    if matching:
        return matching
    close = difflib.get_close_matches(path.stem, [each.id for each in collection.reports], n=1, cutoff=0.6)
    hint = f"; did you mean `{close[0]}`?" if close else ""
    message = f"no report has the path or id `{visible(name)}`{hint}"
    raise Refusal(message)
