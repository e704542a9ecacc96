"""What the digest of the current week would say, as it stands, of the reports that a change is about.

It is made from dates alone. No ledger is read or written, so nothing of it counts as told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from afterword.digest.edition import Choice
from afterword.digest.make import NO_LEDGER, Maker
from afterword.digest.selection import Selection, select
from afterword.digest.source import Source
from afterword.digest.view import Item
from afterword.digest.weeks import Period, Week, week_of
from afterword.impact.compare import Pair, ref
from afterword.impact.view import DigestEntry, DigestPlace, NextDigest
from afterword.index.index import Index, build_index, is_counted
from afterword.model.report import Report
from afterword.model.settings import DigestSettings
from afterword.pages.page import SiteFacts
from afterword.pages.words import capital, counted, label, sentence


def say_next_digest(
    touched: Sequence[Pair], index: Index, facts: SiteFacts, settings: DigestSettings, *, count_public_sources: bool
) -> NextDigest:
    """The current week's digest on these reports; those not published yet are told as if they were today.

    Args:
        touched: new reports, and changed ones beyond their wording.
        index: the answers of the change.
        facts: the site.
        settings: the digest's settings.
        count_public_sources: whether reports from public sources are told.
    """
    week = week_of(index.today)
    reports = {pair.after.id: pair.after for pair in touched}
    source = Source(_published(reports, index, count_public_sources=count_public_sources), facts, settings, Choice())
    period = Period((week,))
    made = Maker(source).make(period, NO_LEDGER).digest
    selection = select(source, period, NO_LEDGER)
    items = {item.id: item for item in (*made.new, *made.near_misses)}
    picked = made.pick.item.id if made.pick else ""
    told = {id: _as_new(items[id], reports[id]) for id in items if id in reports}
    for id, (place, words) in _as_changed(selection).items():
        if id in reports:
            told[id] = _entry(reports[id], place, words)
    entries = [told[id] for id in sorted(told)]
    if made.pick is not None and picked in reports:
        entry = _as_new(made.pick.item, reports[picked])
        entries.insert(0, entry.model_copy(update={"place": "pick", "because": made.pick.because}))
    known = {each.report.id for each in entries}
    silent = (
        _silent(pair, week) for pair in touched
        if pair.after.id not in known and is_counted(pair.after, count_public_sources=count_public_sources)
    )  # fmt: skip
    entries.extend(each for each in silent if each is not None)
    return NextDigest(
        week=str(week), last_day=week.sunday, teaches=made.teaches if picked in reports else "", entries=tuple(entries)
    )


def _published(reports: Mapping[str, Report], index: Index, *, count_public_sources: bool) -> Index:
    shown = tuple(_as_published(each, index.today) if each.id in reports else each for each in index.view.reports)
    return build_index(replace(index.view, reports=shown), index.today, count_public_sources=count_public_sources)


def _as_published(report: Report, today: date) -> Report:
    if report.lifecycle not in {"draft", "in-review"}:
        return report
    return report.with_fields(lifecycle="published", published_on=today)


def _as_new(item: Item, report: Report) -> DigestEntry:
    return _entry(report, "new", tuple(_sentences(item)), item.headline)


def _as_changed(selection: Selection) -> dict[str, tuple[DigestPlace, tuple[str, ...]]]:
    """By report what is told of its updates, and of what was closed in it where it is not new."""
    new = {each.report.id for each in selection.new}
    found: dict[str, tuple[DigestPlace, tuple[str, ...]]] = {}
    for each in selection.changed:
        words = (
            f"{'Correction' if change.update.correction else 'Update'}: "
            f"{sentence(change.update.what or 'What was changed is not told')}"
            for change, _ in each.changes
        )
        found[each.report.id] = "updated", tuple(words)
    for closing, _ in selection.closed:
        use = closing.use
        if use.report.id not in new:
            place, told = found.get(use.report.id, ("closed", ()))
            title = use.remediation.title or use.remediation.id or ""
            found[use.report.id] = place, (*told, f"{capital(label(closing.status))}: {sentence(title)}")
    return found


def _silent(pair: Pair, week: Week) -> DigestEntry | None:
    """Why the digest of this week does not tell of a published report; None where there is nothing to learn of it."""
    report, day = pair.after, pair.after.front.published_on
    if report.lifecycle != "published" or (pair.before is not None and pair.before.front == report.front):
        return None
    if day is None:
        return _entry(report, "silent", ("It has no day of publication, so no week can hold it.",))
    if week_of(day) > week:
        return _entry(report, "later", (f"It is dated {day}, and told in {week_of(day)}.",))
    if pair.before is None or pair.before.lifecycle != "published":
        words = f"It is dated in {week_of(day)}. If that digest has gone out, the next one tells it as late."
        return _entry(report, "late", (words,))
    return _entry(
        report, "silent", ("None of its updates is dated this week, and readers hear of the change through one alone.",)
    )


def _sentences(item: Item) -> Iterator[str]:
    if item.happened:
        yield sentence(item.happened)
    if item.takeaway:
        yield f"To take along: {sentence(item.takeaway)}"
    if item.changes:
        yield f"What changes: {counted(len(item.changes), 'remediation')}."


def _entry(report: Report, place: DigestPlace, words: tuple[str, ...], headline: str = "") -> DigestEntry:
    unpublished = report.lifecycle in {"draft", "in-review"}
    return DigestEntry(
        report=ref(report), place=place, unpublished=unpublished, headline=headline, because="", words=words
    )
