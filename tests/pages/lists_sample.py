"""A small collection with every standing a report can have, for the tests of lists and of the API."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from afterword.index.index import Index, build_index
from afterword.model.collection import Collection
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.model.systems import KnownSystem, Systems
from afterword.model.tracker_state import TrackerItem, TrackerState
from afterword.model.vocabulary import Vocabulary
from afterword.pages.page import SiteFacts
from afterword.read.report import read_report
from afterword.read.vocabulary import read_vocabulary

SETTINGS = Settings(zone="Europe/Berlin")
TODAY = date(2026, 11, 23)
FACTS = SiteFacts(name="Afterword", url="https://afterword.example.org/", edit_url="", zone="Europe/Berlin")
SYSTEMS = Systems(
    (
        KnownSystem(
            name="shop-assistant",
            title="Shop assistant",
            type="chatbot",
            owner_team="conversational-ai",
            factors_guarded=("data-drift",),
        ),
    ),
    listed=True,
)
STATE = TrackerState(
    datetime(2026, 11, 20, tzinfo=UTC),
    (TrackerItem(url="https://tracker.example.org/7", state="open"),),
)
FILE = EvidenceFile("evidence/2026-01-10-first/a.csv", "x", 3, "1" * 64, "text", content=b"a,b")

FIRST = """---
title: Offers drifted apart between areas
lifecycle: published
severity: sev2
plain_summary: Offers drifted apart. Nobody saw it for a week.
system: {name: shop-assistant, type: chatbot, owner_team: conversational-ai}
evidence:
  - {kind: metric-series, title: The offers, uri: evidence/2026-01-10-first/a.csv,
     sha256: "1111111111111111111111111111111111111111111111111111111111111111"}
timeline:
  - {at: "2026-01-03T08:00:00", kind: reached_production, what: Release}
  - {at: "2026-01-05", kind: alert_missed, signal: offers_total, missed_because: aggregated-away, what: In range,
     would_have_seen: The total by area}
  - {at: "2026-01-10", kind: detected, detected_by: support-report, what: Complaints were linked}
contributing_factors:
  - {factor: data-drift, confidence: known, how: What the offers meant had moved since the records were made.}
remediations:
  - {title: Alert by area, kind: monitor-alert, status: done, done_on: 2026-02-01, owner_team: ml-platform}
digest: {pick: true}
published_on: 2026-01-20
x-cost-centre: "0042"
---

## What happened

Offers drifted.
"""
SECOND = """---
title: Offers drifted apart once more
lifecycle: published
severity: sev3
plain_summary: It came again.
system: {name: shop-assistant, owner_team: conversational-ai}
contributing_factors:
  - {factor: data-drift, how: The alert by area looked at last year's areas and was not moved with them.}
  - {factor: comm-silo, how: The change of areas was known to planners and reached nobody who runs the alert.}
remediations:
  - {title: Areas come from one list, kind: standardise-or-pin, addresses: [CF-1], status: in_progress,
     due: 2026-06-01, owner_team: ml-platform, tracker: "https://tracker.example.org/7"}
  - {title: Tell planners, kind: policy-procedure, addresses: [CF-2], status: declined, declined_because: It fades,
     declined_on: 2026-05-01, owner_team: customer-care}
related: [2026-01-10-first]
supersedes: [2025-12-01-replaced]
published_on: 2026-04-01
---

See [the first](2026-01-10-first.md).
"""
THIRD = """---
title: A forecast nearly moved the prices of a whole town
kind: near_miss
lifecycle: published
origin: public-sources
severity: sev1
plain_summary: A forecast was off, and a clerk asked about it.
system: {name: town-forecast, provider: town-models}
near_miss: {caught_by: A clerk who asked, potential: Wrong prices for a town}
contributing_factors:
  - {factor: data-drift, how: The town had grown since the records that the forecast had learned from.}
remediations:
  - {title: A new forecast (announced), kind: model-change, status: proposed}
references: [{title: The town's account, url: "https://town.example.org/"}]
published_on: 2026-05-04
---
"""
REPLACED = """---
title: An early account of the drift
lifecycle: superseded
system: {name: shop-assistant}
contributing_factors: [{factor: data-drift, how: "The same, as it was understood in December of that year."}]
---
"""
IMPORTED = "---\ntitle: An older text from the archive\nlifecycle: imported\naudience: company\n---\n"
WITHDRAWN = "---\ntitle: Something withdrawn since\nlifecycle: withdrawn\nwithdrawn: {because: It was about another system}\n---\n"
RESTRICTED = FIRST.replace("lifecycle:", "audience: restricted\nlifecycle:").replace("Offers", "CANARY")
DRAFT = "---\ntitle: A draft that nobody sees yet\nsystem: {name: canary-system, owner_team: canary-team}\n---\n"


def vocabulary() -> Vocabulary:
    """The shipped vocabularies."""
    return read_vocabulary(Path("/nowhere"), "nowhere", SETTINGS.vocabulary)[0]


def report(report_id: str, text: str) -> Report:
    """One report as read from its file."""
    place = f"reports/{report_id[:4]}/{report_id}.md"
    return read_report(text.encode(), path=f"postmortems/{place}", place=place, settings=SETTINGS)


def reports() -> list[Report]:
    """What the company may read, and what is on no site."""
    return [
        report("2026-01-10-first", FIRST),
        report("2026-03-11-second", SECOND),
        report("2026-04-01-third", THIRD),
        report("2025-12-01-replaced", REPLACED),
        report("2024-01-01-older", IMPORTED),
        report("2025-01-01-gone", WITHDRAWN),
    ]


def narrower() -> list[Report]:
    """What no site for the company shows."""
    return [report("2026-02-02-canary", RESTRICTED), report("2026-02-03-canary-draft", DRAFT)]


def index_of(found: list[Report], *, count_public_sources: bool = True, **changes: object) -> Index:
    """The answers for the company; `changes` replace parts of the collection."""
    collection = Collection(
        reports=tuple(found),
        vocabulary=vocabulary(),
        systems=SYSTEMS,
        tracker_state=STATE,
        evidence_files={FILE.uri: FILE},
    )
    view = replace(collection, **changes).for_audience("company")
    return build_index(view, TODAY, count_public_sources=count_public_sources)
