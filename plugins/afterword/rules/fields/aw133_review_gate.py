"""A review that lacks what the report's step needs.

Who was in the room is listed by role; the ground rule was read aloud; the facilitator's team is none of those involved
(the system's owner team and the teams of those in the room); one role has approved, or two different ones where the
severity asks for two.

## Why it matters

People speak where they are safe. The ground rule, read aloud, and a facilitator from outside are what makes a review a
place to learn, and two roles that approve see what one of them overlooks.

## Example

```yaml
system: {name: shop-assistant, owner_team: conversational-ai}
review:
  facilitator_role: engineering-manager
  facilitator_team: conversational-ai
  approved_by_roles: [product-owner]
```

## Instead

```yaml
system: {name: shop-assistant, owner_team: conversational-ai}
review:
  facilitator_role: reliability-engineer
  facilitator_team: sre
  ground_rule_read: true
  approved_by_roles: [product-owner, privacy-officer]
```

## Source

Etsy, "Debriefing Facilitation Guide": the facilitator was not involved in the event.
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.review import Review
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import has_unread, is_unread
from afterword.rules.rule import Context, Hit, Rule

APPROVERS = {"one-approving-role": 1, "two-approving-roles": 2}


def _participants(report: Report) -> Iterator[Hit]:
    present = [each for each in report.front.participants if each.role and not each.absent_because]
    if not present and not has_unread(report, "participants", "role"):
        yield Hit(
            f"{step_words(report)} needs the roles in the room",
            field=("participants",),
            span=place_of_missing(report, "participants"),
            hint="list them in `participants`, such as `- {role: ai-engineer, count: 2}`",
        )


def _ground_rule(report: Report, review: Review) -> Iterator[Hit]:
    if review.ground_rule_read or is_unread(report, "review", "ground_rule_read"):
        return
    path = ("review", "ground_rule_read")
    said_no = review.ground_rule_read is False
    yield Hit(
        f"{step_words(report)} needs the ground rule read aloud at its review",
        field=path,
        span=report.at(*path) if said_no else place_of_missing(report, *path),
        hint="read it at the next meeting on this report, and write `ground_rule_read: true` then",
    )


def _facilitator(report: Report, review: Review, context: Context) -> Iterator[Hit]:
    path = ("review", "facilitator_team")
    if is_unread(report, *path):
        return
    if review.facilitator_team is None:
        yield Hit(
            f"{step_words(report)} needs `review.facilitator_team`",
            field=path,
            span=place_of_missing(report, *path),
            hint="write the facilitator's team, another than those involved",
        )
    elif review.facilitator_team.casefold() in _involved(report, context):
        yield Hit(
            f"the facilitator's team `{review.facilitator_team}` is among those involved",
            field=path,
            hint="ask for a facilitator from another team, and write that team",
            match=review.facilitator_team,
        )


def _involved(report: Report, context: Context) -> frozenset[str]:
    system = report.front.system
    known = context.collection.systems.by_name.get(system.name or "") if system else None
    teams = [each.team for each in report.front.participants if not each.absent_because]
    teams += [system.owner_team if system else None, known.owner_team if known else None]
    return frozenset(team.casefold() for team in teams if team)


def _approvers(report: Report, review: Review, wanted: int, context: Context) -> Iterator[Hit]:
    path = ("review", "approved_by_roles")
    # A review on the forge counts like a role that somebody typed.
    confirmed = context.collection.approvals.roles_of(report.id)
    approved = len({role.casefold() for role in (*review.approved_by_roles, *confirmed)})
    if approved >= wanted or any(key[:2] == path and is_unread(report, *key) for key in report.mentioned):
        return
    hint = "add the role to `review.approved_by_roles` once it has approved"
    if context.settings.approvals.roles:
        hint = (
            "let the role approve the change on the forge; one typed into `review.approved_by_roles` counts too, and "
            "is shown as not confirmed"
        )
    yield Hit(
        f"{step_words(report)} needs {'one approving role' if wanted == 1 else 'two approving roles'}, and has "
        f"{'none' if not approved else 'one'}",
        field=path,
        span=place_of_missing(report, *path),
        hint=hint,
    )


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each part of the review that is needed and not there."""
    needs = context.needs(report)
    if "participants" in needs:
        yield from _participants(report)
    if is_unread(report, "review"):
        return
    review = report.front.review or Review()
    if "ground-rule-read" in needs:
        yield from _ground_rule(report, review)
    if "facilitator-from-another-team" in needs:
        yield from _facilitator(report, review, context)
    if wanted := max((number for name, number in APPROVERS.items() if name in needs), default=0):
        yield from _approvers(report, review, wanted, context)


RULE = Rule(
    code="AW133",
    name="review-gate",
    doc=__doc__,
    check=check,
    handles=("participants", "ground-rule-read", "facilitator-from-another-team", *APPROVERS),
)
