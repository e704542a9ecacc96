"""What earlier reports tell of a factor: the order of dates, the systems, and whose work counts."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.link.recurrence import History, Repeat
from afterword.model.labels import Label
from afterword.model.report import Report
from afterword.model.tracker_state import TrackerItem, TrackerState
from afterword.read.labels import label_reports
from tests.pages.report_sample import report

TEXT = """---
title: Assistant offered unequal discounts
lifecycle: {lifecycle}
{front}
system: {{name: {system}}}
contributing_factors:
  - {{factor: data-drift, how: The offers had moved since.}}
  - {{factor: {other}, how: The other condition of it.}}
remediations:
  - {{title: Alert by area, kind: monitor-alert, addresses: [CF-1], tracker: "https://t.example.com/1", {rm}}}
---
"""


def told(
    report_id: str, *, lifecycle: str = "published", system: str = "shop", rm: str = "status: accepted", front: str = "",
    other: str = "comm-silo",
) -> Report:  # fmt: skip
    return report(TEXT.format(lifecycle=lifecycle, system=system, rm=rm, front=front, other=other), report_id)


def repeat_of(one: Report, *others: Report, state: TrackerState | None = None) -> Repeat | None:
    found = History([one, *others], state).repeats_of(one)
    return next((each for each in found if each.factor_id == "data-drift"), None)


def ids(reports: tuple[Report, ...]) -> list[str]:
    return [each.id for each in reports]


def test_earlier_and_later_ones_stand_in_the_order_of_their_dates() -> None:
    one = told("2025-03-01-one")
    found = repeat_of(one, told("2026-01-01-d"), told("2024-05-01-b"), told("2024-a"), told("2025-03-01-two"))
    assert found is not None
    assert ids(found.earlier) == ["2024-05-01-b", "2024-a"]  # a year alone counts by its last day
    assert ids(found.later) == ["2025-03-01-two", "2026-01-01-d"]


@pytest.mark.parametrize("lifecycle", ["draft", "superseded", "withdrawn"])
def test_what_is_not_settled_does_not_count(lifecycle: str) -> None:
    assert repeat_of(told("2025-03-01-one"), told("2024-01-01-a", lifecycle=lifecycle)) is None


def test_one_that_was_taken_over_counts_where_it_names_the_factor() -> None:
    one, older = told("2025-03-01-one"), told("2024-01-01-a", lifecycle="imported")
    found = repeat_of(one, older)
    assert found is not None
    assert ids(found.earlier) == ["2024-01-01-a"]
    bare = report("---\ntitle: An older text\nlifecycle: imported\nsystem: {name: shop}\n---\n", "2023-01-01-b")
    assert repeat_of(one, bare) is None
    label = Label("2023-01-01-b", "data-drift", date(2026, 5, 18))
    found = repeat_of(one, older, *label_reports([bare], [label]))
    assert found is not None
    assert ids(found.earlier) == ["2023-01-01-b", "2024-01-01-a"]


def test_a_draft_may_ask_and_is_not_asked() -> None:
    draft = told("2025-03-01-one", lifecycle="draft")
    assert repeat_of(draft, told("2024-01-01-a")) is not None
    assert repeat_of(told("2026-03-01-later"), draft) is None


@pytest.mark.parametrize(("system", "alike"), [("Shop", True), ("  SHOP ", True), ("shop-search", False), ("!", False)])
def test_two_spellings_of_one_name_are_one_system(system: str, alike: bool) -> None:
    assert (repeat_of(told("2025-03-01-one"), told("2024-01-01-a", system=f"'{system}'")) is not None) is alike


def test_a_system_that_was_reached_counts_as_well_and_a_report_once() -> None:
    both = told("2024-01-01-a", system="shop, also_affected: [search]")
    one = told("2025-03-01-one", system="search, also_affected: [shop]")
    found = repeat_of(one, both)
    assert found is not None
    assert ids(found.earlier) == ["2024-01-01-a"]
    assert len(found.open) == 1


def test_without_a_system_nothing_is_the_same() -> None:
    text = (
        "---\ntitle: No system is told here\nlifecycle: published\ncontributing_factors: [{factor: data-drift}]\n---\n"
    )
    assert repeat_of(report(text, "2025-03-01-one"), report(text, "2024-03-01-two")) is None


def test_an_account_that_it_replaces_is_no_repetition_from_either_end() -> None:
    old = told("2024-01-01-a")
    new = told("2025-03-01-one", front="supersedes: [2024-01-01-a]")
    assert repeat_of(new, old) is None
    assert repeat_of(old, new) is None


@pytest.mark.parametrize(
    ("rm", "group"),
    [
        ("status: proposed", "open"), ("status: accepted", "open"), ("status: in_progress", "open"),
        ("status: declined", "declined"), ("status: done, done_on: 2024-02-01", ""),
        ("status: verified, verified_on: 2024-03-01", "verified"), ("status: verified", ""),
        ("status: verified, verified_on: 2025-03-01", ""), ("status: verified, verified_on: 2025-02-28", "verified"),
    ],
)  # fmt: skip
def test_where_a_remediation_stands(rm: str, group: str) -> None:
    found = repeat_of(told("2025-03-01-one"), told("2024-01-01-a", rm=rm))
    assert found is not None
    assert [name for name in ("open", "declined", "verified") if getattr(found, name)] == ([group] if group else [])


def test_a_date_that_is_known_to_the_month_may_lie_before_the_fix() -> None:
    fixed = told("2024-01-01-a", rm="status: verified, verified_on: 2025-03-10")
    found = repeat_of(told("2025-03-one"), fixed)
    assert found is not None
    assert found.verified == ()


@pytest.mark.parametrize(("state", "rm", "group"), [
    ("done", "status: accepted", ""), ("open", "status: done", "open"), ("declined", "status: accepted", "declined"),
    ("open", "status: verified, verified_on: 2024-03-01", ""), ("done", "status: verified, verified_on: 2024-03-01", "verified"),
])  # fmt: skip
def test_the_tracker_has_its_word(state: str, rm: str, group: str) -> None:
    item = TrackerItem.model_validate({"url": "https://t.example.com/1", "state": state})
    known = TrackerState(datetime(2026, 1, 1, tzinfo=UTC), (item,))
    found = repeat_of(told("2025-03-01-one"), told("2024-01-01-a", rm=rm), state=known)
    assert found is not None
    assert [name for name in ("open", "declined", "verified") if getattr(found, name)] == ([group] if group else [])


def test_work_of_others_is_neither_open_nor_declined() -> None:
    for rm in ("status: accepted", "status: declined"):
        found = repeat_of(told("2025-03-01-one"), told("2024-01-01-a", rm=rm, front="origin: public-sources"))
        assert found is not None
        assert (found.open, found.declined, ids(found.earlier)) == ((), (), ["2024-01-01-a"])


def test_a_remediation_for_another_factor_is_none_for_this_one() -> None:
    one, other = told("2025-03-01-one"), told("2024-01-01-a")
    found = History([one, other], None).repeats_of(one)
    assert [(each.factor_id, each.place, len(each.open)) for each in found] == [
        ("data-drift", 0, 1),
        ("comm-silo", 1, 0),
    ]


@given(
    st.lists(
        st.tuples(
            st.dates(date(2024, 1, 1), date(2024, 3, 1)), st.sampled_from(["shop", "search", "Shop"]),
            st.sampled_from(["comm-silo", "data-drift"]), st.sampled_from(["published", "draft", "in-review"]),
        ),
        max_size=9,
    )
)  # fmt: skip
def test_it_is_what_a_look_at_every_pair_finds(listed: list[tuple[date, str, str, str]]) -> None:
    reports = [
        told(f"{day}-r{place}", system=system, other=other, lifecycle=lifecycle)
        for place, (day, system, other, lifecycle) in enumerate(listed)
    ]
    history = History(reports, None)
    for one in reports:
        names = {each.factor for each in one.front.contributing_factors}
        found = {each.factor_id: (set(ids(each.earlier)), set(ids(each.later))) for each in history.repeats_of(one)}
        for factor in names:
            alike = [
                each for each in reports
                if each is not one and each.lifecycle != "draft" and each.system_slugs & one.system_slugs
                and factor in {entry.factor for entry in each.front.contributing_factors}
            ]  # fmt: skip
            earlier = {each.id for each in alike if each.sort_key() < one.sort_key()}
            later = {each.id for each in alike} - earlier
            assert found.get(str(factor), (set(), set())) == (earlier, later)
