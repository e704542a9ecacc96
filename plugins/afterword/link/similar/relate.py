"""The computed related reports of one audience: for each report the others that teach most of the same, with why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from afterword.link.graph import Graph
from afterword.link.similar.aspects import ASPECTS, DECLARED, TEXT, TEXT_BESIDE_FACTORS, Aspect, Values, text_of
from afterword.link.similar.bag import count_words
from afterword.link.similar.because import Because
from afterword.link.similar.reasons import Reasons
from afterword.link.similar.texts import Likeness, compare_texts
from afterword.link.similar.vectors import Floats, Matrix, unit_rows
from afterword.model.collection import AudienceView
from afterword.model.report import Report

KEPT = 10
"""How many are kept for each report."""
_ROWS = 256


@dataclass(frozen=True)
class RelatedReport:
    """Another report of the view.

    Attributes:
        id: its id.
        score: how likely it teaches the same, 0 to 1, to three decimals.
        because: what both have in common.
    """

    id: str
    score: float
    because: Because


def relate_reports(view: AudienceView, graph: Graph) -> Mapping[str, tuple[RelatedReport, ...]]:
    """For each report of the view the ten others (or all) that are related most, best first, then by id.

    Those that an author tied to it are among them, however many they are.

    Withdrawn reports neither have relations nor are in any. Everything is computed from the view alone, how rare a
    factor or a word is too, so that a report that the audience does not see has no part in it.
    """
    reports = [report for report in view.reports if report.lifecycle != "withdrawn"]
    if len(reports) < 2:
        return {report.id: () for report in reports}
    texts = [text_of(report) for report in reports]
    bags = [count_words(parts) for parts in texts]
    likeness = compare_texts(bags)
    values = {aspect.name: [aspect.values(report, view) for report in reports] for aspect in ASPECTS}
    nearest = _nearest(_Scores(reports, values, likeness, graph), reports)
    reasons = Reasons(reports, values, bags, texts, likeness, graph)
    return {
        report.id: tuple(
            RelatedReport(reports[other].id, score, reasons.between(place, other, is_found=score > 0))
            for other, score in nearest[place]
        )
        for place, report in enumerate(reports)
    }


class _Scores:
    """Every report against every other, a stretch of rows at a time."""

    def __init__(
        self, reports: Sequence[Report], values: Mapping[str, Sequence[Values]], likeness: Likeness, graph: Graph
    ) -> None:
        self._aspects = [(aspect.weight, _weigh(aspect, values[aspect.name])) for aspect in ASPECTS]
        self._text = _from_rows(likeness.near, len(reports))
        self._declared = _from_rows(_ties(reports, graph), len(reports))
        self._factored = np.array([bool(each) for each in values["factors"]])

    def rows(self, start: int, end: int) -> Floats:
        """The scores of some reports with all: each aspect may be what relates them, so the doubts are multiplied."""
        beside = self._factored[start:end, None] & self._factored[None, :]
        doubt = 1 - np.where(beside, TEXT_BESIDE_FACTORS, TEXT) * self._text[start:end].toarray()
        doubt *= 1 - self._declared[start:end].toarray()
        for weight, matrix in self._aspects:
            doubt *= 1 - weight * np.minimum((matrix[start:end] @ matrix.T).toarray(), 1)
        scores: Floats = np.round(1 - doubt, 3)
        return scores

    def tied(self, place: int) -> list[int]:
        """The reports that an author tied to one."""
        return [int(column) for column in self._declared[[place]].indices]


def _nearest(scores: _Scores, reports: Sequence[Report]) -> list[list[tuple[int, float]]]:
    total, found = len(reports), []
    for start in range(0, total, _ROWS):
        end = min(start + _ROWS, total)
        block = scores.rows(start, end)
        block[np.arange(end - start), np.arange(start, end)] = -1
        order = np.argsort(-block, axis=1, kind="stable")
        for row, columns in enumerate(order):
            tied = set(scores.tied(start + row))
            kept = [*columns[:KEPT], *(column for column in columns[KEPT:] if tied and int(column) in tied)]
            best = [(int(column), float(block[row, column])) for column in kept if block[row, column] > 0]
            found.append(best + _fill(start + row, best, reports))
    return found


def _fill(place: int, best: Sequence[tuple[int, float]], reports: Sequence[Report]) -> list[tuple[int, float]]:
    """The reports nearest in time, where fewer than ten have anything in common."""
    missing = min(KEPT, len(reports) - 1) - len(best)
    if missing <= 0:
        return []
    taken = {place, *(other for other, _ in best)}
    here = reports[place].sort_key()[0].toordinal()
    rest = [(abs(each.sort_key()[0].toordinal() - here), other) for other, each in enumerate(reports)]
    return [(other, 0.0) for _, other in sorted(rest) if other not in taken][:missing]


def _weigh(aspect: Aspect, values: Sequence[Values]) -> Matrix:
    """What the reports have of one aspect, the rare above the common, each row of length 1."""
    terms = sorted(set().union(*values))
    place = {term: number for number, term in enumerate(terms)}
    spread = np.zeros(len(terms))
    for each in values:
        for term in each:
            spread[place[term]] += 1
    rarity = np.log((1 + len(values)) / (1 + spread)) + 1
    rows = [{place[term]: float(sure * rarity[place[term]]) for term, sure in each.items()} for each in values]
    return unit_rows(_from_rows(rows, max(len(terms), 1)))


def _ties(reports: Sequence[Report], graph: Graph) -> list[dict[int, float]]:
    place = {report.id: number for number, report in enumerate(reports)}
    rows: list[dict[int, float]] = [{} for _ in reports]
    for relations in graph.outgoing.values():
        for relation in relations:
            one, other = place.get(relation.source), place.get(relation.target)
            if one is not None and other is not None and one != other:
                for row, column in ((one, other), (other, one)):
                    rows[row][column] = max(rows[row].get(column, 0), DECLARED[relation.kind])
    return rows


def _from_rows(rows: Sequence[Mapping[int, float]], width: int) -> Matrix:
    ends = np.cumsum([0, *(len(row) for row in rows)])
    pairs = [pair for row in rows for pair in sorted(row.items())]
    columns = np.array([column for column, _ in pairs], dtype=np.int64)
    values = np.array([value for _, value in pairs], dtype=np.float64)
    return sparse.csr_matrix((values, columns, ends), shape=(len(rows), width))
