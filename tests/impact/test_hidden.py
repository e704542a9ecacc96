"""Nothing narrower than the audience is told, whatever changes around it: reports, evidence, systems, terms, counts."""

from __future__ import annotations

import pytest
from tests.impact.conftest import Tell
from tests.impact.sample import (
    CARE,
    CARE_TEXT,
    CONFIG,
    FIRST,
    FIRST_TEXT,
    HIDDEN,
    HIDDEN_TEXT,
    SECOND,
    SECOND_TEXT,
    SYSTEMS,
    THIRD,
    THIRD_TEXT,
    Files,
    History,
)
from tests.impact.test_golden import forms_of

from afterword.impact.view import Impact

BROKEN = "---\ntitle: [\n---\n"
NARROW = SECOND_TEXT.replace("schema: 1\n", "schema: 1\naudience: restricted\n")
LISTED = SYSTEMS + "- {name: canary-system, title: Canary system, type: chatbot, owner_team: care}\n"
TERM = """\
- {id: x-canary, title: Canary term, definition: A condition that hidden reports alone name., side: technical, group: data}
"""
CANARY = HIDDEN_TEXT.replace("vault-bot", "canary-system").replace("data-drift", "x-canary")
CHANGES: dict[str, tuple[Files, Files]] = {
    "changed": ({}, {HIDDEN: HIDDEN_TEXT.replace("accepted", "done")}),
    "deleted": ({}, {HIDDEN: None}),
    "renamed": ({}, {HIDDEN: None, HIDDEN.replace("words", "other"): HIDDEN_TEXT}),
    "broken": ({}, {HIDDEN: BROKEN}),
    "was broken": ({HIDDEN: BROKEN}, {HIDDEN: HIDDEN_TEXT}),
    "misspelt audience": ({}, {HIDDEN: HIDDEN_TEXT.replace("audience: restricted", "audience: evrybody")}),
    "a system of its own": (
        {"postmortems/_systems.yml": LISTED},
        {HIDDEN.replace("words", "system"): CANARY.replace("x-canary", "data-drift")},
    ),
    "a system and a term go with it": (
        {"postmortems/_systems.yml": LISTED, "postmortems/_vocabulary/contributing-factors.yml": TERM, HIDDEN: CANARY},
        {HIDDEN: None},
    ),
    "its system joins the list": ({HIDDEN: CANARY}, {"postmortems/_systems.yml": LISTED}),
}


def put(history: History, files: Files) -> None:
    history.git("checkout", "-q", "main")
    history.commit(files)
    history.git("checkout", "-qB", "change")


def clean(impact: Impact) -> None:
    told = "".join(forms_of(impact).values()).lower()
    assert "canary" not in told
    assert "vault" not in told


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_to_a_hidden_report_says_nothing(name: str, history: History, tell: Tell) -> None:
    before, change = CHANGES[name]
    put(history, before)
    made = tell(change)
    clean(made)
    assert made.is_empty, made


def test_a_report_that_becomes_narrower_has_no_part_on_either_side(tell: Tell) -> None:
    made = tell({SECOND: NARROW})
    assert made.is_empty
    assert (made.reports_before, made.reports_after) == (2, 2)
    assert "opening-hours" not in "".join(forms_of(made).values())


def test_a_report_that_becomes_wider_is_told_as_such(tell: Tell) -> None:
    made = tell({HIDDEN: HIDDEN_TEXT.replace("audience: restricted\n", "")})
    assert [(each.report.id, each.widened) for each in made.new] == [("2026-03-03-vault-words", True)]


def test_a_proposed_audience_brings_nothing_to_light(tell: Tell) -> None:
    made = tell({"mkdocs.yml": CONFIG.replace("zone:", "audience: restricted\n      zone:")})
    clean(made)
    assert made.audience == "company"
    made = tell({"mkdocs.yml": CONFIG.replace("zone:", "audience: public\n      zone:")})
    assert (made.audience, made.reports_before, made.reports_after) == ("public", 0, 0)


def test_a_public_report_is_held_against_public_ones_alone(history: History, tell: Tell) -> None:
    put(history, {FIRST: FIRST_TEXT.replace("schema: 1\n", "schema: 1\naudience: public\n")})
    made = tell({THIRD: THIRD_TEXT.replace("schema: 1\n", "schema: 1\naudience: public\n")})
    assert [each.number for each in made.recurring] == [2]


def test_narrower_evidence_is_a_pointer(tell: Tell) -> None:
    evidence = "evidence:\n  - {id: EV-9, kind: log, title: Canary log, access: restricted}\n"
    made = tell({CARE: CARE_TEXT.replace("---\n\n## What", f"{evidence}---\n\n## What")})
    clean(made)
    assert [each.words for each in made.changed[0].changes] == ["EV-9 (log) added"]


def test_a_title_that_is_hidden_by_withdrawal_is_gone_from_all_forms(tell: Tell) -> None:
    withdrawn = "lifecycle: withdrawn\nwithdrawn: {because: It told of another day., hide_title: true}"
    told = "".join(forms_of(tell({FIRST: FIRST_TEXT.replace("lifecycle: published", withdrawn)})).values())
    assert "Offers differed" not in told
    assert "Areas come from one list" not in told


def test_settings_that_can_hold_names_are_told_by_their_keys(tell: Tell) -> None:
    made = tell({"mkdocs.yml": CONFIG.replace("[Hidden Name]", "[Hidden Name, Canary Person]")})
    clean(made)
    assert [each.what for each in made.shared] == ["setting organisation.people"]


def test_no_secret_and_no_personal_data_is_repeated(tell: Tell) -> None:
    key = "sk-" + "proj-" + "Zk3v9QmT7xRb2LwN8cHs5YpD" + "T3BlbkFJ" + "aVg4UeKj1XoWq6ItMn0zBf"
    lines = (
        ("title: Delivery was promised", f"title: Delivery with {key} and jane.doe@corner-shop-mail.de was promised"),
        ("plain_summary: The assistant", f"plain_summary: With {key} the assistant"),
    )
    text = THIRD_TEXT
    for old, new in lines:
        text = text.replace(old, new)
    told = "".join(forms_of(tell({THIRD: text})).values())
    assert key[8:30] not in told
    assert "jane.doe" not in told
    assert "Delivery with" in told
