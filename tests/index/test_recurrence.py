"""The nearest fix before a report, found without looking at every pair."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.pages.lists_sample import index_of, report

from afterword.index.index import Index
from afterword.index.recurrence import Return, fixes_of, reports_with, returns_of

FACTOR = "data-drift"
TEXT = """---
title: Offers drifted apart
lifecycle: published
supersedes: {supersedes}
system: {{name: {system}, also_affected: {also}}}
contributing_factors: [{{factor: data-drift, how: What the offers meant had moved since.}}]
remediations: [{{title: Alert by area, kind: monitor-alert, {fix}}}]
published_on: 2026-09-01
---
"""
DAYS = st.dates(date(2024, 1, 1), date(2024, 2, 10))
NAMES = st.sampled_from(["shop", "search", "pay"])
REPORTS = st.lists(
    st.tuples(DAYS, NAMES, st.lists(NAMES, max_size=2), st.none() | DAYS, st.none() | st.integers(0, 6)), max_size=8
)


def by_every_pair(index: Index) -> list[Return]:
    """The definition, in the fewest words."""
    fixes = fixes_of(FACTOR, index)
    found = []
    for one in reports_with(index.by_factor.get(FACTOR, ()), frozenset(each.id for each in index.counted)):
        replaced = {each.target for each in index.graph.outgoing.get(one.id, ()) if each.kind == "supersedes"}
        before = [
            Return(one, use, day, bool(one.system_slugs & use.report.system_slugs))
            for day, use in fixes
            if one.date and day < one.date.first and use.report.id not in {one.id, *replaced}
        ]
        if before:
            found.append(max(before, key=lambda each: (each.same_system, each.fixed_on)))
    return found


@given(REPORTS)
def test_it_is_what_a_look_at_every_pair_finds(
    listed: list[tuple[date, str, list[str], date | None, int | None]],
) -> None:
    ids = [f"{day}-r{place}" for place, (day, *_) in enumerate(listed)]
    reports = []
    for report_id, (_, system, also, fixed, replaced) in zip(ids, listed, strict=True):
        fix = f"status: done, done_on: {fixed}" if fixed else "status: accepted"
        other = [ids[replaced]] if replaced is not None and replaced < len(ids) and ids[replaced] != report_id else []
        reports.append(report(report_id, TEXT.format(supersedes=other, system=system, also=also, fix=fix)))
    index = index_of(reports)
    assert list(returns_of(FACTOR, index)) == by_every_pair(index)


def test_a_factor_without_a_fix_has_none() -> None:
    index = index_of(
        [report("2024-01-01-a", TEXT.format(supersedes=[], system="shop", also=[], fix="status: accepted"))]
    )
    assert returns_of(FACTOR, index) == ()
    assert returns_of("no-factor", index) == ()
