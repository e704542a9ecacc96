"""Open remediations: what a team reads, how much of it, and that no text of a report becomes anything else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.pages.insights_sample import ROOT
from tests.pages.lists_sample import FACTS, index_of, narrower, report, reports
from tests.pages.open_sample import TARGETS, example_open_page
from tests.pages.report_sample import Seen, to_html

from afterword.index.cohorts import Cohort
from afterword.index.open import list_open
from afterword.model.tracker_state import TrackerItem, TrackerState
from afterword.pages.escape import one_line
from afterword.pages.open_cohorts import say_cohort
from afterword.pages.open_remediations import render_open_remediations
from afterword.pages.open_rows import MOST_ROWS, list_left_out, team_rows

GOLDEN = Path(__file__).parent / "golden/open-remediations-of-the-example.md"
HOSTILE = (
    "</td></table><script>alert(1)</script>",
    '" data-kind="x" onclick="alert(1)',
    "| a | b | `c` *d* _e_ [f](javascript:alert(1)) { #g onclick=alert(1) }",
    "{: onclick=alert(1) } {{ 7*7 }} {% raw %} $x$",
    "警報が鳴らなかった \u202egnp",
)


def told(place: int, *remediations: str, more: str = "", lifecycle: str = "published") -> object:
    day = date(2026, 1, 1) + timedelta(days=place)
    lines = "".join(f"  - {{kind: monitor-alert, {each}}}\n" for each in remediations)
    return report(
        f"{day}-told-{chr(97 + place % 26)}{place}",
        f"---\ntitle: Something was told\nlifecycle: {lifecycle}\nseverity: sev2\npublished_on: {day}\n{more}"
        f"remediations:\n{lines or '  []'}\n---\n",
    )


def page_of(*found: object, **changes: object) -> str:
    return render_open_remediations(index_of(list(found), **changes), FACTS).markdown


def test_golden(update_golden: bool) -> None:
    page = example_open_page()
    if update_golden:
        GOLDEN.write_text(page.markdown, encoding="utf-8")
    assert page.markdown == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_same_bytes_whatever_the_machine(seed: str) -> None:
    environ = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-m", "tests.pages.open_sample"], cwd=ROOT, env=environ, capture_output=True, check=True
    )
    assert ran.stdout == GOLDEN.read_bytes()


def test_every_part_says_so_where_there_is_nothing() -> None:
    empty = page_of()
    assert "No report is on this site yet" in empty
    text = page_of(told(0), tracker_state=None)
    for said in (
        "Nothing of our own is open.", "No remediation of our own has a known day of opening yet.", "so nothing can be compared",
        "No condition is left as it is by decision.", "No clock is running", "No report holds an idea",
    ):  # fmt: skip
        assert said in text
    assert "afterword-open" not in text


def test_the_sample_tells_its_one_open_remediation_and_nothing_narrower() -> None:
    text = page_of(*reports(), *narrower())
    assert "[1 remediation](#by-team), 1 of them overdue" in text
    assert "Areas come from one list" in text
    assert "A new forecast" not in text, "what others do is not ours"
    assert "canary" not in text.lower()
    assert "the report says in progress, the tracker open" in text


def test_cohorts_in_words() -> None:
    march = Cohort(date(2026, 3, 1), date(2026, 3, 31), opened=5, left=2, before=3, unplaced=0)
    assert say_cohort(march) == "March 2026: 2 of 5 left, −1"
    early = Cohort(date(2025, 1, 1), date(2025, 11, 30), opened=1500, left=3, before=3, unplaced=2)
    assert say_cohort(early) == "January to November 2025: 3 of 1,500 left, no change (2 more closed on an unknown day)"
    year = Cohort(date(2024, 1, 1), date(2024, 12, 31), opened=4, left=4, before=None, unplaced=0)
    assert say_cohort(year) == "2024: 4 of 4 left, new"
    assert say_cohort(Cohort(date(2025, 1, 1), date(2025, 1, 31), 1, 1, 0, 0)) == "January 2025: 1 of 1 left, +1"


def test_unknown_days_and_uncounted_reports_are_told() -> None:
    text = page_of(
        told(0, "title: a", lifecycle="superseded"),
        report(
            "2026-02-02-undated",
            "---\ntitle: Something\nlifecycle: published\nremediations: [{title: b, kind: monitor-alert}]\n---\n",
        ),
    )
    assert "1 remediation opened on an unknown day, 1 of them open." in text
    assert "1 open remediation is in reports that no figure counts." in text
    assert "the report is superseded" in text
    assert "not known" in text


def test_a_page_is_bounded_and_says_what_it_leaves_out() -> None:
    found = [
        told(place, *[f"title: Work {place}-{each}, owner_team: team-{team}, due: 2026-{9 + each % 2:02}-{1 + place:02}"
                      for each, team in enumerate("abc" * 9)])
        for place in range(25)
    ]  # fmt: skip
    found.append(told(30, "title: Alone, owner_team: team-small"))
    index = index_of(found)
    work = list_open(index, TARGETS)
    sections = team_rows(work, index)
    assert [len(section.rows) for section in sections] == [166, 166, 166, 1]
    assert len(work.all) == 25 * 27 + 1
    assert sum(len(section.rows) for section in sections) <= MOST_ROWS
    left_out = list_left_out(work)
    assert [(anchor, len(rows)) for anchor, rows in left_out] == [
        (f"team-{name}", size) for name, size in (("team-a", 59), ("team-b", 59), ("team-c", 59), ("team-small", 0))
    ]
    out = len(work.all) - 499
    overdue = sum(each.use.overdue is not None for _, rows in left_out for each in rows)
    assert overdue == work.overdue - sum(
        each.use.overdue is not None for team in work.teams for each in team.open[:166]
    )
    text = render_open_remediations(index, FACTS).markdown
    assert (
        f"{out} open remediations more, {overdue} of them overdue, stand on the pages of their teams."
        in text.replace("\n", " ")
    )
    assert text.count("There are more of this team") == 3
    assert "../teams/team-a.md#remediations" in text


@pytest.mark.parametrize(
    ("counts", "most", "shown"),
    [([3, 3], 10, [3, 3]), ([9, 1], 6, [5, 1]), ([9, 9, 9], 6, [2, 2, 2]), ([5] * 9, 3, [1] * 9), ([], 5, [])],
)
def test_every_team_gets_its_share(counts: list[int], most: int, shown: list[int]) -> None:
    found = [
        told(place, *[f"title: W{each}, owner_team: t{place}" for each in range(count)])
        for place, count in enumerate(counts)
    ]
    index = index_of(found)
    assert [len(section.rows) for section in team_rows(list_open(index, {}), index, most)] == shown


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    typed = json.dumps(text)
    hostile = report(
        "2026-03-11-hostile",
        f"---\ntitle: {typed}\nlifecycle: published\nseverity: sev2\npublished_on: 2026-03-12\n"
        f"system: {{name: {typed}}}\nideas: [{typed}]\n"
        f"impact: {{reporting: [{{regime: {typed}, applicable: true, due: 2026-03-14}}]}}\n"
        f"contributing_factors: [{{factor: {typed}, accepted_risk: {{rationale: {typed}, decided_by_role: {typed}}}}}]\n"
        f"remediations: [{{id: {typed}, title: {typed}, kind: {typed}, owner_team: {typed}, tracker: {typed}}}]\n---\n",
    )
    seen = Seen(to_html(page_of(hostile)))
    assert {"script", "svg", "img", "iframe"}.isdisjoint(seen.names())
    assert not [each for _, given in seen.elements for each in given if each.startswith("on") or each == "style"]
    assert not [
        way for way in seen.hrefs() if not re.match(r"[.#a-z]|https://doi", way) or way.startswith("javascript")
    ]
    assert (seen.names().count("table"), seen.names().count("tr"), seen.names().count("h1")) == (4, 8, 1)
    data = [given for name, given in seen.elements if name == "td" and "data-status" in given]
    assert [set(given) for given in data] == [
        {f"data-{each}" for each in ("kind", "status", "severity", "system", "age")}
    ]
    assert all(re.fullmatch(r"[a-z0-9_-]+", value or "") for given in data for value in given.values())
    assert f"Open remediations, {one_line(text)}" in [given.get("aria-label") for _, given in seen.elements]
    assert seen.text.count(one_line(text)) >= 8


def test_a_shared_work_item_names_the_other_reports_and_none_that_is_narrower() -> None:
    tracker = "tracker: https://tracker.example.org/9"
    found = [
        told(place, f"title: T{place}, status: accepted, {tracker}", more=f"plain_summary: S{place}.\n")
        for place in (1, 2)
    ]
    narrow = told(3, f"title: T3, status: accepted, {tracker}/", more="audience: restricted\n")
    text = page_of(*found, narrow)
    assert text.count("shared with") == 2
    assert "told-d3" not in text
    assert "shared with" not in page_of(found[0], narrow)


def test_what_its_tracker_no_longer_knows_and_an_old_state_are_told() -> None:
    url = "https://tracker.example.org/9"
    seen = datetime(2026, 2, 1, 6, tzinfo=UTC)
    item = TrackerItem(url=url, state="in_progress", seen_at=seen)
    one = told(1, f"title: T, status: accepted, tracker: '{url}'")
    text = page_of(one, tracker_state=TrackerState(seen, (item,)))
    assert "its tracker has said nothing of it since" in text
    assert " ago, so this may have changed since. The report's word counts" in text
