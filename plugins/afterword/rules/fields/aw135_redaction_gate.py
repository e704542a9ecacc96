"""A public report whose redaction nobody has approved.

A published incident of severity sev1 or sev2 whose audience is `public` needs a `redaction` with the role that approved
it and the day, also where nothing had to be taken out (`level: none`).

## Why it matters

What is public once cannot be called back. A role looks at transcripts, groups and figures with that in mind, and the
report says that it was done.

## Example

```yaml
audience: public
redaction: {level: partial, removed: [customer identifiers]}
```

## Instead

```yaml
audience: public
redaction:
  level: partial
  removed: [customer identifiers]
  approved_by_role: privacy-officer
  approved_on: 2026-03-27
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.review import Redaction
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import is_unread
from afterword.rules.rule import Context, Hit, Rule

REQUIREMENT = "redaction-approved-where-public"


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the approval of a public report's redaction is not complete."""
    if REQUIREMENT not in context.needs(report) or report.audience != "public" or is_unread(report, "redaction"):
        return
    redaction = report.front.redaction or Redaction()
    missing = [
        key
        for key in ("approved_by_role", "approved_on")
        if getattr(redaction, key) is None and not report.is_typed("redaction", key)
    ]
    if missing:
        yield Hit(
            f"{step_words(report)} for the public needs an approved redaction",
            field=("redaction",),
            span=place_of_missing(report, "redaction"),
            hint=f"add {' and '.join(f'`redaction.{key}`' for key in missing)} once a role has approved it",
        )


RULE = Rule(code="AW135", name="redaction-gate", doc=__doc__, check=check, handles=(REQUIREMENT,))
