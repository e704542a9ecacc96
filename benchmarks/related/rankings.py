"""The five nearest of each text: by Afterword's likeness of texts, and by the baseline."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from afterword.link.similar.bag import count_words
from afterword.link.similar.texts import compare_texts
from afterword.link.similar.words import UNSPACED
from benchmarks.related.labelled import Labelled

TOP = 5
_UNSPACED = re.compile(f"[{UNSPACED}]")
_CJK_FROM = 0.2
"""The share of characters from which on a collection counts as written in Chinese or Japanese."""


def rank_by_likeness(texts: Sequence[Labelled]) -> list[list[int]]:
    """Afterword's order of the texts alone: no factor, tag, system or relation is given to it."""
    likeness = compare_texts([count_words([(each.title, 2), (each.summary, 1), (each.body, 1)]) for each in texts])
    return [sorted(near, key=lambda other: (-near[other], other))[:TOP] for near in likeness.near]


def rank_by_baseline(texts: Sequence[Labelled]) -> list[list[int]]:
    """The cosine of scikit-learn's TF-IDF with its defaults; of two and three characters for Chinese and Japanese."""
    plain = [each.text for each in texts]
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(2, 3)) if is_unspaced(plain) else TfidfVectorizer()
    vectors = vectorizer.fit_transform(plain)
    across = vectors.T.tocsr()
    ranked: list[list[int]] = []
    for start in range(0, len(plain), 256):
        block = (vectors[start : start + 256] @ across).toarray()
        block[np.arange(len(block)), np.arange(start, start + len(block))] = -1
        ranked += np.argsort(-block, axis=1, kind="stable")[:, :TOP].tolist()
    return ranked


def is_unspaced(texts: Sequence[str]) -> bool:
    """Whether at least a fifth of all characters belong to scripts without spaces."""
    whole = "".join(texts)
    return len(_UNSPACED.findall(whole)) >= _CJK_FROM * max(len(whole), 1)
