"""What stands above a preview: whom it is for, in which state the report is, and what it still needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from html import escape

from afterword.model.choices import Audience
from afterword.model.report import Report
from afterword.pages.words import label, say_day

_FOR: dict[Audience, str] = {
    "public": "For everyone: this file may be passed on.",
    "company": "For people of this organisation: do not pass this file on to others.",
    "restricted": "For the few people who may read this report: do not pass this file on.",
}
_STATES = {
    "draft": "It is a draft and stands on no site yet.",
    "in-review": "It is in review and stands on no site yet.",
    "imported": "It was taken over from an older archive.",
    "superseded": "A later report has taken its place.",
    "withdrawn": "It was withdrawn.",
}


@dataclass(frozen=True)
class Head:
    """What is told above a report.

    Attributes:
        report: the report.
        audience: who may have the file.
        today: the day for which ages are reckoned.
        step: the next step of its life, or nothing.
        missing: what is missing for that step, each a sentence of ours in which backticks mark code.
    """

    report: Report
    audience: Audience
    today: date
    step: str = ""
    missing: tuple[str, ...] = ()


def write_head(head: Head) -> str:
    """The HTML of the header."""
    return '<header class="aw-preview-head">\n' + "".join(f"{line}\n" for line in _lines(head)) + "</header>\n"


def _lines(head: Head) -> Iterator[str]:
    report = head.report
    yield f'<p class="aw-preview-for">{_FOR[head.audience]}</p>'
    state = _STATES.get(report.lifecycle, "It is published.")
    yield f"<p>A preview of the report <code>{escape(report.id)}</code>. {state}</p>"
    digest = sha256(report.source.text.encode("utf-8", "surrogatepass")).hexdigest()
    changed = _last_change(report)
    facts = [f"revision {report.revision}", f"text {digest[:12]}", *([f"last change {changed}"] if changed else []),
             f"ages as of {say_day(head.today)}"]  # fmt: skip
    yield f"<p>{' · '.join(facts)}</p>"
    yield "<p>To comment, name the number in the margin, such as <strong>¶ 12</strong>, in a mail or a chat.</p>"
    if head.step and head.missing:
        yield f"<p>Missing before it is {escape(label(head.step))}:</p>"
        yield f"<ul>{''.join(f'<li>{_as_code(each)}</li>' for each in head.missing)}</ul>"
    elif head.step:
        yield f"<p>Nothing is missing before it is {escape(label(head.step))}.</p>"


def _last_change(report: Report) -> str:
    """The day of the last change that the report itself tells."""
    updates = [each.at.text for each in report.front.updates if each.at]
    published = report.front.published_on
    return escape(updates[-1]) if updates else say_day(published) if published else ""


def _as_code(sentence: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(sentence))
