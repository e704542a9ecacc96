"""What a report's page tells of earlier and later reports, and of labels that stand in for factors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.pages.report_sample import FACTS, Seen, index_of, page_of, report, to_html, view_of

from afterword.api.factors import describe_factors
from afterword.api.reports import describe_reports
from afterword.index.facets import list_facets
from afterword.model.labels import Label
from afterword.model.report import Report
from afterword.pages.factors import render_factors
from afterword.pages.insights import render_insights
from afterword.read.labels import label_reports

TEXT = """---
title: {title}
lifecycle: {lifecycle}
audience: {audience}
system: {{name: shop-assistant}}
contributing_factors:
  - {{factor: data-drift, how: The offers had moved since the records were made.}}
  - {{factor: {other}, how: The other condition of it.}}
remediations:
  - {{title: "{rm_title}", kind: monitor-alert, addresses: [CF-1], {rm}}}
---
"""


def told(
    report_id: str, rm: str = "status: accepted", *, title: str = "Offers drifted apart", lifecycle: str = "published",
    audience: str = "company", other: str = "comm-silo", rm_title: str = "Alert by area",
) -> Report:  # fmt: skip
    text = TEXT.format(title=title, lifecycle=lifecycle, audience=audience, other=other, rm=rm, rm_title=rm_title)
    return report(text, report_id)


def text_of(*reports: Report, **options) -> str:
    return Seen(to_html(page_of(*reports, **options).markdown)).text


def test_everything_that_came_before_is_told_with_its_days() -> None:
    shown = text_of(
        told("2025-09-02-four", other="hil-absent"),
        told("2024-01-02-one", "status: verified, done_on: 2024-02-01, verified_on: 2024-03-01"),
        told("2024-05-02-two"),
        told("2025-01-02-three", "status: declined, declined_on: 2025-02-01"),
        told("2026-02-02-five"),
    )
    assert "Earlier reports on the same system name 1 of its 2 factors; 1 came back" in shown
    assert (
        "The fourth report that names it on this system, after Offers drifted apart (2 Jan 2025), Offers drifted apart (2 May 2024) and 1 more."
        in shown
    )
    assert "Back after a fix. Alert by area, in Offers drifted apart was verified on 1 March 2024." in shown
    assert "An earlier remediation for it is still open (accepted): Alert by area, in Offers drifted apart." in shown
    assert (
        "An earlier remediation for it was declined on 1 February 2025: Alert by area, in Offers drifted apart."
        in shown
    )
    assert "Named again on this system in Offers drifted apart (2 Feb 2026)." in shown


def test_links_lead_to_the_reports() -> None:
    page = page_of(told("2025-09-02-two"), told("2024-01-02-one"))
    assert "<2024-01-02-one.md>" in page.markdown


def test_a_narrower_report_is_neither_told_nor_counted() -> None:
    shown = text_of(told("2025-09-02-two"), told("2024-01-02-one", title="zqcanary", audience="restricted"))
    assert "zqcanary" not in shown
    assert "on this system" not in shown


@pytest.mark.parametrize("lifecycle", ["superseded", "imported"])
def test_what_is_no_current_account_tells_nothing_of_it(lifecycle: str) -> None:
    assert "on this system" not in text_of(told("2025-09-02-two", lifecycle=lifecycle), told("2024-01-02-one"))


def test_what_was_typed_stays_text() -> None:
    bad = "</span><script>x</script> [a](http://b) **c** {: .d}"
    one = told("2025-09-02-two")
    html = to_html(page_of(one, told("2024-01-02-one", title=bad.replace(":", "&#58;"), rm_title=bad)).markdown)
    assert "script" not in Seen(html).names()
    assert "http://b" not in Seen(html).hrefs()


def test_one_that_was_taken_over_tells_of_its_factor() -> None:
    """As AW701 does while the report is in review."""
    shown = text_of(told("2025-09-02-two"), told("2024-01-02-one", lifecycle="imported", title="An older account"))
    assert "The second report that names it on this system, after An older account (2 Jan 2024)." in shown


OLD = "---\ntitle: An older text of the archive\nlifecycle: imported\naudience: company\n---\n\nIt drifted for weeks.\n"


def labelled() -> Report:
    return label_reports(
        [report(OLD, "2018-01-03-older")], [Label("2018-01-03-older", "data-drift", date(2026, 5, 18))]
    )[0]


def test_a_label_says_what_it_is_wherever_it_stands() -> None:
    one = labelled()
    index = index_of(view_of(one))
    shown = text_of(one)
    assert "Labelled in bulk. 1 contributing factor, accepted on 18 May 2026" in shown
    assert "label accepted in bulk, no how" in shown
    page = next(each for each in render_factors(index, FACTS) if each.path == "factors/data-drift.md")
    assert "label accepted in bulk, no how" in page.markdown
    assert "An older text of the archive" in page.markdown
    factor = next(each for each in describe_factors(index, FACTS) if each["id"] == "data-drift")
    assert (factor["count"], factor["uses"][0]["label_accepted_on"]) == (0, "2026-05-18")
    assert describe_reports(index, FACTS)[0]["labels_accepted_on"] == {"data-drift": "2026-05-18"}
    assert next(each for each in list_facets(index) if each.id == "factor").values == ("data-drift",)


def test_labels_relate_reports() -> None:
    other = replace(told("2024-01-02-one"))
    index = index_of(view_of(labelled(), other))
    assert index.related["2018-01-03-older"][0].because.factors == ("data-drift",)


def test_figures_leave_labelled_reports_out_and_say_so() -> None:
    page = render_insights(index_of(view_of(labelled(), told("2024-01-02-one"))), FACTS)
    assert "1 report: taken over from an older archive as it was, 1 of them with labels" in page.markdown
