"""The shipped vocabularies, and the organisation's own entries on top of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from afterword.model.settings import VocabularyFiles
from afterword.model.source import Source
from afterword.model.tree import DataProblem
from afterword.model.vocabulary import Factor, RemediationKind, Retired, Term, Vocabulary
from afterword.read.data_file import problem_at, read_entries, read_tree
from afterword.read.node import Node
from afterword.read.nodes import read_nodes
from afterword.read.retired import SortedTerms, sort_retired

Entry = TypeVar("Entry", bound=Term)
Shipped = TypeVar("Shipped", bound=BaseModel)


@cache
def shipped_vocabulary() -> Vocabulary:
    """The vocabulary that comes with the package; its two files are checked by the tests and here alike."""
    factors = sort_retired(shipped_entries("contributing-factors.yml", Factor))
    kinds = sort_retired(shipped_entries("remediation-kinds.yml", RemediationKind))
    return Vocabulary(factors.current, kinds.current, factors.retired, kinds.retired)


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
    factors, wrong_factors = _own(
        docs, shown, files.contributing_factors, Factor, shipped.factor_by_id, shipped.retired_factors
    )
    kinds, wrong_kinds = _own(
        docs, shown, files.remediation_kinds, RemediationKind, shipped.kind_by_id, shipped.retired_kinds
    )
    vocabulary = Vocabulary(
        shipped.factors + factors.current,
        shipped.kinds + kinds.current,
        {**shipped.retired_factors, **factors.retired},
        {**shipped.retired_kinds, **kinds.retired},
    )
    return vocabulary, (*wrong_factors, *wrong_kinds, *_unread(docs, shown, files))


def _unread(docs: Path, shown: str, files: VocabularyFiles) -> Iterator[DataProblem]:
    """A problem for each file that stands beside the vocabularies under a name that nobody reads."""
    names = (files.contributing_factors, files.remediation_kinds, files.glossary)
    # The folder of machine-written state and of the documents themselves hold other files, too.
    folders = sorted({folder for name in names if (folder := PurePosixPath(name).parent.as_posix()) != "."})
    for folder in folders:
        for path in sorted((docs / folder).glob("*.y*ml")):
            place = f"{folder}/{path.name}"
            if place not in names:
                hint = f"the files that are read are `{names[0]}`, `{names[1]}` and `{names[2]}`"
                yield DataProblem(f"{shown}/{place}", 1, 1, "nobody reads a vocabulary of this name", hint)


def _own(
    docs: Path, shown: str, name: str, model: type[Entry], known: Mapping[str, Entry], retired: Mapping[str, Retired]
) -> tuple[SortedTerms[Entry], tuple[DataProblem, ...]]:
    tree = read_tree(docs / name, f"{shown}/{name}")
    if tree is None:
        return SortedTerms(), ()
    if isinstance(tree, DataProblem):
        return SortedTerms(), (tree,)
    source, root = tree
    own: dict[str, Entry] = {}
    nodes: dict[str, Node] = {}
    problems: list[DataProblem] = []
    for read in read_entries(source, root, model):
        if isinstance(read, DataProblem):
            problems.append(read)
            continue
        entry, node = read
        if entry.id in known or entry.id in retired:
            hint = "give it an id of its own that begins with `x-`; shipped entries keep their meaning everywhere"
            problems.append(problem_at(source, node, f"`{entry.id}` is a shipped entry", hint))
        elif not entry.id.startswith("x-"):
            problems.append(problem_at(source, node, f"`{entry.id}` does not begin with `x-`", f"write `x-{entry.id}`"))
        elif entry.id in own:
            is_reused = entry.is_retired != own[entry.id].is_retired
            cure = "a retired id is never used again; choose another one" if is_reused else "keep one of them"
            problems.append(problem_at(source, node, f"`{entry.id}` stands twice", cure))
        else:
            own[entry.id], nodes[entry.id] = entry, node
    terms = sort_retired(own.values(), known=known, earlier=retired)
    problems += [problem_at(source, nodes[each], *told) for each, told in terms.wrong.items()]
    return terms, tuple(problems)
