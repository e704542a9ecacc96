"""The page in place of a broken report: where it is and what to mend, and nothing of what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_sample import SETTINGS, Seen, report, simple, to_html

from afterword.findings.finding import Finding
from afterword.model.ids import is_report_id
from afterword.model.span import Span
from afterword.pages.broken import render_broken
from afterword.read.report import read_report

PATH = "postmortems/reports/2026/2026-03-11-case.md"


def finding(line: int = 3, message: str = "`titel` is no known key", **more) -> Finding:
    return Finding(PATH, Span(line, 1, line, 6), "AW110", "unknown-key", "error", message, **more)


def test_the_page_gives_path_place_and_cure() -> None:
    page = render_broken(simple("Text.\n"), [finding(hint="did you mean `title`?")])
    assert page.path == "reports/2026-03-11-case.md"
    assert page.title == f"Cannot be shown yet: {PATH}"
    seen = Seen(to_html(page.markdown)).text
    for part in (PATH, "Line 3, column 1", "`titel` is no known key", "AW110 unknown-key", "did you mean `title`?"):
        assert part in seen


def test_findings_stand_in_the_order_of_the_file() -> None:
    page = render_broken(simple("Text.\n"), [finding(9, "later"), finding(2, "sooner")])
    assert page.markdown.index("sooner") < page.markdown.index("later")


def test_nothing_of_the_report_is_shown() -> None:
    front = "plain_summary: CANARY-SUMMARY\ntags: [canary-tag]\ndescription: CANARY-DESCRIPTION\n"
    page = render_broken(simple("## CANARY-HEADING\n\nCANARY-TEXT\n", front), [finding(match="CANARY-MATCH")])
    assert "canary" not in repr(page).lower()
    assert "A title long enough" not in repr(page)
    assert not page.tags


def test_a_page_without_findings_stands() -> None:
    assert "No finding is left" in render_broken(simple("Text.\n"), []).markdown


@pytest.mark.parametrize("stem", ["Not An Id", "index", "..", "a<b>", "2026-03-11-Case", "é", "x" * 300])
def test_a_name_that_is_no_id_becomes_a_safe_one(stem: str) -> None:
    broken = read_report(
        b"---\n[", path=f"postmortems/reports/{stem}.md", place=f"reports/{stem}.md", settings=SETTINGS
    )
    name = render_broken(broken, []).path.removeprefix("reports/").removesuffix(".md")
    assert name.startswith("unnamed-")
    assert not is_report_id(name)
    assert set(name) <= set("unamed-0123456789abcdef")


def test_two_names_give_two_pages() -> None:
    assert render_broken(report("x", "a b"), []).path != render_broken(report("x", "a c"), []).path


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_hostile_finding_stays_text(message: str, hint: str) -> None:
    plain = Seen(to_html(render_broken(simple("Text.\n"), [finding(message="m", hint="h")]).markdown))
    odd = Seen(to_html(render_broken(simple("Text.\n"), [finding(message=f"m{message}", hint=f"h{hint}")]).markdown))
    assert odd.names() == plain.names()
    assert odd.elements == plain.elements
