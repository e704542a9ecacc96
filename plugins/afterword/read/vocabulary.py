"""The shipped vocabularies, and the organisation's own entries on top of them."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from afterword.model.settings import VocabularyFiles
from afterword.model.source import Source
from afterword.model.tree import DataProblem
from afterword.model.vocabulary import Factor, RemediationKind, Term, Vocabulary
from afterword.read.data_file import problem_at, read_entries, read_tree
from afterword.read.nodes import read_nodes

Entry = TypeVar("Entry", bound=Term)
Shipped = TypeVar("Shipped", bound=BaseModel)


@cache
def shipped_vocabulary() -> Vocabulary:
    """The vocabulary that comes with the package; its two files are checked by the tests and here alike."""
    return Vocabulary(
        shipped_entries("contributing-factors.yml", Factor), shipped_entries("remediation-kinds.yml", RemediationKind)
    )


def shipped_entries(name: str, model: type[Shipped]) -> tuple[Shipped, ...]:
    """The entries of one data file of the package, which tests hold sound; raises ValueError at the first mistake."""
    text = resources.files("afterword.model").joinpath("data", name).read_text(encoding="utf-8")
    source = Source(name, text)
    root = read_nodes(source, 0, len(text), max_depth=8)
    entries: list[Shipped] = []
    if root is None:
        raise ValueError(name)
    for read in read_entries(source, root, model):
        if isinstance(read, DataProblem):
            message = f"{read.path}:{read.line}: {read.message}"
            raise ValueError(message)
        entries.append(read[0])
    return tuple(entries)


def read_vocabulary(docs: Path, shown: str, files: VocabularyFiles) -> tuple[Vocabulary, tuple[DataProblem, ...]]:
    """The shipped vocabulary with the organisation's own `x-…` entries, and the problems with those."""
    shipped = shipped_vocabulary()
    factors, wrong_factors = _own(docs, shown, files.contributing_factors, Factor, shipped.factors)
    kinds, wrong_kinds = _own(docs, shown, files.remediation_kinds, RemediationKind, shipped.kinds)
    return Vocabulary(shipped.factors + factors, shipped.kinds + kinds), (*wrong_factors, *wrong_kinds)


def _own(
    docs: Path, shown: str, name: str, model: type[Entry], shipped: tuple[Entry, ...]
) -> tuple[tuple[Entry, ...], tuple[DataProblem, ...]]:
    tree = read_tree(docs / name, f"{shown}/{name}")
    if tree is None:
        return (), ()
    if isinstance(tree, DataProblem):
        return (), (tree,)
    source, root = tree
    taken = {entry.id for entry in shipped}
    own: dict[str, Entry] = {}
    problems: list[DataProblem] = []
    for read in read_entries(source, root, model):
        if isinstance(read, DataProblem):
            problems.append(read)
            continue
        entry, node = read
        if entry.id in taken:
            hint = "give it an id of its own that begins with `x-`; shipped entries keep their meaning everywhere"
            problems.append(problem_at(source, node, f"`{entry.id}` is a shipped entry", hint))
        elif not entry.id.startswith("x-"):
            problems.append(problem_at(source, node, f"`{entry.id}` does not begin with `x-`", f"write `x-{entry.id}`"))
        elif entry.id in own:
            problems.append(problem_at(source, node, f"`{entry.id}` stands twice", "keep one of them"))
        else:
            own[entry.id] = entry
    return tuple(own.values()), tuple(problems)
