"""Lessons come from similar systems alone, in the order that is told, and go once something guards the factor here."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evals.runs_sample import runs_of
from tests.pages.lessons_sample import LIST, OURS, QUIET, known, lessons_index, told
from tests.pages.lists_sample import narrower, report

from afterword.index.index import Index
from afterword.index.lessons import Lesson, gather_lessons
from afterword.model.eval_state import EvalState
from afterword.model.systems import Systems

FIX = "{title: A fix, kind: monitor-alert, addresses: [CF-1], status: %s}"
VERIFIED = FIX % "verified, verified_on: 2026-02-01"
CASE = """
eval_cases:
  - {title: It holds, kind: regression, status: %s, input: {prompt: a}, checks: [{type: contains, value: b}]}
"""
TIED = "{title: A test, kind: eval-case, addresses: [CF-1], status: accepted, evals: [EC-1]}"


def lessons(index: Index, slug: str = "shop-bot") -> tuple[Lesson, ...]:
    return gather_lessons(index)[slug].lessons


def names(found: tuple[Lesson, ...]) -> list[str]:
    return [each.factor.id for each in found]


def test_one_run_of_what_failed_sometimes_guards_nothing() -> None:
    def index(extra: str, trials: str) -> Index:
        case = CASE.replace("status: %s", f"status: committed{trials}")
        mine = told("2026-01-02-mine", "shop-bot", ("data-drift",), TIED, front=extra + case)
        return lessons_index(told("2026-01-01-theirs", "their-bot"), mine, eval_state=runs_of(mine))

    sometimes = "behaviour: {reproducible: sometimes}"
    assert lessons(index("", "")) == ()
    assert names(lessons(index(sometimes, ""))) == ["data-drift"]
    assert lessons(index(sometimes, ", trials: 20")) == ()


def test_a_lesson_comes_from_another_system_with_a_trait_in_common() -> None:
    index = lessons_index(
        told("2026-01-01-theirs", "their-bot"), told("2026-01-02-none", "their-other", ("comm-silo",))
    )
    (lesson,) = lessons(index)
    assert (lesson.factor.id, lesson.shared, lesson.reports) == ("data-drift", ("type", "provider", "autonomy"), 1)
    assert lesson.first.report.id == "2026-01-01-theirs"
    assert lesson.own == ()
    assert lesson.answer is None


def test_systems_of_others_learn_nothing_here() -> None:
    found = gather_lessons(lessons_index(told("2026-01-01-ours", "shop-bot")))
    assert list(found) == ["blank", "quiet-bot", "shop-bot"]


def test_a_type_other_and_a_model_of_ones_own_are_nothing_in_common() -> None:
    mine = known("mine", type="other", provider="self_hosted", owner_team="shop")
    index = lessons_index(told("2026-01-01-theirs", "their-other"), entries=(*LIST, mine))
    assert lessons(index, "mine") == ()


def test_more_shared_traits_come_first_then_the_graver_then_the_newer() -> None:
    index = lessons_index(
        told("2026-05-01-one", "their-agent", ("comm-silo",), severity="sev1"),
        told("2026-01-01-old", "their-bot", ("data-drift",), severity="sev3"),
        told("2026-03-01-new", "their-bot", ("model-opaque",), severity="sev3"),
        told("2025-01-01-grave", "their-bot", ("own-unclear",), severity="sev2"),
    )
    assert names(lessons(index)) == ["own-unclear", "model-opaque", "data-drift", "comm-silo"]


def test_of_one_shared_trait_autonomy_comes_last() -> None:
    models = known("their-models", provider="models")
    index = lessons_index(
        told("2026-05-01-one", "their-agent", ("comm-silo",), severity="sev1"),
        told("2026-01-01-two", "their-models", ("data-drift",), severity="sev4"),
        entries=(*LIST, models),
    )
    assert names(lessons(index)) == ["data-drift", "comm-silo"]


def test_of_one_report_first_what_more_reports_name() -> None:
    index = lessons_index(
        told("2026-05-01-one", "their-bot", ("comm-silo", "data-drift"), severity="sev1"),
        told("2026-01-01-two", "their-agent", ("data-drift",)),
    )
    assert [(each.factor.id, each.reports) for each in lessons(index)] == [("data-drift", 2), ("comm-silo", 1)]


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        (told("2026-01-02-ours", "shop-bot", ("data-drift",), VERIFIED), "verified"),
        (told("2026-01-02-ours", "shop-bot", ("data-drift",), FIX % "verified"), "verified"),
        (told("2026-01-02-ours", "shop-bot", ("data-drift",), TIED, front=CASE % "committed"), "case"),
        (told("2026-01-02-ours", "shop-bot", ("data-drift",), TIED, front=CASE % "proposed"), None),
        (told("2026-01-02-ours", "shop-bot", ("data-drift",), FIX % "done", front=CASE % "committed"), None),
        (told("2026-01-02-ours", "shop-bot", ("data-drift",), FIX % "declined, declined_because: Costs"), None),
        (told("2026-01-02-ours", "shop-bot", ("data-drift",), VERIFIED.replace("CF-1", "")), None),
        (told("2026-01-02-ours", "shop-bot", ("data-drift",), VERIFIED).with_fields(lifecycle="superseded"), None),
    ],
)  # fmt: skip
def test_what_guards_a_factor_here(own, kind: str | None) -> None:
    index = lessons_index(told("2026-01-01-theirs", "their-bot"), own, eval_state=runs_of(own))
    found = gather_lessons(index)["shop-bot"]
    assert {factor: guard.kind for factor, guard in found.guards.items()} == ({"data-drift": kind} if kind else {})
    assert names(found.lessons) == ([] if kind else ["data-drift"])


@pytest.mark.parametrize("verdict", ["failed", "error", "incomplete", None])
def test_a_committed_case_that_is_not_seen_passing_guards_nothing(verdict: str | None) -> None:
    own = told("2026-01-02-ours", "shop-bot", ("data-drift",), TIED, front=CASE % "committed")
    state = runs_of(own, verdict=verdict) if verdict else EvalState()
    index = lessons_index(told("2026-01-01-theirs", "their-bot"), own, eval_state=state)
    assert names(lessons(index)) == ["data-drift"]


def test_what_the_list_says_is_guarded() -> None:
    found = gather_lessons(lessons_index(told("2026-01-01-theirs", "their-bot", ("data-drift", "comm-silo"))))
    assert found["quiet-bot"].guards["data-drift"].kind == "list"
    assert names(found["quiet-bot"].lessons) == ["comm-silo"]


def test_a_fix_after_which_it_came_back_guards_nothing() -> None:
    index = lessons_index(
        told("2026-01-01-theirs", "their-bot"),
        told("2026-01-02-ours", "shop-bot", ("data-drift",), VERIFIED),
        told("2026-03-01-again", "shop-bot"),
    )
    (lesson,) = lessons(index)
    assert [each.id for each in lesson.own] == ["2026-03-01-again", "2026-01-02-ours"]


@pytest.mark.parametrize(("day", "accepted"), [("2026-11-23", True), ("2026-11-22", False)])
def test_a_decision_to_leave_it_holds_until_its_day(day: str, accepted: bool) -> None:
    risk = f"accepted_risk: {{rationale: It costs more, decided_by_role: product-owner, review_on: {day}}}"
    text = f"""---
