"""Where a finding about something missing stands: at the nearest thing that is there."""

from __future__ import annotations

from afterword.model.report import Report
from afterword.model.span import START, Span


def place_of_missing(report: Report, *path: str) -> Span:
    """The key above the missing field, else the word of the lifecycle that asks for it, else the first line."""
    for end in range(len(path), 0, -1):
        if (span := report.keys.get(path[:end])) is not None:
            return span
    return report.spans.get(("lifecycle",), START)


def step_words(report: Report) -> str:
    """The step that asks for it, as the beginning of a message: `a published near miss`."""
    kinds = {"incident": "incident", "near_miss": "near miss", "exercise": "exercise"}
    kind = kinds[report.kind] if not report.is_public_sources else f"{kinds[report.kind]} from public sources"
    if report.kind == "incident" and report.severity and not report.is_public_sources:
        kind = f"{report.severity} incident"
    step = {"draft": "a draft of a", "in-review": "a", "published": "a published", "superseded": "a superseded"}
    article = step.get(report.lifecycle, "a")
    if article.endswith("a") and kind[0] in "aeiou":
        article += "n"
    return f"{article} {kind} in review" if report.lifecycle == "in-review" else f"{article} {kind}"
