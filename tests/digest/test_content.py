"""What a digest says of what it tells: the head, reports, remediations as they stood, conditions, and other sections."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.digest.sample import digest, make, new_ids, source_of, told
from tests.pages.lists_sample import FACTS

from afterword.digest.content.plain_texts import line, sentences
from afterword.digest.edition import Choice, EditionError, choose
from afterword.digest.forms.forms import MailLinks, write_forms
from afterword.digest.forms.said import say_clock
from afterword.digest.make import Maker
from afterword.digest.site.render import render_digests
from afterword.digest.weeks import Period, parse_week, week_of
from afterword.index.cohorts import count_left

A = "2026-10-01-first"
B = "2026-10-02-second"
C = "2026-10-03-third"
RM = "remediations:\n"


def remediation(title: str, more: str, team: str = "care") -> str:
    owner = f"owner_team: {team}, " if team else ""
    return f"  - {{title: {title}, kind: monitor-alert, {owner}{more}}}\n"


def work(found, week: str, **options) -> dict[str, dict[str, list[tuple[str, str, int | None]]]]:
    made = digest(found, week, **options)
    return {
        team.team: {
            name: [(each.title, each.status, each.days) for each in getattr(team, name)]
            for name in ("done", "due", "overdue")
            if getattr(team, name)
        }
        for team in made.work
    }


# The head


def test_the_editors_pick_is_the_report_of_the_week_and_says_what_it_teaches() -> None:
    found = [
        told(A, "2026-11-17", "digest: {pick: true, takeaway: Totals hide their parts}\n"),
        told(B, "2026-11-18", "digest: {takeaway: Another lesson}\n"),
    ]
    made = digest(found, "2026-W47")
    assert (made.pick.item.id, made.pick.because) == (A, "picked by the editors")
    assert made.teaches == "Totals hide their parts."
    assert [each.id for each in made.new] == [B]


@pytest.mark.parametrize(
    ("first", "second", "expected", "because"),
    [
        ("digest: {takeaway: One}\n", "", A, "the newest report with a lesson in its own words"),
        (
            "digest: {takeaway: One}\n",
            "digest: {takeaway: Two}\n",
            B,
            "the newest report with a lesson in its own words",
        ),
        ("", "", B, "the newest report"),
        ("digest: {pick: true}\n", "digest: {pick: true}\n", B, "picked by the editors"),
    ],
)
def test_without_a_pick_the_choice_is_documented(first: str, second: str, expected: str, because: str) -> None:
    made = digest([told(A, "2026-11-17", first), told(B, "2026-11-18", second)], "2026-W47")
    assert (made.pick.item.id, made.pick.because) == (expected, because)


def test_a_near_miss_is_chosen_like_an_incident_and_told_like_one() -> None:
    near = "near_miss: {caught_by: A clerk who asked}\n"
    found = [
        told(A, "2026-11-17", near, kind="near_miss"),
        told(B, "2026-11-16", near, kind="near_miss"),
        told(C, "2026-11-16"),
    ]
    made = digest(found, "2026-W47")
    assert made.pick.item.id == A
    assert made.pick.item.stopped_by == "A clerk who asked"
    assert ([each.id for each in made.near_misses], [each.id for each in made.new]) == ([B], [C])
    assert (made.counts.near_misses, made.counts.incidents, made.counts.new) == (2, 1, 3)


def test_a_condition_that_new_reports_share_is_told_at_once() -> None:
    factor = "contributing_factors: [{factor: data-drift, how: The world had moved since the records were made.}]\n"
    both = [told(A, "2026-11-17", factor), told(B, "2026-11-18", factor)]
    title = source_of(both).index.view.vocabulary.factor_by_id["data-drift"].title
    assert digest(both, "2026-W47").teaches == f"It happened. Both new reports share a condition: {title}."
    three = [*both, told(C, "2026-11-16")]
    assert digest(three, "2026-W47").teaches == f"It happened. 2 of 3 new reports share a condition: {title}."


def test_a_week_of_corrections_alone_says_so() -> None:
    more = "updates: [{at: 2026-11-18, what: Fewer people, correction: true}]\n"
    made = digest([told(A, "2026-11-02", more), told(B, "2026-11-02", more.replace("true", "false"))], "2026-W47")
    assert made.teaches == "No new report this week; 1 earlier report was corrected and 1 earlier report was updated."
    assert made.subject == "Learning digest 2026-W47: 1 updated, 1 corrected"
    assert [each.is_corrected for each in made.changed] == [True, False]
    assert not made.is_empty


def test_an_empty_week_says_so_and_still_tells_what_is_open() -> None:
    found = [told(A, "2026-11-02", RM + remediation("Alert by area", "status: accepted, due: 2026-11-30"))]
    made = digest(found, "2026-W47")
    assert made.is_empty
    assert made.teaches == "Nothing was published, changed or finished this week."
    assert made.subject == "Learning digest 2026-W47: nothing new"
    assert made.counts.due == 1
    forms = write_forms(made, MailLinks())
    for form in (forms.html.partition("<h1")[2], forms.text):
        assert form.count("Nothing was published") == 1


@pytest.mark.parametrize("title", ["Zürich", "🚨", "a\nBcc: x@y.example", "=?utf-8?q?=0D=0A?="])
def test_the_subject_holds_no_word_that_was_typed(title: str) -> None:
    found = [told(A, "2026-11-17", title=repr(title).replace("'", '"'))]
    assert digest(found, "2026-W47").subject == "Learning digest 2026-W47: 1 new"


# Reports


def test_a_report_is_told_in_its_own_words() -> None:
    more = (
        "severity: sev2\ndigest: {headline: One question and two offers}\n"
        "contributing_factors:\n"
        "  - {factor: data-drift, how: The world had moved since the records were made. Nobody could see it.}\n"
        "  - {factor: comm-silo, how: Planners knew.}\n"
        "remediations:\n"
        "  - {title: Alert by area, kind: monitor-alert, status: accepted}\n"
        "  - {title: Not this, kind: monitor-alert, status: declined}\n"
    )
    item = digest([told(A, "2026-11-17", more)], "2026-W47").pick.item
    assert item.headline == "One question and two offers"
    assert item.facts == ("Incident, sev2", "Shop assistant", "happened on 1 October 2026")
    assert item.happened == "It happened."
    assert [each.how for each in item.causes] == [
        "The world had moved since the records were made. Nobody could see it.",
        "Planners knew.",
    ]
    assert item.causes[0].address == "https://afterword.example.org/factors/data-drift/"
    assert item.changes == ("Alert by area",)
    assert (item.impact, item.trade_off, item.for_people) == ((), "", "")


def test_no_factor_and_no_remediation_of_a_report_is_passed_over() -> None:
    factors = "".join(f"  - {{factor: x-factor-{number}, how: How {number}.}}\n" for number in range(7))
    changes = "".join(f"  - {{title: Change {number}, kind: monitor-alert}}\n" for number in range(9))
    found = [told(A, "2026-11-17", f"contributing_factors:\n{factors}remediations:\n{changes}")]
    made = digest(found, "2026-W47")
    assert (len(made.pick.item.causes), len(made.pick.item.changes)) == (7, 9)
    forms = write_forms(made, MailLinks())
    source = source_of(found)
    page = next(p.markdown for p in render_digests(source.index, FACTS, source.settings).pages if "W47" in p.path)
    for form in (forms.html, forms.text, page):
        assert "and 3 more factors in the report" in form
        assert "and 4 more remediations in the report" in form


def test_the_brief_says_what_it_meant_for_people_and_explains_its_terms() -> None:
    more = (
        "trade_off: Chats became shorter\n"
        "behaviour: {expected: The same question gets the same answer}\n"
        "impact: {harm: occurred, people_affected: {min: 10, max: 20}, groups: People in the north, unknowns: [Who left]}\n"
        'timeline: [{at: "2026-10-03T10:00:00", kind: resolved, what: Fixed}]\n'
        "contributing_factors: [{factor: data-drift, how: The model had drifted from the world it was made for.}]\n"
        "digest: {takeaway: Watch for drift}\n"
    )
    made = digest([told(A, "2026-11-17", more)], "2026-W47", choice=Choice(brief=True))
    item = made.pick.item
    assert item.impact == (
        "People were harmed or disadvantaged.",
        "People affected: 10 to 20.",
        "Affected more than others: People in the north.",
        "Not known: Who left.",
    )
    assert item.trade_off == "Chats became shorter"
    assert item.for_people == "Resolved on 3 October 2026. What should hold: The same question gets the same answer."
    assert [each.how for each in item.causes] == [""]
    assert "Drift" in [each.term for each in made.terms]
    assert made.subject == "Learning brief 2026-W47: 1 new"
    assert made.edition.key == "company/brief"
    assert made.cases is None


# Remediations as they stood


def test_remediations_are_told_as_they_stood_when_the_week_ended() -> None:
    entries = (
        RM
        + remediation("Closed before", "status: done, done_on: 2026-11-10, due: 2026-11-20")
        + remediation("Closed in the week", "status: done, done_on: 2026-11-20, due: 2026-11-10")
        + remediation("Closed later", "status: done, done_on: 2026-11-25, due: 2026-11-24")
        + remediation("Due on the Sunday", "status: in_progress, due: 2026-11-22")
        + remediation("Due on the next day", "status: in_progress, due: 2026-11-23")
        + remediation("Due in fourteen days", "status: accepted, due: 2026-12-07")
        + remediation("Due later", "status: accepted, due: 2026-12-08")
        + remediation("Without a team", "status: accepted, due: 2026-11-01", team="")
        + remediation("Declined", "status: declined, declined_on: 2026-11-16, declined_because: It fades", team="ml")
        + remediation("Closed on an unknown day", "status: done, due: 2026-11-01")
    )
    found = [told(A, "2026-11-02", entries)]
    assert work(found, "2026-W47") == {
        "care": {
            "done": [("Closed in the week", "done", None)],
            "due": [
                ("Due on the next day", "in_progress", 0),
                ("Closed later", "accepted", 1),
                ("Due in fourteen days", "accepted", 14),
            ],
            "overdue": [("Due on the Sunday", "in_progress", -1)],
        },
        "ml": {"done": [("Declined", "declined", None)]},
        "": {"overdue": [("Without a team", "accepted", -22)]},
    }
    made = digest(found, "2026-W47")
    assert list(work(found, "2026-W47")) == ["care", "ml", ""]
    assert (made.counts.done, made.counts.due, made.counts.overdue) == (2, 3, 2)
    assert next(team for team in made.work if team.team == "ml").done[0].note == "It fades."
    # One of them was declined: nobody has done it.
    assert made.subject == "Learning digest 2026-W47: 2 closed"


def test_what_is_done_and_verified_in_one_week_is_told_once() -> None:
    entries = RM + remediation("Alert", "status: verified, done_on: 2026-11-17, verified_on: 2026-11-20")
    assert work([told(A, "2026-11-02", entries)], "2026-W47")["care"]["done"] == [("Alert", "verified", None)]


def test_others_work_is_not_ours() -> None:
    entries = "origin: public-sources\n" + RM + remediation("Alert", "status: accepted, due: 2026-11-20")
    made = digest([told(A, "2026-11-17", entries)], "2026-W47", public=True)
    assert new_ids(made) == [A]
    assert made.pick.item.public_sources
    assert (made.work, made.cohorts) == ((), ())


def test_months_are_counted_at_both_ends_of_the_week() -> None:
    entries = RM + "".join(
        [
            remediation("One", "status: done, done_on: 2026-11-18"),
            remediation("Two", "status: accepted"),
            remediation("Three", "status: done, done_on: 2026-11-23"),
            remediation("Four", "status: done, done_on: 2026-10-28"),
            remediation("Five", "status: done"),
        ]
    )
    found = [told(A, "2026-10-20", entries), told(B, "2026-11-17", RM + remediation("New", "status: accepted"))]
    made = digest(found, "2026-W47").cohorts
    assert [(each.label, each.opened, each.left, each.change) for each in made] == [
        ("November 2026", 1, 1, None),
        ("October 2026", 4, 2, -1),
    ]


DAYS = st.dates(date(2025, 6, 1), date(2026, 12, 1))


@given(st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS)), max_size=12), DAYS)
def test_months_agree_with_the_page_of_open_remediations(entries: list[tuple[date, date | None]], day: date) -> None:
    found = [
        told(
            f"2025-01-{place + 1:02}-told",
            str(opened),
            RM + remediation("It", f"status: done, done_on: {closed}" if closed else "status: accepted"),
        )
        for place, (opened, closed) in enumerate(entries)
    ]
    source = source_of(found)
    period = Period((week_of(day),))
    made = Maker(source).make(period).digest.cohorts
    left = count_left(source.remediations, period.weeks[-1].sunday)
    assert sum(each.left for each in made) == left
    changes = sum(each.change or 0 for each in made) + sum(each.left for each in made if each.change is None)
    assert changes == left - count_left(source.remediations, period.weeks[0].before.sunday)


# Other sections


def test_conditions_that_recur_name_what_is_open_for_them() -> None:
    factor = "contributing_factors: [{factor: data-drift, how: The world had moved since the records were made.}]\n"
    found = [
        told(A, "2026-10-20", factor + RM + remediation("Alert", "status: accepted")),
        told(B, "2026-11-17", factor),
        told(C, "2026-11-24", factor),
    ]
    (made,) = digest(found, "2026-W47").recurring
    assert (made.reports, made.open, made.oldest_days) == (2, 1, 34)
    assert [each.address for each in made.new] == [f"https://afterword.example.org/reports/{B}/"]
    assert digest(found[1:2], "2026-W47").recurring == ()


def test_new_eval_cases_and_coverage_as_of_the_week() -> None:
    case = "eval_cases: [{title: The same offer, kind: counterfactual-group, status: committed, blocking: true}]\n"
    found = [told(A, "2026-10-20"), told(B, "2026-11-17", case), told(C, "2026-11-24", case)]
    made = digest(found, "2026-W47").cases
    assert [(each.title, each.kind, each.status, each.blocking) for each in made.new] == [
        ("The same offer", "counterfactual-group", "committed", True)
    ]
    assert made.new[0].address.endswith(f"/reports/{B}/#ec-1")
    assert (made.covered, made.total) == (1, 2)
    assert digest(found, "2026-W46").cases is None


def test_reporting_clocks_run_until_the_notice_is_handed_in() -> None:
    duty = "impact: {{reporting: [{{regime: gdpr_art33, applicable: {}, due: 2026-11-25{}}}]}}\n"
    found = [
        told(A, "2026-11-10", duty.format("true", "")),
        told(B, "2026-11-10", duty.format("true", ", submitted: 2026-11-20")),
        told(C, "2026-11-10", duty.format("true", ", submitted: 2026-11-24")),
        told("2026-10-04-no", "2026-11-10", duty.format("false", "")),
    ]
    made = digest(found, "2026-W47").clocks
    assert [(each.report.address.split("/")[-2], each.days) for each in made] == [(A, 2), (C, 2)]
    assert made[0].regime == "GDPR, Article 33"
    assert say_clock(made[0]) == "The notice is due on 25 November 2026."
    assert say_clock(made[0].model_copy(update={"due_words": "November 2026"})) == "The notice is due in November 2026."


def test_from_this_week_in_earlier_years() -> None:
    found = [
        told("2025-11-17-a", "2025-12-01"),
        told("2024-11-22-b", "2025-01-01"),
        told("2024-11-23-outside", "2025-01-01"),
        told("2026-11-17-same-year", "2026-11-18"),
        told("2023-11-20-only-now", "2026-11-19"),
        told("2022-11-of-a-month", "2023-01-01", "occurred_on: 2022-11\n"),
    ]
    made = digest(found, "2026-W47").earlier
    assert [(each.year, each.report.address.split("/")[-2]) for each in made] == [
        (2025, "2025-11-17-a"),
        (2024, "2024-11-22-b"),
    ]


def test_a_leap_day_is_remembered_in_other_years() -> None:
    found = [told("2024-02-29-a", "2024-03-05")]
    assert [each.year for each in digest(found, "2026-W09").earlier] == [2024]
    assert digest(found, "2026-W10").earlier == ()


# Editions


def test_a_teams_edition_tells_its_reports_and_its_work_alone() -> None:
    found = [
        told(A, "2026-11-17", RM + remediation("Ours", "status: accepted, due: 2026-11-25", team="ml-platform")),
        told(B, "2026-11-17", RM + remediation("Theirs", "status: accepted, due: 2026-11-25", team="other")),
    ]
    choice = choose(source_of(found).index, brief=False, team="ML Platform")
    made = digest(found, "2026-W47", choice=choice)
    assert new_ids(made) == [A]
    assert list(work(found, "2026-W47", choice=choice)) == ["ml-platform"]
    assert "Theirs" not in made.model_dump_json()
    assert made.subject == "Learning digest 2026-W47 for team ml-platform: 1 new"
    assert made.edition.key == "company/team:ml-platform"


def test_an_unknown_team_is_refused_with_the_one_that_was_meant() -> None:
    index = source_of([told(A, "2026-11-17", RM + remediation("Ours", "status: accepted", team="ml-platform"))]).index
    with pytest.raises(EditionError) as refused:
        choose(index, brief=False, team="ml-platfrom")
    assert str(refused.value) == "no report names the team `ml-platfrom`; the nearest one is `ml-platform`"


def test_a_narrower_report_changes_no_byte() -> None:
    factor = "contributing_factors: [{factor: data-drift, how: The world had moved since the records were made.}]\n"
    shown = [told(A, "2026-11-17", factor)]
    canary = told(
        B,
        "2026-11-18",
        f"audience: restricted\n{factor}" + RM + remediation("CANARY", "status: accepted, due: 2026-11-25"),
    )
    assert make([*shown, canary], "2026-W47") == make(shown, "2026-W47")


# Plain texts


@given(st.text(), st.integers(1, 40))
def test_sentences_are_whole_and_few(text: str, most: int) -> None:
    kept = sentences(text, most)
    assert "\n" not in kept
    whole = line(text)
    assert kept == whole or (kept.endswith(" …") and whole.startswith(kept[:-2]))


def test_the_first_sentence_is_never_cut() -> None:
    assert sentences("One two three four. Five six.", 2) == "One two three four. …"
    assert sentences("One two. Three four. Five six.", 4) == "One two. Three four. …"
    assert sentences("One two. Three.", 4) == "One two. Three."


def test_a_period_over_the_turn_of_the_year() -> None:
    made = digest([told(A, "2027-01-02")], "2026-W53", today=date(2027, 2, 1))
    assert (made.span.first_day, made.span.last_day) == (date(2026, 12, 28), date(2027, 1, 3))
    assert new_ids(made) == [A]
    assert parse_week("2026-W53").after == parse_week("2027-W01")
