"""How a report was made: who was in the room by role, how the review was held, what was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.report import Report
from afterword.model.review import Review
from afterword.pages.escape import escape_text
from afterword.pages.marks import quiet
from afterword.pages.words import fill, join, label, report_path, sentence, team_link, time_tag


@dataclass(frozen=True)
class RoleRow:
    """One role in the room; every cell is ready."""

    role: Markup
    count: Markup
    team: Markup
    more: Markup


def role_rows(report: Report, index: Index) -> list[RoleRow]:
    """The roles in the report's own order, with how many people had each."""
    rows = []
    for entry in report.front.participants:
        more: list[object] = []
        if entry.technical is not None:
            more.append("technical role" if entry.technical else "not a technical role")
        if entry.shadowed:
            more.append(fill("sat in on: {}", entry.shadowed))
        if entry.absent_because:
            more.append(fill("absent: {}", entry.absent_because))
        here = "–" if entry.absent_because else "present"
        rows.append(
            RoleRow(
                role=escape_text(label(entry.role or "not named")),
                count=escape_text(entry.count if entry.count is not None else here),
                team=team_link(entry.team, index, report_path(report)) if entry.team else Markup("–"),
                more=join(more, "; ") or Markup("–"),
            )
        )
    return rows


def review_lines(report: Report, index: Index) -> list[Markup]:
    """How the review was held, and what was taken out, as sentences."""
    return [*_review(report, index), *_redaction(report)]


def _review(report: Report, index: Index) -> Iterator[Markup]:
    review = report.front.review
    if review is None:
        return
    if review.held_on:
        yield fill("Review held on {}.", time_tag(review.held_on))
    if review.facilitator_role or review.facilitator_team:
        role = label(review.facilitator_role or "role not named")
        team = review.facilitator_team
        of_team = fill(" of team {}", team_link(team, index, report_path(report))) if team else Markup()
        yield fill("Facilitated by {}{}.", role, of_team)
    if review.ground_rule_read is not None:
        yield Markup("The ground rule was read aloud." if review.ground_rule_read else "The ground rule was not read.")
    if review.approved_by_roles:
        day = fill(" on {}", time_tag(review.approved_on)) if review.approved_on else Markup()
        yield fill("Approved{} by {}.", day, join(_approvers(review, report, index)))
    elif review.approved_on:
        yield fill("Approved on {}.", time_tag(review.approved_on))
    for surprise in review.surprises:
        yield fill("*What surprised those in the room:* {}", sentence(surprise))


def _approvers(review: Review, report: Report, index: Index) -> Iterator[Markup]:
    """Each role, and whether a review on the forge confirms it; what was typed by hand counts too, and is marked."""
    confirmed = {role.casefold() for role in index.view.approvals.roles_of(report.id)}
    for role in review.approved_by_roles:
        told = "confirmed by a review" if role.casefold() in confirmed else "not confirmed"
        yield escape_text(label(role)) + Markup(" ") + quiet(escape_text(f"({told})"))
    typed = {role.casefold() for role in review.approved_by_roles}
    for role in index.view.approvals.roles_of(report.id):
        if role.casefold() not in typed:
            yield escape_text(label(role)) + Markup(" ") + quiet(Markup("(confirmed by a review)"))


def _redaction(report: Report) -> Iterator[Markup]:
    redaction = report.front.redaction
    if redaction is None:
        return
    levels = {"none": "Nothing was taken out.", "partial": "Redacted in part.", "full": "Redacted in full."}
    said = [escape_text(levels[redaction.level])] if redaction.level else []
    if redaction.removed:
        said.append(fill("Taken out: {}.", join(redaction.removed)))
    if redaction.approved_by_role or redaction.approved_on:
        role = fill(" by {}", label(redaction.approved_by_role)) if redaction.approved_by_role else Markup()
        day = fill(" on {}", time_tag(redaction.approved_on)) if redaction.approved_on else Markup()
        said.append(fill("The redaction was approved{}{}.", role, day))
    if said:
        yield join(said, " ")
