"""Checks of data: rates, gaps between groups, metrics, and how far a column has moved from its baseline."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence


def judge_data(check: dict, predictions: Sequence, columns: dict) -> tuple[bool, str]:
    """Whether one check passes on predictions, one for each row; None stands for none."""
    truths = columns.get("truth") or [None] * len(predictions)
    pairs = [(output, truth) for output, truth in zip(predictions, truths) if output is not None]
    kind = check["type"]
    if kind == "psi":
        return _moved(check, predictions, columns)
    if kind == "slice_gap":
        return _gap(check, predictions, truths, columns)
    value = measure("rate" if kind == "rate" else check["metric"], pairs, check.get("label"))
    if value is None:
        return False, "no row counts for it"
    low, high = check.get("at_least"), check.get("at_most")
    if kind == "metric_min":
        low = check["value"]
    good = (low is None or value >= low) and (high is None or value <= high)
    return good, f"{_name(check)} is {value:.3f}"


def measure(metric: str, pairs: Sequence[tuple], label: str | None) -> float | None:
    """A rate or a metric over pairs of an output and what was right; None where no row counts for it."""
    if metric == "rate":
        return _share(sum(output == label for output, _ in pairs), len(pairs))
    known = [pair for pair in pairs if pair[1] is not None]
    if metric == "accuracy":
        return _share(sum(output == truth for output, truth in known), len(known))
    hits = sum(output == truth == label for output, truth in known)
    put_out = sum(output == label for output, _ in known)
    right = sum(truth == label for _, truth in known)
    if metric == "precision":
        return _share(hits, put_out)
    return _share(hits, right) if metric == "recall" else _share(2 * hits, put_out + right)


def _share(part: int, of: int) -> float | None:
    return part / of if of else None


def _name(check: dict) -> str:
    metric = check.get("metric") or "rate"
    return metric if metric == "accuracy" else f"the {metric} of `{check.get('label')}`"


def _gap(check: dict, predictions: Sequence, truths: Sequence, columns: dict) -> tuple[bool, str]:
    groups: dict = {}
    for group, output, truth in zip(columns["by"][check["by"]], predictions, truths):
        if group is not None and output is not None:
            groups.setdefault(group, []).append((output, truth))
    found = (measure(check.get("metric") or "rate", pairs, check.get("label")) for pairs in groups.values())
    values = [value for value in found if value is not None]
    if len(values) < 2:
        return False, "there are no two groups to compare"
    gap = max(values) - min(values)
    # Sums of decimal numbers miss by a hair what they are written as.
    return gap <= check["value"] + 1e-9, f"{_name(check)} differs by {gap:.3f} between groups"


def _moved(check: dict, predictions: Sequence, columns: dict) -> tuple[bool, str]:
    before = [value for value in columns["baseline"][check["baseline"]] if value is not None]
    now = [value for value in predictions if value is not None]
    if not before or not now:
        return False, "a column holds no value"
    index = stability_index(before, now)
    return index <= check["value"], f"the stability index is {index:.3f}"


def stability_index(before: Sequence[str], now: Sequence[str]) -> float:
    """The population stability index: tenths of the baseline as bins for numbers, each value a bin for words."""
    old_numbers, new_numbers = _numbers(before), _numbers(now)
    if old_numbers is None or new_numbers is None:
        counted = Counter(before), Counter(now)
        bins = sorted(counted[0].keys() | counted[1].keys())
        old, new = ([each[name] for name in bins] for each in counted)
    else:
        ordered = sorted(old_numbers)
        edges = sorted({ordered[len(ordered) * place // 10] for place in range(1, 10)})
        old, new = (_histogram(values, edges) for values in (old_numbers, new_numbers))
    shares = zip(_shares(old), _shares(new))
    return math.fsum((after - earlier) * math.log(after / earlier) for earlier, after in shares)


def _numbers(texts: Sequence[str]) -> list[float] | None:
    try:
        values = [float(text) for text in texts]
    except ValueError:
        return None
    return values if all(map(math.isfinite, values)) else None


def _histogram(values: Sequence[float], edges: Sequence[float]) -> list[int]:
    counts = [0] * (len(edges) + 1)
    for value in values:
        counts[bisect_right(edges, value)] += 1
    return counts


def _shares(counts: Sequence[int]) -> list[float]:
    whole = sum(counts)
    return [count / whole if count else 0.0001 for count in counts]
