"""Names of reports that last: what a reader's program has seen under one, it takes for the same ever after."""

from __future__ import annotations

from afterword.model.report import Report
from afterword.pages.page import SiteFacts


def first_id(report: Report) -> str:
    """The id under which the report first stood, which a new file name does not change."""
    return report.front.aliases[0] if report.front.aliases else report.id


def lasting_address(report: Report, facts: SiteFacts) -> str:
    """The address at which the report first stood; where it has moved since, that one leads on to it."""
    return f"{facts.url}reports/{first_id(report)}/"


def page_address(report: Report, facts: SiteFacts, anchor: str = "") -> str:
    """The address at which the report is read now; `anchor` is a place on its page, empty for the page."""
    page = f"{facts.url}reports/{report.id}/"
    return f"{page}#{anchor}" if anchor else page
