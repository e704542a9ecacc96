"""What a draft begins with, made of an issue: fields where an answer is one, and every other word as text."""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from afterword.commands.form import Beginning
from afterword.commands.issue_form.answers import Answers, chosen, find_answers
from afterword.commands.issue_form.clean import Cleaner
from afterword.commands.issue_form.markdown import as_markdown
from afterword.commands.issue_form.questions import ASIDE, QUESTIONS, READERS, STOPPED, UNLINK, UNLINKED
from afterword.commands.issue_form.source import Issue
from afterword.commands.refusal import Refusal
from afterword.model.audience import is_shown_to, narrowest
from afterword.model.choices import Audience, Kind
from afterword.model.dates import DateError, parse_partial_date
from afterword.model.settings import Settings
from afterword.model.source import Source
from afterword.model.systems import Systems
from afterword.read.markdown import body_limits
from afterword.rules.fields.aw116_title_length import LONGEST

_NO_TITLE = "A report without a title"
_LONGEST_NAME = 80
_EARLIEST = 1950
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class Told:
    """What an issue tells.

    Attributes:
        title: what happened, in one line.
        kind: what it was, where the form says so.
        system: the system's name, where it can be one.
        when: the day, month or year in which it was noticed, else on which the issue was opened.
        audience: who may read it, where that is not left to the settings.
        text: every answer that became no field, as Markdown.
        notes: sentences on what was left out and what could not be read.
    """

    title: str
    kind: Kind | None
    system: str | None
    when: str | None
    audience: Audience | None
    text: str
    notes: tuple[str, ...]

    def beginning(self, kind: Kind, system: str) -> Beginning:
        """The same, with what is decided elsewhere."""
        return Beginning(self.title, kind, system, audience=self.audience, told=self.text)


def read_told(issue: Issue, typed: str | None, settings: Settings, systems: Systems, today: date) -> Told:
    """Take an issue apart. Every answer is kept: in a field, or below its question.

    Args:
        issue: the issue; anybody may have written anything into it.
        typed: the title where one was typed beside the file.
        settings: the settings in force.
        systems: the organisation's list.
        today: the day after which nothing can have been noticed.

    Raises:
        Refusal: where it tells nothing, is for fewer people than can read the repository, or fits into no report.
    """
    cleaner = Cleaner(settings, today)
    answers = find_answers(cleaner.clean(issue.body, "the issue's text"))
    told = answers.by_name
    audience = _audience(told.get("readers", ""), settings.repository_audience)
    title, long = _title(issue.title if typed is None else typed, answers, cleaner)
    if not title and not told and not answers.aside:
        message = "the issue holds nothing of which a report could be made"
        raise Refusal(message)
    kind = _kind(told.get("stopped", ""))
    system = _system(told.get("system", ""), systems)
    when = _day(told.get("when", ""), today)
    unlink, only_box = chosen(told.get("links", ""), (UNLINK,))
    fields = {"stopped": kind, "system": system, "when": when, "links": only_box or None, "readers": "decided above"}
    unread = {name for name in told if fields.get(name) is None}
    return Told(
        title or _NO_TITLE,
        kind,
        system,
        when or (issue.opened if issue.opened <= today.isoformat() else "") or None,
        audience,
        _fitting(list(_sections(answers, unread, long)), settings),
        (*_cut(issue), *cleaner.told, *_kept(answers, unread & fields.keys()), *([UNLINKED] if unlink else [])),
    )


def _sections(answers: Answers, names: Set[str], long: str) -> Iterator[tuple[str, str]]:
    """Headings and texts of the answers that became no field, in the order of the form; the first has no heading."""
    happened = answers.by_name.get("happened", "")
    yield "", happened or answers.aside
    for each in QUESTIONS:
        if each.name in names - {"happened"}:
            yield each.label, answers.by_name[each.name]
    yield ASIDE, "\n\n".join(filter(None, (long, answers.aside if happened else "")))


def _kept(answers: Answers, unread: Set[str]) -> Iterator[str]:
    """What stays text although its question asks for a field, and headings that stand there twice."""
    for each in QUESTIONS:
        if each.name in unread:
            yield f'kept as text, since it could not be read: the answer to "{each.label}"'
    for label in answers.repeated:
        yield f'kept as text: the heading "{label}", which stands there more than once'


def _fitting(sections: list[tuple[str, str]], settings: Settings) -> str:
    """The sections as Markdown within the limits of a report; blocks of code become prose where they go beyond."""
    for code in (True, False):
        parts = [(heading, as_markdown(text, settings.limits, code=code)) for heading, text in sections]
        text = "\n\n".join(f"### {heading}\n\n{made}" if heading else made for heading, made in parts if made)
        beyond = body_limits(Source("", text), 0, settings.limits)
        if not beyond:
            return text
    message = f"the issue does not fit into a report: {beyond[0].message}"
    raise Refusal(message)


def _audience(text: str, cloning: Audience) -> Audience | None:
    """Who may read it. An answer that is none of the form's counts as the narrowest."""
    options, whole = chosen(text, tuple(READERS))
    named = [READERS[each] for each in options]
    known = [each for each in named if each is not None]
    if text and not (whole and options):
        known.append("restricted")
    audience = narrowest(*known) if known else None
    if audience is not None and not is_shown_to(audience, cloning):
        message = (
            f"the issue asks for a report that is {audience}, and everyone who can clone this repository would read it "
            f"({cloning}); begin it where only those people can read, and take the issue away"
        )
        raise Refusal(message)
    return audience


def _kind(text: str) -> Kind | None:
    options, whole = chosen(text, tuple(STOPPED))
    return STOPPED[options[0]] if whole and len(options) == 1 else None


def _system(text: str, systems: Systems) -> str | None:
    name = " ".join(text.split())
    listed = next((each.name for each in systems.entries if each.name.casefold() == name.casefold()), None)
    if listed:
        return listed
    plain = "\n" not in text.strip() and name.isprintable() and not set(name) & set("<>`()[]{}|@")
    return name if plain and 0 < len(name) <= _LONGEST_NAME else None


def _day(text: str, today: date) -> str | None:
    with suppress(DateError):
        found = parse_partial_date(text.strip())
        if found.first <= today and found.first.year >= _EARLIEST:
            return found.text
    return None


def _title(typed: str, answers: Answers, cleaner: Cleaner) -> tuple[str, str]:
    """The title in one line, and the whole of it where it is too long to be one."""
    words = " ".join(cleaner.clean(typed, "the title").split())
    if not words:
        words, short = _first_words(answers), True
    else:
        short = False
    words = "".join(each for each in words if each.isprintable() or each in _JOINERS).strip()
    if len(words) <= LONGEST:
        return words, ""
    cut = words[: LONGEST - 1].rpartition(" ")[0] or words[: LONGEST - 1]
    return f"{cut.rstrip()}…", "" if short else words


def _first_words(answers: Answers) -> str:
    """The first line of what happened, which stands below as well."""
    told = answers.by_name.get("happened") or answers.aside
    lines = (" ".join(line.strip(" \t#>*-`~").split()) for line in told.split("\n"))
    return next((line for line in lines if any(each.isalnum() for each in line)), "")


def _cut(issue: Issue) -> Iterator[str]:
    if issue.cut:
        yield f"left in the issue: its last {issue.cut:,} characters, which is more than a form takes"
    if issue.damaged:
        yield "some bytes of the issue could not be read, and stand there as `\ufffd`"
