"""What the page of one week lists, each as finished Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from afterword.digest.forms.most import MOST
from afterword.digest.forms.said import say_rest
from afterword.digest.site.ways import Ways
from afterword.digest.view import Action, Case, Cause, Changed, Clock, Drifted, Earlier, Item, Note, Recurring, TeamWork
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.words import capital, counted, fill, join, label, page_link, sentence, time_tag

_NO_TEAM = "Without an owner team"
_OPEN = "remediations/open.md"


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


def told_entry(item: Item, ways: Ways) -> Told:
    """A report: what happened, how it came about, what changes."""
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


def changed_entry(changed: Changed, ways: Ways) -> Entry:
    """A report with what was changed in it."""
    texts = []
    for update in changed.updates:
        word = "**Correction**" if update.correction else "Update"
        late = f", late from {update.late_from}" if update.late_from else ""
        texts.append(fill("{} of {}{}: {}", Markup(word), time_tag(update.day), late, update.what))
    return Entry(ways.link(changed.report), mark("kind", changed.kind), tuple(texts))


def team_entry(team: TeamWork, path: str, ways: Ways) -> Team:
    """A team's remediations by what there is to say of them."""
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
        fill("{} more; {} has a page of its own.", count, page_link("what is open today", _OPEN, path))
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


def drift_entry(each: Drifted, ways: Ways) -> Entry:
    """A remediation of which report and tracker say different things."""
    words = fill("since {} {}", time_tag(each.day), each.words)
    return Entry(ways.to(each.title, each.address), quiet(dotted([words, ways.link(each.report)])))


def recurring_entry(each: Recurring, ways: Ways) -> Entry:
    """A factor, how often it stands in reports, and what is open for it."""
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


def case_entry(each: Case, ways: Ways) -> Entry:
    """An eval case: what sort it is, how far, and of which report."""
    words = [label(each.kind)] if each.kind else []
    words += [each.status, *(["stops a release"] if each.blocking else [])]
    told = dotted([*(escape_text(word) for word in words), ways.link(each.report)])
    return Entry(ways.to(each.title, each.address), quiet(told))


def clock_entry(each: Clock, ways: Ways) -> Entry:
    """A notice to an authority, and when it is due."""
    late = [f"{counted(-each.days, 'day')} overdue"] if each.days is not None and each.days < 0 else []
    words = [
        "not handed in" if each.decided else "not decided whether it applies",
        *([f"due {each.due_words}"] if each.due_words else []),
        *late,
    ]
    meta = dotted([*(escape_text(word) for word in words), ways.link(each.report)])
    return Entry(fill("**{}**", capital(each.regime)), quiet(meta))


def earlier_entry(each: Earlier, ways: Ways) -> Entry:
    """A report of an earlier year."""
    texts = (escape_text(each.takeaway),) if each.takeaway else ()
    return Entry(ways.link(each.report), quiet(escape_text(str(each.year))), texts)


def note_line(note: Note, ways: Ways) -> Markup:
    """What became known since about a report."""
    return fill("{}: {} {}", time_tag(note.day), ways.link(note.report), note.what)
