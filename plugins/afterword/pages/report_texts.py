"""A report's own prose in the order of its page, each term of the glossary explained where it first stands."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.behaviour import Behaviour
from afterword.model.report import Report
from afterword.pages.body import BodyText, render_body
from afterword.pages.explained import Explainer, Word
from afterword.pages.page import SiteFacts
from afterword.pages.words import report_path


@dataclass(frozen=True)
class ReportTexts:
    """The prose, ready for the page; `hows` are in the order of the contributing factors, `words` are what it uses."""

    summary: Markup
    expected: Markup
    observed: Markup
    body: BodyText
    hows: tuple[Markup, ...]
    trade_off: Markup
    words: list[Word]


def report_texts(report: Report, index: Index, facts: SiteFacts) -> ReportTexts:
    """The prose of a report. What comes first on the page is handed over first, since a term is explained once."""
    front, explainer = report.front, Explainer(report_path(report), index, facts)
    behaviour = front.behaviour or Behaviour()
    summary = explainer.paragraphs(front.plain_summary or "")
    expected = explainer.text(behaviour.expected or "not stated")
    observed = explainer.text(behaviour.observed or "not stated")
    body = render_body(report, index, facts, explainer)
    hows = tuple(explainer.paragraphs(each.how or "") for each in front.contributing_factors)
    trade_off = explainer.paragraphs(front.trade_off or "")
    return ReportTexts(summary, expected, observed, body, hows, trade_off, explainer.words())