title: Ours
lifecycle: published
system: {{name: shop-bot}}
contributing_factors: [{{factor: data-drift, how: It was so., {risk}}}]
---
"""
    index = lessons_index(told("2026-01-01-theirs", "their-bot"), report("2026-01-02-ours", text))
    found = gather_lessons(index)["shop-bot"]
    assert list(found.accepted) == (["data-drift"] if accepted else [])
    assert names(found.lessons) == ([] if accepted else ["data-drift"])


def test_what_held_elsewhere_is_told_before_what_was_only_done_there() -> None:
    index = lessons_index(
        told("2026-01-01-theirs", "their-bot", ("data-drift",), FIX % "done, done_on: 2026-02-01"),
        told("2026-01-03-far", "their-other", ("data-drift",), VERIFIED),
    )
    (lesson,) = lessons(index)
    assert lesson.answer is not None
    assert (lesson.answer.outcome, lesson.answer.use.report.id) == ("held", "2026-01-03-far")


def test_what_only_restores_is_no_answer() -> None:
    recourse = "{title: Paid back, kind: user-recourse, addresses: [CF-1], status: verified}"
    (lesson,) = lessons(lessons_index(told("2026-01-01-theirs", "their-bot", ("data-drift",), recourse)))
    assert lesson.answer is None


def test_what_nobody_has_said_is_named() -> None:
    found = gather_lessons(lessons_index(told("2026-01-01-theirs", "their-bot")))
    assert found["blank"].unknown == ("type", "provider", "autonomy")
    assert found["blank"].lessons == ()
    assert found["quiet-bot"].unknown == ("provider",)


def test_a_report_that_reached_both_systems_is_its_own() -> None:
    both = report(
        "2026-01-01-both",
        "---\ntitle: Both\nlifecycle: published\nsystem: {name: their-bot, also_affected: [shop-bot]}\n"
        "contributing_factors: [{factor: data-drift, how: It was so.}]\n---\n",
    )
    assert lessons(lessons_index(both)) == ()


def test_what_is_narrower_teaches_nothing() -> None:
    found = [told("2026-01-01-theirs", "their-bot")]
    hidden = [*narrower(), told("2026-02-01-secret", "their-bot", ("comm-silo",), front="audience: restricted")]
    assert lessons(lessons_index(*found, *hidden)) == lessons(lessons_index(*found))


SYSTEMS = ("shop-bot", "quiet-bot", "their-bot", "their-agent", "their-other")
FACTORS = ("data-drift", "comm-silo", "own-unclear", "model-opaque")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(SYSTEMS),
            st.lists(st.sampled_from(FACTORS), min_size=1, max_size=3),
            st.sampled_from(["sev1", "sev3"]),
        ),
        max_size=7,
    )
)
def test_lessons_are_what_similar_systems_name_and_nothing_guards(found: list[tuple[str, list[str], str]]) -> None:
    reports = [
        told(f"2026-01-{place:02}-a", system, tuple(factors), severity=severity)
        for place, (system, factors, severity) in enumerate(found, 1)
    ]
    index = lessons_index(*reports)
    for slug, entry in (("shop-bot", OURS), ("quiet-bot", QUIET)):
        similar = {"shop-bot", "quiet-bot", "their-bot", "their-agent"} - {slug}
        named = {factor for system, factors, _ in found if system in similar for factor in factors}
        gathered = gather_lessons(index)[slug]
        assert set(names(gathered.lessons)) == named - set(entry.factors_guarded)
        ranks = [(-len(each.shared), each.first.report.severity or "") for each in gathered.lessons]
        assert ranks == sorted(ranks)
        assert set(gathered.similar) <= similar


def test_an_entry_that_tells_of_an_unseen_report_goes() -> None:
    systems = Systems((known("a"), known("b"), known("c", factors_guarded=("x-own", "data-drift"))), True, "company")
    kept = systems.narrowed("company", {"c"}, {"b", "c"}, {"data-drift"})
    assert [each.name for each in kept.entries] == ["a", "c"]
    assert kept.entries[1].factors_guarded == ("data-drift",)
    assert [each.name for each in systems.narrowed("public", {"c"}, {"b"}, {}).entries] == ["c"]
