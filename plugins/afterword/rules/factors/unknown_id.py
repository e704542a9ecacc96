"""An id that a vocabulary does not hold: what was probably meant, and the fix for it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.model.vocabulary import Term
from afterword.rules.rule import Context, Hit


def judge_id(
    report: Report, context: Context, path: Path, typed: str, known: Mapping[str, Term], *, what: str, file: str
) -> Hit | None:
    """A hit where `typed`, at `path`, is none of the `known` ids.

    Args:
        report: the report that it stands in.
        context: what else is known.
        path: where it stands.
        typed: the id as typed.
        known: the vocabulary's entries by id.
        what: what the vocabulary holds, in words.
        file: where the organisation's own entries stand.
    """
    if typed in known or (typed.startswith("x-") and _is_broken(context, file)):
        return None
    meant = _closest(typed, known)
    own = f"choose one from the vocabulary, or add `x-…` to `{file}`"
    return Hit(
        f"the vocabulary holds no {what} `{typed}`",
        field=path,
        hint=f"did you mean `{meant}`?" if meant else own,
        match=typed,
        fix=_fix(report, path, typed, meant) if meant else None,
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
