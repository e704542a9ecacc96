"""New, changed and gone reports in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from afterword.impact.forms.pieces import MOST, Code, Line, Title, Typed, joined, say
from afterword.impact.view import ChangedReport, GoneReport, Impact, NewReport
from afterword.pages.words import counted, label


def say_reports(impact: Impact) -> Iterator[Line]:
    """New ones first, then those that changed in more than words, then words alone, then those that are gone."""
    for each in impact.new:
        yield from _new(each)
    for changed in sorted(impact.changed, key=lambda one: one.prose_alone):
        yield from _changed(changed)
    for gone in impact.gone:
        yield from _gone(gone)


def _new(new: NewReport) -> Iterator[Line]:
    word = "Now for this audience too" if new.widened else "New"
    facts = ", ".join(filter(None, (label(new.kind), new.severity or "")))
    where = (" on ", Typed(new.system)) if new.system else ()
    yield say(
        "{}: {} ({}), {}{}, {}.", word, Title(new.report.title), Code(new.report.id), facts, where, label(new.step)
    )
    if new.factors:
        yield say("Names {}.", joined(Title(each.title) for each in new.factors), depth=1)
    for related in new.related:
        yield say(
            "Related: {} ({}): {}.",
            Title(related.report.title), Code(related.report.id), Typed(related.because), depth=1,
        )  # fmt: skip


def _changed(changed: ChangedReport) -> Iterator[Line]:
    named = (Title(changed.report.title), " (", Code(changed.report.id), ")")
    if changed.prose_alone:
        words = ", ".join(each.words for each in changed.changes)
        yield say("Wording alone: {}: {}.", named, Typed(words))
        return
    if changed.was and not changed.changes:
        yield say("Renamed: {}, was {}, which leads to it.", named, Code(changed.was))
        return
    renamed = (", was ", Code(changed.was), ", which leads to it") if changed.was else ()
    yield say("Changed: {}{}.", named, renamed)
    for area, those in groupby(changed.changes[:MOST], key=lambda each: each.area):
        words = "; ".join(each.words for each in those)
        yield say("{}: {}.", area.capitalize(), Typed(words.removesuffix(".")), depth=1)
    left = len(changed.changes) - MOST
    if left > 0:
        yield say(f"and {left:,} more changes", depth=1)


def _gone(gone: GoneReport) -> Iterator[Line]:
    yield say("Gone: {} ({}).", Title(gone.report.title), Code(gone.report.id))
    if gone.same_text_as:
        yield say(
            "{} has the same text; {} in it keeps links and history.",
            Code(gone.same_text_as), Code(f"aliases: [{gone.report.id}]"), depth=1,
        )  # fmt: skip
    elif gone.open_remediations:
        number = counted(gone.open_remediations, "open remediation")
        yield say("{} {} with it.", number, "goes" if gone.open_remediations == 1 else "go", depth=1)
    if gone.led_to_by:
        shown = joined(Code(id) for id in gone.led_to_by[:3])
        more = f" and {len(gone.led_to_by) - 3} more" if len(gone.led_to_by) > 3 else ""
        yield say("Still led to by {}{}.", shown, more, depth=1)
