"""Where report and tracker came to differ: told in the week in which that happened, and in no other."""

from __future__ import annotations

from datetime import date

from tests.digest.examples import LINKS
from tests.digest.sample import digest, told

from afterword.digest.edition import Choice
from afterword.digest.forms.forms import write_forms
from afterword.digest.site.week_page import render_week

HOSTILE = "Pin | <script>alert(1)</script> [x](javascript:alert(1))"
MORE = """\
remediations:
  - {{id: RM-1, title: "{title}", kind: data-fix, status: done, done_on: {day}, owner_team: care,
     tracker: https://tracker.example.org/7}}
"""


def _told(id: str = "2026-10-01-a", day: str = "2026-11-12", title: str = "Pin the version", extra: str = ""):
    return told(id, "2026-10-05", extra + MORE.format(title=title, day=day))


def test_it_is_told_in_its_week_alone() -> None:
    found = digest([_told()], "2026-W46")
    assert [(each.title, each.day, each.words) for each in found.drift] == [
        ("Pin the version", date(2026, 11, 12), "the report says done, the tracker open")
    ]
    assert digest([_told()], "2026-W45").drift == ()
    assert digest([_told()], "2026-W47").drift == ()
    assert len(digest([_told()], "2026-W45", "2026-W46").drift) == 1


def test_before_its_publication_a_report_is_nobodys_to_compare_with() -> None:
    early = _told(day="2026-09-01")
    assert [each.day for each in digest([early], "2026-W41").drift] == [date(2026, 10, 5)]


def test_nothing_narrower_and_nobody_elses_work_is_told() -> None:
    narrow = _told("2026-10-01-b", title="Narrower", extra="audience: restricted\n")
    others = _told("2026-10-01-c", title="Theirs", extra="origin: public-sources\n")
    assert [each.title for each in digest([_told(), narrow, others], "2026-W46", public=True).drift] == [
        "Pin the version"
    ]


def test_the_brief_leaves_it_out() -> None:
    assert digest([_told()], "2026-W46", choice=Choice(brief=True)).drift == ()


def test_every_form_tells_it_and_nothing_that_was_typed_acts() -> None:
    found = digest([_told(title=HOSTILE)], "2026-W46")
    forms = write_forms(found, LINKS)
    for form in (forms.html, forms.text):
        assert "Report and tracker differ" in form
        assert "Since 12 November 2026 the report says done, the tracker open" in " ".join(form.split())
    assert "<script>alert" not in forms.html
    page = render_week(found, (), "", other_form=False).markdown
    assert "## Report and tracker differ { #drift }" in page
    assert "the report says done, the tracker open" in page
    assert "<script>alert" not in page
    assert "](javascript:" not in page
