"""The answers in an issue's text: what stands below each heading of the form, and what stands below none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from afterword.commands.issue_form.questions import EMPTY, HINTS, QUESTIONS, Question

_HEADING = re.compile(r" {0,3}#{3}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r" {0,3}(?P<marks>`{3,}(?=[^`]*$)|~{3,}).*")
_CLOSING = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*")
_BOX = re.compile(r"[ \t]*[-*][ \t]+\[(?P<tick>[ xX])\][ \t]+(?P<text>.*)")


@dataclass(frozen=True)
class Answers:
    """What was found.

    Attributes:
        by_name: the text of each question that was answered, by the question's name.
        aside: the text above the first heading, which answers none.
        repeated: labels that stand there once more; they and what follows are text of the answer around them.
    """

    by_name: Mapping[str, str]
    aside: str
    repeated: tuple[str, ...]


def find_answers(body: str) -> Answers:
    """Take apart the text of an issue, whose lines end in LF.

    Only headings of the form part answers, each of them once, and none within a block of code.
    """
    known = {_folded(each.label): each for each in QUESTIONS}
    lines = body.split("\n")
    code = {at for start, end in code_blocks(lines) for at in range(start, end)}
    parts: dict[str, list[str]] = {"": []}
    repeated: list[str] = []
    current = parts[""]
    for at, line in enumerate(lines):
        heading = None if at in code else _HEADING.fullmatch(line)
        question = known.get(_folded(heading[1])) if heading else None
        if question is not None and question.name not in parts:
            current = parts.setdefault(question.name, [])
            continue
        if question is not None:
            repeated.append(question.label)
        current.append(line)
    aside = _text(parts.pop(""), None)
    asked = {each.name: each for each in QUESTIONS}
    found = {name: text for name, lines in parts.items() if (text := _text(lines, asked[name]))}
    return Answers(found, aside, tuple(dict.fromkeys(repeated)))


def code_blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First line and the line after the last of each fenced block; one that nothing closes is none."""
    closing = {mark: _Closing(lines, mark) for mark in "`~"}
    at = 0
    while at < len(lines):
        opening = _FENCE.fullmatch(lines[at])
        close = closing[opening["marks"][0]].after(at, len(opening["marks"])) if opening else None
        if close is not None:
            yield at, close + 1
        at = at + 1 if close is None else close + 1


class _Closing:
    """The lines that can close a block of one mark. Asked again and again, it looks at each of them once."""

    def __init__(self, lines: Sequence[str], mark: str) -> None:
        found = [(at, len(match[1])) for at, line in enumerate(lines) if (match := _CLOSING.fullmatch(line))
                 and match[1][0] == mark]  # fmt: skip
        self._at, self._marks = [at for at, _ in found], [marks for _, marks in found]
        # The most marks of any line from here on, so that a block that nothing closes is known at once.
        self._most = list(accumulate(reversed(self._marks), max))[::-1]

    def after(self, at: int, marks: int) -> int | None:
        """The first line after `at` with as many marks or more."""
        place = bisect_right(self._at, at)
        if place == len(self._at) or self._most[place] < marks:
            return None
        return next(self._at[each] for each in range(place, len(self._at)) if self._marks[each] >= marks)


def chosen(text: str, options: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The options that were chosen, in their order, and whether the text holds nothing else.

    They stand as text, parted by commas, or as boxes of which some are ticked.
    """
    boxes = [_BOX.fullmatch(line) for line in text.split("\n") if line.strip()]
    if boxes and all(boxes):
        texts = [box["text"].strip() for box in boxes if box and box["tick"] != " "]
    else:
        # An option may hold a comma itself, so that the whole is looked for first.
        texts = [text] if _folded(text) in map(_folded, options) else text.split(",")
    folded = [_folded(each) for each in texts if each.strip()]
    known = tuple(each for each in options if _folded(each) in folded)
    return known, {_folded(each) for each in known} == set(folded)


def _text(lines: Sequence[str], question: Question | None) -> str:
    """The answer; empty where nothing was typed or ticked."""
    typed = [line for line in lines if line.strip() not in HINTS]
    boxes = [_BOX.fullmatch(line) for line in typed if line.strip()]
    if question and question.options and all(box and box["tick"] == " " for box in boxes):
        return ""
    text = "\n".join(typed).strip("\n").rstrip()
    return "" if text.strip() == EMPTY else text


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
