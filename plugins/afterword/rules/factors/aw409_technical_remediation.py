"""A published report without the one remediation that its step needs.

- An incident of severity sev3 or sev4 has at least one technical remediation (of strength stronger or intermediate)
  with an owner team, and with a tracker or a due date.
- A near miss has at least one remediation with a kind and an owner team.

Declined remediations do not count.

## Why it matters

Small incidents and near misses are where a condition can be changed at little cost. One action that is somebody's, and
that works without being remembered, is what makes the report more than a story.

## Example

```yaml
severity: sev3
remediations:
  - {title: Mention the limit in the help text, kind: user-notice, owner_team: product}
```

## Instead

```yaml
severity: sev3
remediations:
  - {title: Check answers against the price list, kind: guardrail, owner_team: product, due: 2026-05-04}
```
"""

from collections.abc import Iterator

from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.rules.factors.standing import standing, strength_of
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import has_unread
from afterword.rules.rule import Context, Hit, Rule

TECHNICAL, OWNED = "technical-remediation", "remediation-with-kind-and-owner"


def _lacking(each: Remediation) -> list[str]:
    """What a technical remediation lacks, in words."""
    lacking = [] if each.owner_team else ["`owner_team`"]
    return lacking if each.tracker or each.due else [*lacking, "`tracker` or `due`"]


def _technical(report: Report, context: Context) -> Iterator[Hit]:
    candidates = [
        (place, each)
        for place, each in standing(report)
        # An unknown kind has a finding of its own, and may be meant as a technical one.
        if each.kind and strength_of(each, context) not in {"weaker", "restorative"}
    ]
    if any(not _lacking(each) for _, each in candidates):
        return
    if candidates:
        place, each = candidates[0]
        yield Hit(
            f"{step_words(report)} needs a technical remediation that is somebody's, and `{each.id}` lacks "
            f"{' and '.join(_lacking(each))}",
            field=("remediations", place),
            hint="add what is lacking to it, or to another technical remediation",
        )
        return
    yield Hit(
        f"{step_words(report)} needs a technical remediation, of strength stronger or intermediate",
        field=("remediations",),
        span=place_of_missing(report, "remediations"),
        hint="add one with `owner_team`, and with `tracker` or `due`",
    )


def _owned(report: Report) -> Iterator[Hit]:
    if not any(each.kind and each.owner_team for _, each in standing(report)):
        yield Hit(
            f"{step_words(report)} needs a remediation with a kind and an owner team",
            field=("remediations",),
            span=place_of_missing(report, "remediations"),
            hint="add one with `title`, `kind` and `owner_team`",
        )


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the remediation that is needed does not stand."""
    needs = context.needs(report)
    if has_unread(report, "remediations", "kind", "status", "owner_team", "tracker", "due"):
        return
    if TECHNICAL in needs:
        yield from _technical(report, context)
    if OWNED in needs:
        yield from _owned(report)


RULE = Rule(code="AW409", name="technical-remediation", doc=__doc__, check=check, handles=(TECHNICAL, OWNED))
