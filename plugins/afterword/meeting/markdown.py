"""An agenda as Markdown, to be read in a terminal, pasted into a page or printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.meeting.agenda import Agenda, Open
from afterword.meeting.left_behind import left_behind
from afterword.pages.words import capital, counted, label

_MARKUP = re.compile(r"([\\`*\[\]<>&|~#]|(?<!\w)_|_(?!\w))")
"""An underscore inside a word is none, so that names of signals can be read as they are."""
_CODE = re.compile(r"`([^`]+)`")
_MENTION = re.compile(r"@(?=\w)")


def write_markdown(agenda: Agenda, site_url: str = "") -> str:
    """The whole page, which ends in a line feed. Nothing that was typed in a report becomes markup."""
    return "\n".join(_lines(agenda, site_url)) + "\n"


def _lines(agenda: Agenda, site_url: str) -> Iterator[str]:
    report = agenda.report
    yield f"# Review: {_plain(report.title)}"
    yield ""
    facts = [report.id, label(report.kind), report.severity or "no severity yet", label(report.lifecycle)]
    yield _plain(" · ".join(facts))
    if site_url:
        yield f"<{site_url}reports/{report.id}/>"
    if report.front.plain_summary:
        yield from ("", _plain(report.front.plain_summary))
    yield from ("", "## Read aloud", "", f"> {agenda.ground_rule}")
    yield from ("", "## Who is in the room", "")
    yield from (f"- {_plain(capital(name))}: {_plain(told)}" for name, told in agenda.invite)
    yield f"- Ask as well {_plain(_joined(agenda.ask))}"
    yield from ("", "## Questions", "")
    for number, question in enumerate(agenda.questions, 1):
        yield f"{number}. {_plain(question.text)}"
        yield f"   {_told(question.because)}"
    if agenda.more_questions:
        yield from ("", f"And {counted(agenda.more_questions, 'question')} more of the same sort.")
    if agenda.silent:
        yield from ("", "## Checks that stayed silent", "")
        yield from (f"- {_plain(name)}{_plain(f': {why}') if why else ''}" for name, why in agenda.silent)
    if agenda.related:
        yield from ("", "## What others have open", "")
        for each in agenda.related:
            yield from _related(each)
    if agenda.open:
        yield from ("", "## Still open in the report", "")
        yield from (f"- {each.code}, line {each.span.line}: {_told(each.message)}" for each in agenda.open)
    yield from ("", "## When the talk drifts to a person", "")
    yield from (f'- "{said}" → "{answer}"' for said, answer in agenda.interruptions)
    yield from ("", "## What the review leaves behind", "", *left_behind(report))


def _related(each: Open) -> Iterator[str]:
    yield f"- **{_plain(each.report.title)}** ({_plain(each.report.id)}): {_plain(each.because)}"
    for use in each.remediations:
        age = f", {counted(use.age, 'day')}" if use.age is not None else ""
        owner = f", {use.remediation.owner_team}" if use.remediation.owner_team else ""
        title = use.remediation.title or use.remediation.id or "a remediation"
        yield f"  - still open: {_plain(f'{title} ({label(use.status)}{owner}{age})')}"


def _joined(parts: tuple[str, ...]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _told(text: str) -> str:
    """A sentence of ours, in which what stands between backticks is code, and nothing else is markup."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(f"`{part}`" if place % 2 else _plain(part, keep=True) for place, part in enumerate(parts))


def _plain(text: str, *, keep: bool = False) -> str:
    """Typed text on one line, in which no character is markup, an address or a mention; blanks at ends where `keep`."""
    clean = text if keep else " ".join(text.split())
    return _MENTION.sub("@\u200b", _MARKUP.sub(r"\\\1", clean)).replace("://", ":\u200b//")
