"""The home page shows incidents and near misses as equals, the editor's pick, and what recurs."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import markdown
import pytest
from tests.pages.lists_sample import FIRST, SECOND, THIRD, index_of, narrower, report, reports

from afterword.pages.home import REMEMBERED, render_fragments, takeaway


def newest(*found) -> str:
    return render_fragments(index_of(list(found)))["newest"]


def test_near_misses_stand_beside_incidents() -> None:
    text = newest(*reports(), report("2026-05-01-last", SECOND.replace("on: 2026-04-01", "on: 2026-06-01")))
    incidents, near_misses = text.split("### Near misses")
    assert "2026-03-11-second" in incidents.split("### Incidents")[1]
    assert "2026-04-01-third" in near_misses


def test_many_incidents_never_push_a_near_miss_away() -> None:
    many = [report(f"2026-06-{day:02}-more", SECOND.replace("2026-04-01", f"2026-07-{day:02}")) for day in range(1, 9)]
    text = newest(*many, report("2020-01-01-third", THIRD))
    assert "reports/2020-01-01-third.md" in text
    assert re.findall(r"reports/(2026-06-\d\d)", text)[-2:] == ["2026-06-07", "2026-06-06"]


def test_the_pick_of_the_newest_week_is_the_lesson_and_stands_once() -> None:
    picked = report("2026-02-01-picked", FIRST.replace("on: 2026-01-20", "on: 2026-05-05"))
    lesson, rest = newest(*reports(), picked).split("## Newest learning")
    shown = lesson.split("## The week's lesson")[1]
    assert "2026-02-01-picked" in shown
    assert 'picked for the week of <time datetime="2026-05-04">' in shown
    assert "2026-02-01-picked" not in rest


def test_of_two_picks_of_a_week_the_one_published_last_counts() -> None:
    days = {"2026-02-01-early": "2026-05-04", "2025-06-01-late": "2026-05-06", "2026-02-02-middle": "2026-05-05"}
    found = [report(name, FIRST.replace("on: 2026-01-20", f"on: {day}")) for name, day in days.items()]
    assert "2025-06-01-late" in newest(*reports(), *found).split("## The week's lesson")[1].split("## Newest")[0]


def test_a_pick_of_an_earlier_week_is_no_lesson_of_this_one() -> None:
    """Without a pick the newest takeaway of the author's own is the lesson, of whichever week."""
    told = report("2026-02-01-told", FIRST.replace("{pick: true}", "{takeaway: Look at the parts}"))
    lesson = newest(*reports(), told).split("## The week's lesson")[1].split("## Newest")[0]
    assert "Look at the parts\n{: .aw-lesson__said }" in lesson
    assert "week of <time" in lesson
    assert "picked" not in lesson


def test_without_any_takeaway_the_newest_report_is_the_lesson() -> None:
    found = report("2026-03-11-second", SECOND), report("2026-04-01-third", THIRD)
    lesson = newest(*found).split("## The week's lesson")[1].split("## Newest")[0]
    assert "A forecast was off, and a clerk asked about it." in lesson


def test_the_last_changes_are_named_for_a_browser_to_compare() -> None:
    updated = FIRST.replace("digest:", "updates: [{at: 2026-06-03, what: A date was wrong}]\ndigest:")
    text = newest(report("2026-01-10-first", updated), *reports()[1:])
    lines = re.findall(r"reports/([^>]*)\.md>\)\{ ([^}]*) \}", text)
    assert lines == [
        ("2026-01-10-first", 'data-aw-published="2026-01-20" data-aw-changed="2026-06-03" data-aw-revision="2"'),
        ("2026-04-01-third", 'data-aw-published="2026-05-04" data-aw-changed="2026-05-04" data-aw-revision="1"'),
        ("2026-03-11-second", 'data-aw-published="2026-04-01" data-aw-changed="2026-04-01" data-aw-revision="1"'),
    ]
    assert "data-aw-floor" not in text


def test_of_many_changes_the_last_ones_are_named_and_a_day_says_which_are_not() -> None:
    days = [date(2026, 1, 1) + timedelta(days=place) for place in range(REMEMBERED + 5)]
    text = newest(*[report(f"{day}-more", SECOND.replace("on: 2026-04-01", f"on: {day}")) for day in days])
    assert text.count("data-aw-revision") == REMEMBERED
    assert f'data-aw-floor="{days[5]}"' in text


def test_superseded_imported_and_withdrawn_reports_are_no_news() -> None:
    text = newest(*reports())
    assert not re.search("2025-12-01-replaced|2024-01-01-older|2025-01-01-gone", text)


