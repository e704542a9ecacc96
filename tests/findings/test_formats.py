import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from afterword.findings.excerpt import WIDTH, make_excerpt
from afterword.findings.finding import CheckResult, Finding, Suppressed
from afterword.findings.github import annotate, escape_data, escape_property, render_github
from afterword.findings.json import render_json
from afterword.findings.summary import count_line, summarise
from afterword.findings.text import render_text
from afterword.findings.visible import shown_path, visible
from afterword.model.problem import Fix
from afterword.model.settings import Level
from afterword.model.source import Source
from afterword.model.span import Span

SOURCE = Source("a.md", "---\ntitle: 二つ\tno\n---\n")
LEVELS: tuple[Level, ...] = ("error", "warning", "info")


def finding(level: Level = "error", **fields: Any) -> Finding:
    given_: dict[str, Any] = {
        "path": "a.md", "span": Span(2, 11, 2, 13), "code": "AW113", "rule": "unknown-choice", "level": level,
        "message": "does not fit", "hint": "write another", **fields,
    }  # fmt: skip
    return Finding(**given_)


def plain(result: CheckResult, source: Source | None = SOURCE) -> list[str]:
    return [line.plain for line in render_text(result, lambda _: source)]


def test_wide_characters_and_tabs_keep_carets_in_place() -> None:
    assert plain(CheckResult((finding(),), (), 1)) == [
        "a.md:2:11 AW113 error does not fit",
        "    | title: 二つ no",
        "    |             ^^",
        "    = write another",
        "1 report, 1 error, 0 warnings",
    ]


def test_without_the_source_the_finding_still_stands() -> None:
    assert plain(CheckResult((finding(hint=""),), (), 0), None) == [
        "a.md:2:11 AW113 error does not fit", "0 reports, 1 error, 0 warnings",
    ]  # fmt: skip


def test_a_hint_over_several_lines_stays_indented() -> None:
    lines = plain(CheckResult((finding(hint="add:\n/reports/\n::error::"),), (), 1))
    assert lines[3:6] == ["    = add:", "      /reports/", "      ::error::"]


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ((0, 0, 0), "0 reports, 0 errors, 0 warnings"),
        ((1, 1, 1), "1 report, 1 error, 1 warning"),
        ((2, 3, 4), "2 reports, 3 errors, 4 warnings"),
    ],
)
def test_one_line_of_counts(counts: tuple[int, int, int], line: str) -> None:
    reports, errors, warnings = counts
    found = [finding("error")] * errors + [finding("warning")] * warnings + [finding("info")]
    assert count_line(CheckResult(tuple(found), (), reports)) == line


def test_what_is_left_standing_comes_before_the_notes_and_the_counts() -> None:
    left = tuple(Suppressed(finding(message=f"m{number}"), "a reason\nover lines") for number in range(3))
    assert list(summarise(CheckResult((), left, 1, ("no settings found, defaults hold",)))) == [
        "3 findings left standing:",
        "  - a.md:2:11 AW113 m0 (because: a reason over lines)",
        "  - a.md:2:11 AW113 m1 (because: a reason over lines)",
        "  - a.md:2:11 AW113 m2 (because: a reason over lines)",
        "note: no settings found, defaults hold",
        "1 report, 0 errors, 0 warnings",
    ]


def test_json_has_every_key_in_order_and_is_ascii() -> None:
    result = CheckResult((finding(match="二つ"),), (Suppressed(finding(), "why"),), 1, ("n",))
    text = render_json(result, lambda _: SOURCE)
    assert text.isascii()
    document = json.loads(text)
    keys = [
        "path", "line", "column", "end_line", "end_column", "code", "rule", "level", "message", "hint", "match",
        "category", "why", "link", "fix",
    ]  # fmt: skip
    assert list(document["findings"][0]) == keys
    assert list(document["summary"]["suppressed"][0]) == [*keys, "reason"]
    assert document["findings"][0]["category"] == "fields"
    assert document["summary"]["notes"] == ["n"]


