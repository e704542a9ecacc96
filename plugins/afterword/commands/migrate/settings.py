"""The file in which the settings stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from afterword.commands.find_project import Found
from afterword.commands.migrate.planned import Planned, Tree, plan_tree, unread
from afterword.commands.migrate.words import DEPTH
from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.vocabulary import Vocabulary
from afterword.read.files import read_bytes
from afterword.read.nodes import NodeError, read_nodes
from afterword.read.site_config import read_site_config
from afterword.read.text import read_source

_NO_TERMS = Vocabulary((), ())


def plan_settings(found: Found, environ: Mapping[str, str]) -> Planned | None:
    """The file with the plugin's block, or the one that it inherits it from; None where no former word stands in it."""
    project = found.project
    if project.config is None or project.home is None:
        return None
    former = read_site_config(project.config, environ).former
    if not former:
        return None
    shown = project.shown(project.home)
    if project.home.is_relative_to(project.root):
        tree = _tree(project.home, shown)
        planned = plan_tree(project.home, tree, "settings", _NO_TERMS) if tree is not None else None
        if planned is not None and (planned.changed or planned.asked):
            return planned
    told = "; ".join(f'`{name}: {old}` is written `{name}: "{new}"` now' for name, old, new in former)
    return unread(project.home, shown, project.lines.get(former[0][0], 1), f"{told}: change this file by hand")


def _tree(file: Path, shown: str) -> Tree | None:
    """The file's YAML; None where it cannot be read with places, as where it holds anchors."""
    data = read_bytes(file)
    source = read_source(data, shown, Limits()) if isinstance(data, bytes) else None
    if source is None or isinstance(source, Problem):
        return None
    try:
        root = read_nodes(source, 0, len(source.text), max_depth=DEPTH, tags_allowed=True)
    except NodeError:
        return None
    return Tree(source, 0, len(source.text), root, tags_allowed=True) if root is not None else None
