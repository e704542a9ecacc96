"""Open remediations: what is open by team and age, by the month of opening, and what else waits for a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.index.cohorts import count_cohorts
from afterword.index.ideas import IdeaGroup, Ideas, group_ideas
from afterword.index.index import Index
from afterword.index.open import OpenWork, list_drifting, list_open
from afterword.index.promised import AcceptedRisk, ReportingClock, list_accepted_risks, list_clocks
from afterword.index.remediations import RemediationUse
from afterword.model.tracker_state import TrackerState
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text, render
from afterword.pages.follow import calendar_line
from afterword.pages.marks import dotted, quiet
from afterword.pages.open_cohorts import cohort_notes, cohort_rows
from afterword.pages.open_promised import clock_rows, drift_rows, risk_rows
from afterword.pages.open_rows import PATH, list_left_out, team_rows
from afterword.pages.page import Page, SiteFacts
from afterword.pages.system_facts import Fact
from afterword.pages.words import capital, counted, fill, number, report_link, time_tag

TITLE = "Open remediations"
SHOWN = 20
"""How many rows the other tables show before the rest are folded or counted."""


def render_open_remediations(index: Index, facts: SiteFacts) -> Page:
    """The page."""
    zone, state = ZoneInfo(facts.zone), index.view.tracker_state
    work = list_open(index, facts.targets)
    drifting, risks, clocks = list_drifting(index), list_accepted_risks(index), list_clocks(index, zone)
    waiting = [each for each in clocks if each.clock != "submitted"]
    handed_in = [each for each in clocks if each.clock == "submitted"]
    ideas, cohorts = group_ideas(index), count_cohorts(index)
    out = [each for _, rows in list_left_out(work) for each in rows]
    out_overdue = sum(each.use.overdue is not None for each in out)
    without_team = any(not each.use.remediation.owner_team for each in out)
    markdown = render(
        "open_remediations.md.jinja",
        title=TITLE,
        empty=not index.listed,
        today=time_tag(index.today),
        calendar=calendar_line(facts, PATH),
        facts=list(_facts(work, facts.open_after, drifting, risks, waiting, ideas)),
        targets=_targets(facts),
        teams=team_rows(work, index),
        left_out=counted(len(out), "open remediation") if out else "",
        left_out_without_team=without_team,
        left_out_overdue=number(out_overdue) if out_overdue else "",
        cohorts=cohort_rows(cohorts),
        since=time_tag(cohorts.since),
        cohort_notes=cohort_notes(cohorts),
        asked=time_tag(state.generated_at.date()) if state else None,
        asked_before=_old(state, index, facts),
        drift=drift_rows(drifting, index),
        risks=risk_rows(risks, index),
        clocks=clock_rows(waiting, zone),
        handed_in=clock_rows(handed_in, zone),
        groups=[_group(group) for group in ideas.recurring],
        single=[_idea(idea.text, report_link(idea.report, PATH)) for idea in ideas.single[:SHOWN]],
        singles=len(ideas.single),
        shown=SHOWN,
    )
    return Page(PATH, TITLE, markdown, "What is still open, by team and age, and what else waits for a day.")


def _old(state: TrackerState | None, index: Index, facts: SiteFacts) -> str:
    """How long ago the trackers were asked, where that is too long; empty otherwise."""
    age = state.age(index.today) if state else 0
    return counted(age, "day") if age > facts.old_after else ""


def _facts(
    work: OpenWork,
    open_after: int,
    drifting: Sequence[RemediationUse],
    risks: Sequence[AcceptedRisk],
    waiting: Sequence[ReportingClock],
    ideas: Ideas,
) -> Iterator[Fact]:
    """The page in a few lines, each leading to its part."""
    late = f", {number(work.overdue)} of them overdue" if work.overdue else ""
    past = f", {number(work.past_target)} past the target of their severity" if work.past_target else ""
    said = counted(len(work.all), "remediation") if work.all else "nothing of our own"
    yield Fact("Open", fill("[{}](#by-team){}{}", said, late, past))
    if long := work.open_longer(open_after):
        yield Fact(f"Open for more than {counted(open_after, 'day')}", escape_text(counted(long, "remediation")))
    if undated := work.without_due:
        yield Fact("Without a due date", escape_text(counted(undated, "remediation")))
    if drifting:
        yield Fact("Report and tracker differ", fill("[in {}](#drift)", counted(len(drifting), "remediation")))
    if risks:
        yield Fact("Accepted risks", fill("[{}](#accepted-risks){}", counted(len(risks), "condition"), _next(risks)))
    if waiting:
        overdue = sum((each.late or 0) > 0 for each in waiting)
        late = f", {overdue} of them overdue" if overdue else ""
        yield Fact("Duties to report", fill("[{} not handed in](#duties){}", counted(len(waiting), "notice"), late))
    if ideas.recurring:
        yield Fact("Ideas that recur", fill("[{}](#ideas)", counted(len(ideas.recurring), "idea")))


def _next(risks: Sequence[AcceptedRisk]) -> Markup:
    """How many reviews are overdue, or the day of the next one."""
    if overdue := sum((each.late or 0) > 0 for each in risks):
        return escape_text(f", {overdue} to be looked at again since")
    first = next((each.review_on for each in risks if each.review_on), None)
    return fill(", the next to be looked at again on {}", time_tag(first)) if first else Markup()


def _targets(facts: SiteFacts) -> str:
    """The targets as one sentence's end: "sev1 in 14 days, sev2 in 30 days"; empty without any."""
    return ", ".join(f"{severity} in {counted(days, 'day')}" for severity, days in sorted(facts.targets.items()))


def _group(group: IdeaGroup) -> Entry:
    words = ", ".join(f"“{word}”" for word in group.words)
    return Entry(
        Markup("**{}**").format(escape_text(capital(f"in {counted(group.reports, 'report')}"))),
        quiet(fill("alike in {}", words)),
        tuple(_idea(idea.text, report_link(idea.report, PATH)) for idea in group.ideas),
    )


def _idea(text: str, link: Markup) -> Markup:
    return fill("{} {}", text, quiet(dotted([link])))
