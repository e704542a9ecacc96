"""What the digest of the current week would say, as it stands, of the reports that a change is about.

It is made from dates alone. No ledger is read or written, so nothing of it counts as told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
from afterword.pages.words import counted, label, sentence


def say_next_digest(
    touched: Iterable[Pair], index: Index, facts: SiteFacts, settings: DigestSettings, *, count_public_sources: bool
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
    entries: list[DigestEntry] = []
    if made.pick is not None and picked in reports:
        words = (f"Report of the week: {made.pick.because}.", *_sentences(made.pick.item))
        entries.append(_entry(reports[picked], "pick", made.pick.item.headline, words))
    told = {**_as_new(items, reports), **_as_changed(selection, reports), **_as_closed(selection, reports)}
    entries.extend(told[id] for id in sorted(told) if id != picked)
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


def _as_new(items: Mapping[str, Item], reports: Mapping[str, Report]) -> dict[str, DigestEntry]:
    return {
        id: _entry(reports[id], "new", item.headline, tuple(_sentences(item)))
        for id, item in items.items()
        if id in reports
    }


def _as_changed(selection: Selection, reports: Mapping[str, Report]) -> dict[str, DigestEntry]:
    return {
        each.report.id: _entry(
            reports[each.report.id],
            "updated",
            "",
            tuple(
                f"{'Correction' if change.update.correction else 'Update'}: "
                f"{sentence(change.update.what or 'What was changed is not told')}"
                for change, _ in each.changes
            ),
        )
        for each in selection.changed
        if each.report.id in reports
    }


def _as_closed(selection: Selection, reports: Mapping[str, Report]) -> dict[str, DigestEntry]:
    new = {each.report.id for each in selection.new} | {each.report.id for each in selection.changed}
    found: dict[str, list[str]] = {}
    for closing, _ in selection.closed:
        id = closing.use.report.id
        if id in reports and id not in new:
            title = closing.use.remediation.title or closing.use.remediation.id or ""
            found.setdefault(id, []).append(f"{label(closing.status).capitalize()}: {sentence(title)}")
    return {id: _entry(reports[id], "closed", "", tuple(words)) for id, words in found.items()}


def _silent(pair: Pair, week: Week) -> DigestEntry | None:
    """Why the digest of this week does not tell of a published report; None where there is nothing to learn of it."""
    report, day = pair.after, pair.after.front.published_on
    if report.lifecycle != "published":
        return None
    if day is None:
        return _entry(report, "silent", "", ("It has no `published_on`, and no week can hold it.",))
    if week_of(day) > week:
        return _entry(report, "later", "", (f"It is dated {day}, and told in {week_of(day)}.",))
    if pair.before is None or pair.before.lifecycle != "published":
        words = f"It is dated in {week_of(day)}. If that digest has gone out, the next one tells it as late."
        return _entry(report, "late", "", (words,))
    return _entry(report, "silent", "", ("No update is dated this week; an entry under `updates` would tell readers.",))


def _sentences(item: Item) -> Iterator[str]:
    if item.happened:
        yield sentence(item.happened)
    if item.takeaway:
        yield f"To take along: {sentence(item.takeaway)}"
    if item.changes:
        yield f"What changes: {counted(len(item.changes), 'remediation')}."


def _entry(report: Report, place: DigestPlace, headline: str, words: tuple[str, ...]) -> DigestEntry:
    unpublished = report.lifecycle in {"draft", "in-review"}
    return DigestEntry(report=ref(report), place=place, unpublished=unpublished, headline=headline, words=words)
