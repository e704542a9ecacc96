"""Which digest tells what: by dates, and by what the ledger says was left out. Nothing is lost, nothing told twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.digest.sample import digest, ledger, line, make, new_ids, period, source_of, told

from afterword.digest.ledger import EditionLedger, Line, Told
from afterword.digest.make import Maker
from afterword.digest.weeks import Week, parse_week, weeks_between
from afterword.model.report import Report

A = "2026-10-01-first"
B = "2026-10-02-second"


def changes(found: list[Report], *weeks: str, **options) -> list[tuple[str, str, str]]:
    made = digest(found, *weeks, **options)
    return [
        (each.report.address.split("/")[-2], update.what, update.late_from)
        for each in made.changed
        for update in each.updates
    ]


def test_a_week_is_half_open() -> None:
    found = [
        told(A, "2026-11-15"),
        told(B, "2026-11-16"),
        told("2026-10-03-c", "2026-11-22"),
        told("2026-10-04-d", "2026-11-23"),
    ]
    assert new_ids(digest(found, "2026-W47")) == ["2026-10-03-c", B]
    assert new_ids(digest(found, "2026-W46")) == [A]
    assert new_ids(digest(found, "2026-W48")) == ["2026-10-04-d"]


@pytest.mark.parametrize(
    ("at", "week"),
    [
        ('"2026-11-22T22:59:00Z"', "2026-W47"),  # 23:59 on Sunday in Berlin
        ('"2026-11-22T23:00:00Z"', "2026-W48"),  # Monday there already
        ('"2026-11-23T00:30:00+02:00"', "2026-W47"),
        ("2026-11-22", "2026-W47"),
        ("2026-11", "2026-W44"),  # a month counts from its first day, a Sunday
    ],
)
def test_an_update_counts_in_the_sites_zone(at: str, week: str) -> None:
    found = [told(A, "2026-10-05", f"updates: [{{at: {at}, what: More is known}}]\n")]
    assert changes(found, week) == [(A, "More is known.", "")]
    others = {"2026-W43", "2026-W44", "2026-W47", "2026-W48"} - {week}
    assert [changes(found, other) for other in sorted(others)] == [[], [], []]


def test_what_came_with_the_publication_is_no_update() -> None:
    more = "updates: [{at: 2026-11-10, what: Earlier}, {at: 2026-11-18, what: The same week}, {at: 2026-11-24, what: Later}]\n"
    found = [told(A, "2026-11-16", more)]
    made = make(found, "2026-W47")
    assert new_ids(made.digest) == [A]
    assert made.digest.changed == ()
    assert changes(found, "2026-W48") == [(A, "Later.", "")]
    assert changes(found, "2026-W46") == []
    assert made.told == (Told(id=A, revision=3, new=True, updates=("2026-11-10", "2026-11-18")),)


def test_a_report_merged_after_its_week_was_sent_is_late_and_told_once() -> None:
    before = make([told(A, "2026-11-10")], "2026-W46")
    found = [told(A, "2026-11-10"), told(B, "2026-11-11"), told("2026-10-03-c", "2026-11-17")]
    known = ledger(line(before))
    after = make(found, "2026-W47", known=known)
    items = [after.digest.pick.item, *after.digest.new]
    assert [(each.id, each.late_from) for each in items] == [("2026-10-03-c", ""), (B, "2026-W46")]
    third = make(found, "2026-W48", known=ledger(line(before), line(after)))
    assert new_ids(third.digest) == []
    assert third.digest.is_empty


def test_weeks_before_the_first_digest_are_not_late() -> None:
    """A ledger that begins today does not bring years of reports as news."""
    known = ledger(line(make([], "2026-W46"), "skipped-empty"))
    found = [told(A, "2025-03-03"), told(B, "2026-11-04")]
    assert new_ids(digest(found, "2026-W47", known=known)) == []


def test_a_late_update_is_told_once() -> None:
    one = told(A, "2026-11-02", "updates: [{at: 2026-11-11, what: First}]\n")
    sent = line(make([one], "2026-W46"))
    two = told(
        A,
        "2026-11-02",
        "updates: [{at: 2026-11-11, what: First}, {at: 2026-11-11, what: Second}, {at: 2026-11-18, what: Third}]\n",
    )
    known = ledger(line(make([one], "2026-W45")), sent)
    assert changes([two], "2026-W47", known=known) == [(A, "Second.", "2026-W46"), (A, "Third.", "")]
    after = make([two], "2026-W47", known=known)
    assert changes([two], "2026-W48", known=EditionLedger((*known.lines, line(after)))) == []


def test_a_ledger_with_ids_and_revisions_alone_is_understood() -> None:
    known = ledger(Line(weeks=("2026-W46",), edition="company", state="sent", reports=(Told(id=A, revision=2),)))
    found = [
        told(A, "2026-11-09", "updates: [{at: 2026-11-10, what: First}, {at: 2026-11-12, what: Second}]\n"),
        told(B, "2026-11-10"),
    ]
    made = digest(found, "2026-W47", known=known)
    assert new_ids(made) == [B]
    assert changes(found, "2026-W47", known=known) == [(A, "Second.", "2026-W46")]


def test_a_digest_made_again_is_the_same() -> None:
    """Its own line and later ones play no part."""
    found = [told(A, "2026-11-10"), told(B, "2026-11-17")]
    first = make(found, "2026-W46")
    second = make(found, "2026-W47", known=ledger(line(first)))
    again = make(found, "2026-W47", known=ledger(line(first), line(second, "pending"), line(second)))
    assert again == second


@pytest.mark.parametrize("state", ["ambiguous", "pending", "sent", "skipped-empty"])
def test_an_uncertain_digest_is_not_told_again_by_the_next_one(state) -> None:
    found = [told(A, "2026-11-10")]
    known = ledger(line(make(found, "2026-W46"), state))
    assert new_ids(digest(found, "2026-W47", known=known)) == []


def test_a_refused_digest_was_told_to_nobody() -> None:
    """Its weeks are still to be told, by a digest of their own or a combined one."""
    found = [told(A, "2026-11-10")]
    made = make(found, "2026-W46")
    known = ledger(line(made, "pending"), line(made, "refused"))
    assert known.settled_weeks == frozenset()
    assert new_ids(digest(found, "2026-W46", "2026-W47", known=known)) == [A]


def test_another_edition_knows_nothing_of_it() -> None:
    found = [told(A, "2026-11-10")]
    sent = line(make(found, "2026-W46"))
    assert EditionLedger(tuple(each for each in (sent,) if each.edition == "company/brief")).told == ()


def test_missed_weeks_become_one_digest() -> None:
    found = [told(A, "2026-11-03"), told(B, "2026-11-10"), told("2026-10-03-c", "2026-11-17")]
    made = digest(found, "2026-W45", "2026-W46", "2026-W47")
    assert new_ids(made) == ["2026-10-03-c", B, A]
    assert made.span.label == "2026-W45 to 2026-W47"
    assert made.subject == "Learning digest 2026-W45 to 2026-W47: 3 new"
    assert made.address == "https://afterword.example.org/digests/"


def test_a_correction_is_told_where_the_day_of_publication_was_moved_past_it() -> None:
    first = make([told(A, "2026-11-03")], "2026-W45")
    more = "updates: [{at: 2026-11-11, what: Fewer people, correction: true}]\n"
    again = make([told(A, "2026-11-17", more)], "2026-W46", "2026-W47", known=ledger(line(first)))
    assert new_ids(again.digest) == []
    assert [each.what for changed in again.digest.changed for each in changed.updates] == ["Fewer people."]


def test_a_renamed_report_is_not_news() -> None:
    known = ledger(line(make([told(A, "2026-11-10")], "2026-W46")))
    renamed = told("2026-10-01-better-name", "2026-11-10", f"aliases: [{A}]\n")
    assert new_ids(digest([renamed], "2026-W47", known=known)) == []


REMEDIATION = "remediations: [{{title: Alert by area, kind: monitor-alert, owner_team: care, due: 2026-11-30, {}}}]\n"


def closed(found: list[Report], *weeks: str, **options) -> list[tuple[str, str]]:
    made = digest(found, *weeks, **options)
    return [(each.status, each.note) for team in made.work for each in team.done]


def test_a_closing_that_was_recorded_late_is_told_once() -> None:
    still_open = told(A, "2026-11-02", REMEDIATION.format("status: accepted"))
    done = told(A, "2026-11-02", REMEDIATION.format("status: done, done_on: 2026-11-12"))
    verified = told(
        A, "2026-11-02", REMEDIATION.format("status: verified, done_on: 2026-11-12, verified_on: 2026-11-24")
    )
    known = ledger(line(make([still_open], "2026-W45")), line(make([still_open], "2026-W46"), "skipped-empty"))
    assert closed([done], "2026-W47", known=known) == [("done", "late from 2026-W46")]
    after = EditionLedger((*known.lines, line(make([done], "2026-W47", known=known))))
    assert closed([verified], "2026-W48", known=after) == [("verified", "")]
    last = EditionLedger((*after.lines, line(make([verified], "2026-W48", known=after))))
    assert closed([verified], "2026-W49", known=last) == []


def test_who_heard_that_it_holds_is_not_told_later_that_it_is_done() -> None:
    verified = told(
        A, "2026-11-02", REMEDIATION.format("status: verified, done_on: 2026-11-10, verified_on: 2026-11-12")
    )
    assert closed([verified], "2026-W46") == [("verified", "")]
    known = ledger(line(make([verified], "2026-W46")))
    assert closed([verified], "2026-W47", known=known) == []


@pytest.mark.parametrize(
    "front",
    ["audience: restricted\n", "origin: public-sources\n"],
)
def test_what_figures_do_not_count_is_in_no_digest(front: str) -> None:
    made = digest([told(A, "2026-11-17", front)], "2026-W47")
    assert made.is_empty
    assert A not in made.model_dump_json()


@pytest.mark.parametrize("lifecycle", ["draft", "in-review", "superseded", "withdrawn", "imported"])
def test_published_reports_alone_are_told(lifecycle: str) -> None:
    text = told(A, "2026-11-17").source.text.replace("lifecycle: published", f"lifecycle: {lifecycle}")
    from tests.pages.lists_sample import report

    assert digest([report(A, text)], "2026-W47").is_empty


WEEKS = weeks_between(parse_week("2026-W49"), parse_week("2027-W06"))


@st.composite
def histories(draw) -> list[tuple[str, int, int, list[tuple[int, int]]]]:
    """Reports as (id, day of publication, week of merging, updates as (day, week of merging)); days from W49's Monday."""
    found = []
    last = len(WEEKS) * 7 - 1
    for place in range(draw(st.integers(0, 6))):
        day = draw(st.integers(0, last))
        merged = min(len(WEEKS) - 1, day // 7 + draw(st.integers(0, 4)))
        updates = []
        for _ in range(draw(st.integers(0, 3))):
            later = draw(st.integers(day, last))
            updates.append((later, min(len(WEEKS) - 1, later // 7 + draw(st.integers(0, 3)))))
        found.append((f"2026-01-0{place + 1}-told", day, merged, updates))
    return found


def _day(place: int):
    return WEEKS[0].monday + timedelta(days=place)


@settings(max_examples=60)
@given(histories(), st.lists(st.booleans(), min_size=len(WEEKS), max_size=len(WEEKS)))
def test_every_report_and_every_update_is_told_exactly_once(history, runs: list[bool]) -> None:
    """Week after week, with runs that did not take place, and reports and updates that were merged late."""
    lines: list[Line] = []
    seen_new: list[str] = []
    seen_updates: list[tuple[str, str]] = []
    waiting: list[Week] = []
    runs[-1] = True
    for now, week in enumerate(WEEKS):
        waiting.append(week)
        if not runs[now]:
            continue
        present = [
            told(
                id,
                str(_day(day)),
                "updates: ["
                # In the order in which they were merged, as they are appended.
                + ", ".join(
                    f"{{at: {_day(at)}, what: U{number}}}"
                    for number, (at, merged_update) in sorted(enumerate(updates), key=lambda each: each[1][1])
                    if merged_update <= now
                )
                + "]\n",
            )
            for id, day, merged, updates in history
            if merged <= now
        ]
        known = EditionLedger(tuple(lines))
        made = Maker(source_of(present, today=week.after.monday)).make(period(*map(str, waiting)), known)
        seen_new += new_ids(made.digest)
        seen_updates += [
            (each.report.address.split("/")[-2], update.what) for each in made.digest.changed for update in each.updates
        ]
        lines.append(line(made, "skipped-empty" if made.digest.is_empty else "sent"))
        waiting = []
    assert sorted(seen_new) == sorted(id for id, *_ in history)
    assert len(seen_updates) == len(set(seen_updates))
    due = {
        (id, f"U{number}.")
        for id, day, merged, updates in history
        for number, (at, merged_update) in enumerate(updates)
        # What was merged before the report was told came with it.
        if _run_of(merged_update, runs) > _run_of(merged, runs) or at // 7 > _run_of(merged, runs)
    }
    assert set(seen_updates) == due


def _run_of(week: int, runs: list[bool]) -> int:
    """The first run in which something that was merged in the week's time can be told."""
    return next(place for place in range(week, len(runs)) if runs[place])
