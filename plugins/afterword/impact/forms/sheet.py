"""An impact in sentences: the head, and every section that has something to say."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.impact.forms.pieces import Code, Line, Section, Sheet, Title, Typed, cut, say
from afterword.impact.forms.said_coverage import say_coverage, say_shared
from afterword.impact.forms.said_digest import say_digest
from afterword.impact.forms.said_repeats import say_back, say_elsewhere, say_open_work, say_recurring
from afterword.impact.forms.said_reports import say_reports
from afterword.impact.view import Impact
from afterword.pages.words import counted

_SHORT = 10
"""Letters of a commit."""
THIRD = 3
_NOT_REACHED = "What did the earlier remediations not reach?"
_IN_THE_WAY, _STILL_TRUE = "What stands in the way of it?", "Is the reason for declining it still true?"
_NOT_SEEN = "What did the success check not see, or what changed since?"
"""The questions of the findings on the same."""


def write_sheet(impact: Impact) -> Sheet:
    """Everything that forms for people show, in the order of reading."""
    return Sheet("What this change does to the whole", tuple(_head(impact)), tuple(_sections(impact)))


def _head(impact: Impact) -> Iterator[Line]:
    base, now = impact.base, counted(impact.reports_after, "report")
    before = "as before" if impact.reports_before == impact.reports_after else f"{impact.reports_before:,} before"
    yield say(
        "Against {} ({}), for the audience {}: {}, {}; drafts and reports in review count.",
        Code(base.reference), Code(base.commit[:_SHORT]), impact.audience, now, before,
    )  # fmt: skip
    if impact.is_empty:
        yield say("This change touches no report, and nothing that reports rest on, that this audience sees.")
    elif impact.is_prose_alone:
        yield say("Only the wording changes, in {}. Nothing else moves.", counted(len(impact.changed), "report"))
    elif _brings_reports(impact) and not (impact.recurring or impact.first_here or impact.open_work or impact.back):
        yield say("This change adds nothing that recurs.")
    for note in impact.notes:
        yield say("Note: {}.", Typed(note))


def _brings_reports(impact: Impact) -> bool:
    return bool(impact.new) or any(not each.prose_alone for each in impact.changed)


def _sections(impact: Impact) -> Iterator[Section]:
    made = (
        ("Reports", None, say_reports(impact)),
        ("Cannot be read", None, _unread(impact)),
        ("What recurs", _NOT_REACHED if _is_third(impact) else None, say_recurring(impact)),
        ("Earlier remediations for the same factor", _ask_of_work(impact), say_open_work(impact)),
        ("Back after a fix", _NOT_SEEN, say_back(impact)),
        ("Where else it stands unguarded", None, say_elsewhere(impact)),
    )
    for title, ask, lines in made:
        if found := tuple(cut(lines)):
            yield Section(title, found, intro=say(ask) if ask else None)
    if impact.coverage.is_changed:
        yield say_coverage(impact.coverage)
    if impact.digest.entries:
        yield say_digest(impact.digest)
    if impact.shared:
        yield Section("What reports rest on", tuple(cut(say_shared(impact))))


def _ask_of_work(impact: Impact) -> str:
    declined = {each.status == "declined" for each in impact.open_work}
    return " ".join(ask for ask, is_declined in ((_IN_THE_WAY, False), (_STILL_TRUE, True)) if is_declined in declined)


def _is_third(impact: Impact) -> bool:
    return any(each.number >= THIRD for each in impact.recurring)


def _unread(impact: Impact) -> Iterator[Line]:
    unread = impact.unread
    for each in unread.reports:
        yield say("{} ({}) is left out on both sides; `afterword check` says why.", Title(each.title), Code(each.id))
    if unread.others:
        number = "One new report" if unread.others == 1 else f"{unread.others:,} new reports"
        yield say("{} cannot be read, and nobody can say for whom; `afterword check` says why.", number)
    if unread.in_base:
        yield say(
            "{} could not be read before this change, and {} new here.",
            counted(unread.in_base, "report"),
            "is" if unread.in_base == 1 else "are",
        )