def test_links_are_relative_to_the_root_of_the_site() -> None:
    fragments = render_fragments(index_of(reports()))
    ways = re.findall(r"\]\(<?([^)>]*)", "".join(fragments.values()))
    assert ways
    assert all(
        re.match(r"(reports|near-misses|factors|systems|remediations|silent-checks|teams|guide|evals)/", way)
        for way in ways
    )


def test_a_factor_recurs_from_two_counted_reports_on() -> None:
    text = render_fragments(index_of(reports()))["recurring"]
    assert "Inputs or their meaning moved" in text
    assert "in 3 reports" in text
    assert "came back on the same system after a fix" in text
    assert "comm-silo" not in text


def test_uncounted_reports_make_nothing_recur() -> None:
    found = [report("2026-01-10-first", FIRST), *reports()[3:]]
    assert render_fragments(index_of(found))["recurring"] == "\n".strip()


def test_an_empty_site_says_how_to_begin() -> None:
    fragments = render_fragments(index_of([]))
    assert "afterword new" in fragments["newest"]
    assert fragments["recurring"] == ""


def test_what_is_narrower_leaves_no_trace() -> None:
    assert render_fragments(index_of(reports())) == render_fragments(index_of(reports() + narrower()))


@pytest.mark.parametrize(
    ("summary", "first"),
    [
        ("Offers drifted apart. Nobody saw it.", "Offers drifted apart."),
        ("It cost 3.5 percent more. Nobody saw it.", "It cost 3.5 percent more."),
        ("Was it seen? It was not.", "Was it seen?"),
        ('The bot said "Never again." Then it did.', 'The bot said "Never again."'),
        (
            "It failed for some inputs, e.g. Long ones, and for others.",
            "It failed for some inputs, e.g. Long ones, and for others.",
        ),
        ("No end", "No end"),
    ],
)
def test_the_takeaway_is_the_first_sentence(summary: str, first: str) -> None:
    text = FIRST.replace("Offers drifted apart. Nobody saw it for a week.", f"'{summary}'")
    assert takeaway(report("2026-01-10-first", text)) == first


def test_the_author_s_own_takeaway_wins() -> None:
    text = FIRST.replace("digest: {pick: true}", "digest: {takeaway: Look at the parts of a total}")
    assert takeaway(report("2026-01-10-first", text)) == "Look at the parts of a total"


def test_without_a_near_miss_its_place_invites_one() -> None:
    text = newest(report("2026-01-10-first", FIRST), report("2026-03-11-second", SECOND))
    assert "No near miss is told yet." in text.split("### Near misses")[1]


def test_what_is_open_stands_on_the_home_page_overdue_first() -> None:
    text = render_fragments(index_of(reports()))["open"]
    assert "1 remediation of our own, 1 of them overdue." in text
    assert "[Areas come from one list](<reports/2026-03-11-second.md#" in text
    assert "175 days overdue" in text


def test_the_collection_at_a_glance_leads_on() -> None:
    text = render_fragments(index_of(reports()))["glance"]
    assert "[2 incidents, 1 near miss, and 1 report taken over as it was](reports/index.md)" in text
    assert "[1 remediation](remediations/open.md), 1 overdue" in text


def test_an_empty_site_has_no_figures() -> None:
    fragments = render_fragments(index_of([]))
    assert fragments["glance"] == fragments["open"] == ""


@pytest.mark.parametrize(
    "said", ["# A heading", "- a list", "1. a list", "<script>alert(1)</script>", "{: onclick=x }"]
)
def test_a_takeaway_is_text_and_nothing_else(said: str) -> None:
    found = report("2026-01-10-first", FIRST.replace("{pick: true}", f"{{pick: true, takeaway: {said!r}}}"))
    html = markdown.markdown(
        newest(found), extensions=["attr_list", "md_in_html", "tables", "def_list"], output_format="html"
    )
    text = re.search(r'<p class="aw-lesson__said">(.*?)</p>', html, re.DOTALL)
    assert text is not None
    assert unescape(text[1]) == said


def test_thousands_have_their_comma() -> None:
    work = "  - {title: Work, kind: monitor-alert, status: accepted, due: 2026-01-31, owner_team: alpha}\n"
    many = SECOND.replace("related:", f"{work * 100}related:")
    found = [report(f"2026-03-{day:02}-second", many) for day in range(1, 13)]
    fragments = render_fragments(index_of(found))
    assert "[1,212 remediations](remediations/open.md), 1,212 overdue" in fragments["glance"]
    assert "1,212 remediations of our own, 1,212 of them overdue." in fragments["open"]
    assert "(1,209 more)" in fragments["open"]
