"""The head of a digest: what the week teaches, the report of the week, the counts, and the message's subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from afterword.digest.content.items import headline
from afterword.digest.content.plain_texts import line
from afterword.digest.edition import Choice
from afterword.digest.selection import New, Selection
from afterword.digest.source import Source
from afterword.digest.view import Counts, TeamWork
from afterword.pages.home import takeaway
from afterword.pages.words import counted, sentence

SHARED_FROM = 2
"""In how many new reports a contributing factor stands before the head tells of it."""


def pick_of(new: Sequence[New]) -> tuple[New, str] | None:
    """The report of the week and how it was chosen; None without a new report.

    The editor's pick (`digest.pick`), of several the one published last. Without a pick the newest report that says in
    its own words what to take along (`digest.takeaway`), else the newest one. Near misses are chosen like incidents.
    """
    words = [(each, each.report.front.digest) for each in new]
    if picked := next((each for each, own in words if own is not None and own.pick is True), None):
        return picked, "picked by the editors"
    if telling := next((each for each, own in words if own is not None and line(own.takeaway)), None):
        return telling, "the newest report with a lesson in its own words"
    return (new[0], "the newest report") if new else None


def say_lesson(selection: Selection, pick: New | None, source: Source) -> str:
    """What this week teaches, in a sentence or two; without new reports what else it brought."""
    if pick is None:
        return _without_reports(selection)
    said = sentence(line(takeaway(pick.report)) or headline(pick.report))
    shared = _shared(selection, source)
    return f"{said} {shared}" if shared else said


def count(selection: Selection, work: Sequence[TeamWork]) -> Counts:
    """The figures of the head."""
    kinds = Counter(each.report.kind for each in selection.new)
    corrected = sum(any(change.update.correction for change, _ in each.changes) for each in selection.changed)
    return Counts(
        incidents=kinds["incident"],
        near_misses=kinds["near_miss"],
        exercises=kinds["exercise"],
        updated=len(selection.changed) - corrected,
        corrected=corrected,
        done=len(selection.closed),
        due=sum(len(team.due) + team.more_due for team in work),
        overdue=sum(len(team.overdue) + team.more_overdue for team in work),
    )


def subject_of(choice: Choice, label: str, counts: Counts) -> str:
    """The message's subject: the weeks and the counts alone, in ASCII, so that nothing typed stands in a header."""
    name = f"Learning {'brief' if choice.brief else 'digest'} {label}"
    about = f" for team {choice.team}" if choice.team else f" for system {choice.system}" if choice.system else ""
    parts = [
        f"{counts.new} new" if counts.new else "",
        f"{counts.updated} updated" if counts.updated else "",
        f"{counts.corrected} corrected" if counts.corrected else "",
        f"{counts.done} closed" if counts.done else "",
    ]
    return f"{name}{about}: {', '.join(part for part in parts if part) or 'nothing new'}"


def _without_reports(selection: Selection) -> str:
    corrected = sum(any(change.update.correction for change, _ in each.changes) for each in selection.changed)
    updated = len(selection.changed) - corrected
    told = [
        f"{counted(corrected, 'earlier report')} {'was' if corrected == 1 else 'were'} corrected" if corrected else "",
        f"{counted(updated, 'earlier report')} {'was' if updated == 1 else 'were'} updated" if updated else "",
        f"{counted(len(selection.closed), 'remediation')} {'was' if len(selection.closed) == 1 else 'were'} closed"
        if selection.closed
        else "",
    ]
    known = [part for part in told if part]
    when = "this week" if len(selection.period.weeks) == 1 else "in these weeks"
    if not known:
        return f"Nothing was published, changed or finished {when}."
    joined = " and ".join(filter(None, (", ".join(known[:-1]), known[-1])))
    return f"No new report {when}; {joined}."


def _shared(selection: Selection, source: Source) -> str:
    """The condition that most of several new reports share; empty where they share none."""
    named = Counter(
        factor_id
        for each in selection.new
        for factor_id in {one.factor for one in each.report.front.contributing_factors}
        if factor_id in source.index.view.vocabulary.factor_by_id
    )
    often = sorted(((-number, id) for id, number in named.items() if id and number >= SHARED_FROM))
    if not often:
        return ""
    negative, factor_id = often[0]
    title = line(source.index.view.vocabulary.factor_by_id[factor_id].title)
    return f"{_share(-negative, len(selection.new))} share a condition: {sentence(title)}"


def _share(number: int, total: int) -> str:
    if number < total:
        return f"{number} of {total} new reports"
    return "Both new reports" if total == 2 else f"All {total} new reports"
