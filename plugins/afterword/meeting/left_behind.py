"""What a review leaves behind in the report: the keys of `review` that it lacks, to be pasted and filled in."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.model.report import Report

_KEYS = {
    "facilitator_role": "",
    "facilitator_team": "  # another team than those involved",
    "held_on": "  # the day, such as 2026-03-16",
    "ground_rule_read": "  # true, once it was read aloud",
    "surprises": " []  # one sentence from everybody",
    "approved_by_roles": " []",
}
"""Nothing is ticked beforehand, and each stands in a report as it is without a finding."""


def left_behind(report: Report) -> Iterator[str]:
    """Lines of Markdown: what to do with the keys, and the keys with the indent of those that are there."""
    missing = [key for key in _KEYS if ("review", key) not in report.keys]
    if not missing:
        yield "Each key of `review` stands in the report; fill in what is empty."
        return
    if ("review",) not in report.keys:
        yield from ("It goes into the report, before the `---` that ends its front matter:", "", "```yaml", "review:")
    else:
        yield from ("It goes into the report, below the line `review:` that is there:", "", "```yaml")
    yield from (f"{' ' * _indent(report)}{key}:{_KEYS[key]}" for key in missing)
    yield "```"


def _indent(report: Report) -> int:
    """Blanks before the keys of `review`, as the report has them."""
    own = report.keys.get(("review",))
    inner = [span for path, span in report.keys.items() if len(path) == 2 and path[0] == "review"]
    if own is None or not inner or inner[0].line == own.line:
        return 2
    return inner[0].column - 1
