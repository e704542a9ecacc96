"""The reports that a change touches, as they were before it."""

from __future__ import annotations

from pathlib import Path

from afterword.commands.base_tree import BaseTree, tree_place
from afterword.commands.changes import merge_base
from afterword.commands.find_project import canonical, repository_root
from afterword.commands.git import Git, GitError
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.read.files import printable
from afterword.read.report import read_report

_MOST = 200
"""Touched reports; a change of more than these is one of the whole collection."""


def touched_before(changed: frozenset[Path], reference: str, project: Project) -> tuple[Report, ...] | None:
    """Those of the changed files that were reports where this branch left `reference`, as they were there.

    Settings are those of now: a change of settings affects every report anyway.

    Returns:
        None where that cannot be told for each of them.
    """
    docs = canonical(project.docs)
    inside = (canonical(path) for path in changed)
    paths = [path for path in inside if path.suffix.lower() == ".md" and path.is_relative_to(docs / "reports")]
    git = Git(repository_root(project.docs), {})
    if len(paths) > _MOST:
        return None
    try:
        top = canonical(Path(git.word("rev-parse", "--show-toplevel")))
        places = {place: path for path in paths if (place := tree_place(path, top))}
        texts = BaseTree(git, merge_base(reference, git), top).read_files(list(places))
    except GitError:
        return None
    if len(places) < len(paths):
        return None
    found = []
    for place, data in texts.items():
        if data is None:
            return None
        path = places[place]
        shown, below = printable(project.shown(path)), printable(path.relative_to(docs).as_posix())
        found.append(read_report(data, path=shown, place=below, settings=project.settings))
    return tuple(found)
