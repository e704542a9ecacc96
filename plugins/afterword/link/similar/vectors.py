"""Counts of words to vectors: weighted, and folded into the few directions in which a collection differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import eigh
from scipy.sparse.linalg import svds

from afterword.link.similar.bag import Bag
from afterword.link.similar.words import stem

Matrix = Any
"""A sparse matrix of SciPy, one row a report."""
Floats = NDArray[np.float64]
SCALES = (15, 30, 60, 100)
"""How many directions are kept, coarse to fine. Their mean holds for collections of dozens as for thousands."""
_GRAM_SIZES = (3, 4)
_COMMON_WORD, _COMMON_GRAM = 0.5, 0.3
"""The share of reports from which on a word or a piece of a word is too common to tell anything."""
_DENSE = 1500
"""Up to as many reports all directions are computed exactly; beyond that the first ones, by iteration."""


@dataclass(frozen=True)
class Counts:
    """How often each term stands in each report."""

    matrix: Matrix
    terms: tuple[str, ...]


def count_terms(bags: Sequence[Bag]) -> tuple[Counts, Counts]:
    """Stems with characters of unspaced scripts, and pieces of words with the same characters."""
    written = _count([bag.words for bag in bags])
    grams = _count([bag.grams for bag in bags])
    stems = _fold(written, [[stem(word)] for word in written.terms])
    pieces = _fold(written, [_pieces(word) for word in written.terms])
    return _beside(stems, grams), _beside(pieces, grams)


def count_matters(bags: Sequence[Bag]) -> Counts:
    """How often each report touches each matter."""
    return _count([bag.matters for bag in bags])


def weigh(counts: Matrix, *, common: float = _COMMON_WORD) -> Matrix:
    """TF-IDF with a logarithm of the count, each row of length 1 (or 0); terms that are too common are 0."""
    weighed = counts.astype(np.float64).tocsr(copy=True)
    total = weighed.shape[0]
    found = np.bincount(weighed.indices, minlength=weighed.shape[1])
    rarity = np.log((1 + total) / (1 + found)) + 1
    rarity[found > max(common * total, 10)] = 0
    weighed.data = (1 + np.log(weighed.data)) * rarity[weighed.indices]
    weighed.eliminate_zeros()
    return unit_rows(weighed)


def fold_directions(stems: Matrix, pieces: Matrix) -> Floats:
    """Each report in the directions in which the collection differs most, at every scale, side by side.

    This is latent semantic analysis (Deerwester et al. 1990): reports that share no word stand close where their words
    stand together in other reports. The rows' products are the mean over the scales of the cosine.
    """
    both = sparse.hstack([weigh(stems, common=_COMMON_GRAM), weigh(pieces, common=_COMMON_GRAM)])
    places, sizes = _directions(unit_rows(both.tocsr()))
    parts = [_unit(places[:, : _cut(sizes, scale)]) for scale in SCALES]
    beside: Floats = np.hstack(parts) / np.sqrt(len(SCALES))
    return beside


def _directions(matrix: Matrix) -> tuple[Floats, Floats]:
    """Left singular vectors times their values, and the values, largest first."""
    rows, columns = matrix.shape
    if rows <= _DENSE:
        values, vectors = eigh((matrix @ matrix.T).toarray())
        sizes = np.sqrt(np.clip(values[::-1], 0, None))
        return vectors[:, ::-1] * sizes, sizes
    wanted = min(max(SCALES) + 1, min(rows, columns) - 1)
    if wanted < 1:
        return np.zeros((rows, 0)), np.zeros(0)
    vectors, sizes, _ = svds(matrix, k=wanted, v0=np.ones(min(rows, columns)), solver="arpack")
    order = np.argsort(-sizes, kind="stable")
    return vectors[:, order] * sizes[order], sizes[order]


def _cut(sizes: Floats, scale: int) -> int:
    """How many directions to keep: at most `scale`, and never a part of several that are equally large.

    Which of equally large ones comes first is chance, and would differ between machines.
    """
    kept = int(np.count_nonzero(sizes > 1e-6 * max(float(sizes[0]), 1e-12))) if sizes.size else 0
    if kept <= scale and kept < sizes.size + 1:
        return kept
    cut = scale
    while cut and sizes[cut - 1] - sizes[cut] < 1e-7 * sizes[0]:
        cut -= 1
    return cut


def _count(bags: Sequence[Counter[str]]) -> Counts:
    terms = tuple(sorted(set().union(*bags))) if bags else ()
    place = {term: number for number, term in enumerate(terms)}
    rows = [sorted((place[term], count) for term, count in bag.items()) for bag in bags]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([column for row in rows for column, _ in row], dtype=np.int64)
    counts = np.array([count for row in rows for _, count in row], dtype=np.float64)
    return Counts(sparse.csr_matrix((counts, columns, ends), shape=(len(bags), len(terms))), terms)


def _fold(counts: Counts, into: Sequence[Sequence[str]]) -> Counts:
    """The counts of what each term is made of, from the counts of the terms."""
    makers = _count([Counter(parts) for parts in into])
    folded = (counts.matrix @ makers.matrix).tocsr()
    folded.sort_indices()
    return Counts(folded, makers.terms)


def _beside(left: Counts, right: Counts) -> Counts:
    return Counts(sparse.hstack([left.matrix, right.matrix]).tocsr(), left.terms + right.terms)


def _pieces(word: str) -> list[str]:
    """Every three and four neighbouring letters, the word's ends marked."""
    whole = f" {word.lower()} "
    return [whole[place : place + size] for size in _GRAM_SIZES for place in range(len(whole) - size + 1)]


def unit_rows(matrix: Matrix) -> Matrix:
    """Each row of length 1; rows of nothing stay so."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    return sparse.diags_array(1 / lengths).dot(matrix).tocsr()


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Floats = rows / np.where(lengths < 1e-9, 1, lengths) * (lengths >= 1e-9)
    return scaled
