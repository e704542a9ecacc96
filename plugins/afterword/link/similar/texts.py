"""How alike the texts of reports are, every one against every other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from afterword.link.similar.bag import Bag
from afterword.link.similar.vectors import Floats, Matrix, count_matters, count_terms, fold_directions, weigh

_NEIGHBOURS = 60
"""How many of the nearest are looked at for each report."""
_ASKED, _HEARD = 10, 0.7
"""How many of the nearest are asked for their own neighbours, and how much their word counts."""
_MATTERS = 0.3
"""How much the matters count beside the words and the directions, which count 1 each."""
_ROWS = 256


@dataclass(frozen=True)
class Likeness:
    """What comparing the texts gave, by the place of each report in the list.

    Attributes:
        near: for each report the nearest others with how alike they are, above 0 and at most 1.
        weights: for each report its terms with how much they tell of it.
        spread: in how many reports each term stands.
    """

    near: tuple[Mapping[int, float], ...]
    weights: tuple[Mapping[str, float], ...]
    spread: Mapping[str, int]


def compare_texts(bags: Sequence[Bag]) -> Likeness:
    """Compare the words of each report with those of every other.

    The likeness is made of three cosines: of the weighted words, of the directions into which they fold, and, counting
    less, of the matters that they are about. Then each report's ten nearest are asked for theirs: what is near to one's
    neighbours is near.
    """
    if len(bags) < 2:
        return Likeness(tuple({} for _ in bags), tuple({} for _ in bags), {})
    stems, pieces = count_terms(bags)
    words = weigh(stems.matrix)
    matters = weigh(count_matters(bags).matrix, common=1) * np.sqrt(_MATTERS)
    nearest = _nearest(sparse.hstack([words, matters]).tocsr(), fold_directions(stems.matrix, pieces.matrix))
    found = np.bincount(stems.matrix.indices, minlength=len(stems.terms))
    return Likeness(
        near=tuple(_rows(_ask_neighbours(nearest))),
        weights=tuple(
            {stems.terms[column]: float(weight) for column, weight in zip(*_row(words, place), strict=True)}
            for place in range(len(bags))
        ),
        spread={term: int(count) for term, count in zip(stems.terms, found, strict=True)},
    )


def _nearest(words: Matrix, directions: Floats) -> Matrix:
    """The nearest of each report, and those to which it is one of the nearest."""
    total = words.shape[0]
    across = words.T.tocsr()
    rows, columns, values = [], [], []
    for start in range(0, total, _ROWS):
        end = min(start + _ROWS, total)
        block = (words[start:end] @ across).toarray() + directions[start:end] @ directions.T
        # Rounded before anything is compared: the last digits differ between machines and numbers of threads.
        block = np.round(block / (2 + _MATTERS), 6)
        block[np.arange(end - start), np.arange(start, end)] = -1
        order = np.argsort(-block, axis=1, kind="stable")[:, :_NEIGHBOURS]
        found = np.take_along_axis(block, order, axis=1)
        row, column = np.nonzero(found > 0)
        rows.append(row + start)
        columns.append(order[row, column])
        values.append(found[row, column])
    places = (np.concatenate(rows), np.concatenate(columns))
    nearest = sparse.csr_matrix((np.concatenate(values), places), shape=(total, total))
    return nearest.maximum(nearest.T).tocsr()


def _ask_neighbours(nearest: Matrix) -> Matrix:
    """Second-hand likeness mixed in, the same from both ends."""
    total = nearest.shape[0]
    asked = sparse.lil_matrix((total, total))
    for place in range(total):
        columns, values = _row(nearest, place)
        order = np.lexsort((columns, -values))[:_ASKED]
        if order.size:
            asked[place, columns[order]] = values[order] / values[order].sum()
    heard = asked.tocsr() @ (nearest + sparse.eye_array(total, format="csr"))
    mixed = (1 - _HEARD) * nearest + _HEARD * (heard + heard.T) / 2
    mixed = mixed.tolil()
    mixed.setdiag(0)
    return mixed.tocsr()


def _row(matrix: Matrix, place: int) -> tuple[Floats, Floats]:
    start, end = matrix.indptr[place], matrix.indptr[place + 1]
    return matrix.indices[start:end], matrix.data[start:end]


def _rows(matrix: Matrix) -> list[Mapping[int, float]]:
    found: list[Mapping[int, float]] = []
    for place in range(matrix.shape[0]):
        columns, values = _row(matrix, place)
        found.append({int(column): round(float(value), 5) for column, value in zip(columns, values, strict=True)})
    return found
