"""The agenda asks from what is open, tells what others have open, and nothing that was typed becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from markdown_it import MarkdownIt

from afterword.commands.main import cli
from afterword.meeting.html import write_html
from afterword.meeting.markdown import _plain
from afterword.meeting.script import ground_rule, interruptions

GOLDEN = Path(__file__).parent / "golden"
CONFIG = """\
site_name: Reports
site_url: https://learning.example.org/
docs_dir: postmortems
exclude_docs: |
  /reports/
  /evidence/
  /_*
plugins:
  - afterword: {zone: Europe/Berlin}
"""
HOW = "Inputs meant something else than in the year of the records."
REVIEW = f"""\
---
title: A forecast ordered too much for one shop
lifecycle: in-review
severity: sev2
system: {{name: forecast, type: forecast}}
timeline:
  - {{at: 2026-05-01, kind: alert_missed, signal: error_total, missed_because: aggregated-away, what: It stayed in range}}
  - {{kind: introduced, unknown_because: The log is gone, what: Something changed}}
  - {{at: 2026-05-08, kind: detected, detected_by: user-report, what: A shop asked}}
contributing_factors:
  - {{factor: data-drift, confidence: potential, how: {HOW}}}
remediations:
  - {{title: Train all planners, kind: training-shadowing, addresses: [], intent: restore, status: accepted}}
participants: [{{role: product-owner, count: 1}}, {{role: data-scientist, absent_because: On leave}}]
---

## What happened

The planner carelessly ordered too much.
"""
EARLIER = f"""\
---
title: A forecast ordered too little after a move
lifecycle: published
severity: sev3
system: {{name: forecast, type: forecast}}
contributing_factors: [{{factor: data-drift, how: {HOW}}}]
remediations:
  - {{title: Watch the inputs, kind: monitor-alert, status: accepted, owner_team: data, due: 2026-06-01}}
published_on: 2026-02-01
---

## What happened

It ordered too little.
"""
HIDDEN = EARLIER.replace("lifecycle:", "audience: restricted\nlifecycle:").replace("too little", "CANARY")


@pytest.fixture
def agenda(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1779105600")  # 2026-05-18, a Monday
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    for name, text in {"2026-05-08-order": REVIEW, "2026-01-10-move": EARLIER, "2026-02-10-hidden": HIDDEN}.items():
        path = tmp_path / f"postmortems/reports/2026/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return lambda *arguments: CliRunner().invoke(cli, ["agenda", *arguments])


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_golden(agenda: Callable[..., Result], format_: str, update_golden: bool) -> None:
    result = agenda("2026-05-08-order", "--format", format_)
    assert result.exit_code == 0, result.output
    file = GOLDEN / f"agenda.{format_}"
    if update_golden:
        file.write_text(result.output, encoding="utf-8")
    assert result.output == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "is_said"), [("training-shadowing", True), ("something-odd", False), ("", False)])
def test_a_kind_that_nobody_knows_is_not_called_weak(
    agenda: Callable[..., Result], tmp_path: Path, kind: str, is_said: bool
) -> None:
    path = tmp_path / "postmortems/reports/2026/2026-05-08-order.md"
    path.write_text(REVIEW.replace("kind: training-shadowing, ", f"kind: {kind}, " if kind else ""))
    told = agenda("2026-05-08-order", "--format", "markdown").output
    assert ("every remediation rests on people remembering it" in told) == is_said


def test_what_fewer_people_may_read_is_in_no_byte(agenda: Callable[..., Result]) -> None:
    for options in ((), ("--format", "html"), ("--ics",)):
        assert "CANARY" not in agenda("2026-05-08-order", *options).output


def test_an_invitation_names_nobody(agenda: Callable[..., Result]) -> None:
    result = agenda("2026-05-08-order", "--ics", "--at", "2026-05-20T14:30", "--minutes", "90")
    (event,) = Calendar.from_ical(result.stdout).walk("VEVENT")
    assert event["dtstart"].dt.isoformat() == "2026-05-20T12:30:00+00:00"
    assert (event["dtend"].dt - event["dtstart"].dt).total_seconds() == 90 * 60
    assert "attendee" not in event
    assert "organizer" not in event
    assert event["description"].startswith("# Review: A forecast ordered too much")
    assert all(len(line.encode()) <= 75 for line in result.stdout_bytes.decode().split("\r\n"))


def test_without_a_time_it_is_the_next_working_day(agenda: Callable[..., Result], monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1779451200")  # a Friday
    result = agenda("2026-05-08-order", "--ics")
    assert "It begins on 2026-05-25 at 10:00" in result.stderr
    assert "DTSTART:20260525T080000Z" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("2026-05-08-ordre",), "did you mean `2026-05-08-order`?"),
        (("2026-05-08-order", "--at", "2026-05-20T14:30"), "`--at` goes with `--ics`"),
        (("2026-05-08-order", "--ics", "--at", "noon"), "takes a time such as"),
    ],
)
def test_refusals(agenda: Callable[..., Result], arguments: tuple[str, ...], message: str) -> None:
    result = agenda(*arguments)
    assert (result.exit_code, message in result.output) == (2, True)


def test_what_is_said_is_what_the_guide_says() -> None:
    assert ground_rule().startswith("We are here to learn how this came about.")
    assert len(interruptions()) == 8
    assert all(said and answer for said, answer in interruptions())


@given(st.text(alphabet=st.sampled_from("ab_*`[]()<>&!#~|@:/\\ \n-1.h"), max_size=40))
@settings(max_examples=300)
def test_nothing_typed_becomes_markup(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).render(f"- {_plain('x' + text)}")
    found = set(re.findall(r"<(\w+)", html))
    assert found <= {"ul", "li"}, html
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    shown = "".join(tree.itertext()).replace("\u200b", "").strip()
    assert shown == " ".join(("x" + text).split())


@given(st.text(max_size=60))
def test_the_page_has_no_script_whatever_its_title_says(title: str) -> None:
    page = write_html(f"# {_plain(title)}\n", title)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert not [each for each in tree.iter() if each.tag in {"script", "img", "iframe", "link"}]
    assert "default-src 'none'" in page
