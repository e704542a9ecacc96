"""Whole drawings of whole reports, byte for byte, and what in a report decides whether there is one."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from tests.pages.report_sample import FACTS, index_of, report, simple, view_of

from afterword.model.report import Report
from afterword.pages.report_drawings import Drawings, report_drawings

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in (HERE / "whole").glob("*.md"))
BERLIN = ZoneInfo(FACTS.zone)
HOSTILE = (
    "</text></svg><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "]]> <!-- --> &amp; &#60;script&#62;",
    "{: onclick=alert(1) } *a* _b_ `c` [d](e)",
    "\u202egnp \u0000 \ud7ff \u2028",
)


def drawn(found: Report) -> Drawings:
    return report_drawings(found, index_of(view_of(found)), BERLIN)


def dated(*entries: str) -> Report:
    return simple("Text.\n", "timeline:\n" + "".join(f"  - {{{each}}}\n" for each in entries))


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, update_golden: bool) -> None:
    made = drawn(report((HERE / "whole" / f"{name}.md").read_text(encoding="utf-8"))).made
    text = "".join(f"{each}\n" for each in made)
    path = HERE / "whole" / f"{name}.svg.txt"
    if update_golden:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    assert not re.search(r"style=|<style|<script|https?:|url\(", text)
    for each in made:
        ElementTree.fromstring(each)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_text(text: str) -> None:
    import json

    quoted = json.dumps(text)
    found = simple(
        "Text.\n",
        f"behaviour: {{observed: {quoted}}}\n"
        f"timeline:\n  - {{at: 2026-01-01, kind: alert_missed, signal: {quoted}}}\n  - {{at: 2026-01-02, kind: note}}\n"
        f"contributing_factors:\n  - {{id: {quoted}, factor: {quoted}, led_to: [{quoted}]}}\n  - {{factor: {quoted}}}\n",
    )
    made = drawn(found).made
    assert len(made) == 2
    for each in made:
        tree = ElementTree.fromstring(each)
        tags = {part.tag for part in tree.iter()}
        assert tags <= {"svg", "g", "path", "circle", "rect", "text", "a"}
        names = {name for part in tree.iter() for name in part.attrib}
        assert not {name for name in names if name.startswith("on") or name == "style"}
        assert "\n\n" not in each
        assert not re.search("[\x00-\x08\u202e\u2028]", each)


def test_without_two_events_or_any_time_there_is_no_timeline() -> None:
    assert not drawn(dated("at: 2026-01-01, kind: note")).timeline.svg
    assert not drawn(dated("unknown_because: x, kind: note", "unknown_because: y, kind: note")).timeline.svg
    assert drawn(dated("at: 2026-01-01, kind: note", "unknown_because: y, kind: note")).timeline.svg
    assert not drawn(simple("Text.\n")).made


def test_a_single_factor_needs_no_map_and_very_many_have_none() -> None:
    one = "contributing_factors:\n  - {factor: comm-silo}\n"
    assert not drawn(simple("Text.\n", one)).factors.svg
    assert drawn(simple("Text.\n", f"{one}  - {{factor: comm-silo}}\n")).factors.svg
    assert drawn(simple("Text.\n", one + "  - {factor: comm-silo}\n" * 59)).factors.svg
    assert not drawn(simple("Text.\n", one + "  - {factor: comm-silo}\n" * 60)).factors.svg


@pytest.mark.parametrize("counts", ["failing: 3", "sampled: 3", "failing: 4, sampled: 3", "failing: 0, sampled: 0"])
def test_a_share_that_cannot_be_reckoned_is_not_drawn(counts: str) -> None:
    assert not drawn(simple("Text.\n", f"behaviour: {{{counts}}}\n")).share.svg


def test_a_silent_check_names_its_signal_and_why_it_was_quiet() -> None:
    found = dated(
        "at: 2026-01-01, kind: alert_missed, signal: p95_latency, missed_because: routed-nowhere",
        "at: 2026-01-02, kind: detected, detected_by: user-report",
    )
    svg = drawn(found).timeline.svg
    for words in (">Silent check<", ">p95_latency<", ">routed nowhere<", ">by a user report<", "1 silent check among"):
        assert words in svg


def test_stretches_carry_the_names_and_lengths_of_the_measures() -> None:
    found = dated(
        'at: "2026-01-01T08:00:00Z", kind: introduced',
        'at: "2026-01-03T08:00:00Z", kind: reached_production',
        'at: "2026-01-03T11:00:00Z", kind: first_symptom',
        'at: "2026-01-12T11:00:00Z", kind: detected',
        'at: "2026-01-12T11:40:00Z", kind: mitigated',
    )
    svg = re.sub(r"</text>\s*<text[^>]*>", " ", str(drawn(found).timeline.svg))
    for words in ("Latent time 2 days", "Silent time 3 h", "Time to detect 9 days", "Time to mitigate 40 min"):
        assert words in svg


def test_an_unknown_time_has_an_open_mark() -> None:
    svg = drawn(dated("at: 2026-01-01, kind: note", "unknown_because: y, kind: detected")).timeline.svg
    assert "aw-d-mark--detected aw-d-mark--adrift" in svg
    assert ">time not known<" in svg


def test_a_day_is_told_once_for_events_that_follow_each_other() -> None:
    found = dated(
        'at: "2026-01-01T08:00:00Z", kind: note',
        'at: "2026-01-01T09:00:00Z", kind: note',
        "at: 2026-01-02, kind: note",
        'at: "2026-01-02T09:00:00Z", kind: note',
    )
    assert re.findall(r"aw-d-word--when[^>]*>([^<]*)<", str(drawn(found).timeline.svg)) == [
        "1 Jan 2026, 09:00",
        "10:00",
        "2 Jan 2026",
        "2 Jan 2026, 10:00",
    ]


def test_boxes_lead_to_the_factors_of_the_page() -> None:
    found = simple(
        "Text.\n",
        "contributing_factors:\n  - {id: CF-1, factor: comm-silo, led_to: [CF-2]}\n"
        "  - {id: CF-2, factor: data-drift, confidence: known}\n  - {id: CF-2, factor: data-drift}\n",
    )
    svg = drawn(found).factors.svg
    assert re.findall(r'href="([^"]*)"', svg) == ["#cf-1", "#cf-2"]
    assert re.search('aria-label="CF-1, organisational, potential: [^"]*[.] Led to CF-2[.]"', svg)


def test_a_key_tells_of_what_is_drawn_and_of_nothing_else() -> None:
    exact = ('at: "2026-01-01T08:00:00Z", kind: note', 'at: "2026-01-03T08:00:00Z", kind: note')
    assert drawn(dated(*exact)).timeline.key == ""
    assert drawn(dated(*exact, "at: 2026-01-04, kind: note")).timeline.key.startswith("A stroke with caps")
    assert drawn(dated(*exact, "unknown_because: x, kind: note")).timeline.key.startswith("A dotted mark")
    alone = "contributing_factors:\n  - {id: CF-1, factor: comm-silo%s}\n  - {id: CF-2, factor: data-drift}\n"
    assert "does not say which of these led to which" in drawn(simple("Text.\n", alone % "")).factors.key
    assert drawn(simple("Text.\n", alone % ", led_to: [CF-2]")).factors.key.startswith("Arrows lead")


@pytest.mark.parametrize(
    ("start", "end", "stroke"),
    [
        ("introduced", "detected", "latent"),
        ("first_symptom", "mitigated", "unseen"),
        ("detected", "resolved", "seen"),
        ("mitigated", "resolved", "after"),
    ],
)
def test_a_stretch_is_thick_where_people_are_known_to_have_been_exposed(start: str, end: str, stroke: str) -> None:
    found = dated(f"at: 2026-01-01, kind: {start}", f"at: 2026-01-09, kind: {end}")
    assert f"aw-d-rod--{stroke}" in drawn(found).timeline.svg


def test_an_end_known_to_the_month_is_drawn_after_its_beginning() -> None:
    found = dated("at: 2026-01-23, kind: detected", "at: 2026-01, kind: mitigated")
    assert "aw-d-rod--seen" in drawn(found).timeline.svg
