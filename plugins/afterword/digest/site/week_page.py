"""The page of one week: the same digest as the message, and what became known since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from afterword.digest.forms.most import MOST
from afterword.digest.forms.said import say_rest
from afterword.digest.forms.sections import SECTIONS
from afterword.digest.site.ways import Ways, week_path
from afterword.digest.view import (
    Action,
    Case,
    Cause,
    Changed,
    Clock,
    Cohort,
    Digest,
    Earlier,
    Item,
    Note,
    Recurring,
    TeamWork,
)
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text, render_from
from afterword.pages.follow import DIGESTS
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.names import audience_words
from afterword.pages.page import Page
from afterword.pages.words import capital, counted, fill, join, label, page_link, sentence, time_tag

_NO_TEAM = "Without an owner team"
OPEN = "remediations/open.md"


@dataclass(frozen=True)
class Told:
    """One report on the page; every value is finished Markdown."""

    head: Markup
    meta: Markup
    happened: Markup
    facts: tuple[tuple[str, Markup], ...]
    causes: tuple[Markup, ...]
    changes: tuple[Markup, ...]


@dataclass(frozen=True)
class Team:
    """One team's remediations on the page, by what there is to say of them."""

    name: Markup
    lists: tuple[tuple[str, tuple[Entry, ...], Markup], ...]


def render_week(digest: Digest, notes: tuple[Note, ...], before: str, *, other_form: bool) -> Page:
    """The page of a digest of one week.

    Args:
        digest: the digest, made from dates alone.
        notes: what became known since.
        before: the week before it that has a page, such as `2026-W46`; empty for none.
        other_form: whether the brief has pages beside those of the digests.
    """
    week, brief = digest.span.label, digest.edition.brief
    path = week_path(week, brief=brief)
    ways = Ways(path, digest)
    title = f"{'Brief' if brief else 'Digest'} of {week}"
    days = fill("{} to {}", time_tag(digest.span.first_day), time_tag(digest.span.last_day))
    markdown = render_from(
        "afterword.digest.site",
        "week.md.jinja",
        title=title,
        headings=SECTIONS,
        days=days,
        audience=escape_text(audience_words(digest.edition.audience)),
        digest=digest,
        figures=dotted(escape_text(each) for each in say_counts(digest)),
        pick=_told(digest.pick.item, ways) if digest.pick else None,
        new=[_told(each, ways) for each in digest.new],
        near_misses=[_told(each, ways) for each in digest.near_misses],
        changed=[_changed(each, ways) for each in digest.changed],
        teams=[_team(each, path, ways) for each in digest.work],
        cohorts=[say_cohort(each) for each in digest.cohorts],
        recurring=[_recurring(each, ways) for each in digest.recurring],
        cases=[_case(each, ways) for each in digest.cases.new] if digest.cases else [],
        clocks=[_clock(each, ways) for each in digest.clocks],
        earlier=[_earlier(each, ways) for each in digest.earlier],
        contribute=join((ways.link(each) for each in digest.contribute), " · "),
        notes=[_note(each, ways) for each in notes],
        foot=dotted(_foot(path, before, brief=brief, week=week, other_form=other_form)),
    )
    year = week.partition("-")[0]
    # The newest first in the left column, which orders by this and then by path.
    order = -digest.span.first_day.toordinal()
    return Page(path, title, markdown, digest.teaches, group="" if brief else year, order=order)


def say_counts(digest: Digest) -> Iterator[str]:
    """The figures of the head in words, those that are not zero."""
    counts = digest.counts
    for number, one, many in (
        (counts.incidents, "new incident", "new incidents"),
        (counts.near_misses, "new near miss", "new near misses"),
        (counts.exercises, "new exercise", "new exercises"),
        (counts.updated, "report updated", "reports updated"),
        (counts.corrected, "report corrected", "reports corrected"),
        (counts.done, "remediation closed", "remediations closed"),
        (counts.due, "due within 14 days", "due within 14 days"),
        (counts.overdue, "overdue", "overdue"),
    ):
        if number:
            yield counted(number, one, many)


def say_cohort(cohort: Cohort) -> str:
    """One month: "March 2026: 2 of 5 left, -1"."""
    change = "" if cohort.change is None else f", {cohort.change:+}" if cohort.change else ", as before"
    return f"{cohort.label}: {cohort.left} of {cohort.opened} left{change}"


def _told(item: Item, ways: Ways) -> Told:
    marks = [mark("kind", item.kind), *([mark("severity", item.severity)] if item.severity else [])]
    rest = [*item.facts[1:], *([f"late from {item.late_from}"] if item.late_from else [])]
    rest += ["written from public sources"] if item.public_sources else []
    facts = [
        ("What stopped it", item.stopped_by),
        *(("What it meant for people", text) for text in (" ".join(item.impact),)),
        ("What was gained, and what is not promised", item.trade_off),
        ("What changes for people", item.for_people),
        ("To take along", item.takeaway),
    ]
    return Told(
        head=ways.to(item.headline, item.address),
        meta=join([*marks, quiet(dotted(escape_text(each) for each in rest))], " "),
        happened=escape_text(item.happened),
        facts=tuple((term, escape_text(sentence(text))) for term, text in facts if text),
        causes=tuple(_few([_cause(each, ways) for each in item.causes], "causes", "factor", "factors")),
        changes=tuple(_few([escape_text(each) for each in item.changes], "changes", "remediation", "remediations")),
    )


