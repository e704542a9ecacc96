"""An id that a vocabulary does not hold: what was probably meant, and the fix for it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.model.vocabulary import Retired, Term
from afterword.rules.rule import Context, Hit


@dataclass(frozen=True)
class Terms:
    """One of the two vocabularies, as its ids are judged.

    Attributes:
        what: what it holds, in words.
        known: its entries by id.
        retired: its retired ids.
        file: where the organisation's own entries stand.
    """

    what: str
    known: Mapping[str, Term]
    retired: Mapping[str, Retired]
    file: str


def judge_id(report: Report, context: Context, path: Path, typed: str, terms: Terms) -> Hit | None:
    """A hit where `typed`, at `path`, is no id in use; a retired one only warns, since what it meant is known."""
    if typed in terms.known:
        return None
    if typed in terms.retired:
        return _retired(report, path, terms.retired[typed], terms.what)
    if typed.startswith("x-") and _is_broken(context, terms.file):
        return None
    meant = _closest(typed, terms.known)
    own = f"choose one from the vocabulary, or add `x-…` to `{terms.file}`"
    return Hit(
        f"the vocabulary holds no {terms.what} `{typed}`",
        field=path,
        hint=f"did you mean `{meant}`?" if meant else own,
        match=typed,
        fix=_fix(report, path, typed, meant) if meant else None,
    )


def _retired(report: Report, path: Path, term: Retired, what: str) -> Hit:
    message, hint = term.words
    certain = term.now[0] if len(term.now) == 1 else ""
    return Hit(
        f"the {what} `{term.id}` {message}",
        field=path,
        hint=hint,
        match=term.id,
        fix=_fix(report, path, term.id, certain) if certain else None,
        level="warning",
    )


def _is_broken(context: Context, file: str) -> bool:
    """Whether there are problems with the organisation's own entries: which of them are missing nobody knows then."""
    shown = context.project.shown(context.project.docs / file)
    return any(problem.path == shown for problem in context.collection.data_problems)


def _closest(typed: str, known: Mapping[str, Term]) -> str:
    """The id that is spelt most like it, or whose title is."""
    ids = {**{term.title.casefold(): term.id for term in known.values()}, **{each: each for each in known}}
    for text in ("-".join(typed.casefold().replace("_", " ").split()), typed.casefold()):
        if close := difflib.get_close_matches(text, sorted(ids), n=1, cutoff=0.7):
            return ids[close[0]]
    return ""


def _fix(report: Report, path: Path, typed: str, meant: str) -> Fix | None:
    span = report.at(*path)
    start, end = report.source.offset(span.line, span.column), report.source.offset(span.end_line, span.end_column)
    return Fix(start, end, meant) if report.source.text[start:end].strip("\"'") == typed else None
