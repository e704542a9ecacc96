"""Rows of what else is open: where report and tracker differ, accepted risks, and duties to report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.promised import AcceptedRisk, ReportingClock
from afterword.index.remediations import RemediationUse
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.names import regime_name
from afterword.pages.open_rows import PATH
from afterword.pages.remediation_rows import remediation_link
from afterword.pages.report_anchors import anchors
from afterword.pages.words import (
    counted,
    fill,
    label,
    page_link,
    report_link,
    report_path,
    sentence,
    team_link,
    time_tag,
)


@dataclass(frozen=True)
class Cells:
    """One row of a table; every cell is finished Markdown on one line."""

    cells: tuple[Markup, ...]


def drift_rows(uses: Iterable[RemediationUse], index: Index) -> list[Cells]:
    """What each says, what counts, and whose work it is."""
    return [
        Cells(
            (
                _lead(remediation_link(use, PATH), quiet(_of(use.remediation.id, use.report))),
                escape_text(use.drift),
                mark("status", use.status),
                team_link(use.remediation.owner_team, index, PATH) if use.remediation.owner_team else Markup("–"),
            )
        )
        for use in uses
    ]


def risk_rows(risks: Iterable[AcceptedRisk], index: Index) -> list[Cells]:
    """The condition, why it is left as it is, who decided so by role, and when that is looked at again."""
    return [Cells((_condition(risk, index), _rationale(risk), _review(risk))) for risk in risks]


def clock_rows(clocks: Iterable[ReportingClock], zone: ZoneInfo) -> list[Cells]:
    """The duty, since when it is known, when the notice is due, and when it was handed in."""
    return [
        Cells(
            (
                _lead(_duty_name(clock), quiet(fill("{}", report_link(clock.report, PATH)))),
                time_tag(clock.duty.aware_at, zone, short=True) if clock.duty.aware_at else Markup("–"),
                _due(clock, zone),
                _submitted(clock, zone),
            )
        )
        for clock in clocks
    ]


def _condition(risk: AcceptedRisk, index: Index) -> Markup:
    entries = risk.report.front.contributing_factors
    names = zip(entries, anchors(entries), strict=True)
    anchor = next((name for entry, name in names if entry is risk.factor), "")
    known = index.view.vocabulary.factor_by_id.get(risk.factor.factor or "")
    title = known.title if known else risk.factor.factor or "a condition without a name"
    link = page_link(title, report_path(risk.report), PATH, anchor)
    return _lead(link, quiet(_of(risk.factor.id, risk.report)))


def _rationale(risk: AcceptedRisk) -> Markup:
    accepted = risk.factor.accepted_risk
    why = escape_text(sentence(accepted.rationale)) if accepted and accepted.rationale else Markup("not told")
    role = accepted.decided_by_role if accepted else None
    return _lead(why, quiet(fill("decided by {}", label(role)))) if role else why


def _review(risk: AcceptedRisk) -> Markup:
    if risk.review_on is None:
        return Markup("no date")
    return _lead(time_tag(risk.review_on, short=True), _days(risk.late))


def _duty_name(clock: ReportingClock) -> Markup:
    return regime_name(clock.duty.regime) if clock.duty.regime else Markup("a duty without a name")


def _due(clock: ReportingClock, zone: ZoneInfo) -> Markup:
    if clock.duty.due is None:
        return Markup("no date")
    tag = time_tag(clock.duty.due, zone, short=True)
    return tag if clock.clock == "submitted" else _lead(tag, _days(clock.late))


def _submitted(clock: ReportingClock, zone: ZoneInfo) -> Markup:
    if clock.duty.submitted is not None:
        return time_tag(clock.duty.submitted, zone, short=True)
    return Markup("not yet") if clock.clock == "running" else Markup("whether it applies is not decided")


def _days(late: int | None) -> Markup:
    """How far a day lies ahead or back."""
    if late is None:
        return Markup()
    if late > 0:
        return Markup('<span class="aw-overdue">{} overdue</span>').format(counted(late, "day"))
    return quiet(escape_text("today" if late == 0 else f"in {counted(-late, 'day')}"))


def _of(entry_id: str | None, report: Report) -> Markup:
    parts = [fill("{} of {}", entry_id, report_link(report, PATH)) if entry_id else report_link(report, PATH)]
    parts += [Markup("the report is superseded")] if report.lifecycle == "superseded" else []
    return dotted(parts)


def _lead(first: Markup, *rest: Markup) -> Markup:
    return Markup(" <br>").join(part for part in (first, *rest) if part)
