"""The shipped glossary, with the organisation's own entries over and beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from afterword.model.audience import is_shown_to
from afterword.model.glossary import Explained, Glossary
from afterword.model.settings import Settings
from afterword.model.source import Source
from afterword.model.tree import DataProblem
from afterword.read.data_file import problem_at, read_entries, read_tree
from afterword.read.node import Node
from afterword.read.vocabulary import shipped_entries


@cache
def shipped_glossary() -> Glossary:
    """The glossary that comes with the package."""
    return Glossary(shipped_entries("glossary.yml", Explained))


def read_glossary(docs: Path, shown: str, settings: Settings) -> tuple[Glossary, tuple[DataProblem, ...]]:
    """The shipped entries with the organisation's own, and the problems with those.

    An own entry under a shipped id takes its place; every other own id begins with `x-`. An own entry that names no
    audience has the one that reports have without it.
    """
    name = settings.vocabulary.glossary
    tree = read_tree(docs / name, f"{shown}/{name}")
    shipped = {entry.id: entry for entry in shipped_glossary().entries}
    if tree is None:
        return shipped_glossary(), ()
    if isinstance(tree, DataProblem):
        return shipped_glossary(), (tree,)
    own, problems = _own(*tree, shipped, settings)
    merged = {**shipped, **{name: entry for name, (entry, _) in own.items()}}
    problems += _unknown_ids(tree[0], own, merged)
    return Glossary(tuple(merged[name] for name in sorted(merged))), tuple(problems)


def _own(
    source: Source, root: Node, shipped: Mapping[str, Explained], settings: Settings
) -> tuple[dict[str, tuple[Explained, Node]], list[DataProblem]]:
    """The sound entries of the organisation's file with their nodes, and the problems with the others."""
    own: dict[str, tuple[Explained, Node]] = {}
    problems: list[DataProblem] = []
    spelled: dict[str, str] = {}
    replaced = set(_ids(root)) & set(shipped)
    for entry in shipped.values():
        if entry.id not in replaced:
            spelled.update({each.casefold(): entry.id for each in entry.spellings})
    for read in read_entries(source, root, Explained):
        if isinstance(read, DataProblem):
            problems.append(read)
            continue
        entry, node = read
        if wrong := _problem(entry, own, shipped, spelled, settings):
            problems.append(problem_at(source, node, *wrong))
            continue
        spelled.update({each.casefold(): entry.id for each in entry.spellings})
        audience = entry.audience or settings.default_audience
        own[entry.id] = entry.model_copy(update={"audience": audience}), node
    return own, problems


def _ids(root: Node) -> Iterator[str]:
    for item in root.items or ():
        for key, value in item.entries or ():
            if key.text == "id" and value.text:
                yield value.text


def _problem(
    entry: Explained,
    own: Mapping[str, tuple[Explained, Node]],
    shipped: Mapping[str, Explained],
    spelled: Mapping[str, str],
    settings: Settings,
) -> tuple[str, str] | None:
    """What is wrong with one own entry beside the others, and the cure."""
    if entry.id in own:
        return f"`{entry.id}` stands twice", "keep one of them"
    if entry.id not in shipped and not entry.id.startswith("x-"):
        return f"`{entry.id}` is no entry to replace", f"write `x-{entry.id}`, or the id of the entry that it replaces"
    if entry.audience and not is_shown_to(entry.audience, settings.repository_audience):
        wrong = (
            f"`{entry.id}` is for `{entry.audience}`, and the repository is open to `{settings.repository_audience}`"
        )
        return wrong, "keep the entry where no wider audience can clone it"
    for spelling in entry.spellings:
        other = spelled.get(spelling.casefold())
        if other in shipped and other != entry.id:
            return f"`{spelling}` is a spelling of the entry `{other}`", f"write `id: {other}` to replace that entry"
        if other not in {None, entry.id}:
            return f"`{spelling}` is a spelling of `{other}` too", "leave it with one of them"
    return None


def _unknown_ids(
    source: Source, own: Mapping[str, tuple[Explained, Node]], known: Mapping[str, Explained]
) -> list[DataProblem]:
    """One problem for each `see` that names an entry which is not there."""
    return [
        problem_at(source, node, f"`see` names `{other}`, which is no entry", "name the id of an entry, or take it out")
        for entry, node in own.values()
        for other in entry.see
        if other not in known
    ]
