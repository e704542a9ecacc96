"""Labels of an imported report that were accepted in bulk, told for what they are."""

from __future__ import annotations

from markupsafe import Markup

from afterword.model.report import Report
from afterword.pages.words import counted, fill, join, time_tag

BULK = "label accepted in bulk, no how"
"""What stands beside such a factor where another one has its confidence."""


def labels_notice(report: Report) -> Markup:
    """That its factors are labels, with the days on which they were accepted; empty for a report without any."""
    if not report.labels:
        return Markup()
    days = sorted({each.accepted_on for each in report.labels})
    told = counted(len(report.labels), "contributing factor")
    when = join((time_tag(each) for each in days), " and ") if len(days) < 3 else fill("{} days", len(days))
    return fill("**Labelled in bulk.** {}, accepted on {} for many older reports at once, without a *how*.", told, when)
