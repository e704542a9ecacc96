"""Lists lead to what is there, in the order they say, count what they say they count, and rank nobody."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.lists_sample import FACTS, FIRST, SECOND, THIRD, index_of, narrower, report, reports
from tests.pages.report_sample import Seen, to_html

from afterword.index.recurrence import returns_of
from afterword.pages.page import Page
from afterword.pages.site import render_pages
from afterword.read.gates import read_gates

GOLDEN = Path(__file__).parent / "golden"
GATES = read_gates({})
LINK = re.compile(r"\]\(<?([^)>#]*)(?:#[^)>]*)?>?\)")
LISTS = (
    "reports/index.md", "near-misses/index.md", "silent-checks/index.md", "factors/index.md", "remediations/index.md",
    "systems/index.md", "teams/index.md", "providers/index.md",
)  # fmt: skip


def pages_of(index) -> dict[str, Page]:
    return {page.path: page for page in render_pages(index, GATES, FACTS)}


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return pages_of(index_of(reports()))


def test_every_page_has_one_first_heading_and_a_description(pages) -> None:
    for page in pages.values():
        assert len(re.findall(r"(?m)^# ", re.sub(r"(?s)```.*?```", "", page.markdown))) == 1, page.path
        assert page.description or page.authored, page.path
    assert set(LISTS) <= set(pages)


def test_every_link_between_pages_leads_to_one(pages) -> None:
    for page in pages.values():
        prose = re.sub(r"(?s)```.*?```", "", page.markdown)
        for way in LINK.findall(prose):
            if way.endswith(".md") and not way.startswith("https://"):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), way))
                assert target in pages, f"{page.path} leads to {target}"


@pytest.mark.parametrize("name", ["factors/data-drift.md", "systems/shop-assistant.md", "teams/ml-platform.md"])
def test_golden(name: str, pages, update_golden: bool) -> None:
    file = GOLDEN / f"list-{name.replace('/', '-')}"
    if update_golden:
        file.write_text(pages[name].markdown, encoding="utf-8")
    assert pages[name].markdown == file.read_text(encoding="utf-8")


def test_same_input_same_bytes(pages) -> None:
    assert pages == pages_of(index_of(list(reversed(reports()))))


def test_what_is_narrower_leaves_no_trace(pages) -> None:
    assert pages == pages_of(index_of(reports() + narrower()))


def test_all_reports_stand_by_year_the_newest_first(pages) -> None:
    text = pages["reports/index.md"].markdown
    shown = re.findall(r"^-   \[.*\]\(<(.*)\.md>\)", text, re.MULTILINE)
    assert shown == [
        "2026-04-01-third", "2026-03-11-second", "2026-01-10-first", "2025-12-01-replaced", "2024-01-01-older",
    ]  # fmt: skip
    assert re.findall(r"(?m)^## (.*)", text) == ["2026", "2025", "2024"]
    assert "2 incidents, 1 near miss" in text
    assert "2 are not counted" in text
    assert "superseded by a later report" in text


def test_public_sources_are_counted_only_where_the_settings_say_so() -> None:
    text = pages_of(index_of(reports(), count_public_sources=False))["reports/index.md"].markdown
    assert "So far&#58;" not in text
    assert "2 incidents." in text
    assert "3 are not counted" in text


def test_a_near_miss_says_what_stopped_it(pages) -> None:
    text = pages["near-misses/index.md"].markdown
    assert "*Stopped by:* A clerk who asked." in text
    assert "*Could have come of it:* Wrong prices for a town." in text
    assert "2026-01-10-first" not in text


def test_silent_checks_stand_under_their_reason(pages) -> None:
    text = pages["silent-checks/index.md"].markdown
    section = text.split("## Aggregated away", 1)[1]
    assert "offers\\_total" in section
    assert "*Would have seen it:* The total by area." in section


def test_a_factor_that_came_back_on_the_same_system_is_told_before_others(pages) -> None:
    text = pages["factors/data-drift.md"].markdown.split("## After the fixes", 1)[1]
    back, elsewhere = (line for line in text.splitlines() if line.startswith("-   **"))
    assert back.startswith("-   **Came back on the same system.**")
    assert "2026-03-11-second" in back
    assert "*Alert by area*, done on" in back
    assert elsewhere.startswith("-   **Seen again on another system.**")
    assert "2026-04-01-third" in elsewhere


@pytest.mark.parametrize(
    ("report_id", "front", "returned"),
    [
        ("2026-02-02-later", "", True),
        ("2026-02-01-same-day", "", False),
        ("2026-02-month", "", False),
        ("2026-01-31-before", "", False),
        ("2026-05-05-earlier-in-truth", "occurred_on: 2025-12\n", False),
        ("2026-02-02-successor", "supersedes: [2026-01-10-first]\n", False),
        ("2026-02-02-archive", "lifecycle: imported\naudience: company\n", False),
    ],
)
def test_only_what_wholly_came_after_a_fix_came_back(report_id: str, front: str, returned: bool) -> None:
    text = SECOND.replace("supersedes: [2025-12-01-replaced]\n", "")
    if "lifecycle" in front:
        text = text.replace("lifecycle: published\n", "")
    later = report(report_id, text.replace("related:", f"{front}related:"))
    index = index_of([report("2026-01-10-first", FIRST), later])
    assert [each.report.id for each in returns_of("data-drift", index)] == ([report_id] if returned else [])


def test_a_fix_that_is_not_done_brings_nothing_back() -> None:
    index = index_of(
        [report("2026-01-10-first", FIRST.replace("status: done, done_on: 2026-02-01, ", "")), *reports()[1:]]
    )
    assert not returns_of("data-drift", index)
    text = pages_of(index)["factors/data-drift.md"].markdown
    assert "Nothing can be told yet" in text


def test_unused_factors_and_kinds_have_their_page(pages) -> None:
    assert "No report names it yet." in pages["factors/model-opaque.md"].markdown
    assert "No report uses it yet." in pages["remediations/release-gate.md"].markdown


def test_open_remediations_are_our_own_and_overdue_ones_stand_first(pages) -> None:
    text = pages["remediations/index.md"].markdown.split("## Kinds by strength")[0]
    rows = [line for line in text.splitlines() if line.startswith("| [")]
    assert len(rows) == 1
    assert "Areas come from one list" in rows[0]
    assert "175 days overdue" in rows[0]
    assert "1 remediation of our own is neither done nor declined, 1 of them overdue" in text


def test_the_caveat_stands_wherever_strength_does(pages) -> None:
    for page in pages.values():
        if not page.authored and "aw-strength--" in page.markdown:
            assert "The ranking is contested" in page.markdown, page.path


def test_drift_between_report_and_tracker_is_told(pages) -> None:
    assert "the report says in progress, the tracker open" in pages["systems/shop-assistant.md"].markdown


def test_teams_stand_in_the_order_of_the_alphabet_without_any_number(pages) -> None:
    text = pages["teams/index.md"].markdown
    assert re.findall(r"-   \[(.*?)\]", text) == ["conversational-ai", "customer-care", "ml-platform"]
    assert not re.search(r"\d", text.split("<div", 1)[1])


def test_a_system_shows_what_the_list_of_systems_says(pages) -> None:
    text = pages["systems/shop-assistant.md"].markdown
    assert text.startswith("# Shop assistant\n")
    assert "Guarded by tests\n:   [Inputs or their meaning moved]" in text
    assert "A permanent test guards it on [Shop assistant]" in pages["factors/data-drift.md"].markdown


def test_systems_that_no_report_names_have_no_page(pages) -> None:
    assert sorted(path for path in pages if path.startswith("systems/")) == [
        "systems/index.md",
        "systems/shop-assistant.md",
        "systems/town-forecast.md",
    ]


def test_without_reports_every_page_stands_and_says_how_to_begin() -> None:
    empty = pages_of(index_of([]))
    for path in (*LISTS, "factors/data-drift.md", "remediations/eval-case.md"):
        assert "afterword new" in empty[path].markdown, path
        assert "None" not in empty[path].markdown, path


PIECES = (
    "<script>alert(1)</script>", "<img src=x onerror=a>", "**a**", "[a](https://evil.example.org)", "| a |", "`a`", "{ onclick=a }",
    "{: #a .b }", "# a", "- a", "\n\n# a\n\n", "<!-- a -->", "</span>", "</div>", "&lt;b&gt;", "\\", "???", "a", " ",
)  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(lambda parts: "x" + " ".join(parts))


@settings(max_examples=8)
@given(hostile)
def test_nothing_that_was_typed_acts_in_a_list(text: str) -> None:
    typed = json.dumps(text)
    for old in ("Offers drifted apart between areas", "Alert by area", "offers_total", "In range", "The total by area"):
        assert old in FIRST
    front = FIRST.replace("Offers drifted apart between areas", typed).replace("Alert by area", typed)
    front = front.replace("offers_total", typed).replace("In range", typed).replace("The total by area", typed)
    front = front.replace("ml-platform", typed).replace(
        "What the offers meant had moved since the records were made.", typed
    )
    third = THIRD.replace("A clerk who asked", typed).replace("town-models", typed).replace("town-forecast", typed)
    index = index_of([report("2026-01-10-first", front), report("2026-04-01-third", third)])
    assert not index.view.by_id["2026-01-10-first"].problems
    for page in pages_of(index).values():
        if page.authored or page.path.startswith("guide/rules/"):
            continue
        seen = Seen(to_html(page.markdown))
        assert not {"script", "img"} & set(seen.names()), page.path
        assert seen.names().count("h1") == 1, page.path
        assert not [way for way in seen.hrefs() if way.startswith("http") and "evil" in way], page.path
        assert not [name for _, attributes in seen.elements for name in attributes if name.startswith("on")], page.path
