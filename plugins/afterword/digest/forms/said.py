"""The sentences that the HTML form and the text form share: figures, days and states in words. Nothing is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from afterword.digest.view import Action, Case, Cases, Clock, Cohort, Counts, Digest, Drifted, Item, Recurring, Update
from afterword.pages.words import capital, counted, label, number, say_day, sentence

_AUDIENCES = {
    "public": "It is public.",
    "company": "It is for readers inside the company.",
    "restricted": "It is for readers who may see restricted reports.",
}


class PageWords(NamedTuple):
    """What the link to the page is called, and where what the message leaves out stands."""

    read: str
    where: str


def say_heading(digest: Digest) -> str:
    """What it is, as its heading: "The digest of 2026-W47"."""
    return f"The {say_form(digest)} of {digest.span.label}"


def say_form(digest: Digest) -> str:
    """The word for it: a digest, or its short form."""
    return "brief" if digest.edition.brief else "digest"


def say_page(digest: Digest) -> PageWords:
    """The page that holds all of it. Several weeks, smaller editions and a brief without a page lead to whole weeks."""
    edition = digest.edition
    if len(digest.span.weeks) > 1:
        return PageWords("Read these weeks as pages", "on the pages of these weeks")
    if edition.team or edition.system or (edition.brief and not digest.address.endswith("/brief/")):
        return PageWords("Read the whole week as a page", "on the page of the whole week")
    return PageWords(f"Read this {say_form(digest)} as a page", f"on the page of this {say_form(digest)}")


def say_span(digest: Digest) -> str:
    """The days that it tells: "16 to 22 November 2026"."""
    first, last = digest.span.first_day, digest.span.last_day
    if first.year != last.year:
        return f"{say_day(first)} to {say_day(last)}"
    begin = say_day(first).removesuffix(f" {first.year}")
    return f"{begin.split()[0] if first.month == last.month else begin} to {say_day(last)}"


def say_edition(digest: Digest) -> str:
    """What it is narrowed to; empty for the edition of the whole site."""
    edition = digest.edition
    parts = (f"team {edition.team}" if edition.team else "", f"system {edition.system}" if edition.system else "")
    return capital(_join(filter(None, parts)))


def say_audience(digest: Digest) -> str:
    """Who may read it, in a sentence."""
    return _AUDIENCES[digest.edition.audience]


def say_teaches(digest: Digest) -> str:
    """The heading of the sentence that the period teaches."""
    return "What these weeks teach" if len(digest.span.weeks) > 1 else "What this week teaches"


def say_empty(digest: Digest) -> str:
    """That nothing happened, openly."""
    weeks = "these weeks" if len(digest.span.weeks) > 1 else "this week"
    return f"Nothing was published, changed or finished in {weeks}."


def say_counts(counts: Counts) -> list[tuple[str, str]]:
    """The figures of the head: what is counted, and how many; what is nought is said once for all of it."""
    new = [
        counted(counts.incidents, "incident") if counts.incidents else "",
        counted(counts.near_misses, "near miss", "near misses") if counts.near_misses else "",
        counted(counts.exercises, "exercise") if counts.exercises else "",
    ]
    changed = [_some(counts.corrected, "corrected"), _some(counts.updated, "updated")]
    work = [_some(counts.done, "closed"), _some(counts.due, "due within 14 days"), _some(counts.overdue, "overdue")]
    return [
        ("New reports", _join(filter(None, new)) or "none"),
        ("Reports told before", _join(filter(None, changed)) or "none changed"),
        ("Remediations", _join(filter(None, work)) or "none closed, due within 14 days or overdue"),
    ]


def say_preview(digest: Digest) -> str:
    """The sentence that a mail program shows beside the subject."""
    if digest.teaches:
        return sentence(digest.teaches)
    if digest.is_empty:
        return say_empty(digest)
    return " ".join(f"{what}: {many}." for what, many in say_counts(digest.counts))


def say_remarks(item: Item) -> list[str]:
    """What is to be known of the report before its text is read."""
    late = [f"Late from {item.late_from}"] if item.late_from else []
    return late + (["Written from public sources"] if item.public_sources else [])


def say_update(update: Update) -> str:
    """What sort of change it was, and when: "Correction of 18 November 2026, late from 2026-W45"."""
    late = f", late from {update.late_from}" if update.late_from else ""
    return f"{'Correction' if update.correction else 'Update'} of {say_day(update.day)}{late}"


def say_action(action: Action) -> str:
    """The state of a remediation: "done on 18 November 2026", "42 days overdue, due on 12 October 2026, accepted"."""
    state = label(action.status)
    if action.status in {"done", "verified", "declined"}:
        return f"{state} on {say_day(action.day)}" if action.day else state
    due = _due(action.day)
    if action.days is not None and action.days < 0:
        return ", ".join(filter(None, (f"{counted(-action.days, 'day')} overdue", due, state)))
    return ", ".join(filter(None, (due, state)))


def say_drift(each: Drifted) -> str:
    """Since when and how: "Since 12 November 2026 the report says in progress, the tracker done"."""
    return f"Since {say_day(each.day)} {each.words}"


def say_cohort(cohort: Cohort) -> str:
    """How many are left of one month: "2 of 5 left, −1"."""
    change = (
        "new" if cohort.change is None else f"{cohort.change:+d}".replace("-", "−") if cohort.change else "no change"
    )
    return f"{number(cohort.left)} of {number(cohort.opened)} left, {change}"


def say_recurring(factor: Recurring) -> str:
    """How often a factor stands in reports, and what is open for it, in sentences."""
    said = [f"In {counted(factor.reports, 'report')} by now."]
    if factor.open:
        verb = "is" if factor.open == 1 else "are"
        oldest = "" if factor.oldest_days is None else f", the oldest for {counted(factor.oldest_days, 'day')}"
        said.append(f"{capital(counted(factor.open, 'remediation'))} for it {verb} open{oldest}.")
    else:
        said.append("No remediation for it is open.")
    if factor.came_back:
        said.append("It came back in a system after a fix for it there.")
    return " ".join(said)


def say_case(case: Case) -> str:
    """What sort of test it is, how far it is, and whether it stops a release."""
    kind = label(case.kind) if case.kind else ""
    return capital(", ".join(filter(None, (kind, label(case.status), "stops a release" if case.blocking else ""))))


def say_coverage(cases: Cases) -> str:
    """How far all reports are covered, in a sentence."""
    verb = "has" if cases.covered == 1 else "have"
    return f"{number(cases.covered)} of {counted(cases.total, 'report')} {verb} a committed eval case."


def say_clock(clock: Clock) -> str:
    """When the notice is due, or that it is not decided whether one is, in a sentence."""
    on = "on" if clock.due_words[:1].isdigit() else "in"
    due = f"due {on} {clock.due_words}" if clock.due_words else _due(clock.due)
    if not clock.decided:
        last = f" If it does, the notice is {due}." if due else ""
        return f"It is not decided yet whether the duty applies.{last}"
    if not due:
        return "When the notice is due is not known yet."
    overdue = f", {counted(-clock.days, 'day')} overdue" if clock.days is not None and clock.days < 0 else ""
    return f"The notice is {due}{overdue}."


def say_rest(count: int, one: str, many: str, where: str) -> str:
    """What a list of one item leaves out: "and 3 more remediations in the report"; empty for nothing."""
    return f"and {number(count)} more {one if count == 1 else many} {where}".rstrip() if count > 0 else ""


def _due(day: date | None) -> str:
    return f"due on {say_day(day)}" if day else ""


def _some(count: int, what: str) -> str:
    return f"{number(count)} {what}" if count else ""


def _join(parts: Iterable[str]) -> str:
    said = list(parts)
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1] if said else "")))
