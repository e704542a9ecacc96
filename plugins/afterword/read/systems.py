"""The organisation's list of systems."""

from __future__ import annotations

import difflib
from pathlib import Path

from afterword.model.systems import KnownSystem, Systems
from afterword.model.tree import DataProblem
from afterword.model.vocabulary import Vocabulary
from afterword.read.data_file import problem_at, read_entries, read_tree


def read_systems(path: Path, shown: str, vocabulary: Vocabulary) -> tuple[Systems, tuple[DataProblem, ...]]:
    """All systems of the list, and the problems with its entries."""
    tree = read_tree(path, shown)
    if tree is None:
        return Systems(), ()
    if isinstance(tree, DataProblem):
        return Systems(), (tree,)
    source, root = tree
    found: dict[str, KnownSystem] = {}
    problems: list[DataProblem] = []
    for read in read_entries(source, root, KnownSystem):
        if isinstance(read, DataProblem):
            problems.append(read)
            continue
        system, node = read
        if system.name in found:
            problems.append(problem_at(source, node, f"the system `{system.name}` stands twice", "keep one of them"))
            continue
        guarded = tuple(dict.fromkeys(map(vocabulary.factor_now, system.factors_guarded)))
        found[system.name] = system.model_copy(update={"factors_guarded": guarded})
        for factor in guarded:
            if factor in vocabulary.retired_factors:
                told, cure = vocabulary.retired_factors[factor].words
                problems.append(problem_at(source, node, f"`{factor}` in `factors_guarded` {told}", cure))
            elif factor not in vocabulary.factor_by_id:
                close = difflib.get_close_matches(factor, vocabulary.factor_by_id, n=1, cutoff=0.6)
                hint = f"did you mean `{close[0]}`?" if close else "take an id of the vocabulary"
                problems.append(problem_at(source, node, f"`factors_guarded` names no known factor: `{factor}`", hint))
    return Systems(tuple(found.values()), listed=True), tuple(problems)
