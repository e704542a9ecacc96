"""What every feed calls a report: a name that lasts, the address at which it is read, and a title."""

from __future__ import annotations

from afterword.feeds.plain import plain
from afterword.model.report import Report
from afterword.pages.escape import one_line
from afterword.pages.page import SiteFacts
from afterword.pages.words import shown_title


def first_id(report: Report) -> str:
    """The id under which the report first stood, which a new file name does not change."""
    return report.front.aliases[0] if report.front.aliases else report.id


def lasting_address(report: Report, facts: SiteFacts) -> str:
    """The address at which the report first stood: what a program has seen under one, it takes for the same ever after.

    Where the report has moved since, that address leads on to it.
    """
    return f"{facts.url}reports/{first_id(report)}/"


def page_address(report: Report, facts: SiteFacts, anchor: str = "") -> str:
    """The address at which the report is read now; `anchor` is a place on its page, empty for the page."""
    page = f"{facts.url}reports/{report.id}/"
    return f"{page}#{anchor}" if anchor else page


def title_line(report: Report) -> str:
    """Its title on one line; its id where nothing of that is seen, since no form takes an entry without a title."""
    return one_line(plain(shown_title(report))) or report.id
