"""Insights say on how many reports they rest, draw nothing for fewer than five, and are the same bytes everywhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.pages.insights_sample import FACTS, ROOT, example_page
from tests.pages.lists_sample import index_of, narrower, report, reports

from afterword.index.insights_lengths import Length, Spread
from afterword.model.measures import DurationRange
from afterword.pages.insight import spread_lines
from afterword.pages.insights import render_insights
from afterword.pages.page import Page

GOLDEN = Path(__file__).parent / "golden/insights-of-the-example.md"
FEW = "Too few to say: n = "
HOSTILE = (
    "</text></svg><script>alert(1)</script>",
    "$\\frac{1}{0}$ $ \\input{/etc/passwd}",
    '"><svg onload=alert(1)> | a | b |',
    "警報が鳴らなかった \u202egnp \u0000 \ud7ff \u2028",
    "{: onclick=alert(1) } *a* _b_ `c` [d](https://e.example.org) {{ f }} {% g %} {} {0}",
)


def told(place: int, more: str = "") -> str:
    day = date(2025, 1, 1) + timedelta(days=40 * place)
    return (
        f"---\ntitle: Report number {place} of a few\nlifecycle: published\nkind: {'near_miss' if place % 4 == 3 else 'incident'}\n"
        f"published_on: {day + timedelta(days=9)}\n"
        f"timeline:\n  - {{at: {day}, kind: reached_production}}\n"
        f"  - {{at: {day + timedelta(days=place + 1)}, kind: detected, detected_by: user-report}}\n"
        "contributing_factors: [{factor: data-drift}, {factor: comm-silo}]\n"
        f"remediations: [{{title: Work {place}, kind: monitor-alert, status: accepted, due: 2026-01-01}}]\n{more}---\n\nText.\n"
    )


def some(count: int, more: str = "", **changes: object) -> Page:
    found = [report(f"{date(2025, 1, 1) + timedelta(days=40 * place)}-r", told(place, more)) for place in range(count)]
    return render_insights(index_of(found, **changes), FACTS)


@pytest.fixture(scope="module")
def example() -> Page:
    return example_page()


def test_golden(example: Page, update_golden: bool) -> None:
    if update_golden:
        GOLDEN.write_text(example.markdown, encoding="utf-8")
    assert example.markdown == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("seed", "language", "settings"),
    [
        ("0", "C", ""),
        ("7", "de_DE.UTF-8", "font.family: serif\nfont.size: 30\nsvg.fonttype: path\nsavefig.bbox: tight\n"),
    ],
)
def test_the_same_bytes_on_every_machine(
    example: Page, tmp_path: Path, seed: str, language: str, settings: str
) -> None:
    """Another hash seed, language, folder and home, and a plotting library that was set up otherwise."""
    (tmp_path / "matplotlibrc").write_text(settings)
    environ = {
        **os.environ, "PYTHONHASHSEED": seed, "LC_ALL": language, "LANG": language, "HOME": str(tmp_path),
        "MPLCONFIGDIR": str(tmp_path), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.pages.insights_sample"]
    ran = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout == example.markdown.encode()


def test_whoever_only_checks_loads_no_plotting_library() -> None:
    code = "import sys, afterword.build, afterword.commands.main; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def test_drawings_are_plain_and_listed(example: Page) -> None:
    assert len(example.drawings) == 7
    ids: list[str] = []
    for drawing in example.drawings:
        assert example.markdown.count(drawing) == 1
        assert not re.search(r"style=|<style|<script|https?:|url\(|font-family|#[0-9a-f]{6}", drawing)
        tree = ElementTree.fromstring(drawing)
        assert {part.tag for part in tree.iter()} <= {"svg", "title", "desc", "path", "text"}
        names = [tree.get("aria-labelledby", ""), tree.get("aria-describedby", "")]
        parts = {part.get("id"): part.text or "" for part in tree.iter() if part.get("id")}
        assert tree.get("role") == "img"
        assert sorted(parts) == sorted(names)
        assert len(parts[names[1]]) > 60
        ids += parts
        width, height = (float(each) for each in tree.get("viewBox", "").split()[2:])
        for part in tree.iter("path"):
            if not part.get("transform"):
                numbers = [float(each) for each in re.findall(r"-?[0-9.]+", part.get("d", ""))]
                assert all(-1 <= x <= width + 1 for x in numbers[::2]), part.get("d")
                assert all(-1 <= y <= height + 1 for y in numbers[1::2]), part.get("d")
    assert len(set(ids)) == len(ids)


def test_descriptions_hold_the_values_and_no_marks(example: Page) -> None:
    described = [ElementTree.fromstring(each).find("desc").text for each in example.drawings]
    assert any("2025: 7 incidents, 1 near miss" in each for each in described)
    assert not [each for each in described if re.search(r"\]\(|&#|\\|\*", each)]


def test_every_line_of_a_chart_of_lengths_stands_in_a_table(example: Page) -> None:
    for anchor in ("time-to-detect", "exposure"):
        part = example.markdown.split(f"{{ #{anchor} }}")[1].split("\n### ")[0]
        drawn = part.count('class="aw-c-span"')
        assert f"<summary>All {drawn} lines</summary>" in part
        lines = part.split(f"<summary>All {drawn} lines</summary>")[1]
        assert lines.count("\n| [") == drawn
        assert "Each line stands with its report in the second table below.</desc>" in part


def test_of_very_many_lengths_the_table_has_those_that_are_drawn() -> None:
    many = Spread(tuple(Length(each, DurationRange(timedelta(hours=place), timedelta(hours=place))) for place, each in
        enumerate([report("2026-01-10-first", told(0))] * 300, 1)))  # fmt: skip
    table = spread_lines(many)
    assert table.title == "120 lines of 300 reports, as drawn"
    assert [len(table.rows), str(table.rows[0][1]), str(table.rows[-1][1])] == [120, "1 h", "13 days"]
    assert spread_lines(Spread(many.lengths[:4])).rows == ()


def test_one_report_is_told_in_the_singular() -> None:
    page = some(1).markdown
    assert "1 of 1 report is counted." in page
    assert "1 report tells of 1 incident and 0 near misses" in page
    assert "2 of 2 reports are counted." in some(2).markdown


@pytest.mark.parametrize("count", [1, 4])
def test_fewer_than_five_are_told_and_not_drawn(count: int) -> None:
    page = some(count)
    assert page.drawings == ()
    assert "<svg" not in page.markdown
    assert page.markdown.count(f"{FEW}{count}.") >= 6
    assert "median" not in page.markdown.split("## In five sentences")[1]
    assert "%" not in page.markdown
    assert "A share, a median or a chart is told from five on" in page.markdown
    assert f"{count} remediation" in page.markdown
    assert page.markdown.count("Report number 0 of a few") == 4  # two times, the delay, the oldest open remediation


def test_from_five_on_there_are_charts_and_medians() -> None:
    page = some(5)
    assert len(page.drawings) == 9
    assert "Over 5 reports the median time to detect is between 2 and 4 days." in page.markdown
    assert "Over 5 reports the median from detection to publication is 6 days." in page.markdown
    assert "5 remediations of our own are open, 5 overdue." in page.markdown


def test_nothing_at_all_and_nothing_counted() -> None:
    empty = some(0).markdown
    assert "No report is on this site yet" in empty
    assert "## In five" not in empty
    older = report(
        "2024-01-01-old", "---\ntitle: An older text\nlifecycle: imported\naudience: company\n---\n\nText.\n"
    )
    page = render_insights(index_of([older]), FACTS).markdown
    assert "No report is counted yet." in page
    assert "-   1 report: taken over from an older archive as it was" in page


def test_what_is_narrower_leaves_no_trace() -> None:
    assert render_insights(index_of(reports() + narrower()), FACTS) == render_insights(index_of(reports()), FACTS)


def test_public_sources_are_told_apart() -> None:
    page = render_insights(index_of(reports()), FACTS).markdown
    assert "1 of them was written from public sources" in page
    assert "the 2 reports of our own" in page
    left = render_insights(index_of(reports(), count_public_sources=False), FACTS).markdown
    assert "written from public sources about systems of others" in left.split("## What is left out")[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_text(text: str) -> None:
    role = f"participants: [{{role: {json.dumps(text)}, count: 2}}]\n"
    page = some(6, role)
    assert len(page.drawings) == 10
    for drawing in page.drawings:
        tree = ElementTree.fromstring(drawing)
        assert {part.tag for part in tree.iter()} <= {"svg", "title", "desc", "path", "text"}
        assert not {name for part in tree.iter() for name in part.attrib if name.startswith("on")}
        assert "\n\n" not in drawing
        assert not re.search("[\x00-\x08\u202e\u2028]", drawing)
    outside = page.markdown
    for drawing in page.drawings:
        outside = outside.replace(drawing, "")
    assert "<script" not in outside
    assert "<svg" not in outside
    assert not re.search(r"(?<!\\)\]\(https", outside)
