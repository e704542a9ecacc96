"""The audit of a whole report, and what a clearance covers."""

from __future__ import annotations

from dataclasses import replace

from afterword.audit.audit import audit_report, standing_flags, text_digest
from afterword.model.audience import is_shown_to
from afterword.model.collection import Collection
from afterword.model.flag import Clearance
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.report import read_report
from afterword.read.vocabulary import shipped_vocabulary

FRONT = "---\ntitle: Node was not drained\nlifecycle: imported\naudience: company\nx-imported:\n  archive: old\n  path: a.md\n  metadata:\n    author: Jane Doe\n---\n"
SECRET = "sk-ant-api03-" + "Zq9" * 12


def read(text: str, **settings: object) -> Report:
    return read_report(
        text.encode(), path="2019-a.md", place="reports/2019/2019-a.md", settings=Settings.model_validate(settings)
    )


def test_every_flag_has_its_line_and_no_flag_has_its_text() -> None:
    report = read(f"{FRONT}\n# Head\n\nThe operator forgot it.\n\n<!-- sam@example.com -->\n\n```\n{SECRET}\n```\n")
    assert [(flag.line, flag.kind) for flag in report.held_for] == [
        (9, "person"),
        (14, "accusing"),
        (16, "person"),
        (19, "secret"),
    ]
    told = " ".join(f"{flag.what} {flag.mark}" for flag in report.held_for)
    assert not any(word in told for word in ("Jane", "forgot", "sam@", SECRET[:12]))


def test_quotes_and_code_do_not_accuse() -> None:
    text = (
        FRONT.replace("    author: Jane Doe\n", "    x: y\n")
        + "\n> Your team was careless.\n\n`careless` and “careless”.\n"
    )
    assert read(text).held_for == ()


def test_html_hides_nobody() -> None:
    front = FRONT.replace("    author: Jane Doe\n", "    x: y\n")
    report = read(f"{front}\n<div>\n<p>The operator forgot it.</p>\n<p>Jane Doe was there.</p>\n</div>\n")
    assert [(flag.line, flag.kind) for flag in report.held_for] == [(13, "accusing"), (14, "person")]


def test_tags_and_names_of_files_are_looked_through() -> None:
    front = FRONT.replace("    author: Jane Doe\n", "    tags: [orlando, jane-doe]\n").replace(
        "path: a.md", "path: old/a.md"
    )
    files = front.replace("  metadata:", "  files: {a/shot.png: pictures/alice_johnson.png}\n  metadata:")
    assert [flag.kind for flag in read(front).held_for] == ["person"]
    assert [flag.kind for flag in read(files).held_for] == ["person", "person"]
    named = front.replace("jane-doe", "jenkins").replace("old/a.md", "old/Alice_Johnson.md")
    assert [flag.kind for flag in read(named).held_for] == ["person"]
    assert read(front.replace("jane-doe", "jenkins")).held_for == ()


def test_names_may_be_allowed() -> None:
    assert read(FRONT + "\nAuthor: Jane Doe\n", names="off").held_for == ()
    assert [flag.kind for flag in read(FRONT + f"\n{SECRET}\n", names="off").held_for] == ["secret"]


def test_only_imported_reports_are_looked_through() -> None:
    assert read(FRONT.replace("imported\n", "draft\n", 1)).held_for == ()


def test_a_body_that_is_not_read_is_looked_through_for_secrets() -> None:
    report = read(f"{FRONT.replace('Jane Doe', 'team')}\n{'*' * 90}\n{SECRET}\n")
    assert report.is_unreadable
    assert [flag.kind for flag in report.held_for] == ["secret"]


def test_a_clearance_covers_the_text_and_what_was_seen() -> None:
    report = read(FRONT + "\nProse.\n")
    marks = tuple(flag.mark for flag in audit_report(report, Settings()))
    clearance = Clearance("2019-a", text_digest(report), marks, "2026-11-20")
    assert standing_flags(report, clearance) == ()
    assert standing_flags(report, None) == report.held_for
    edited = read(FRONT + "\nOther prose, further down.\n")
    assert standing_flags(edited, clearance) == ()
    worse = read(FRONT + "\nThe operator forgot it.\n")
    assert [flag.kind for flag in standing_flags(worse, clearance)] == ["accusing"]
    again = read(FRONT + "\nAuthor: Jane Doe\n")
    assert [flag.line for flag in standing_flags(again, clearance)] == [12]
    # What was read as a whole stays cleared, whatever a later version of the audit finds in it.
    unmarked = replace(clearance, marks=())
    assert standing_flags(report, unmarked) == ()
    assert standing_flags(edited, unmarked) != ()


def test_a_held_report_is_in_no_view() -> None:
    held, clear = read(FRONT), replace(read(FRONT.replace("    author: Jane Doe\n", "    a: b\n")), id="2019-b")
    collection = Collection((held, clear), shipped_vocabulary())
    for preview in (False, True):
        assert [report.id for report in collection.for_audience("restricted", preview=preview).reports] == ["2019-b"]
    assert is_shown_to("company", "restricted")
