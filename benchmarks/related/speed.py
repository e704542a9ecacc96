"""How long comparing all texts with all takes beside the baseline, on made-up reports."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

from benchmarks.related.labelled import TEXTS, Labelled, read_texts
from benchmarks.related.rankings import rank_by_baseline, rank_by_likeness

_WORDS = 40_000
"""How many words the made-up reports share."""


def make_reports(count: int, length: int = 300) -> list[Labelled]:
    """`count` texts of about `length` words; words are as frequent as in real prose (Zipf), topics overlap."""
    draw = random.Random(7)
    sound = [word for each in read_texts(TEXTS / "services.yml") for word in each.text.split()]
    words = sound + [f"{draw.choice(sound)}{number}" for number in range(_WORDS)]
    weights = [1 / (place + 1) for place in range(len(words))]
    topics = [draw.sample(words, 300) for _ in range(80)]
    found = []
    for number in range(count):
        topic = draw.choice(topics)
        text = draw.choices(words, weights, k=length * 2 // 3) + draw.choices(topic, k=length // 3)
        draw.shuffle(text)
        found.append(Labelled(f"{number:05}", " ".join(text[:8]), "", " ".join(text), frozenset()))
    return found


def time_both(texts: Sequence[Labelled]) -> tuple[float, float]:
    """Seconds of the processor that Afterword's comparison and the baseline take."""
    start = time.process_time()
    rank_by_likeness(texts)
    between = time.process_time()
    rank_by_baseline(texts)
    return between - start, time.process_time() - between
