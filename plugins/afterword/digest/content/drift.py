"""Where the report and the tracker of a remediation of our own have come to differ in the period, and still do.

It is told once, in the week in which one of the two was closed; what stays open between them stands among the open
remediations.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.source import Source
from afterword.digest.view import Drifted
from afterword.digest.weeks import Period, Week, week_of
from afterword.feeds.of_report import page_address
from afterword.index.remediations import RemediationUse
from afterword.pages.remediation_rows import anchor_of, title_of


class Drifts:
    """The differences of a source, sorted by week once for all weeks."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._in: dict[Week, list[tuple[date, RemediationUse]]] = defaultdict(list)
        for use in source.remediations:
            if use.drifted is not None and use.drifted.since is not None:
                # Before its publication a report was nobody's to compare with.
                day = max(use.drifted.since, use.opened) if use.opened else use.drifted.since
                self._in[week_of(day)].append((day, use))

    def of(self, period: Period) -> tuple[Drifted, ...]:
        """Those of the period's weeks, the earliest first."""
        found = (each for week in period.weeks for each in self._in.get(week, ()))
        ordered = sorted(found, key=lambda each: (each[0], each[1].report.id, each[1].remediation.id or ""))
        return tuple(_drifted(day, use, self._source) for day, use in ordered)


def _drifted(day: date, use: RemediationUse, source: Source) -> Drifted:
    return Drifted(
        title=line(title_of(use)),
        address=page_address(use.report, source.facts, anchor_of(use)),
        report=report_ref(use.report, source),
        day=day,
        words=use.drift,
    )
