"""A field that public sources cannot tell.

A report with `origin: public-sources` has no participants, review, owner team, tracker, due date, success check,
deciding role or approvals.

## Why it matters

Such a report is written from the outside. A team, a due date or an approval in it would be invented, and a reader could
take it for what the operator did.

## Example

```yaml
origin: public-sources
remediations:
  - {title: Separate live data from test data, kind: least-privilege, owner_team: platform, due: 2026-05-01}
```

## Instead

```yaml
origin: public-sources
remediations:
  - {title: Separate live data from test data, kind: least-privilege, status: done}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.rule import Context, Hit, Rule

REQUIREMENT = "nothing-invented"
FIELDS: frozenset[tuple[str, ...]] = frozenset(
    {
        ("participants",),
        ("review",),
        ("system", "owner_team"),
        ("remediations", "owner_team"),
        ("remediations", "tracker"),
        ("remediations", "due"),
        ("remediations", "success_check"),
        ("contributing_factors", "accepted_risk", "decided_by_role"),
        ("impact", "reporting", "decided_by_role"),
        ("redaction", "approved_by_role"),
        ("redaction", "approved_on"),
    }
)
"""Paths without the places in lists."""


def _has_value(report: Report, path: Path) -> bool:
    value: object = report.front
    for part in path:
        if isinstance(value, tuple) and isinstance(part, int):
            value = value[part] if part < len(value) else None
        else:
            value = getattr(value, str(part), None)
    return value not in (None, ())


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each field that would be invented."""
    if REQUIREMENT not in context.needs(report):
        return
    for path, span in report.keys.items():
        names = tuple(part for part in path if isinstance(part, str))
        if names in FIELDS and _has_value(report, path):
            yield Hit(
                f"`{'.'.join(names)}` stands in a report from public sources, which cannot tell it",
                field=path,
                span=span,
                hint="take it out; what a source says of it belongs into the body, with the source named",
                match=names[-1],
            )


RULE = Rule(code="AW125", name="invented-field", doc=__doc__, check=check, handles=(REQUIREMENT,))
