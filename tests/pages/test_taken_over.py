"""Reports taken over as they were, with accepted labels, fill the pages of factors and are told for what they are."""

from __future__ import annotations

from datetime import date

from tests.pages.lists_sample import FACTS, FIRST, SECOND, index_of, report
from tests.pages.report_sample import Seen, to_html

from afterword.index.index import Index
from afterword.index.named import named_by, often_named
from afterword.model.labels import Label
from afterword.model.report import Report
from afterword.pages.factors import render_factors
from afterword.pages.home import OLDER, render_fragments
from afterword.pages.insights import render_insights
from afterword.read.labels import label_reports

OLD = "---\ntitle: An older text of {year}\nlifecycle: imported\naudience: {audience}\n{front}---\n\nIt drifted for weeks.\n"
INSIGHTS = "[Insights](<../insights/index.md>)"


def older(year: int, *factors: str, audience: str = "company", front: str = "") -> Report:
    """A report of the archive with labels for the factors."""
    report_id = f"{year}-05-04-older"
    found = report(report_id, OLD.format(year=year, audience=audience, front=front))
    return label_reports([found], [Label(report_id, each, date(2026, 5, 18)) for each in factors])[0]


def archive() -> list[Report]:
    return [
        older(2018, "data-drift"), older(2019, "data-drift", "comm-silo"), older(2020, "data-drift"), older(2021),
        older(2017, "comm-silo"),
    ]  # fmt: skip


def page(index: Index, factor: str = "data-drift") -> str:
    return next(each.markdown for each in render_factors(index, FACTS) if each.path == f"factors/{factor}.md")


def row(index: Index, title: str = "Inputs or their meaning moved") -> str:
    """What the list of all factors says beside the factor."""
    listed = next(each.markdown for each in render_factors(index, FACTS) if each.path == "factors/index.md")
    line = next(line for line in listed.splitlines() if line.startswith("| [") and title in line)
    return line.split(" | ")[1].strip()


def test_the_list_counts_them_and_says_what_they_are() -> None:
    assert row(index_of(archive())) == "3 reports, taken over as they were"
    assert row(index_of(archive()[:1])) == "1 report, taken over as it was"
    assert row(index_of([report("2026-01-10-first", FIRST), *archive()])) == "1 report, and 3 taken over as they were"
    assert row(index_of([report("2026-01-10-first", FIRST)])) == "1 report"
    assert row(index_of([])) == "none yet"


def test_how_often_is_told_of_both() -> None:
    both = page(index_of([report("2026-01-10-first", FIRST), *archive()]))
    assert "[In 1 report](#reports), of 1 counted, and in 3 taken over as they were" in both
    assert "4 reports name it, 1 of them with how it fed in there. 3 were labelled in bulk: " in both
    assert f"{INSIGHTS} leave out the 3 that were taken over as they were." in both
    alone = page(index_of(archive()))
    assert "[In 3 reports](#reports), taken over as they were" in alone
    assert "3 reports name it, without a word on how it fed in there. All were labelled in bulk: " in alone
    assert f"{INSIGHTS} leave out reports taken over as they were." in alone
    one = page(index_of(archive()[:1]))
    assert "1 report names it, without a word on how it fed in there. It was labelled in bulk: " in one
    assert f"{INSIGHTS} leave out the report that was taken over as it was." in one


def test_one_that_names_factors_itself_is_no_label() -> None:
    own = older(2020, front="contributing_factors: [{factor: data-drift, how: The season was new to it.}]\n")
    text = page(index_of([own]))
    assert "1 report names it, each with how it fed in there. [Insights]" in text
    assert "labelled in bulk" not in text


def test_what_is_replaced_is_still_no_figure() -> None:
    replaced = report("2026-01-10-first", FIRST.replace("lifecycle: published", "lifecycle: superseded"))
    text = page(index_of([replaced]))
    assert "[In 1 report](#reports), which is not counted in figures" in text
    assert "Of these, 1 is not counted in figures." in text
    assert row(index_of([replaced])) == "1 report, not counted"


def test_the_trend_has_them_among_those_that_name_factors() -> None:
    text = page(index_of(archive()))
    assert (
        "By year, of all reports of the year that are counted, or taken over as they were with factors: "
        "1 of 1 in 2018, 1 of 1 in 2019, 1 of 1 in 2020." in text
    )
    assert "<svg" in text
    mixed = page(index_of([report("2026-01-10-first", FIRST), report("2026-03-11-second", SECOND), *archive()]))
    assert "1 of 1 in 2020, 2 of 2 in 2026." in mixed
    plain = page(index_of([report("2026-01-10-first", FIRST), older(2026, "comm-silo")]))
    assert "By year, of all counted reports of the year: 1 of 1 in 2026." in plain


def test_what_stands_beside_it_is_counted_in_both() -> None:
    text = page(index_of(archive())).split("## Named beside it")[1]
    assert "in 1 of 3 reports" in text
    assert "Reports taken over as they were are among them." in text
    counted = page(index_of([report("2026-01-10-first", FIRST), report("2026-03-11-second", SECOND)]))
    assert "are among them" not in counted


def test_what_recurs_has_counted_ones_first() -> None:
    found = index_of([report("2026-03-11-second", SECOND), *archive(), older(2016, "comm-silo", "own-unclear")])
    assert [(each.factor.id, len(each.named.counted), len(each.named.taken_over)) for each in often_named(found)] == [
        ("data-drift", 1, 3),
        ("comm-silo", 1, 3),
    ]
    text = render_fragments(found)["recurring"]
    assert "in 1 report, and 3 taken over as they were" in text
    listed = next(each.markdown for each in render_factors(found, FACTS) if each.path == "factors/index.md")
    assert "Reports taken over as they were stand apart" in listed


def test_home_with_nothing_else_shows_the_newest_of_them() -> None:
    many = [older(year, "data-drift") for year in range(2010, 2020)]
    fragments = render_fragments(index_of(many))
    text = Seen(to_html(fragments["newest"])).text
    assert "No report was written here yet." in text
    assert text.count("An older text of") == OLDER
    assert text.index("An older text of 2019") < text.index("An older text of 2018")
    assert "Inputs or their meaning moved" in text
    assert "[10 reports taken over as they were](reports/index.md)" in fragments["glance"]
    assert "[1 contributing factor](factors/index.md#what-recurs)" in fragments["glance"]
    assert "in 10 reports, taken over as they were" in fragments["recurring"]


def test_once_something_was_written_here_it_leads() -> None:
    text = render_fragments(index_of([report("2026-01-10-first", FIRST), *archive()]))["newest"]
    assert "An older text" not in text


def test_insights_leave_them_out() -> None:
    first = report("2026-01-10-first", FIRST)
    assert "1 of 6 reports is counted." in render_insights(index_of([first, *archive()]), FACTS).markdown


def test_reports_of_others_follow_the_settings() -> None:
    public = older(2018, "data-drift", front="origin: public-sources\n")
    named = named_by("data-drift", index_of([public], count_public_sources=False))
    assert (named.counted, named.taken_over, len(named.others)) == ((), (), 1)
    assert len(named_by("data-drift", index_of([public])).taken_over) == 1


def test_what_is_narrower_leaves_no_trace() -> None:
    canary = older(2015, "data-drift", "own-unclear", audience="restricted")
    for found in ([], [report("2026-01-10-first", FIRST)]):
        index, beside = index_of([*found, *archive()]), index_of([*found, *archive(), canary])
        assert list(render_factors(index, FACTS)) == list(render_factors(beside, FACTS))
        assert render_fragments(index) == render_fragments(beside)
