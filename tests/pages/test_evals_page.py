"""Eval cases, silent checks and near misses: each entry with what a reader can use, counts with their n, long lists cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.index.test_coverage import CHECKED, KINDS, TIED, checked, recorded
from tests.pages.lessons_sample import lessons_index, told
from tests.pages.lists_sample import FACTS, index_of, report

from afterword.model.eval_state import EvalState
from afterword.pages.evals import MOST, render_evals
from afterword.pages.near_misses import SHOWN, render_near_misses
from afterword.pages.silent_checks import render_silent_checks

GOLDEN = Path(__file__).parent / "golden"
NEAR_MISS = """---
title: Nearly a wrong price
kind: near_miss
lifecycle: published
severity: sev2
system: {name: shop-bot}
timeline: [{at: 2026-01-01, kind: detected, detected_by: audit, what: It was seen}]
near_miss: {caught_by: A clerk who asked, potential: Wrong prices for a town, margin: One day}
---
"""


def evals_page(index):
    return render_evals(index, FACTS)


def everything(*, ran: bool = True):
    found = [
        told(f"2026-01-{place:02}-a", "shop-bot", ("data-drift",), TIED if name == "passing" else "", front=front)
        for place, (name, front) in enumerate(KINDS.items(), 1)
    ]
    found.append(told("2026-02-01-b", "their-bot", front=f"origin: public-sources\n{KINDS['uncommitted']}"))
    state = recorded(*found[:-1]) if ran else EvalState()
    rest = (report("2026-04-01-checked", CHECKED), report("2026-03-01-near", NEAR_MISS))
    return lessons_index(*found, *rest, eval_state=state)


@pytest.mark.parametrize("render", [evals_page, render_silent_checks, render_near_misses])
def test_golden(render, update_golden: bool) -> None:
    page = render(everything())
    file = GOLDEN / f"checks-{page.path.replace('/', '-')}"
    if update_golden:
        file.write_text(page.markdown, encoding="utf-8")
    assert page.markdown == file.read_text(encoding="utf-8")


def test_that_no_results_are_known_is_said_once() -> None:
    assert evals_page(everything(ran=False)).markdown.count("No results are recorded yet") == 1
    assert "No results are recorded yet" not in evals_page(everything()).markdown


def test_every_case_says_of_which_report_it_is_and_how_far() -> None:
    text = evals_page(everything()).markdown
    assert "| [It holds](<../reports/2026-01-01-a.md#ec-1>)" in text
    assert '| committed, blocks release | Guarded: passing since <time datetime="2026-06-01">' in text
    assert '| committed, blocks release | Failing since <time datetime="2026-06-01">' in text
    assert "| committed | Not guarded: no run is recorded |" in text
    assert "| quarantined | Not guarded: the case is quarantined" in text
    assert "made for this example" in text
    assert "in 1 report a remediation for it names a case that passes" in text
    assert "It shows in many answers alone." in text
    assert "*No reason is told.*" in text


def test_very_many_cases_are_cut() -> None:
    many = [
        told(f"20{year:02}-{month:02}-01-a", "shop-bot", front=KINDS["reason"])
        for year in range(10, 20)
        for month in range(1, 13)
    ]
    text = evals_page(lessons_index(*many)).markdown
    assert f"And {120 - MOST} more, each of which says so on its own page." in text


def test_near_misses_stand_by_what_noticed_them_with_what_stopped_them() -> None:
    text = render_near_misses(index_of([report("2026-03-01-near", NEAR_MISS)])).markdown
    section = text.split("## Noticed by an audit { #audit }", 1)[1]
    for told_of in (
        "*Stopped by:* A clerk who asked.",
        "*Could have come of it:* Wrong prices for a town.",
        "*How close it was:* One day.",
    ):
        assert told_of in section


def test_many_near_misses_lead_to_explore_and_to_the_list() -> None:
    many = [report(f"2026-01-{day:02}-a", NEAR_MISS) for day in range(1, SHOWN + 4)]
    text = render_near_misses(index_of(many)).markdown
    assert "And 3 more" in text
    assert "(<../explore/index.md?kind=near_miss&detected=audit>)" in text
    assert "(<../explore/kind.md#near-miss>)" in text


def test_a_silent_check_says_what_answers_it_or_that_nothing_does() -> None:
    text = render_silent_checks(index_of([checked()])).markdown
    assert "| [Muted](#muted) | The signal was switched off at the time. | 1 of 2, in 1 report |" in text
    assert "| Delayed | The signal spoke, and spoke too late. | none so far |" in text
    near = text.split("## Muted", 1)[1].split("\n## ", 1)[0]
    assert "*Since then:* [Routed]" in near
    bare = report(
        "2026-01-01-a",
        "---\ntitle: A\nlifecycle: published\ntimeline: [{at: 2026-01-01, kind: alert_missed, signal: x}]\n---\n",
    )
    assert "no remediation of the report gives it a signal." in render_silent_checks(index_of([bare])).markdown
