"""The claim about suggested factors holds, and is measured fairly."""

from __future__ import annotations

from benchmarks.suggestions import as_older, judge, main
from click.testing import CliRunner

from tests.pages.report_sample import report, vocabulary

TEXT = """---
title: A model drifted
lifecycle: published
plain_summary: It drifted.
tags: [drift]
contributing_factors: [{factor: data-drift, how: The world moved on.}]
remediations: [{title: Watch it, kind: monitor-alert}]
---

## What happened

The data-drift showed late. Everyone got it at once, they said.
"""


def test_the_claim_holds() -> None:
    ran = CliRunner().invoke(main)
    assert ran.exit_code == 0, ran.output
    assert [line.split("  ")[0] for line in ran.output.splitlines()[1:5]] == [
        "suggested", "vocabulary alone", "most frequent", "chance",
    ]  # fmt: skip


def test_nothing_but_title_and_prose_is_left_and_no_name_of_a_factor() -> None:
    before = report(TEXT)
    older = as_older(before, vocabulary())
    front = older.front
    assert (front.title, front.contributing_factors, front.plain_summary, front.remediations) == (
        "A model drifted",
        (),
        None,
        (),
    )
    assert (front.tags, front.behaviour, front.impact, front.related) == ((), None, None, ())
    prose = " ".join(block.text for block in older.body.blocks)
    assert "showed late" in prose
    assert "data-drift" not in prose
    assert "Everyone got it at once" not in prose
    assert before.front.contributing_factors


def test_a_guess_is_judged_by_what_the_report_names() -> None:
    found = judge([["a", "b", "c"], ["x", "a", "y"], []], [frozenset("ab"), frozenset("y"), frozenset("z")])
    assert (found.hits, found.firsts, found.right, found.reports) == (2, 1, 3, 3)
