"""A report leads to one that fewer people may read.

A report's body, `related` and `supersedes` lead only to reports of the same audience or a wider one. An imported report
for which no audience is set is held back like a restricted one.

## Why it matters

An id says what happened, and so does the text of a link. Whoever may not read the other report would learn of it here,
and find nothing behind the link.

## Example

A public report whose body links to the company's own, longer account of the same incident.

## Instead

Let the narrower report lead to the wider one. Its readers find both, and nobody else learns of it.
"""

from collections.abc import Iterator

from afterword.model.audience import is_shown_to
from afterword.model.report import Report
from afterword.rules.references.leads import leads_of
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.audiences import audience_of, is_misread


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each place that leads to a report of narrower audience, which it does not name."""
    own = audience_of(report)
    for lead in leads_of(report, context):
        other = lead.target
        if other.is_unreadable or is_misread(other, ("audience",)) or is_shown_to(audience_of(other), own):
            continue
        held = "is held back, as no audience is set for it" if other.audience is None else f"is for `{other.audience}`"
        yield Hit(
            f"{lead.words} leads to a report that {held}, and this one is for `{own}`",
            lead.field,
            span=lead.span,
            hint="take the reference out here, and lead from that report to this one",
        )


RULE = Rule(code="AW503", name="link-to-narrower", doc=__doc__, check=check, suppressible=False, of_prose=True)
