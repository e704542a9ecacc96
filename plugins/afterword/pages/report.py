"""One report as a page: from the plain summary down to the codes, every field where a reader looks for it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.index.guarding import report_guard
from afterword.index.index import Index
from afterword.model.behaviour import Behaviour
from afterword.model.gates import CONDITIONS, Gates, next_step
from afterword.model.intervals import describe_share
from afterword.model.plain_share import say_range, say_share
from afterword.model.report import Report
from afterword.pages.escape import escape_text, link_to, render
from afterword.pages.guard_words import report_words
from afterword.pages.page import Page, SiteFacts
from afterword.pages.report_actions import action_rows, factor_items
from afterword.pages.report_cases import case_blocks
from afterword.pages.report_codes import code_lines, other_lines
from afterword.pages.report_drawings import report_drawings
from afterword.pages.report_duties import duties
from afterword.pages.report_evidence import attributes, evidence_rows, snapshot_words
from afterword.pages.report_facts import (
    Fact,
    impact_facts,
    key_facts,
    meta_line,
    near_miss_facts,
    notices,
    record_line,
)
from afterword.pages.report_glance import outcome_facts
from afterword.pages.report_lost_state import is_kept_after, lost_state
from afterword.pages.report_making import review_lines, role_rows
from afterword.pages.report_past import past_summary, repeats_by_place
from afterword.pages.report_related import related_items
from afterword.pages.report_relations import reference_lines, update_lines
from afterword.pages.report_texts import ReportTexts, report_texts
from afterword.pages.report_timeline import events, stretches, timeline_words
from afterword.pages.words import capital, fill, label, report_path, sentence, shown_title, time_tag

_LEAD, _REST = Markup("\x02lead\x03"), Markup("\x02rest\x03")
"""Where the two parts of the body go. Control characters are taken out of everything that people typed."""


def render_report(report: Report, index: Index, gates: Gates, facts: SiteFacts) -> Page:
    """The page of one report of the view.

    Args:
        report: the report, already narrowed to the audience.
        index: the answers for the same audience.
        gates: the gate table, from which a preview tells what the next step asks for.
        facts: what pages need to know of the site.
    """
    if report.lifecycle == "withdrawn":
        return _withdrawn(report, ZoneInfo(facts.zone))
    front = report.front
    texts = report_texts(report, index, facts)
    drawings = report_drawings(report, index, ZoneInfo(facts.zone))
    body = texts.body
    places = {"lead": _LEAD if body.lead else "", "rest": _REST if body.rest else ""}
    markdown = render("report.md.jinja", **_values(report, index, gates, facts, texts), drawings=drawings, **places)
    return Page(
        path=report_path(report),
        title=report.title,
        # Put in afterwards, so that blank lines in the author's code stay as many as they are.
        markdown=markdown.replace(_LEAD, body.lead).replace(_REST, body.rest),
        description=" ".join((front.description or front.plain_summary or "").split()),
        tags=front.tags,
        edit_place=report.place,
        authored=True,
        drawings=drawings.made,
    )


def _values(report: Report, index: Index, gates: Gates, facts: SiteFacts, texts: ReportTexts) -> dict[str, object]:
    front, zone = report.front, ZoneInfo(facts.zone)
    return {
        "report": report,
        "texts": texts,
        "front": front,
        "meta": meta_line(report),
        "notices": list(notices(report, index)),
        "needs": _needs(report, gates),
        "takeaway": front.digest.takeaway if front.digest else None,
        "near_miss": near_miss_facts(report),
        "facts": key_facts(report, index),
        "outcome": outcome_facts(report, index),
        "record": record_line(report),
        "gap": _gap(front.behaviour, texts),
        "impact": impact_facts(report),
        "duties": duties(report, index, zone),
        "events": events(report, index.replays.of(report).events, zone),
        "timeline_words": timeline_words(report, zone),
        "stretches": stretches(report),
        "kept_late": is_kept_after(report),
        "factors": factor_items(report, index, texts.hows),
        "past": past_summary(repeats_by_place(report, index), len(front.contributing_factors)),
        "actions": action_rows(report, index),
        "evidence": evidence_rows(report, index, zone),
        "snapshot": snapshot_words(report, zone),
        "lost": lost_state(report, index),
        "attributes": attributes(report),
        "guard": report_words(report_guard(report, index.view), report, zone),
        "cases": case_blocks(report, index, zone),
        "roles": role_rows(report, index),
        "review": review_lines(report, index),
        "references": reference_lines(report),
        "updates": update_lines(report, zone),
        "related": related_items(report, index),
        "codes": code_lines(report, index),
        "others": other_lines(report),
        "edit": _edit_link(report, facts),
    }


def _gap(behaviour: Behaviour | None, texts: ReportTexts) -> list[Fact]:
    """Expected against observed, and how often the gap showed."""
    if behaviour is None:
        return []
    told = [
        ("Expected", texts.expected),
        ("Observed", texts.observed),
    ]
    often = _how_often(behaviour)
    how = behaviour.how_sampled
    told.append(("How often", fill("{}. {}", often, sentence(how)) if how else often))
    if behaviour.reproducible:
        told.append(("Can be brought about again", escape_text(label(behaviour.reproducible))))
    return told


def _how_often(behaviour: Behaviour) -> Markup:
    failing, sampled = behaviour.failing, behaviour.sampled
    if failing is None and sampled is None:
        return Markup("not counted")
    if failing is None or sampled is None:
        known, other = (f"{failing} seen", "cases looked at") if sampled is None else (f"{sampled} looked at", "hits")
        return escape_text(f"{known}; the number of {other} is not told")
    if not 0 <= failing <= sampled or sampled == 0:
        return escape_text(f"{failing} of {sampled}, which cannot both be right")
    plain = f"{capital(say_share(failing, sampled))} of the cases looked at"
    wide = f"among all cases like these, {say_range(failing, sampled)}"
    return fill("**{}**. {}; {}", describe_share(failing, sampled), plain, wide)


def _needs(report: Report, gates: Gates) -> list[Markup]:
    """What the next step of a draft or a report in review asks for, from the gate table."""
    step = next_step(report.lifecycle)
    if step is None or step not in {"in-review", "published"}:
        return []
    cell = gates.required(report.gate_column, step)
    # The words of a condition are our own Markdown; every other requirement is the path of a field.
    return [Markup(CONDITIONS[need]) if need in CONDITIONS else fill("<code>{}</code>", need) for need in cell]


def _edit_link(report: Report, facts: SiteFacts) -> Markup:
    if not facts.edit_url or not report.place:
        return Markup()
    return link_to("Edit this report", facts.edit_url + report.place)


def _withdrawn(report: Report, zone: ZoneInfo) -> Page:
    """The page that stays of a withdrawn report: its title, unless that is hidden, and why it was withdrawn."""
    withdrawn = report.front.withdrawn
    day = fill(" on {}", time_tag(withdrawn.at, zone)) if withdrawn and withdrawn.at else Markup()
    because = sentence(withdrawn.because) if withdrawn and withdrawn.because else "No reason is given."
    title = shown_title(report)
    return Page(
        path=report_path(report),
        title=title,
        markdown=render("report_withdrawn.md.jinja", title=title, day=day, because=because),
        description="This report was withdrawn.",
        authored=True,
    )
