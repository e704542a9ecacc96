"""The two states of a collection as one audience may see them, so that neither tells of what the other one hides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from afterword.model.choices import AUDIENCES, Audience
from afterword.model.collection import AudienceView, Collection
from afterword.model.report import Report


@dataclass(frozen=True)
class Sides:
    """Both states, drafts and reports in review included.

    Attributes:
        before: the base.
        after: the change.
        widened: ids in `after` of reports that the base hides from this audience.
        unread: reports as the base shows them that cannot be read any more; neither state holds them.
        unread_others: how many more cannot be read, of which nobody can say who may read them.
        unread_before: how many could not be read in the base and are shown now.
    """

    before: AudienceView
    after: AudienceView
    widened: frozenset[str]
    unread: tuple[Report, ...] = ()
    unread_others: int = 0
    unread_before: int = 0


def common_audience(before: Audience, after: Audience) -> Audience:
    """The wider of the two, so that a change of the setting brings nothing to light while it is a proposal."""
    return min(before, after, key=AUDIENCES.index)


def narrow(before: Collection, after: Collection, audience: Audience) -> Sides:
    """Both states for `audience`.

    A report that one state hides has no part in either, but where the change itself makes it readable: what the list
    of systems and the vocabulary show depends on hidden reports too, so these are hidden on both sides alike.
    """
    hidden_before = _hidden(before, audience)
    hidden_after = _hidden(after, audience)
    names = {name for report in hidden_after for name in (report.id, *report.front.aliases)}
    kept = {report.id for report in before.reports if report.id not in names}
    shown_before = before.for_audience(audience, preview=True)
    broken = [report for report in hidden_after if report.is_unreadable]
    known = shown_before.by_id
    was_hidden = {report.id for report in hidden_before}
    narrowed = _with(
        before, [report if report.id in kept else _held(report) for report in before.reports], hidden_after
    )
    view = _with(after, after.reports, hidden_before).for_audience(audience, preview=True)
    was_unreadable = {report.id for report in hidden_before if report.is_unreadable}
    ids = view.by_id
    return Sides(
        before=narrowed.for_audience(audience, preview=True),
        after=view,
        widened=frozenset(ids) & (was_hidden - was_unreadable),
        unread=tuple(known[report.id] for report in broken if report.id in known),
        unread_others=sum(report.id not in known and report.id not in was_hidden for report in broken),
        unread_before=len(frozenset(ids) & was_unreadable),
    )


def _hidden(collection: Collection, audience: Audience) -> tuple[Report, ...]:
    shown = {report.path for report in collection.for_audience(audience, preview=True).reports}
    return tuple(report for report in collection.reports if report.path not in shown)


def _with(collection: Collection, reports: Iterable[Report], hidden: Iterable[Report]) -> Collection:
    return replace(collection, reports=(*reports, *(_held(report) for report in hidden)))


def _held(report: Report) -> Report:
    """The report as nobody may read it."""
    return replace(report, audience=None)
