"""The addresses of a site: what stands where, in which form. Links, feed readers and programs rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["page", "JSON", "Atom", "JSON Feed 1.1", "iCalendar", "XML", "file"]


@dataclass(frozen=True)
class Address:
    """One address, or all that are formed alike.

    Attributes:
        path: below the site's root. `<…>` is one part that differs, and `<…/…>` any number of them.
        about: what stands there, in one sentence.
        form: a page, or the format of a file.
        when: where it is written, in words that follow "only"; empty for on every site.
    """

    path: str
    about: str
    form: Form = "page"
    when: str = ""


_WITH_URL = "where `site_url` is set"
_WITH_MORE = "where there are any"
_WITH_SEARCH = "where the plugin `search` is switched on"

PAGES = (
    Address("", "The home page: what is new, what recurs, what is open."),
    Address("reports/", "Every report, the newest first."),
    Address("reports/<id>/", "A report; an id in its `aliases` leads to it."),
    Address("near-misses/", "What nearly went wrong, what stopped it, and what could have come of it."),
    Address("silent-checks/", "Signals that stayed quiet, by the reason why."),
    Address("factors/", "The contributing factors, with every report that names them."),
    Address("factors/<id>/", "A contributing factor: how often, what was done about it, and whether it held."),
    Address("remediations/", "The kinds of remediation by strength, with what they did."),
    Address("remediations/<kind>/", "A kind of remediation: where it was taken, and whether it held."),
    Address("remediations/open/", "What is still open, by team and age, overdue first."),
    Address("systems/", "The systems that reports and `_systems.yml` name."),
    Address("systems/<name>/", "A system: its reports, what is open, lessons not yet taken."),
    Address("teams/", "The teams that own systems and remediations."),
    Address("teams/<name>/", "A team: its reports, what is open, lessons not yet taken."),
    Address("providers/", "The providers of models and data."),
    Address("providers/<name>/", "A provider: the reports on systems that use it."),
    Address("explore/", "All reports by words and by what they have in common; the selection stands in the address."),
    Address("explore/<facet>/", "All reports by one property, for readers without JavaScript."),
    Address("insights/", "What recurs, how incidents are found, how long that takes, each figure with its number."),
    Address("evals/", "Which reports have become eval cases, and why others have none."),
    Address("digests/", "The digests, one a week."),
    Address("digests/<week>/", "The digest of a week that is over, such as `2026-W47`."),
    Address("digests/<week>/brief/", "Its brief, for readers outside engineering.", when="with `digest.brief`"),
    Address("glossary/", "The terms of reports, each in a sentence or two."),
    Address("guide/", "How to write, review and read; and everything to look up."),
    Address("guide/<chapter>/", "A chapter, or a page of this reference."),
    Address("guide/rules/", "The rules by family, with their levels."),
    Address("guide/rules/<code>/", "A rule's manual, the same as `afterword explain CODE` prints."),
    Address("404.html", "What a host shows for an address that leads nowhere."),
)  # fmt: skip
"""What people read, in the order of the navigation."""

FILES = (
    Address("evidence/<id>/<file/…>", "A file that a report names as evidence.", "file"),
    Address("feed.xml", "Reports that are new or were updated.", "Atom", _WITH_URL),
    Address("feed.json", "The same reports, for programs that read JSON.", "JSON Feed 1.1", _WITH_URL),
    Address("factors/<id>/feed.xml", "Reports that name a contributing factor.", "Atom", _WITH_URL),
    Address("digests/feed.xml", "The digests.", "Atom", _WITH_URL),
    Address("remediations.ics", "Due dates of open remediations and of notices to hand in.", "iCalendar", _WITH_URL),
    Address("api/v1/reports.json", "Every report with its fields, computed lengths, and related reports.", "JSON"),
    Address("api/v1/factors.json", "The contributing factors with their reports.", "JSON"),
    Address("api/v1/remediations.json", "Kinds of remediation, and every remediation with its status.", "JSON"),
    Address("api/v1/systems.json", "The systems with their teams, providers and reports.", "JSON"),
    Address("api/v1/schema.json", "The JSON Schema (2020-12) of the four documents beside it.", "JSON"),
    Address("api/v1/report.schema.json", "The JSON Schema (2020-12) of a report's front matter, for editors.", "JSON"),
    Address("sitemap.xml", "The list of pages, for search engines.", "XML"),
    Address("sitemap.xml.gz", "The list of pages, compressed.", "file"),
)
"""What programs read. Within `v1` nothing is renamed or removed, and more may be added."""

INNER = (
    Address("explore/facets.json", "What Explore chooses from.", "JSON"),
    Address("remediations/open/rows.json", "Open remediations beyond those on their page.", "JSON", _WITH_MORE),
    Address("pagefind/<file/…>", "The search index, and the program that asks it.", "file"),
    Address("search/search_index.json", "The index of another plugin, which nothing reads.", "JSON", _WITH_SEARCH),
    Address("assets/<file/…>", "Styles, scripts and pictures, of the theme and of the organisation.", "file"),
)  # fmt: skip
"""What the pages themselves load. Its form may change with every version, so nothing else should rest on it."""

ADDRESSES: tuple[Address, ...] = (*PAGES, *FILES, *INNER)
