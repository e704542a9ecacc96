"""Whatever a file holds, reading it gives one located problem, never an exception, and leaves its neighbours alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.read.collection import read_collection
from afterword.read.report import read_report

SOUND = "---\ntitle: A sound report beside the odd one\nsystem: {name: chat}\n---\n\n## What happened\n\nText.\n"


def read(data: bytes | str):
    raw = data.encode() if isinstance(data, str) else data
    return read_report(raw, path="2026-03-11-case.md", place="reports/2026/2026-03-11-case.md", settings=Settings())


def fields(text: str) -> str:
    return f"---\n{text}\n---\n\nBody.\n"


ONE_PROBLEM = {
    "invalid YAML": (fields("id: [broken"), "yaml-syntax", 3, 1),
    "a colon in a bare value": (fields("title: Postmortem: the assistant"), "yaml-syntax", 2, 18),
    "a tab for indentation": (fields("system:\n\tname: chat"), "yaml-syntax", 3, 1),
    "an open quote": (fields('title: "never closed'), "yaml-syntax", 3, 1),
    "a control character": (fields("title: bell \x07 rings"), "yaml-syntax", 2, 13),
    "a duplicate key": (fields("title: One title here\nkind: incident\ntitle: Another title"), "duplicate-key", 4, 1),
    "a duplicate key deep inside": (fields("system:\n  name: a\n  name: b"), "duplicate-key", 4, 3),
    "a tag": (fields("title: !!python/name:os.system x"), "yaml-feature", 2, 8),
    "a plain tag": (fields("title: !!str 12"), "yaml-feature", 2, 8),
    "an anchor": (fields("title: &a A title with an anchor"), "yaml-feature", 2, 8),
    "an alias": (fields("title: *a"), "yaml-feature", 2, 8),
    "a merge key": (fields("<<: {title: x}"), "yaml-feature", 2, 1),
    "a list for a key": (fields("[a, b]: c"), "yaml-feature", 2, 1),
    "front matter that is a list": (fields("- a\n- b"), "yaml-feature", 2, 1),
    "front matter that is text": (fields("just words"), "yaml-feature", 2, 1),
    "no fence": ("title: x\n", "fence", 1, 1),
    "an empty file": ("", "fence", 1, 1),
    "four dashes": ("----\ntitle: x\n----\n", "fence", 1, 1),
    "a blank line first": ("\n---\ntitle: x\n---\n", "fence", 1, 1),
    "bare carriage returns": ("---\rtitle: x\r---\r", "fence", 1, 1),
    "closed with dots": ("---\ntitle: x\n...\n", "fence", 3, 1),
    "never closed": ("---\ntitle: x\n", "fence", 1, 1),
    "Latin-1": (b"---\ntitle: caf\xe9\n---\n", "encoding", 2, 11),
    "UTF-16": ("---\ntitle: x\n---\n".encode("utf-16"), "encoding", 1, 1),
    "UTF-16 without a mark": ("---\ntitle: x\n---\n".encode("utf-16-le"), "encoding", 1, 1),
    "a line separator within a value": (fields("title: one\u2028two\nkind: incident"), "yaml-syntax", 2, 11),
    "a next-line character within a value": (fields("title: one\x85two\nkind: incident"), "yaml-syntax", 2, 11),
    "front matter over its limit": (fields("x-a: '" + "a" * 70_000 + "'"), "over-limit", 2, 1),
    "lists too deep": (fields("x-a: " + "[" * 60 + "]" * 60), "over-limit", 2, 25),
    "200,000 brackets in the front matter": (fields("x-a: " + "[" * 200_000), "over-limit", 2, 1),
    "200,000 brackets in the body": ("---\ntitle: x\n---\n\n" + "[" * 200_000, "over-limit", 5, None),
    "a file over its limit": ("---\ntitle: x\n---\n" + "word " * 300_000, "over-limit", 1, 1),
    "an impossible date": (fields("occurred_on: 2021-11-31"), "date", 2, 14),
    "a time that YAML reads as a number": (fields("timeline:\n  - {at: 12:30, kind: note}"), "date", 3, 10),
    "no for a text": (fields("system: {name: no}"), "retyped-value", 2, 16),
    "no for a flag": (fields("review: {ground_rule_read: no}"), "retyped-value", 2, 28),
    "an octal-looking number": (fields("participants:\n  - {role: sre, count: 010}"), "field-type", 3, 24),
    "an all-digit commit": (fields("snapshot: {environment: {commit: 1234567}}"), "retyped-value", 2, 34),
    "a list for a text": (fields("title: [a, b]"), "field-type", 2, 8),
    "a text for a list": (fields("tags: fairness"), "field-type", 2, 7),
    "a text for a map": (fields("system: chat"), "field-type", 2, 9),
    "an empty text": (fields('title: ""'), "field-type", 2, 8),
    "an unknown key": (fields("titel: A title"), "unknown-key", 2, 1),
    "an unknown word": (fields("severity: high"), "unknown-choice", 2, 11),
    "a digest that is none": (fields("evidence:\n  - {kind: log, title: a log, sha256: abc}"), "field-type", 3, 39),
}


@pytest.mark.parametrize("name", ONE_PROBLEM)
def test_one_located_problem(name: str) -> None:
    data, kind, line, column = ONE_PROBLEM[name]
    report = read(data)
    assert [problem.kind for problem in report.problems] == [kind]
    problem = report.problems[0]
    assert problem.span.line == line
    assert column is None or problem.span.column == column
    assert problem.message
    assert "\n" not in problem.message


def test_an_open_bracket_is_not_said_to_begin_where_the_reading_stopped() -> None:
    (problem,) = read(fields("tags: [")).problems
    assert problem.message == "a value is missing or a bracket is not closed"


@pytest.mark.parametrize("name", ONE_PROBLEM)
def test_the_neighbour_is_untouched(name: str, tmp_path: Path) -> None:
    data = ONE_PROBLEM[name][0]
    folder = tmp_path / "postmortems/reports/2026"
    folder.mkdir(parents=True)
    (folder / "2026-03-11-odd.md").write_bytes(data.encode() if isinstance(data, str) else data)
    (folder / "2026-03-12-sound.md").write_text(SOUND)
    reports = read_collection(Project(tmp_path, tmp_path / "postmortems")).by_id
    assert reports["2026-03-12-sound"].problems == ()
    assert reports["2026-03-12-sound"].title == "A sound report beside the odd one"


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_bom_and_crlf_are_read_as_they_are(start: bytes, end: bytes) -> None:
    text = b"---\ntitle: An ordinary title\nseverity: high\n---\n\n## What happened\n\nText.\n"
    report = read(start + text.replace(b"\n", end))
    assert [(problem.kind, problem.span.line, problem.span.column) for problem in report.problems] == [
        ("unknown-choice", 3, 11)
    ]
    assert report.title == "An ordinary title"
    assert report.at("title").column == 8
    assert [(heading.text, heading.span.line, heading.span.column) for heading in report.body.headings] == [
        ("What happened", 6, 4)
    ]


def test_all_problems_of_one_file_are_told_at_once() -> None:
    report = read(fields("titel: x\nseverity: high\ntags: [no, ok]\noccurred_on: 2021-11-31\nkind: near_miss"))
    assert [(problem.kind, problem.span.line) for problem in report.problems] == [
        ("unknown-key", 2),
        ("unknown-choice", 3),
        ("retyped-value", 4),
        ("date", 5),
    ]
    assert report.kind == "near_miss"
    assert report.front.tags == ("ok",)


def test_the_place_of_an_entry_stays_right_after_a_wrong_one() -> None:
    report = read(fields("remediations:\n  - {title: [x]}\n  - wrong\n  - {title: Kept, kind: data-fix}"))
    place = next(i for i, each in enumerate(report.front.remediations) if each.title == "Kept")
    assert report.at("remediations", place, "kind").line == 5


@pytest.mark.parametrize("typed", ["secret", "[restricted]", "no", "12", "''", "{a: b}", "Restricted"])
def test_an_audience_that_cannot_be_read_counts_as_restricted(typed: str) -> None:
    assert read(fields(f"audience: {typed}")).audience == "restricted"
    entry = read(fields(f"evidence:\n  - {{kind: log, title: a log, access: {typed}}}")).front.evidence[0]
    assert entry.access == "restricted"


@pytest.mark.parametrize("key", ["audiance", "Audience", "audence"])
def test_a_misspelt_audience_counts_as_restricted(key: str) -> None:
    assert read(fields(f"{key}: public")).audience == "restricted"


def test_extensions_are_kept() -> None:
    report = read(fields("x-cost: 12\nx-on: {a: [1, true]}\nsystem: {name: chat, x-tier: gold}"))
    assert report.problems == ()
    assert report.front.extensions == {"x-cost": 12, "x-on": {"a": [1, True]}}
    assert report.front.system is not None
    assert report.front.system.extensions == {"x-tier": "gold"}


def test_special_files_are_one_problem(tmp_path: Path) -> None:
    folder = tmp_path / "postmortems/reports/2026"
    folder.mkdir(parents=True)
    (folder / "2026-03-12-sound.md").write_text(SOUND)
    (folder / "2026-03-13-link.md").symlink_to(folder / "2026-03-12-sound.md")
    (folder / "2026-03-14-nowhere.md").symlink_to(tmp_path / "nowhere")
    (folder / "2026-03-15-folder.md").mkdir()
    os.mkfifo(folder / "2026-03-16-pipe.md")
    reports = read_collection(Project(tmp_path, tmp_path / "postmortems")).by_id
    kinds = {name: [problem.kind for problem in report.problems] for name, report in reports.items()}
    assert kinds == {
        "2026-03-12-sound": [],
        "2026-03-13-link": ["unreadable-file"],
        "2026-03-14-nowhere": ["unreadable-file"],
        "2026-03-16-pipe": ["unreadable-file"],
    }


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(data: bytes) -> None:
    read(data)


@given(st.text(max_size=300))
def test_any_front_matter_can_be_read(text: str) -> None:
    report = read(f"---\n{text}\n---\n")
    lines = report.source.text.count("\n") + report.source.text.count("\r") + 2
    for problem in report.problems:
        assert 1 <= problem.span.line <= lines
        assert problem.span.column >= 1


KEYS = st.sampled_from(
    ["title", "kind", "audience", "timeline", "evidence", "system", "behaviour", "tags", "x-a", "impact"]
)
VALUES = st.recursive(
    st.sampled_from(["a", "no", "12:30", "2021-11-31", '""', "~", "'x: y'", "0123", "{}", "[]", "true"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda each: "{" + ", ".join(f"{key}: {value}" for key, value in each.items()) + "}"
        ),
    ),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_shape_of_fields_can_be_read(typed: dict[str, str]) -> None:
    text = "\n".join(f"{key}: {value}" for key, value in typed.items())
    report = read(fields(text))
    for path, span in report.spans.items():
        assert span.line <= len(typed) + 2, path


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "postmortems/reports/2026"
    folder.mkdir(parents=True)
    (tmp_path / "postmortems/reports/2025").mkdir()
    (folder / "2026-03-12-sound.md").write_text(SOUND)
    listed = os.listdir

    def closed(path: Path) -> list[str]:
        if Path(path).name == "2025":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", closed)
    collection = read_collection(Project(tmp_path, tmp_path / "postmortems"))
    assert [(stray.place, stray.kind) for stray in collection.strays] == [("reports/2025", "not-opened")]
    assert len(collection.reports) == 1
