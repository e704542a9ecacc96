"""A state that was gone before it was kept, told as a lesson: what was lost, what is done about it, and next time."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.choices import SystemType
from afterword.model.measures import is_kept_late
from afterword.model.report import Report
from afterword.pages.guide_save_list import CHAPTER, anchor_of
from afterword.pages.report_anchors import entry_links
from afterword.pages.words import fill, join, label, page_link, report_path, sentence

_KIND = "telemetry-evidence"
_FIRST = (
    "Ending it came first, which is right, and took with it the state that had failed. That nothing had been kept by "
    "then is a condition, and a condition can be changed."
)


def is_kept_after(report: Report) -> bool:
    """Whether the state was kept only after mitigation, by the timeline or by the snapshot's own time."""
    snapshot = report.front.snapshot
    taken_at = snapshot.taken_at if snapshot else None
    return is_kept_late(report.front.timeline, taken_at, is_lost=report.is_state_lost)


def lost_state(report: Report, index: Index) -> list[Markup]:
    """The paragraphs of the lesson; none where the state was kept in time, or nothing is known of it."""
    return list(_paragraphs(report, index))


def _paragraphs(report: Report, index: Index) -> Iterator[Markup]:
    snapshot = report.front.snapshot
    lost = snapshot.not_preserved if snapshot else None
    is_late = is_kept_after(report)
    if lost is None and not is_late:
        return
    yield Markup("**What could not be kept, and what that teaches**")
    if is_late:
        yield Markup(_FIRST)
    if lost is not None and lost.how:
        yield fill("*What was lost, and how that came about:* {}", sentence(lost.how))
    if done := _remediations(report):
        yield fill("*What is done about it:* {}.", done)
    yield _next_time(report, index)


def _remediations(report: Report) -> Markup:
    """The remediations that keep what is needed, as links to their rows."""
    entries = report.front.remediations
    fitting = [each for each in entries if each.kind == _KIND and each.status != "declined"]
    links = entry_links((each.id or "" for each in fitting), entries)
    return join(fill("{}, {}", link, each.title or "") for link, each in zip(links, fitting, strict=False))


def _next_time(report: Report, index: Index) -> Markup:
    type_ = _type(report, index)
    of_type = f", for a system of type {label(type_)}" if type_ else ""
    text = f"what to save before a rollback{of_type}"
    link = page_link(text, CHAPTER, report_path(report), anchor_of(type_))
    return fill("*Next time:* {}. <code>afterword declare</code> keeps it within a minute.", link)


def _type(report: Report, index: Index) -> SystemType | None:
    system = report.front.system
    if system is None:
        return None
    known = index.view.systems.by_name.get(system.name or "")
    return system.type or (known.type if known else None)
