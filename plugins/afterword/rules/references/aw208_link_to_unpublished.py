"""A report that is seen leads to one that is not.

A published, superseded or imported report is on the site; a draft and a report in review are not. The first must not
lead to the second, neither by a link in its body nor by `related` or `supersedes`.

## Why it matters

The reader gets a page that is not there, and the link tells of a report before those in the room have agreed to it.

## Example

A published report whose `related` names the draft of last week.

## Instead

Publish the other report first, or name this one in the draft's `related`: the relation is shown on both pages once
both are seen.
"""

from collections.abc import Iterator

from afterword.model.collection import PREVIEWED
from afterword.model.report import Report
from afterword.rules.fields.judged import is_unread
from afterword.rules.references.leads import leads_of
from afterword.rules.rule import Context, Hit, Rule

_SEEN = frozenset({"published", "superseded", "imported"})
_STEPS = {"draft": "a draft", "in-review": "in review"}


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each place that leads to a draft or to a report in review."""
    if report.lifecycle not in _SEEN:
        return
    for lead in leads_of(report, context):
        other = lead.target
        if other.lifecycle not in PREVIEWED or other.is_unreadable or is_unread(other, "lifecycle"):
            continue
        yield Hit(
            f"{lead.words} leads to a report that is {_STEPS[other.lifecycle]} and on no built site",
            lead.field,
            span=lead.span,
            hint="publish that report first, or take the reference out",
        )


RULE = Rule(code="AW208", name="link-to-unpublished", doc=__doc__, check=check, suppressible=False)
