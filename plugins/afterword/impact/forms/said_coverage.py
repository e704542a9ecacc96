"""Coverage before and after, guards won and lost, and what all reports rest on, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.impact.forms.pieces import Code, Line, Section, Table, Title, Typed, cut, say
from afterword.impact.view import Coverage, GuardChange, Impact, Tally
from afterword.pages.words import counted

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
    """The figures where they differ, the systems, and the guards."""
    lines = [
        say(
            "{}: an eval case passes for {} of {}, was {} of {}; a committed one or a reason stands for {}, was {}.",
            Typed(each.system), str(each.after.passing), counted(each.after.total, "report"),
            str(each.before.passing), str(each.before.total), str(_settled(each.after)), str(_settled(each.before)),
        )
        for each in coverage.systems
    ]  # fmt: skip
    lines += [_guard(each) for each in coverage.guards]
    table = Table(("reports with", "before", "after"), tuple(_rows(coverage)))
    return Section("Coverage by eval cases", tuple(cut(lines)), table=table)


def say_shared(impact: Impact) -> Iterator[Line]:
    """Settings and lists."""
    for each in impact.shared:
        name = Code(each.what.removeprefix("setting ")) if each.what.startswith("setting ") else each.what
        if each.after or each.before:
            yield say("{}: {}, was {}.", name, Typed(each.after or "empty"), Typed(each.before or "empty"))
        else:
            yield say("{} changed.", name)


def _rows(coverage: Coverage) -> Iterator[tuple[str, ...]]:
    for words, field in _ROWS:
        before, after = getattr(coverage.before, field), getattr(coverage.after, field)
        if before or after:
            yield words, f"{before:,}", f"{after:,}"


def _guard(each: GuardChange) -> Line:
    word = "Guarded now" if each.gained else "No longer guarded"
    return say("{} on {}: {}, {}.", word, Typed(each.system), Title(each.factor.title), _BY[each.by])


def _settled(tally: Tally) -> int:
    return tally.passing + tally.committed + tally.reason
