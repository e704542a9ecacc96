"""Rates and metrics of one class, over rows that hold an output, and what was right where that counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat

from afterword.evals.output import Column
from afterword.model.choices import CheckMetric
from afterword.read.data_rows import text_of

Pair = tuple[str, str | None]
"""What a row holds as output, and as right; None where it does not say."""


def pairs_of(column: Column) -> list[Pair]:
    """Output and truth of each row that holds an output."""
    return [pair for _, pair in _rows(column, "")]


def groups_of(column: Column, by: str) -> Mapping[str, list[Pair]]:
    """The same by the value of another column, sorted; rows that hold none stand in no group."""
    found: dict[str, list[Pair]] = {}
    for group, pair in _rows(column, by):
        if group is not None:
            found.setdefault(group, []).append(pair)
    return dict(sorted(found.items()))


def measure(metric: CheckMetric, pairs: Sequence[Pair], label: object) -> float | None:
    """One rate or metric; None where no row counts for it.

    `rate` is the share of rows whose output is `label`. `accuracy` is the share of rows whose output is what was right.
    `precision` is the share of rows with the output `label` that were right, `recall` the share of rows that are
    rightly `label` and have it as output, and `f1` their harmonic mean. A row that does not say what was right counts
    for the rate alone.
    """
    wanted = text_of(label)
    if metric == "rate":
        return _share(sum(output == wanted for output, _ in pairs), len(pairs))
    known = [pair for pair in pairs if pair[1] is not None]
    if metric == "accuracy":
        return _share(sum(output == truth for output, truth in known), len(known))
    hits = sum(output == truth == wanted for output, truth in known)
    put_out = sum(output == wanted for output, _ in known)
    right = sum(truth == wanted for _, truth in known)
    if metric == "precision":
        return _share(hits, put_out)
    if metric == "recall":
        return _share(hits, right)
    return _share(2 * hits, put_out + right)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _rows(column: Column, by: str) -> list[tuple[str | None, Pair]]:
    outputs = column.rows.cells(column.name)
    truths = column.rows.cells(column.truth) if column.truth else repeat(None)
    groups = column.rows.cells(by) if by else repeat(None)
    return [
        (group.text if group else None, (output.text, truth.text if truth else None))
        for group, output, truth in zip(groups, outputs, truths, strict=False)
        if output is not None
    ]
