"""The wording that all pages share: words for choices, dates in words, and links that are made only where a page is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from datetime import UTC, date, tzinfo
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from afterword.index.index import Group, Index
from afterword.index.slugs import slug_of
from afterword.model.dates import Moment, PartialDate
from afterword.model.report import Report
from afterword.pages.escape import escape_text, link_to
from afterword.pages.names import provider_name

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LABELS = {"on-call": "on-call"}
_SHORTENED = {"ai": "AI", "ml": "ML", "rag": "RAG", "json": "JSON"}
"""Choices that keep their hyphen, and words that are written in capitals."""
_ARTICLES = {
    "a": ("support-report", "user-report", "canary", "partner"),
    "an": ("internal-user", "eval", "audit"),
    "the": ("vendor", "media", "regulator"),
}
WITHDRAWN_TITLE = "Withdrawn report"
"""The title of a withdrawn report that hides its own."""


def label(value: str) -> str:
    """A choice in words: "acts-without-review" gives "acts without review", "ai-engineer" gives "AI engineer"."""
    words = value.replace("_", " ").replace("-", " ").split(" ")
    return _LABELS.get(value) or " ".join(_SHORTENED.get(word, word) for word in words)


def found_by(value: str) -> str:
    """Who or what noticed it, to stand after "by": "support-report" gives "a support report"."""
    article = next((word for word, those in _ARTICLES.items() if value in those), "")
    return f"{article} {label(value)}".strip()


def fill(template: str, *values: object) -> Markup:
    """`template`, which is our own Markdown, with each `{}` filled; what is not `Markup` is escaped for Markdown."""
    return Markup(template).format(*(each if isinstance(each, Markup) else escape_text(each) for each in values))


def join(values: Iterable[object], between: str = ", ") -> Markup:
    """The values in one line, escaped for Markdown where they are not `Markup`; `between` is our own Markdown."""
    return Markup(between).join(each if isinstance(each, Markup) else escape_text(each) for each in values)


def sentence(text: str) -> str:
    """`text` with a full stop where it ends without a mark."""
    return text if text.rstrip().endswith((".", "!", "?", "…", ":")) else f"{text.rstrip()}."


def capital(text: str) -> str:
    """`text` with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def number(value: float | int) -> str:
    """A number with commas between thousands: 4100 gives "4,100"; whole amounts have no decimals."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,}"
    return f"{int(value):,}"


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: `counted(2, "report")` gives "2 reports"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def say_day(day: date, *, short: bool = False) -> str:
    """A day in words: "11 March 2026", or "11 Mar 2026" where `short`."""
    return f"{day.day} {_month(day, short)} {day.year}"


def say_month(day: date) -> str:
    """The month of a day in words: "March 2026"."""
    return _say_date(day, "month", short=False)


def say_partial(known: PartialDate, *, short: bool = False) -> str:
    """A date as closely as it is known: "11 March 2026", "March 2026" or "2026"."""
    return _say_date(known.first, known.precision, short)


def say_moment(moment: Moment, zone: tzinfo, *, short: bool = False) -> str:
    """A moment as closely as it is known, times in `zone`.

    "11 March 2026, 10:30"; "2 March 2026, 12:00–13:00" for an hour; "4 March 2026", "March 2026" and "2026" for the
    rest, which are told as written, since a whole day has no other reading elsewhere.
    """
    if moment.precision not in {"minute", "hour"}:
        return _say_date(moment.local.date(), moment.precision, short)
    start, end = moment.earliest.astimezone(zone), moment.latest.astimezone(zone)
    said = f"{say_day(start.date(), short=short)}, {start:%H:%M}"
    return said if moment.precision == "minute" else f"{said}–{end:%H:%M}"


def time_tag(when: date | PartialDate | Moment, zone: tzinfo = UTC, *, short: bool = False) -> Markup:
    """`when` in words inside a `<time>` element, whose `datetime` claims no more than is known; safe in a line."""
    if isinstance(when, Moment):
        said, exact = say_moment(when, zone, short=short), _moment_value(when, zone)
    elif isinstance(when, PartialDate):
        said, exact = say_partial(when, short=short), when.text
    else:
        said, exact = say_day(when, short=short), when.isoformat()
    return Markup('<time datetime="{}">{}</time>').format(exact, Markup(said))  # figures and our own words


def relative(from_path: str, to_path: str) -> str:
    """The way from one path below the site's root to another: `reports/a.md`, `factors/b.md` give `../factors/b.md`."""
    return _way(posixpath.dirname(from_path) or ".", to_path)


