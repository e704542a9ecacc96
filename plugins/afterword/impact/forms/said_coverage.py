"""Coverage before and after, guards won and lost, and what all reports rest on, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.impact.forms.pieces import Code, Line, Section, Table, Title, Typed, cut, say
from afterword.impact.view import Coverage, GuardChange, Impact, SystemCoverage, Tally
from afterword.pages.words import capital, counted

_ROWS = (
    ("an eval case passes", "passing"),
    ("an eval case fails", "failing"),
    ("committed, no passing run", "committed"),
    ("cases, none committed", "uncommitted"),
    ("a reason for no case", "reason"),
    ("neither case nor reason", "untold"),
    ("all", "total"),
)
_BY = {
    "list": "by the list of systems",
    "case": "by a passing eval case",
    "verified": "by a verified remediation",
}


def say_coverage(coverage: Coverage) -> Section:
    """The figures that differ, the systems, and the guards."""
    lines = [_system(each) for each in coverage.systems]
    lines += [_guard(each) for each in coverage.guards]
    rows = tuple(_rows(coverage))
    table = Table(("reports with", "before", "after"), rows) if rows else None
    return Section("Coverage by eval cases", tuple(cut(lines)), table=table)


def say_shared(impact: Impact) -> Iterator[Line]:
    """Settings and lists."""
    for each in impact.shared:
        is_setting = each.what.startswith("setting ")
        name = Code(each.what.removeprefix("setting ")) if is_setting else capital(each.what)
        if each.after or each.before:
            yield say("{}: {}, was {}.", name, Typed(each.after or "empty"), Typed(each.before or "empty"))
        else:
            yield say("{} changed.", name)


def _rows(coverage: Coverage) -> Iterator[tuple[str, ...]]:
    for words, field in _ROWS:
        before, after = getattr(coverage.before, field), getattr(coverage.after, field)
        if before != after or (field == "total" and coverage.before != coverage.after):
            yield words, f"{before:,}", f"{after:,}"


def _system(each: SystemCoverage) -> Line:
    before, after = each.before, each.after
    told = []
    if _settled(before) != _settled(after) or before.total != after.total:
        was = f", was {_settled(before)} of {before.total}" if before.total else ""
        told.append(
            f"{_settled(after)} of {counted(after.total, 'report')} with a committed case or a reason for none{was}"
        )
    for words, old, new in (("passes", before.passing, after.passing), ("fails", before.failing, after.failing)):
        if old != new:
            told.append(f"an eval case {words} for {counted(new, 'report')}, was {old}")
    return say("{}: {}.", Typed(each.system), "; ".join(told) or "other cases than before")


def _guard(each: GuardChange) -> Line:
    word = "Guarded now" if each.gained else "No longer guarded"
    how = _BY[each.by] if each.gained else f"which it was {_BY[each.by]}"
    return say("{} on {}: {}, {}.", word, Typed(each.system), Title(each.factor.title), how)


def _settled(tally: Tally) -> int:
    return tally.passing + tally.failing + tally.committed + tally.reason
