"""The ticket for a remediation: what changes, which condition is behind it, and how it will be seen that it works.

What is put into a tracker is read there as Markdown. So every text of a report is one line, set off as a quotation,
and in it nothing can mention people, format, or give an order to the tracker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.audit.hiding import hide_private
from afterword.model.collection import AudienceView
from afterword.model.remediation import CLOSED, UNCOMMITTED, Remediation
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.pages.report_anchors import anchors

_STEPS = frozenset({"draft", "in-review", "published"})
_MARKS = re.compile(r"([\\`*_\[\]<>~|#])")
_MENTION = re.compile(r"@(?=\w)")
_TITLE = 200


@dataclass(frozen=True)
class Ticket:
    """A ticket to be written.

    Attributes:
        report: the report.
        remediation: the remediation that has no link yet.
        title: one line, as plain text.
        body: Markdown.
    """

    report: Report
    remediation: Remediation
    title: str
    body: str


def needs_ticket(report: Report, each: Remediation) -> bool:
    """Whether the remediation is work of ours that was agreed on, is open, and has no work item."""
    is_ours = report.lifecycle in _STEPS and not report.is_public_sources
    return is_ours and not each.tracker and each.status not in UNCOMMITTED | CLOSED


def write_ticket(report: Report, each: Remediation, view: AudienceView, settings: Settings, site_url: str) -> Ticket:
    """The ticket, from a report that was narrowed to those who read the tracker."""
    title = _plain(each.title or each.id or "Remediation", settings)[:_TITLE]
    return Ticket(report, each, title, "\n".join(_body(report, each, view, settings, site_url)).strip() + "\n")


def _body(report: Report, each: Remediation, view: AudienceView, settings: Settings, site_url: str) -> Iterator[str]:
    kind = view.vocabulary.kind_by_id.get(each.kind or "")
    yield from ("## What changes", "")
    yield from _quoted(each.title or each.id or "", settings)
    if kind is not None:
        yield from (f"This is of the kind “{_marked(kind.title)}”: {_marked(kind.definition)}", "")
    conditions = list(_conditions(report, each, view, settings))
    if conditions:
        yield from ("## The condition behind it", "")
        yield from conditions
    if each.success_check:
        yield from ("## It works when", "")
        yield from _quoted(each.success_check, settings)
    yield from ("## Where it comes from", "")
    yield f"- {_source(report, each, settings, site_url)}"
    if each.due is not None:
        yield f"- Due on {each.due.isoformat()}"
    if each.owner_team:
        yield f"- Owner team: {_marked(_plain(each.owner_team, settings))}"
    yield from (
        "",
        "Learning reports are about conditions, never about people. When this ticket exists, its address belongs into "
        f"the report, as `tracker` of `{_code(each.id)}`.",
    )


def _conditions(report: Report, each: Remediation, view: AudienceView, settings: Settings) -> Iterator[str]:
    addressed = set(report.front.addressed_by(each))
    for factor in report.front.contributing_factors:
        if factor.id not in addressed:
            continue
        known = view.vocabulary.factor_by_id.get(factor.factor or "")
        if known is not None:
            yield from (f"**{_marked(known.title)}.** {_marked(known.definition)}", "")
        if factor.how:
            yield from _quoted(factor.how, settings)


def _source(report: Report, each: Remediation, settings: Settings, site_url: str) -> str:
    title = _marked(_plain(report.front.title or report.id, settings))
    if not site_url or report.lifecycle != "published":
        return f"`{_code(each.id)}` of the learning report “{title}” (`{report.id}`)"
    entries = report.front.remediations
    anchor = next((name for name, entry in zip(anchors(entries), entries, strict=True) if entry is each), "")
    address = f"{site_url}reports/{report.id}/{f'#{anchor}' if anchor else ''}"
    return f"`{_code(each.id)}` of the learning report “[{title}](<{address}>)”"


def _quoted(text: str, settings: Settings) -> Iterator[str]:
    if line := _marked(_plain(text, settings)):
        yield from (f"> {line}", "")


def _plain(text: str, settings: Settings) -> str:
    """One line that can be seen as a whole, without secrets and personal data, and that calls nobody."""
    seen = "".join(each if each.isprintable() else " " for each in hide_private(text, settings))
    return _MENTION.sub("(at) ", " ".join(seen.split()))


def _marked(line: str) -> str:
    """The line with everything escaped that Markdown would take for a mark."""
    return _MARKS.sub(r"\\\1", " ".join(line.split()))


def _code(text: str | None) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "", text or "")[:40] or "the remediation"
