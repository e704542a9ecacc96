"""A replay on a report's page: in the timeline, in its drawing, beside a remediation, and for whom."""

from __future__ import annotations

import pytest
from tests.api.test_api import documents_of, problems
from tests.pages.report_sample import index_of, page_of, report, view_of
from tests.replay.sample import URI, a_file, days

from afterword.pages.silent_checks import render_silent_checks
from afterword.pages.timeline_points import list_points
from afterword.replay.outcome import Outcome

ALERT = """\
remediations:
  - title: Alert on the value
    kind: monitor-alert
    status: verified
    replay: {{evidence: EV-1, column: value, {}}}
"""


def _report(replay: str, *, access: str = "company", audience: str = "company", alert: str = ""):
    file = a_file(days(1, 1, 9, 9, 1))
    text = f"""---
title: A title long enough for it
lifecycle: published
audience: {audience}
evidence:
  - {{id: EV-1, kind: metric-series, title: A series, uri: {URI}, sha256: {file.sha256}, access: {access}}}
timeline:
  - {{at: "2026-03-02T08:00:00Z", kind: reached_production, what: The release served all chats}}
  - {{at: 2026-03-04, kind: alert_missed, signal: a_signal, missed_because: not-measured, what: It was quiet,
     replay: {{evidence: EV-1, column: value, {replay}}}}}
  - {{at: "2026-03-11T09:30:00Z", kind: detected, detected_by: audit, what: Somebody read two chats}}
{ALERT.format(alert) if alert else ""}---
"""
    return report(text), file


def _page(replay: str, *, audience: str = "company", **given: str) -> str:
    found, file = _report(replay, **given)
    return page_of(found, files=(file,), audience=audience).markdown


def _rows(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if line.startswith("| <time")]


def test_the_moment_stands_in_the_timeline_in_its_place() -> None:
    kinds = [row.split("**")[1] for row in _rows(_page("rule: above, value: 5"))]
    assert kinds == ["Reached production.", "Would have spoken:", "Silent check:", "Detected"]


def test_the_drawing_marks_it_and_says_so_in_words() -> None:
    page = _page("rule: above, value: 5")
    assert "aw-d-mark--would_have_spoken" in page
    assert "3 events, 1 silent check among them, and 1 moment at which one would have spoken" in page
    assert "A mark with waves" in page
    assert ">7.4 days sooner<" in page
    silent = _page("rule: above, value: 50")
    assert "would_have_spoken" not in silent
    assert "A mark with waves" not in silent
    assert ">replayed: not at all<" in silent


@pytest.mark.parametrize(
    ("replay", "told"),
    [
        ("rule: above, value: 5", "**it would have spoken 7.4 days sooner**"),
        ("rule: above, value: 5", "No false alarm in the 1 reading before the incident."),
        ("rule: above, value: 50", "**it would not have spoken at all**. The highest value is 9."),
        ("rule: above, value: 5, for: 5 d", "The limit was passed, and never for so long."),
        ("rule: above, value: 0", "was speaking since before the incident began"),
        ("rule: rate, value: 99", "The largest change is 800%."),
        ("rule: rate, value: 0.2", "with a relative change above 20% on"),
        ("rule: gap, value: 1", "cannot be replayed here, since the report does not say how"),
    ],
)
def test_what_came_of_it_stands_beside_the_check(replay: str, told: str) -> None:
    assert told in _page(replay)


def test_an_alert_says_it_beside_its_success_check() -> None:
    page = _page("rule: above, value: 50", alert="rule: above, value: 5, for: 2 d")
    row = next(line for line in page.splitlines() if line.startswith("| **RM-1**"))
    assert "*Replayed:* **it would have spoken 6.4 days sooner**" in row


def test_a_series_for_fewer_people_tells_nothing() -> None:
    page = _page("rule: above, value: 5.7351", access="restricted", alert="rule: below, value: 4.7351")
    assert page.count("cannot be replayed here, since its series is not shown to readers of this site") == 2
    for hidden in ("5.7351", "4.7351", "<code>value</code>", "would have spoken", "would_have_spoken"):
        assert hidden not in page


def test_the_list_of_silent_checks_tells_the_same() -> None:
    found, file = _report("rule: above, value: 5")
    page = render_silent_checks(index_of(view_of(found, files=(file,)))).markdown
    assert "**it would have spoken 7.4 days sooner**" in page


def test_the_api_follows_its_schema() -> None:
    found, file = _report("rule: above, value: 5", alert="rule: gap, value: 5")
    documents = documents_of(index_of(view_of(found, files=(file,))))
    assert problems("reports", documents["reports"]) == []
    first, second = documents["reports"]["reports"][0]["replays"]
    assert (first["of"], first["place"], first["state"]) == ("timeline", 1, "fires")
    assert first["sooner_seconds"]["low"] == first["sooner_seconds"]["high"] > 0
    assert (second["of"], second["state"], second["at"]) == ("remediations", "untold", None)


def test_points_without_outcomes_are_the_events() -> None:
    found, _ = _report("rule: above, value: 5")
    assert [each.entry for each in list_points(found, {})] == list(found.front.timeline)
    assert not any(each.is_spoken for each in list_points(found, {1: Outcome("silent")}))