def _few(every: Sequence[Markup], what: str, one: str, many: str) -> Iterator[Markup]:
    """As many as the message shows, and how many more stand in the report."""
    yield from every[: MOST[what]]
    if rest := say_rest(len(every) - MOST[what], one, many, "in the report"):
        yield escape_text(rest)


def _cause(cause: Cause, ways: Ways) -> Markup:
    link = ways.to(cause.title, cause.address)
    named = fill("{} ({})", link, cause.side) if cause.side else link
    return fill("{}: {}", named, cause.how) if cause.how else named


def _changed(changed: Changed, ways: Ways) -> Entry:
    texts = []
    for update in changed.updates:
        word = "**Correction**" if update.correction else "Update"
        late = f", late from {update.late_from}" if update.late_from else ""
        texts.append(fill("{} of {}{}: {}", Markup(word), time_tag(update.day), late, update.what))
    return Entry(ways.link(changed.report), mark("kind", changed.kind), tuple(texts))


def _team(team: TeamWork, path: str, ways: Ways) -> Team:
    lists = (
        ("Closed", team.done, 0),
        ("Due within 14 days", team.due, team.more_due),
        ("Overdue", team.overdue, team.more_overdue),
    )
    told = [
        (name, tuple(_action(each, ways) for each in those), _more(more, path)) for name, those, more in lists if those
    ]
    return Team(ways.to(team.team or _NO_TEAM, team.address), tuple(told))


def _more(count: int, path: str) -> Markup:
    """How many more there are, and where all that is open now stands."""
    return (
        fill("{} more; {} has a page of its own.", count, page_link("what is open today", OPEN, path))
        if count
        else Markup()
    )


def _action(action: Action, ways: Ways) -> Entry:
    when = []
    if action.day is not None:
        word = "due " if action.days is not None else ""
        when.append(Markup(word) + time_tag(action.day))
    if action.days is not None:
        when.append(escape_text(f"{counted(-action.days, 'day')} overdue" if action.days < 0 else _in(action.days)))
    when += [escape_text(action.note)] if action.note else []
    meta = join([mark("status", action.status), quiet(dotted([*when, ways.link(action.report)]))], " ")
    return Entry(ways.to(action.title, action.address), meta)


def _in(days: int) -> str:
    return f"in {counted(days, 'day')}" if days else "on the day after this week"


def _recurring(each: Recurring, ways: Ways) -> Entry:
    still_open = (
        f"{counted(each.open, 'remediation')} open for it, the oldest for {counted(each.oldest_days or 0, 'day')}"
        if each.open
        else "no remediation of our own is open for it"
    )
    back = [escape_text("came back on the same system after a fix")] if each.came_back else []
    words = [escape_text(f"in {counted(each.reports, 'report')} by now"), escape_text(still_open), *back]
    return Entry(
        ways.to(each.title, each.address), quiet(dotted(words)), (fill("New: {}.", join(map(ways.link, each.new))),)
    )


def _case(each: Case, ways: Ways) -> Entry:
    words = [label(each.kind)] if each.kind else []
    words += [each.status, *(["stops a release"] if each.blocking else [])]
    told = dotted([*(escape_text(word) for word in words), ways.link(each.report)])
    return Entry(ways.to(each.title, each.address), quiet(told))


def _clock(each: Clock, ways: Ways) -> Entry:
    late = [f"{counted(-each.days, 'day')} overdue"] if each.days is not None and each.days < 0 else []
    words = [
        "not handed in" if each.decided else "not decided whether it applies",
        *([f"due {each.due_words}"] if each.due_words else []),
        *late,
    ]
    meta = dotted([*(escape_text(word) for word in words), ways.link(each.report)])
    return Entry(fill("**{}**", capital(each.regime)), quiet(meta))


def _earlier(each: Earlier, ways: Ways) -> Entry:
    texts = (escape_text(each.takeaway),) if each.takeaway else ()
    return Entry(ways.link(each.report), quiet(escape_text(str(each.year))), texts)


def _note(note: Note, ways: Ways) -> Markup:
    return fill("{}: {} {}", time_tag(note.day), ways.link(note.report), note.what)


def _foot(path: str, before: str, *, brief: bool, week: str, other_form: bool) -> Iterator[Markup]:
    if other_form:
        name = "The whole digest" if brief else "The brief, for readers outside engineering"
        yield page_link(name, week_path(week, brief=not brief), path)
    if before:
        yield page_link(f"{'Brief' if brief else 'Digest'} of {before}", week_path(before, brief=brief), path)
    yield page_link("All digests", DIGESTS, path)
