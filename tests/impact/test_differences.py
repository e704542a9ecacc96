"""What changed in a report is told in terms of the form, once, and words as words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.impact.sample import FIRST, FIRST_TEXT, Files

from afterword.impact.make import State, make_impact
from afterword.impact.view import Base, Impact
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.pages.page import SiteFacts
from afterword.read.collection import read_collection

FACTS = SiteFacts("Reports", "https://reports.example.org/", "", "Europe/Berlin")
Compare = Callable[[Files, Files], Impact]
RM2 = "RM-2 “Areas come from one list”"
EC1 = "EC-1 “Neighbours get one offer”"


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """What lies between two states of a folder of documents."""

    def run(before: Files, after: Files) -> Impact:
        base = Base(reference="main", commit="0" * 40)
        return make_impact(state(tmp_path / "a", before), state(tmp_path / "b", after), base, FACTS, date(2026, 5, 18))

    return run


def state(root: Path, files: Files) -> State:
    """The files, written and read."""
    for place, text in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or "")
    return State(read_collection(Project(root, root / "postmortems")), Settings())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("lifecycle: published", "lifecycle: superseded", ["step: superseded, was published"]),
        ("severity: sev2\n", "", ["fields: severity is empty, was sev2"]),
        ("2025-11-20", "2025-11-21", ["fields: published on is 2025-11-21, was 2025-11-20"]),
        ("{name: shop-assistant}", "{name: help}", ["fields: system is help, was shop-assistant"]),
        (
            "{name: shop-assistant}",
            "{name: shop-assistant, provider: other}",
            ["fields: also changed: system"],
        ),
        (
            "factor: data-drift, how",
            "factor: data-poisoned, how",
            [
                "factors: “Outsiders could write into learning data” added",
                "factors: “Inputs or their meaning moved” removed",
            ],
        ),
        (
            "factor: data-drift, how",
            "factor: data-drift, confidence: known, how",
            ["factors: “Inputs or their meaning moved” is known, was potential"],
        ),
        (
            "in the other.}",
            "in the other., accepted_risk: {rationale: r, decided_by_role: lead, review_on: 2027-01-01}}",
            ["factors: “Inputs or their meaning moved” stays as it is, by decision until 2027-01-01"],
        ),
        ("status: accepted, due", "status: in_progress, due", [f"remediations: {RM2} is in progress, was accepted"]),
        ("status: accepted, due", "status: declined, due", [f"remediations: {RM2} is closed: declined, was accepted"]),
        (
            "status: verified, done",
            "status: in_progress, done",
            ["remediations: RM-1 “Offers leave the postcode out” is open again: in progress, was verified"],
        ),
        ("due: 2026-04-30", "due: 2026-05-01", [f"remediations: {RM2} is due 2026-05-01, 1 day later than 2026-04-30"]),
        (", due: 2026-04-30", "", [f"remediations: {RM2} has no due date any more, was 2026-04-30"]),
        ("owner_team: care,", "owner_team: ops,", [f"remediations: {RM2} is owned by ops, was care"]),
        ("kind: standardise-or-pin", "kind: data-fix", ["fields: also changed: remediations.kind"]),
        ("title: Areas come", "title: All areas come", ["text: words of remediations"]),
        ("status: committed", "status: retired", [f"eval cases: {EC1} is retired, was committed"]),
        ("status: committed", "blocking: true, status: committed", [f"eval cases: {EC1} stops a release now"]),
        ("value: offer", "value: offers", ["fields: also changed: eval_cases.checks"]),
        ("had been renamed", "was renamed", ["text: how factors fed in"]),
        ("Two neighbourhoods saw", "Neighbourhoods saw", ["text: the text below the fields"]),
        ("title: Offers", "title: Two offers", ["text: title"]),
        (
            "---\n\n## What",
            "review: {held_on: 2025-11-10, approved_by_roles: [ai-lead], surprises: [It was seen.]}\n---\n\n## What",
            ["review: held on 2025-11-10", "review: approved by AI lead", "review: 1 surprise added"],
        ),
        (
            "---\n\n## What",
            "timeline:\n  - {kind: alert_missed, at: 2025-11-04, signal: s}\n---\n\n## What",
            ["timeline: 1 entry added, 1 of them silent"],
        ),
    ],
)  # fmt: skip
def test_one_change_is_told_once(old: str, new: str, told: list[str], compare: Compare) -> None:
    assert old in FIRST_TEXT
    [changed] = compare({FIRST: FIRST_TEXT}, {FIRST: FIRST_TEXT.replace(old, new, 1)}).changed
    assert [f"{each.area}: {each.words}" for each in changed.changes] == told
    assert changed.prose_alone == all(each.startswith("text:") for each in told)


def test_entries_are_known_again_where_their_numbers_moved(compare: Compare) -> None:
    bare = FIRST_TEXT.replace("id: RM-1, ", "").replace("id: RM-2, ", "")
    added = "remediations:\n  - {title: A new one, kind: guardrail, status: proposed}\n"
    [changed] = compare({FIRST: bare}, {FIRST: bare.replace("remediations:\n", added)}).changed
    assert [each.words for each in changed.changes] == ["RM-1 “A new one” added, proposed"]


def test_nothing_is_told_of_the_same(compare: Compare) -> None:
    assert compare({FIRST: FIRST_TEXT}, {FIRST: FIRST_TEXT}).is_empty
    assert compare({}, {}).is_empty


@pytest.mark.parametrize(
    ("old", "new"), [("done_on: 2025-12-10", "done_on: 2025-12-11"), ("verified_on: 2026-01-10", "")]
)
def test_what_has_no_words_of_its_own_is_told_as_details(old: str, new: str, compare: Compare) -> None:
    [changed] = compare({FIRST: FIRST_TEXT}, {FIRST: FIRST_TEXT.replace(old, new)}).changed
    assert [each.words for each in changed.changes] == ["details"]
    assert not changed.prose_alone


def test_every_field_that_differs_leaves_a_trace(compare: Compare) -> None:
    more = {
        "tags": "[a-b]", "external": "{avid: S0100}", "x-own": "1", "near_miss": "{stopped_by: luck}",
        "snapshot": "{model: {name: m}}", "participants": "[{role: ai-engineer, count: 1}]", "ideas": "[One]",
        "references": "[{title: t, url: 'https://example.org'}]", "single_sided: ": "s", "behaviour": "{expected: e}",
    }  # fmt: skip
    for key, value in more.items():
        text = FIRST_TEXT.replace("---\n\n## What", f"{key.removesuffix(': ')}: {value}\n---\n\n## What")
        [changed] = compare({FIRST: FIRST_TEXT}, {FIRST: text}).changed
        assert changed.changes, key