@pytest.mark.parametrize("bom", [False, True])
def test_offsets_of_a_fix_count_the_bom(*, bom: bool) -> None:
    source = Source("a.md", "---\nkind: no\n---\n", bom)
    wanted = source.text.index("no")
    text = render_json(CheckResult((finding(fix=Fix(wanted, wanted + 2, "x")),), (), 1), lambda _: source)
    fix = json.loads(text)["findings"][0]["fix"]
    decoded = ("\ufeff" if bom else "") + source.text
    assert decoded[fix["start"] : fix["end"]] == "no"


def test_an_annotation_is_one_escaped_line() -> None:
    line = annotate(finding(path="a,b:c%\n.md", message="50% of\r\nit", hint="::x"))
    assert line == (
        "::error file=a%2Cb%3Ac%25%0A.md,line=2,endLine=2,col=11,endColumn=13,title=AW113 unknown-choice"
        "::50%25 of it%0A::x"
    )


def test_over_several_lines_no_columns_are_given() -> None:
    assert "col=" not in annotate(finding(span=Span(2, 3, 4, 1)))


def test_ten_of_a_level_are_annotated_errors_first_and_all_are_listed() -> None:
    found = [finding(level, message=f"{level} {number}") for level in reversed(LEVELS) for number in range(12)]
    lines = list(render_github(CheckResult(tuple(found), (), 1), lambda _: SOURCE, "word"))
    commands = [line.split(" ")[0] for line in lines if re.match("::(error|warning|notice) ", line)]
    assert commands == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert lines[30] == "6 findings are not shown as annotations (ten of a level are); the list below holds all"
    assert (lines[31], lines[-1]) == ("::stop-commands::word", "::word::")
    assert sum("AW113" in line for line in lines[32:-1]) == 36


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_no_author_text_can_be_a_command(message: str, hint: str, path: str, content: str) -> None:
    each = finding(message=message, hint=hint, path=path or "x", span=Span(1, 1, 1, 3))
    result = CheckResult((each,), (), 1)
    for line in plain(result, Source(path, content)):
        assert len(line.splitlines()) == 1
        assert not line.lstrip().startswith("::") or line.startswith("      ::")
    first, *rest = render_github(result, lambda _: Source(path, content), "word")
    assert "\n" not in first
    assert "\r" not in first
    assert rest[0] == "::stop-commands::word"


@given(st.text())
def test_escapes_lead_back(text: str) -> None:
    def undo(escaped: str) -> str:
        for code, character in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
            escaped = escaped.replace(code, character)
        return escaped

    assert undo(escape_data(text)) == text
    assert undo(escape_property(text)) == text
    assert not set(escape_property(text)) & set("\r\n:,")


@given(st.text())
def test_what_is_shown_is_one_line_without_surprises(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", shown)


@given(st.text())
def test_paths_never_look_like_commands(path: str) -> None:
    assert not shown_path(path).lstrip().startswith(("::", "##"))


def test_invisible_characters_are_named() -> None:
    assert visible("a\u202eb\x1b[31m\x00") == "a<U+202E>b<U+001B>[31m<U+0000>"


LINE = st.text(alphabet=st.characters(exclude_characters="\r\n", exclude_categories=("Cs",)), max_size=400)


@given(LINE, st.integers(1, 420), st.integers(0, 50))
def test_carets_stay_within_what_is_shown(line: str, column: int, length: int) -> None:
    excerpt = make_excerpt(Source("x", line), Span(1, column, 1, column + length))
    if excerpt is None:
        assert not line.strip()
        return
    assert cell_len(excerpt.line) <= WIDTH + 2
    assert excerpt.carets >= 1
    assert excerpt.indent >= 0
    assert excerpt.indent + excerpt.carets <= WIDTH + 4


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_long_line_is_cut_around_its_span(before: int, after: int) -> None:
    line = "あ" * before + "HERE" + "b" * after
    excerpt = make_excerpt(Source("x", line), Span(1, before + 1, 1, before + 5))
    assert excerpt is not None
    # One character a cell, so that the carets count characters.
    cells = "".join(character.ljust(cell_len(character), "\0") for character in excerpt.line)
    assert cells[excerpt.indent : excerpt.indent + excerpt.carets] == "HERE"