@lru_cache(maxsize=50_000)
def _way(folder: str, to_path: str) -> str:
    """Asked for again by each of thousands of pages in one folder."""
    return posixpath.relpath(to_path, folder)


def page_link(text: str, to_path: str, from_path: str, anchor: str = "") -> Markup:
    """A link to a page or file of the site that is known to be there; `anchor` without its `#`."""
    way = quote(relative(from_path, to_path), safe="/.-_~")
    return link_to(text, f"{way}#{anchor}" if anchor else way)


def shown_title(report: Report) -> str:
    """The report's title; nothing of it where a withdrawn report hides it, its id included."""
    if report.lifecycle == "withdrawn" and report.front.title is None:
        return WITHDRAWN_TITLE
    return report.title


def report_path(report: Report) -> str:
    """Where the report's page lies below the site's root."""
    return f"reports/{report.id}.md"


def report_link(report: Report, from_path: str) -> Markup:
    """A link to a report of the view under its title."""
    return page_link(shown_title(report), report_path(report), from_path)


def factor_link(factor_id: str, index: Index, from_path: str) -> Markup:
    """A link to a factor's page under its title; the id alone where the vocabulary does not hold it."""
    factor = index.view.vocabulary.factor_by_id.get(factor_id)
    if factor is None:
        return escape_text(factor_id)
    return page_link(factor.title, f"factors/{factor.id}.md", from_path)


def kind_link(kind_id: str, index: Index, from_path: str) -> Markup:
    """A link to the page of a remediation kind under its title; the id alone where the vocabulary does not hold it."""
    kind = index.view.vocabulary.kind_by_id.get(kind_id)
    if kind is None:
        return escape_text(kind_id)
    return page_link(kind.title, f"remediations/{kind.id}.md", from_path)


def system_words(name: str, index: Index) -> str:
    """The name of a system that people use."""
    known = index.view.systems.by_name.get(name)
    return known.title or name if known else name


def system_link(name: str, index: Index, from_path: str) -> Markup:
    """A link to a system's page under the name that people use; the text alone where no page is made for it."""
    return _group_link(system_words(name, index), name, "systems", index.systems, from_path)


def team_link(name: str, index: Index, from_path: str) -> Markup:
    """A link to a team's page; the text alone where no page is made for it."""
    return _group_link(name, name, "teams", index.teams, from_path)


def provider_link(name: str, index: Index, from_path: str) -> Markup:
    """A link to a provider's page under its name in words; the text alone where no page is made for it."""
    return _group_link(provider_name(name), name, "providers", index.providers, from_path)


def _group_link(text: str, name: str, folder: str, groups: Mapping[str, Group], from_path: str) -> Markup:
    slug = slug_of(name)
    if slug and slug in groups:
        return page_link(text, f"{folder}/{slug}.md", from_path)
    return escape_text(text)


def _month(day: date, short: bool) -> str:
    name = _MONTHS[day.month - 1]
    return name[:3] if short else name


def _say_date(day: date, precision: str, short: bool) -> str:
    if precision == "year":
        return str(day.year)
    return f"{_month(day, short)} {day.year}" if precision == "month" else say_day(day, short=short)


def _moment_value(moment: Moment, zone: tzinfo) -> str:
    """The value of `datetime`: an instant in UTC for minutes; the day for an hour, of which HTML has no form."""
    if moment.precision == "minute":
        return moment.earliest.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
    if moment.precision == "hour":
        return moment.earliest.astimezone(zone).date().isoformat()
    return moment.local.date().isoformat()[: {"year": 4, "month": 7}.get(moment.precision, 10)]
