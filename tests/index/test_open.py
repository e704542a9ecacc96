"""What is open: ours alone, by team in the order of the alphabet, overdue first, against targets and trackers."""

from __future__ import annotations

from tests.pages.lists_sample import index_of, narrower, report, reports

from afterword.index.index import Index
from afterword.index.open import list_drifting, list_open

TRACKED = 'tracker: "https://tracker.example.org/7"'


def told(day: str, *remediations: str, severity: str = "sev2", front: str = "", lifecycle: str = "published") -> object:
    lines = "".join(f"  - {{kind: monitor-alert, {each}}}\n" for each in remediations)
    published = f"published_on: {day}\n" if lifecycle == "published" else ""
    return report(
        f"{day}-told",
        f"---\ntitle: Something was told\nlifecycle: {lifecycle}\nseverity: {severity}\n{front}{published}remediations:\n{lines}---\n",
    )


def work_of(*found: object, **targets: int):
    return list_open(index_of(list(found)), targets)


def test_teams_stand_in_the_order_of_the_alphabet_and_what_nobody_owns_stands_last() -> None:
    work = work_of(
        told("2026-10-01", "title: a, owner_team: Ärzte", "title: b", "title: c, owner_team: sre", "title: d, owner_team: SRE",
             "title: e, owner_team: Marketing")
    )  # fmt: skip
    assert [(team.slug, team.name, len(team.open)) for team in work.teams] == [
        ("marketing", "Marketing", 1), ("sre", "SRE", 2), ("arzte", "Ärzte", 1), ("", "", 1),
    ]  # fmt: skip


def test_of_a_team_the_most_overdue_stands_first_and_then_the_oldest() -> None:
    work = work_of(
        told("2026-09-01", "title: old", "title: late, due: 2026-11-20"),
        told("2026-10-01", "title: later, due: 2026-11-10", "title: in time, due: 2026-12-24"),
        told("2026-08-01", "title: oldest"),
    )
    assert [each.use.remediation.title for each in work.all] == ["later", "late", "oldest", "old", "in time"]
    assert (work.overdue, work.without_due) == (2, 2)


def test_a_target_counts_the_days_that_are_left_or_over() -> None:
    day = told("2026-10-24", "title: a", severity="sev1")
    assert [(each.target, each.over) for each in work_of(day, sev1=30).all] == [(30, 0)]
    assert [(each.over, each.is_past_target) for each in work_of(day, sev1=29).all] == [(1, True)]
    assert [(each.over, each.is_past_target) for each in work_of(day, sev1=40).all] == [(-10, False)]
    assert [(each.target, each.over) for each in work_of(day, sev2=1).all] == [(None, None)]
    undated = report("2026-10-24-x", "---\ntitle: Something\nseverity: sev1\nlifecycle: imported\naudience: company\n"
                     "remediations: [{title: a, kind: monitor-alert}]\n---\n")  # fmt: skip
    assert [(each.target, each.over, each.is_past_target) for each in work_of(undated, sev1=30).all] == [
        (30, None, False)
    ]


def test_what_is_closed_and_what_others_do_is_not_ours_to_do() -> None:
    closed = told(
        "2026-10-01",
        "title: a, status: done",
        "title: b, status: declined, declined_because: no",
        "title: c, status: verified",
    )
    assert work_of(closed, told("2026-10-02", "title: d", front="origin: public-sources\n")).all == ()
    sample = index_of([*reports(), *narrower()])
    assert [each.use.remediation.title for each in list_open(sample, {}).all] == ["Areas come from one list"]


def test_drift_is_told_of_open_and_of_closed_ones_and_open_ones_stand_first() -> None:
    index: Index = index_of(
        [
            told("2026-09-01", f"title: verified, status: verified, {TRACKED}"),
            told("2026-10-01", f"title: done, status: done, {TRACKED}"),
            told("2026-10-03", f"title: same, status: accepted, {TRACKED}"),
            told("2026-10-04", f"title: theirs, status: done, {TRACKED}", front="origin: public-sources\n"),
        ]
    )
    assert [(use.remediation.title, use.status, use.drift) for use in list_drifting(index)] == [
        ("done", "accepted", "the report says done, the tracker open"),
        ("verified", "verified", "the report says verified, the tracker open"),
    ]
