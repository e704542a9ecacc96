"""The sheet in which a person judges suggested factors: written for a spreadsheet, read back from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from afterword.audit.hiding import hide_secrets
from afterword.link.similar.aspects import is_told
from afterword.model.report import Report
from afterword.model.tree import DataProblem
from afterword.model.vocabulary import Vocabulary
from afterword.read.csv_cells import write_rows
from afterword.read.csv_table import Row, read_table
from afterword.read.labels import judge_factor, judge_report

if TYPE_CHECKING:
    from afterword.link.similar.suggest import Suggestion

COLUMNS = ("accepted", "title", "first_sentence", "suggestion", "why", "factor", "report")
_NEEDED, _KNOWN = ("report", "factor"), ("accepted",)
_YES, _NO = frozenset({"yes", "y", "x", "true", "1"}), frozenset({"no", "n", "false", "0"})
_SENTENCE = re.compile(r".+?(?:[.!?…](?=[\s\"”’»)])|[。！？](?!」)|$)", re.DOTALL)
_PROSE = frozenset({"paragraph", "list_item", "block_quote"})
_LONGEST = 240


@dataclass(frozen=True)
class Judged:
    """What a person made of a sheet.

    Attributes:
        accepted: lines that are accepted, in the order of the sheet.
        declined: how many say no.
        open: how many say nothing.
        problems: what cannot be taken as it stands.
    """

    accepted: tuple[Row, ...]
    declined: int
    open: int
    problems: tuple[DataProblem, ...]


def write_sheet(reports: Sequence[Report], suggestions: Mapping[str, Sequence[Suggestion]], known: Vocabulary) -> bytes:
    """The sheet; reports whose best factor is the same stand together, those for which most speaks first.

    It begins with a byte order mark, without which some spreadsheets take UTF-8 for something else.
    """
    place = {factor.id: number for number, factor in enumerate(known.factors)}

    def order(report: Report) -> tuple[int, float, str]:
        best = suggestions[report.id][0] if suggestions[report.id] else None
        return (place[best.factor.id], -best.score, report.id) if best else (len(place), 0, report.id)

    rows = [row for report in sorted(reports, key=order) for row in _rows(report, suggestions[report.id])]
    return ("\ufeff" + write_rows([COLUMNS, *rows])).encode()


def say_why(suggestion: Suggestion) -> str:
    """What speaks for it, in a few words."""
    told = ", ".join(suggestion.words)
    like = f"as in {' and '.join(suggestion.like[:1])}" if suggestion.like else ""
    return "; ".join(part for part in (told, like) if part) or "alike as a whole, in no single word"


def first_sentence(report: Report) -> str:
    """The first sentence of what the report tells, on one line, short enough to be read at a glance."""
    texts = (block.text for block in report.body.blocks if block.kind in _PROSE and is_told(block))
    told = report.front.plain_summary or next((text for text in texts if text.strip()), "")
    match = _SENTENCE.match(" ".join(told.split()))
    line = match[0] if match else ""
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def read_sheet(
    data: bytes, shown: str, ids: frozenset[str], vocabulary: Vocabulary, *, all_lines: bool = False
) -> Judged:
    """What the sheet says.

    Args:
        data: the file's bytes.
        shown: its path as people see it.
        ids: ids of all reports.
        vocabulary: the factors that there are.
        all_lines: whether a line without a word is accepted too, as where the others were deleted.
    """
    table = read_table(data, shown, _NEEDED if all_lines else (*_KNOWN, *_NEEDED), _KNOWN)
    problems = list(table.problems)
    accepted: list[Row] = []
    seen: dict[tuple[str, str], Row] = {}
    declined = unsaid = 0
    for row in table.rows:
        said = row.text("accepted").lower()
        if said not in _YES | _NO | {""}:
            problems.append(row.problem(shown, "accepted", f"`accepted` says `{said[:40]}`", "write `yes` or `no`"))
        elif said in _NO:
            declined += 1
        elif not said and not all_lines:
            unsaid += 1
        else:
            wrong = list(_judge(row, shown, ids, vocabulary, seen))
            problems.extend(wrong)
            accepted.extend([] if wrong else [row])
    return Judged(tuple(accepted), declined, unsaid, tuple(sorted(problems, key=lambda each: (each.line, each.column))))


def _judge(
    row: Row, shown: str, ids: frozenset[str], vocabulary: Vocabulary, seen: dict[tuple[str, str], Row]
) -> Iterator[DataProblem]:
    wrong = [each for each in (judge_report(row, shown, ids), judge_factor(row, shown, vocabulary)) if each]
    yield from wrong
    key = (row.text("report"), row.text("factor"))
    first = seen.setdefault(key, row)
    if first is not row and not wrong:
        yield row.problem(shown, "report", "this label stands twice", f"take it out here or in line {first.line}")


def _rows(report: Report, suggestions: Sequence[Suggestion]) -> Iterator[tuple[str, ...]]:
    title, sentence = (hide_secrets(" ".join(text.split())) for text in (report.title, first_sentence(report)))
    for each in suggestions:
        yield "", title, sentence, each.factor.title, say_why(each), each.factor.id, report.id
