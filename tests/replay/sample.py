"""A report with one replay on one file, in few words."""

from __future__ import annotations

import hashlib
from zoneinfo import ZoneInfo

from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.replay.files import SeriesFiles
from afterword.replay.outcome import Outcome
from afterword.replay.replays import Replays
from tests.pages.report_sample import report

BERLIN = ZoneInfo("Europe/Berlin")
URI = "evidence/2026-03-11-case/series.csv"
BEGUN = '{at: "2026-03-02T08:00:00Z", kind: reached_production, what: The release served all chats}'
NOTICED = '{at: "2026-03-11T09:30:00Z", kind: detected, detected_by: audit, what: Somebody read two chats}'


def a_file(text: str | bytes, uri: str = URI) -> EvidenceFile:
    """A file of the evidence."""
    data = text if isinstance(text, bytes) else text.encode()
    return EvidenceFile(uri, f"postmortems/{uri}", len(data), hashlib.sha256(data).hexdigest(), "text", content=data)


def a_report(replay: str, *, begun: str = BEGUN, noticed: str = NOTICED, evidence: str = "") -> Report:
    """A report whose one silent check carries `replay` on `EV-1`; empty `begun` or `noticed` are left out."""
    events = "".join(f"  - {each}\n" for each in (begun, noticed) if each)
    return report(
        f"""---
title: A title long enough for it
lifecycle: published
evidence:
  - {{id: EV-1, kind: metric-series, title: A series, uri: {URI}{evidence}}}
timeline:
  - {{at: "2026-03-06", kind: alert_missed, signal: a_signal, what: It was quiet,
     replay: {{evidence: EV-1, column: value, {replay}}}}}
{events}---
"""
    )


def outcome(text: str | bytes, replay: str, *, zone: ZoneInfo = BERLIN, **given: str) -> Outcome:
    """What the replay gives on a file with this text."""
    file = a_file(text)
    return Replays(SeriesFiles({file.uri: file}), zone).of(a_report(replay, **given)).events[0]


def days(*values: object, first: int = 1) -> str:
    """A daily series from that day of March on."""
    rows = (f"2026-03-{first + place:02d},{value}" for place, value in enumerate(values))
    return "date,value\n" + "\n".join(rows) + "\n"
