"""The replays of reports: each once, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from afterword.model.remediation import Remediation
from afterword.model.replay import Replay
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.replay.files import SeriesFiles
from afterword.replay.form import flaws
from afterword.replay.outcome import Outcome, replay_series
from afterword.replay.series import Series, read_series
from afterword.replay.trouble import Trouble

MOST = 20
"""How many replays one report carries, in its events and remediations each; each costs up to a second."""


TOO_MANY = Outcome("untold", trouble=Trouble("form", f"the report carries more than {MOST} replays"))
"""What every further one gives."""


@dataclass(frozen=True)
class ReportReplays:
    """What the replays of one report give, by the place of the event or remediation in its list."""

    events: Mapping[int, Outcome]
    remediations: Mapping[int, Outcome]


@dataclass(frozen=True)
class Replays:
    """Replays on the files that one audience may see, or on all of them for the rules.

    Attributes:
        files: which read each file once.
        zone: the site's zone, which applies to times without an offset.
    """

    files: SeriesFiles
    zone: tzinfo
    _done: dict[str, ReportReplays] = field(default_factory=dict)
    _series: dict[tuple[str, str | None, str | None], Series | Trouble] = field(default_factory=dict)

    def of(self, report: Report) -> ReportReplays:
        """Those of one report."""
        if report.path not in self._done:
            events = ((place, each) for place, each in enumerate(report.front.timeline) if each.kind == "alert_missed")
            self._done[report.path] = ReportReplays(
                self._outcomes(report, events), self._outcomes(report, enumerate(report.front.remediations))
            )
        return self._done[report.path]

    def _outcomes(
        self, report: Report, entries: Iterable[tuple[int, TimelineEntry | Remediation]]
    ) -> Mapping[int, Outcome]:
        carried = ((place, each.replay) for place, each in entries if each.replay is not None)
        return {
            place: self._outcome(replay, report) if number < MOST else TOO_MANY
            for number, (place, replay) in enumerate(carried)
        }

    def _outcome(self, replay: Replay, report: Report) -> Outcome:
        if self.files.is_hidden(replay, report):
            told = f"`{replay.evidence}` is not shown to this audience"
            return Outcome("untold", trouble=Trouble("narrower", told, "", "evidence"))
        if replay.evidence is None or replay.column is None or replay.rule is None:
            told = "it does not name the evidence, the column and the rule"
            return Outcome("untold", trouble=Trouble("form", told))
        if trouble := next(flaws(replay), None):
            return Outcome("untold", trouble=trouble)
        rows = self.files.rows_of(replay, report)
        if isinstance(rows, Trouble):
            return Outcome("untold", trouble=rows)
        place = (rows.path, replay.column, replay.by)
        if place not in self._series:
            self._series[place] = read_series(replay, rows, self.zone)
        series = self._series[place]
        if isinstance(series, Trouble):
            return Outcome("untold", trouble=series)
        return replay_series(replay, series, report.front.timeline, self.zone)


def is_replayed(report: Report) -> bool:
    """Whether the replays of the report are held against what it says: not of what was taken over or withdrawn."""
    return not report.is_unreadable and report.lifecycle not in {"imported", "withdrawn"}
