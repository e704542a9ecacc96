"""The item that an action is: what it says of itself beside the action, and what its list or table does beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from afterword.model.body import Block
from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.model.span import Span
from afterword.rules.factors.standing import standing, strength_of
from afterword.rules.wording.actions import names_stronger_in
from afterword.rules.wording.dispatch import Scene
from afterword.rules.wording.prose import flatten
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.weak import is_weak

_NOTHING = r"(?!(?:tbd|tba|none|n/?a|open|unknown|nobody|later|soon|yes|no)\b)"
_OWNER = re.compile(
    rf"\b(?:owner(?: team)?|owned by|assignee|assigned to|responsible|dri|lead)\b[\s:=*_–-]*{_NOTHING}[\w@]|(?<!\w)@\w|"
    r"\((?:[\w-]+ ){1,3}team\b"
)
_LINK = re.compile(r"https?://\S|(?<!\w)#\d+|\b[a-z][a-z0-9]+-\d+\b(?!-\d)|\bt\d{4,}\b")
_DUE = re.compile(
    r"\b20\d\d-(?:[01]\d|w\d\d)|\b(?:due|by|until|till|before|deadline|"
    r"eta)\b[\s:*_a-z]{0,14}?\b(?:\d{1,2}\.? ?(?:jan|feb|mar|"
    r"apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|"
    r"q[1-4]\b|week \d)"
)
_SUCCESS = re.compile(
    r"\b(?:success(?: check| criteri\w+| measure)?[\s:=*_–-]+"
    + _NOTHING
    + r"\w|done (?:when|once)\b|verified (?:by|when|"
    r"once)\b|measured (?:by|as)\b|it works (?:when|if|once)\b|acceptance|seen (?:by|when|in)\b|"
    r"so that (?!(?:this|it|we|such|that)\b))"
)
_LONGEST_PLAN = 60
"""Items and cells of a plan at most; what is longer is a collection, in which one action says nothing of another."""
_CLAUSES = re.compile(r"[.;,:\n|]| and | but | which ")
Place = tuple[int, int]


def is_complete(sentence: Sentence, scene: Scene) -> bool:
    """Whether the action has an owner and a success check, and a due date or a link: nobody can call it vague."""
    if (remediation := _remediation(sentence, scene.report)) is not None:
        return bool(remediation.owner_team and remediation.success_check and (remediation.due or remediation.tracker))
    said = _item_text(sentence, scene.report)
    return bool(_OWNER.search(said) and _SUCCESS.search(said) and (_DUE.search(said) or _LINK.search(said)))


def names_stronger_beside(sentence: Sentence, scene: Scene) -> bool:
    """Whether the action itself, or another one of its list, also changes what the system does."""
    if _is_strong(sentence.low[sentence.lead :]):
        return True
    field = sentence.passage.field
    if field[:1] in (("remediations",), ("ideas",)):
        return any(_stronger_remediations(field, scene))
    if field:
        return False
    layout = _layout_of(scene.report)
    place = _place(sentence.passage.place(0, 1))
    if place in layout.text_of:
        return place in layout.strong or layout.strong_groups.get(layout.group_of.get(place, -1), 0) > 0
    return _is_strong(sentence.next)


def _is_strong(low: str) -> bool:
    """Whether a clause names a change to the system, and is not itself about telling people of it."""
    clauses = _CLAUSES.split(low)
    return any(names_stronger_in(clause) and not is_weak(clause) for clause in clauses)


def _remediation(sentence: Sentence, report: Report) -> Remediation | None:
    field = sentence.passage.field
    if len(field) < 2 or field[0] != "remediations" or not isinstance(field[1], int):
        return None
    remediations = report.front.remediations
    return remediations[field[1]] if field[1] < len(remediations) else None


def _stronger_remediations(field: Sequence[str | int], scene: Scene) -> Iterator[bool]:
    for place, each in standing(scene.report):
        if field[0] != "remediations" or place != field[1]:
            yield strength_of(each, scene.context) in ("stronger", "intermediate")
            yield _is_strong(flatten(each.title or ""))
    yield from (_is_strong(flatten(each)) for each in scene.report.front.ideas)


class _Layout:
    """The lists and tables of a body: which item stands in which of them, and what each item says in whole."""

    def __init__(self, report: Report) -> None:
        self.group_of: dict[Place, int] = {}
        self.text_of: dict[Place, str] = {}
        self.strong: set[Place] = set()
        self.strong_groups: dict[int, int] = {}
        for number, blocks in enumerate(_groups(report)):
            texts = _rows(blocks, report) if blocks[0].kind == "table_cell" else _items(blocks, report)
            for block, text in zip(blocks, texts, strict=True):
                place = _place(block.span(0, 1))
                self.text_of[place] = text
                if len(blocks) <= _LONGEST_PLAN:
                    self.group_of[place] = number
                if _is_strong(flatten(block.text)):
                    self.strong.add(place)
                    self.strong_groups[number] = self.strong_groups.get(number, 0) + 1


def _groups(report: Report) -> Iterator[list[Block]]:
    """Runs of list items that nothing else stands between, and the cells of each table."""
    run: list[Block] = []
    for block in report.body.blocks:
        if run and ((block.kind, block.heading) != (run[0].kind, run[0].heading) or _is_next_table(run, block, report)):
            yield run
            run = []
        if block.kind in ("list_item", "table_cell"):
            run.append(block)
    if run:
        yield run


def _is_next_table(run: Sequence[Block], block: Block, report: Report) -> bool:
    between = range(run[-1].extent.end_line + 1, block.extent.line)
    return block.kind == "table_cell" and any(not report.source.line_text(line).strip() for line in between)


def _items(blocks: Sequence[Block], report: Report) -> list[str]:
    """Each item as written, with the items that are indented below it."""
    spans = [block.extent for block in blocks]
    ends = [span.end_line for span in spans]
    above: list[int] = []
    for place, span in enumerate(spans):
        while above and spans[above[-1]].column >= span.column:
            above.pop()
        for parent in above:
            ends[parent] = max(ends[parent], span.end_line)
        above.append(place)
    return [
        flatten("\n".join(report.source.line_text(line) for line in range(span.line, min(end, span.line + 30) + 1)))
        for span, end in zip(spans, ends, strict=True)
    ]


def _rows(blocks: Sequence[Block], report: Report) -> list[str]:
    """For each cell its row as written, and each cell of it after the name of its column."""
    rows: dict[int, list[str]] = {}
    for block in blocks:
        rows.setdefault(block.extent.line, []).append(block.text)
    head = next(iter(rows.values()))
    said = {
        line: flatten(
            "\n".join(
                [*(f"{name}: {cell}" for name, cell in zip(head, row, strict=False)), report.source.line_text(line)]
            )
        )
        for line, row in rows.items()
    }
    return [said[block.extent.line] for block in blocks]


def _item_text(sentence: Sentence, report: Report) -> str:
    """What the item says in whole, in small letters; without a list the sentence and the next one."""
    if sentence.passage.field:
        return sentence.low
    found = _layout_of(report).text_of.get(_place(sentence.passage.place(0, 1)))
    return found if found is not None else f"{sentence.low} {sentence.next}"


def _place(span: Span) -> Place:
    return span.line, span.column


class _Key:
    """A key that stands for one report and no other."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.report is self.report


def _layout_of(report: Report) -> _Layout:
    return _layout_of_key(_Key(report))


@lru_cache(maxsize=1)
def _layout_of_key(key: _Key) -> _Layout:
    return _Layout(key.report)
