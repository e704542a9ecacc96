"""Whether a factor came back after a fix, told in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from afterword.index.recurrence import Return
from afterword.index.remediations import RemediationUse
from afterword.pages.escape import escape_text
from afterword.pages.words import report_link, time_tag


def return_lines(returns: Iterable[Return], path: str) -> list[Markup]:
    """One sentence for each report that came after a fix, those on the same system first."""
    ordered = sorted(returns, key=lambda each: not each.same_system)
    return [_line(each, path) for each in ordered]


def first_fix(fixes: Sequence[tuple[date, RemediationUse]], path: str) -> Markup | None:
    """Which fix came first, and when; None where no fix has a day."""
    if not fixes:
        return None
    day, use = fixes[0]
    return Markup("{} in {}, {}").format(_title(use), report_link(use.report, path), time_tag(day))


def _line(each: Return, path: str) -> Markup:
    where = "Came back on the same system" if each.same_system else "Seen again on another system"
    happened = time_tag(each.report.date) if each.report.date else Markup("")
    return Markup("**{}.** {} ({}) came after {}, {} on {} for {}.").format(
        Markup(where),
        report_link(each.report, path),
        happened,
        _title(each.fix),
        Markup(each.fix.status),
        time_tag(each.fixed_on),
        report_link(each.fix.report, path),
    )


def _title(use: RemediationUse) -> Markup:
    return Markup("*{}*").format(escape_text(use.remediation.title or use.remediation.id or "a remediation"))
