"""Where the feed of reports and the calendar of due dates lie, and the lines with which pages lead to them."""

from __future__ import annotations

from markupsafe import Markup

from afterword.pages.by_hand import HOME
from afterword.pages.escape import escape_text
from afterword.pages.page import SiteFacts
from afterword.pages.words import page_link

ATOM = "feed.xml"
JSON_FEED = "feed.json"
CALENDAR = "remediations.ics"
DIGESTS = "digests/index.md"
DIGEST_FEED = "digests/feed.xml"
_NONE = "the settings name no address of this site (`site_url`)"


def follow_line(facts: SiteFacts) -> str:
    """For the home page: where feeds and calendar are, or why there are none."""
    if not facts.url:
        said = f"There is no feed of new reports and no calendar of due dates: {_NONE}."
        said += f" {page_link('The digests', DIGESTS, HOME)} tell the same week by week."
    else:
        atom, other = page_link("Atom", ATOM, HOME), page_link("JSON Feed", JSON_FEED, HOME)
        calendar = page_link("calendar", CALENDAR, HOME)
        said = f"To hear of new reports, subscribe to the feed ({atom} or {other}); for due dates, to the {calendar}."
        said += f" {page_link('The digests', DIGESTS, HOME)} tell the same week by week."
    return f"{said}\n{{: .aw-meta }}"


def calendar_line(facts: SiteFacts, from_path: str) -> Markup:
    """For the page of open remediations: the calendar, with the address that programs ask for, or why there is none."""
    if not facts.url:
        return Markup(f"There is no calendar of these due dates: {_NONE}.")
    link = page_link("a calendar", CALENDAR, from_path)
    address = Markup("<code>{}</code>").format(escape_text(f"{facts.url}{CALENDAR}"))
    return Markup("Due dates are also {}. A calendar program subscribes to it by its address: {}").format(link, address)
