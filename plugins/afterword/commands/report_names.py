"""Reports as people name them on the command line: by a path or by an id."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from afterword.commands.find_project import Found, canonical
from afterword.commands.refusal import Refusal
from afterword.commands.selection import as_shown
from afterword.findings.visible import visible
from afterword.model.collection import Collection
from afterword.model.report import Report


def find_reports(names: Iterable[str], collection: Collection, found: Found) -> list[Report]:
    """The reports that are named, each once, in the order of their names.

    Raises:
        Refusal: where one of them is not there.
    """
    return list({each.path: each for name in names for each in [_find(name, collection, found)]}.values())


def _find(name: str, collection: Collection, found: Found) -> Report:
    path = Path(name)
    if path.is_file():
        wanted = as_shown(canonical(path))
        matching = [each for each in collection.reports if as_shown(found.file(each.path)) == wanted]
    else:
        bare = name.removesuffix(".md")
        matching = [each for each in collection.reports if bare == each.id or bare in each.front.aliases]
    if matching:
        return matching[0]
    close = difflib.get_close_matches(path.stem, [each.id for each in collection.reports], n=1, cutoff=0.6)
    hint = f"; did you mean `{close[0]}`?" if close else ""
    message = f"no report has the path or id `{visible(name)}`{hint}"
    raise Refusal(message)
