"""The pages of factors and of kinds of remediation answer what others did and whether it held, and name no team."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.lists_sample import FACTS, FIRST, SECOND, index_of, report, reports
from tests.pages.report_sample import Seen, to_html
from tests.pages.test_lists import PIECES

from afterword.index.held import Record
from afterword.model.report import Report
from afterword.pages.factors import render_factors
from afterword.pages.held_lines import record_line, record_words
from afterword.pages.page import Page
from afterword.pages.remediations import render_remediations
from afterword.pages.trial_rows import SHOWN

HELD = FIRST.replace(
    "status: done, done_on: 2026-02-01",
    "status: verified, done_on: 2026-02-01, verified_on: 2026-03-01, success_check: A day with one silent area alerts",
)
RISK = "accepted_risk: {rationale: The records cannot be made again, decided_by_role: product-owner, review_on: 2026-11-01}"


def pages_of(*found: Report, **options) -> dict[str, Page]:
    index = index_of(list(found), **options)
    return {page.path: page for page in (*render_factors(index, FACTS), *render_remediations(index))}


def part(page: Page, heading: str) -> str:
    """The text below a heading of the second level."""
    return page.markdown.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return pages_of(report("2026-01-10-first", HELD), *reports()[1:])


def test_whether_it_came_back_is_told_with_n_days_and_system(pages) -> None:
    text = part(pages["factors/data-drift.md"], "After the fixes")
    assert "1 remediation for it was verified on a known day." in text
    assert (
        "It was followed by a later report of the factor on the same system, after 10 days. 2 different reports followed."
        in text
    )
    assert "One is too few to judge by." in text
    assert "-   **Came back on the same system.** *Alert by area* in [" in text
    assert "10 days later [Offers drifted apart once more]" in text


def test_a_row_says_where_how_far_and_whether_it_held(pages) -> None:
    rows = [
        line for line in part(pages["factors/data-drift.md"], "What was done about it").splitlines() if "| [" in line
    ]
    assert len(rows) == 3
    first = rows[0]
    for told in (
        "Alert by area",
        "Shop assistant",
        "intermediate",
        "verified",
        "**Came back.** Held on",
        "after 10 days",
    ):
        assert told in first
    assert "named again after 10 days, in [the report of 11 Mar 2026](<../reports/2026-03-11-second.md>)" in first
    assert (
        "Check&#58; A day with one silent area alerts." in first or "Check: A day with one silent area alerts." in first
    )


def test_strength_never_stands_without_the_caveat(pages) -> None:
    for page in pages.values():
        if "aw-strength--" in page.markdown:
            assert "The ranking is contested ([Wood and Wiegmann" in page.markdown, page.path


def test_what_is_open_is_our_own_with_risks_and_what_nobody_answered() -> None:
    risky = SECOND.replace("{factor: comm-silo,", f"{{factor: comm-silo, {RISK},")
    text = part(pages_of(report("2026-03-11-second", risky))["factors/comm-silo.md"], "What is open")
    assert "Accepted as it is" in text
    assert "The records cannot be made again." in text
    assert "Decided by product owner." in text
    assert "22 days overdue" in text
    assert "Without any answer" not in text
    plain = part(pages_of(report("2026-03-11-second", SECOND))["factors/comm-silo.md"], "What is open")
    assert "Without any answer" in plain
    drift = part(pages_of(*reports())["factors/data-drift.md"], "What is open")
    assert "Areas come from one list" in drift
    assert "announced" not in drift


def test_factors_beside_it_stand_with_counts_and_claim_nothing_else(pages) -> None:
    text = part(pages["factors/data-drift.md"], "Named beside it")
    assert re.search(r"Knowledge stayed in one team.*\n\n.*in 1 of 3 reports", text)
    assert "A count alone" in text
    assert "chance" not in text


def test_what_noticed_it(pages) -> None:
    text = part(pages["factors/data-drift.md"], "What noticed it")
    assert "In these 3 reports, the first to notice was a support report in 1. 2 do not tell." in text
    assert "Set up or planned to see it: [Monitor and alert](<../remediations/monitor-alert.md>) (1 verified)." in text
    assert "*Would have seen it:* The total by area." in text


def test_the_feed_is_linked_where_the_site_has_an_address(pages) -> None:
    assert "[feed of this factor](<data-drift/feed.xml>)" in pages["factors/data-drift.md"].markdown
    assert "[feed of this factor](<model-opaque/feed.xml>)" in pages["factors/model-opaque.md"].markdown
    without = render_factors(index_of(reports()), replace(FACTS, url=""))
    assert not any("feed.xml" in page.markdown for page in without)


def test_codes_stand_with_link_and_edition(pages) -> None:
    text = part(pages["factors/data-drift.md"], "Codes in outside lists")
    assert "[AI Incident Database, Goals-Methods-Failures](<https://incidentdatabase.ai/taxonomies/gmf/>)" in text
    assert "as of May 2026" in text
    mitigations = part(pages["remediations/gold-dataset.md"], "Codes in outside lists")
    assert "[<code>AML.M0008</code>](<https://atlas.mitre.org/mitigations/AML.M0008>)" in mitigations


def test_a_trend_is_drawn_from_three_reports_in_two_years_on() -> None:
    later = [
        report(f"{year}-05-01-again", FIRST.replace("2026-01-20", f"{year}-06-01").replace("id:", "x-id:"))
        for year in (2023, 2024, 2024, 2026)
    ]
    drawn = pages_of(*{each.id: each for each in later}.values())["factors/data-drift.md"]
    assert drawn.drawings
    assert drawn.drawings[0] in drawn.markdown
    assert "1 of 1 in 2023, 1 of 1 in 2024, 1 of 1 in 2026" in drawn.markdown
    for few in (later[:1], later[:2], later[1:3]):
        assert not pages_of(*few)["factors/data-drift.md"].drawings


def test_a_long_list_is_folded_and_nothing_is_lost() -> None:
    many = [report(f"2025-01-{day:02}-again", HELD.replace("2026-0", "2025-0")) for day in range(1, 29)]
    page = pages_of(*many)["factors/data-drift.md"]
    seen = Seen(to_html(page.markdown))
    assert seen.names().count("details") >= 2
    for each in many:
        assert f"](<../reports/{each.id}.md>)" in part(page, "Reports")
        assert f"](<../reports/{each.id}.md#rm-1>)" in part(page, "What was done about it")
    assert part(page, "Reports").split("<details", 1)[0].count("\n-   [") == SHOWN
    kind = pages_of(*many)["remediations/monitor-alert.md"]
    assert "23 more remediations of this kind on the factor" in kind.markdown


def test_a_kind_is_told_factor_by_factor_with_counts_of_its_own(pages) -> None:
    text = pages["remediations/monitor-alert.md"].markdown
    assert "Where\n:   1 time in 1 report about 1 system\n" in text
    assert "Did it hold\n:   1 verified&#58; came back on the same system\n" in text
    assert "Age\n:   done after 12 days (n = 1)\n" in text
    assert "### [Inputs or their meaning moved](<../factors/data-drift.md>) { #for-data-drift }" in text
    assert "1 declined" in pages["remediations/policy-procedure.md"].markdown
    assert "Because: It fades." in pages["remediations/policy-procedure.md"].markdown


def test_one_remediation_for_several_factors_is_counted_once() -> None:
    both = HELD.replace(
        "remediations:\n",
        "  - {factor: comm-silo, how: Those who moved the areas knew nobody who ran the alert.}\nremediations:\n",
    ).replace("kind: monitor-alert,", "kind: monitor-alert, addresses: [CF-1, CF-2],")
    text = pages_of(report("2026-01-10-first", both))["remediations/monitor-alert.md"].markdown
    assert "For\n:   [2 contributing factors](#for-which-factors)" in text
    assert "1 verified&#58; not named again so far" in text
    assert text.count("| [Alert by area]") == 2
    assert "| 1 used | " in pages_of(report("2026-01-10-first", both))["remediations/index.md"].markdown


def test_what_addresses_no_factor_stands_apart() -> None:
    aside = HELD.replace("kind: monitor-alert,", "kind: monitor-alert, addresses: [],")
    text = pages_of(report("2026-01-10-first", aside))["remediations/monitor-alert.md"].markdown
    assert "### No factor { #for-no-factor }" in text
    assert "**Held** on <time" in text
    assert "not named again" not in text


def test_no_team_is_named_where_what_held_is_told(pages) -> None:
    for path, page in pages.items():
        text = page.markdown if path != "remediations/index.md" else ""
        for open_part in re.findall(r"(?s)\n## What is open\n.*?(?=\n## |\Z)", text):
            text = text.replace(open_part, "")
        assert not re.search(r"ml-platform|customer-care|conversational-ai|teams/", text), path


def test_the_age_of_what_others_did_is_not_reckoned(pages) -> None:
    assert "Age" not in pages["remediations/model-change.md"].markdown


@pytest.mark.parametrize(
    ("record", "line", "said"),
    [
        (Record(0, 0, 0, 0, 0, None, None, 0), "", "so whether one held cannot be told."),
        (
            Record(1, 0, 0, 1, 0, None, (9, 9), 0),
            "1 verified: not named again so far",
            "in 9 days so far. One is too few",
        ),
        (
            Record(4, 0, 1, 3, 1, (3, 31), (1, 80), 0),
            "4 verified: 1 named again on other systems alone, 3 not named again so far",
            "1 of 4 was followed by a later report of the factor on other systems alone, after 3 to 31 days. "
            "The other 3 were followed by none, in 1 to 80 days so far. Four are too few to judge by.",
        ),
        (
            Record(6, 3, 2, 1, 4, (3, 31), (80, 80), 2),
            "6 verified: 3 came back on the same system, 2 named again on other systems alone, 1 not named again so far",
            "5 of 6 were followed by a later report of the factor: 3 on the same system, 2 on other systems alone, after 3 "
            "to 31 days. 4 different reports followed. The other was followed by none, in 80 days so far. 2 more remediations are verified on an unknown",
        ),
    ],
)
def test_figures_in_words(record: Record, line: str, said: str) -> None:
    assert str(record_line(record)).replace("&#58;", ":") == line
    assert said in str(record_words(record)).replace("&#58;", ":")


def test_of_five_on_it_is_not_said_that_they_are_few() -> None:
    assert "too few" not in record_words(Record(5, 5, 0, 0, 1, (1, 2), None, 0))


hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(lambda parts: "x" + " ".join(parts))


@settings(max_examples=15)
@given(hostile)
def test_nothing_that_was_typed_acts(text: str) -> None:
    typed = json.dumps(text)
    first = HELD.replace("A day with one silent area alerts", typed).replace("Alert by area", typed)
    second = SECOND.replace("It fades", typed).replace("{factor: data-drift,", f"{{factor: data-drift, {RISK},")
    second = second.replace("The records cannot be made again", typed).replace("product-owner", typed)
    found = [report("2026-01-10-first", first), report("2026-03-11-second", second)]
    assert not any(each.problems for each in found)
    for page in pages_of(*found).values():
        seen = Seen(to_html(page.markdown))
        assert not {"script", "img"} & set(seen.names()), page.path
        assert seen.names().count("h1") == 1, page.path
        assert not [way for way in seen.hrefs() if "evil" in way], page.path
        assert not [name for _, attributes in seen.elements for name in attributes if name.startswith("on")], page.path


def test_one_report_is_told_in_the_singular() -> None:
    first = FIRST.replace(
        "remediations:\n",
        "  - {factor: comm-silo, how: Those who moved the areas knew nobody who ran the alert.}\nremediations:\n",
    )
    page = pages_of(report("2026-01-10-first", first))["factors/comm-silo.md"]
    assert "1 report names it, each with how" in page.markdown
    assert "The first to notice was a support report." in page.markdown
    assert "in the same report" in part(page, "Named beside it")
    assert "No remediation addresses it yet." in part(page, "What was done about it")
    assert "After the fixes" not in page.markdown


def test_everything_that_noticed_it_is_told_and_how_many_do_not_tell() -> None:
    words = ("support-report", "user-report", "eval", "audit", "audit")
    found = [
        report(f"2025-0{place}-01-again", FIRST.replace("detected_by: support-report", f"detected_by: {each}"))
        for place, each in enumerate(words, 1)
    ]
    text = pages_of(*found, report("2026-03-11-second", SECOND))["factors/data-drift.md"].markdown
    assert (
        "Noticed by\n:   [an audit (2), an eval (1), a support report (1), a user report (1)](#what-noticed-it)"
        "; not told in 1\n" in text
    )
