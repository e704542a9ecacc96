"""What replays give, in the document of reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from afterword.index.index import Index
from afterword.model.report import Report
from afterword.replay.outcome import Outcome
from afterword.replay.words import outcome_words


def describe_replays(report: Report, index: Index) -> list[dict[str, Any]]:
    """Those of the report's silent checks, then those of its remediations, by their places in their lists from zero."""
    found = index.replays.of(report)
    lists: tuple[tuple[str, Mapping[int, Outcome]], ...] = (
        ("timeline", found.events),
        ("remediations", found.remediations),
    )
    return [
        {"of": name, "place": place, **_describe(outcome)}
        for name, outcomes in lists
        for place, outcome in sorted(outcomes.items())
    ]


def _describe(outcome: Outcome) -> dict[str, Any]:
    sooner = outcome.sooner
    return {
        "state": outcome.state,
        "words": outcome_words(outcome),
        "at": outcome.at.text if outcome.at else None,
        "sooner_seconds": None
        if sooner is None
        else {"low": int(sooner.low.total_seconds()), "high": int(sooner.high.total_seconds())},
        "group": outcome.group,
        "false_alarms": outcome.false_alarms,
        "readings_before": outcome.readings_before,
        "series_until": outcome.until.text if outcome.until else None,
    }
