"""Wording that puts an incident on a person: one function, behind which a fuller set of rules can stand.

What decides is who a sentence is about. "The job failed to finish" is a fact about a system, "the operator failed to
check" is a verdict on somebody. So the patterns of `data/accusing.toml` want a person as the subject, a cause
position or an idiom of fault, and they are silent where the sentence rejects the phrase ("human error is never a
cause"). "We" is not a person here: a text that says "we forgot" judges nobody else.

Languages: English and Japanese; in German, French and Spanish human error as the cause.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

from afterword.model.given_names import is_given

AT_FAULT = "a person at fault"
_AROUND = 90
"""Characters before and after a phrase within which the sentence can reject it."""


@dataclass(frozen=True, slots=True)
class Accusation:
    """One find: what it is, and where in the text it stands."""

    what: str
    start: int
    end: int


@dataclass(frozen=True)
class _Pattern:
    what: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]


def _load() -> dict[str, Any]:
    return tomllib.loads(resources.files("afterword.audit").joinpath("data", "accusing.toml").read_text("utf-8"))


_DATA = _load()


def _whole(text: str) -> str:
    """A pattern of the file in one line, with the parts that it names put in."""
    joined = "".join(line.lstrip("\n") for line in text.split("\n"))
    while name := re.search(r"<(role|who|between|slip|error|cause)>", joined):
        joined = joined.replace(name[0], _whole(_DATA["parts"][name[1]]))
    return joined


def _patterns() -> Iterator[_Pattern]:
    for entry in _DATA["english"]:
        pattern = re.compile(rf"(?<![\w-])(?:{_whole(entry['pattern'])})(?![\w-])", re.IGNORECASE)
        yield _Pattern(entry["what"], tuple(entry["hints"]), pattern)
    for entry in _DATA["other"]:
        yield _Pattern(entry["what"], tuple(entry["hints"]), re.compile(_whole(entry["pattern"])))


_PATTERNS = tuple(_patterns())
_NAMED = re.compile(rf"(?<![\w-])(?P<name>[A-Z][a-z]{{2,14}}){_whole('<between> <slip>')}(?![\w-])")
_BEFORE = re.compile(rf"(?i)(?:{_whole(_DATA['rejected']['before'])})[^.;:!?。]{{0,60}}$")
_AFTER = re.compile(rf"(?i)(?:{_whole(_DATA['rejected']['after'])})")
# An operator with a name of its own, as in "the Prometheus operator", is software.
_PRODUCT = re.compile(r"(?:\b[A-Z][\w-]*|\bk8s|\bkubernetes) $")
_REASON = re.compile(rf"(?i){_whole(_DATA['rejected']['reason'])}")


def find_accusations(text: str) -> Iterator[Accusation]:
    """Wording in one block of prose that puts what happened on somebody, in no order."""
    folded = text.casefold()
    for pattern in _PATTERNS:
        if any(hint in folded for hint in pattern.hints):
            for match in pattern.pattern.finditer(text):
                if not _is_rejected(text, match):
                    yield Accusation(pattern.what, *match.span())
    for match in _NAMED.finditer(text):
        if is_given(match["name"]) and not _is_rejected(text, match):
            yield Accusation(AT_FAULT, *match.span())


def _is_rejected(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says the phrase to reject it, or gives the local reason of what was done."""
    before, after = text[max(0, match.start() - _AROUND) : match.start()], text[match.end() : match.end() + _AROUND]
    if match[0].casefold().startswith("operator") and _PRODUCT.search(before):
        return True
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    return "ignored" in match[0].casefold() and bool(_REASON.match(after))
