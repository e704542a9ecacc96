"""The related reports at the end of a report page: those that authors tied to it, and a few more worth reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from markupsafe import Markup

from afterword.index.index import Index
from afterword.link.similar.because import TIES, Because, quote
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.words import (
    capital,
    factor_link,
    fill,
    join,
    kind_link,
    label,
    page_link,
    provider_link,
    report_link,
    report_path,
    system_link,
    time_tag,
)

if TYPE_CHECKING:
    from afterword.link.similar.relate import RelatedReport

_WORTH = 0.3
"""The score from which on a report that nobody tied to this one is worth the reader's time."""
_SHOWN, _AT_LEAST = 5, 2
"""How many reports stand here, and how many computed ones do beside however many declared ones."""
_REASONS = 3
"""How many reasons are told beside what an author declared."""


@dataclass(frozen=True)
class RelatedItem:
    """Another report of the view: the link to it, its date, kind and severity, and why it stands here."""

    link: Markup
    meta: Markup
    why: Markup


def related_items(report: Report, index: Index) -> list[RelatedItem]:
    """All reports that an author tied to this one, then the computed ones that are worth reading, best first."""
    related = index.related.get(report.id, ())
    tied = [other for other in related if other.because.ties]
    found = [other for other in related if not other.because.ties and other.score >= _WORTH]
    telling = [other for other in found if other.because.is_telling]
    return [_item(other, report, index) for other in tied + telling[: max(_SHOWN - len(tied), _AT_LEAST)]]


def _item(related: RelatedReport, report: Report, index: Index) -> RelatedItem:
    other = index.view.by_id[related.id]
    said = [time_tag(other.date)] if other.date else []
    kind = f'<span class="aw-kind aw-kind--{other.kind}">{label(other.kind)}</span>'
    if other.severity:
        kind += f' <span class="aw-severity aw-severity--{other.severity}">{other.severity}</span>'
    if other.lifecycle == "superseded":
        said.append(escape_text(other.lifecycle))
    path = report_path(report)
    ties = [join(TIES[tie] for tie in related.because.ties)] if related.because.ties else []
    why = [_with_capital(reason) for reason in [*ties, *islice(_reasons(related.because, index, path), _REASONS)]]
    return RelatedItem(
        report_link(other, path), join([Markup(kind), join(said, " · ")], " "), join(why, ". ") + Markup(".")
    )


def _reasons(because: Because, index: Index, path: str) -> Iterator[Markup]:
    """What both have in common, with links to the pages of what is named."""
    if because.factors:
        yield fill("shares {}", _listed(factor_link(each, index, path) for each in because.factors))
    if because.system:
        yield fill("same system, {}", system_link(because.system, index, path))
    elif because.provider:
        yield fill("same provider, {}", provider_link(because.provider, index, path))
    if because.silent:
        words = [page_link(label(each), "silent-checks/index.md", path) for each in because.silent]
        yield fill("silent checks alike: {}", _listed(words))
    if because.kinds:
        yield fill("answered alike: {}", _listed(kind_link(each, index, path) for each in because.kinds))
    if because.labels:
        yield fill("both labelled {}", _listed(escape_text(each) for each in because.labels))
    if because.phrases:
        yield fill("both speak of {}", _listed(escape_text(each) for each in quote(because.phrases)))


def _listed(words: Iterable[Markup]) -> Markup:
    """Words in one line: "a, b and c"."""
    *first, last = words
    return join([join(first), last], " and ") if first else last


def _with_capital(reason: Markup) -> Markup:
    """A reason with a capital; each begins with our own word."""
    return Markup(capital(str(reason)))
