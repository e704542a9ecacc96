"""What a whole collection shows: all figures of the page of insights, from the reports that figures count.

Figures are of reports, never of people or teams. Exercises are left out, since somebody arranged what happened in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.index.index import Index
from afterword.index.insights_ages import Ages, count_ages
from afterword.index.insights_cases import Cases, count_cases
from afterword.index.insights_conditions import Conditions, count_conditions
from afterword.index.insights_detection import Detection, count_detection
from afterword.index.insights_lengths import Spread, measure_lengths, publishing_delay
from afterword.index.insights_pairs import Pairs, count_pairs
from afterword.index.insights_periods import Course, count_over_time
from afterword.index.insights_reviews import Reviews, count_reviews
from afterword.model.report import Report


@dataclass(frozen=True)
class LeftOut:
    """How many listed reports no figure holds, each counted once, by the reason."""

    superseded: int
    imported: int
    public_sources: int
    exercises: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.superseded + self.imported + self.public_sources + self.exercises


@dataclass(frozen=True)
class Insights:
    """All figures of one audience's reports.

    Attributes:
        reports: the reports that are counted here, newest first.
        own: those of them that are about the own organisation. What was promised, how a review was held and how long
            publishing took is known of these alone.
        left_out: the listed reports that are not counted here.
        course: incidents and near misses over time.
        detection: who or what found them.
        time_to_detect: from the first symptom until somebody or something noticed.
        exposure: from production until somebody or something noticed.
        conditions: contributing factors by side and group.
        pairs: contributing factors that stand in one report.
        cases: reports whose input is a permanent test.
        delay: from detection to the published report, of own reports.
        reviews: which disciplines were in the room, of own reports.
        ages: how long own remediations have been open.
    """

    reports: tuple[Report, ...]
    own: tuple[Report, ...]
    left_out: LeftOut
    course: Course
    detection: Detection
    time_to_detect: Spread
    exposure: Spread
    conditions: Conditions
    pairs: Pairs
    cases: Cases
    delay: Spread
    reviews: Reviews
    ages: Ages


def gather_insights(index: Index, disciplines: Sequence[str]) -> Insights:
    """All figures; `disciplines` are the roles that a review of a severe incident needs."""
    reports = tuple(report for report in index.counted if report.kind != "exercise")
    own = tuple(report for report in reports if not report.is_public_sources)
    lengths = measure_lengths(reports, ("time_to_detect", "exposure_before_detection"))
    return Insights(
        reports=reports,
        own=own,
        left_out=_left_out(index),
        course=count_over_time(reports, index.today),
        detection=count_detection(reports),
        time_to_detect=lengths["time_to_detect"],
        exposure=lengths["exposure_before_detection"],
        conditions=count_conditions(reports, index.view.vocabulary),
        pairs=count_pairs(reports, index.view.vocabulary),
        cases=count_cases(reports),
        delay=publishing_delay(own),
        reviews=count_reviews(own, disciplines),
        ages=count_ages(index),
    )


def _left_out(index: Index) -> LeftOut:
    counted = frozenset(report.id for report in index.counted)
    others = [report for report in index.listed if report.id not in counted]
    superseded = sum(report.lifecycle == "superseded" for report in others)
    imported = sum(report.lifecycle == "imported" for report in others)
    return LeftOut(
        superseded=superseded,
        imported=imported,
        public_sources=len(others) - superseded - imported,
        exercises=sum(report.kind == "exercise" for report in index.counted),
    )
