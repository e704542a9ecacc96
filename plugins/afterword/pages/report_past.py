"""What other reports on the same system tell of a report's factors: how often, what was tried, whether it came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from afterword.index.index import Index
from afterword.link.recurrence import Repeat, Tried
from afterword.model.ordinals import say_ordinal
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.words import counted, fill, join, label, report_link, report_path, time_tag

_TOLD = frozenset({"draft", "in-review", "published"})
_SHOWN = 2


def repeats_by_place(report: Report, index: Index) -> Mapping[int, Repeat]:
    """By the place of a factor in the report's list what others tell of it; nothing of a factor that is new there."""
    if report.lifecycle not in _TOLD:
        return {}
    return {each.place: each for each in index.history.repeats_of(report)}


def past_lines(repeat: Repeat, report: Report) -> list[Markup]:
    """The sentences that stand below the factor."""
    return list(_lines(repeat, report_path(report)))


def past_summary(repeats: Mapping[int, Repeat], number: int) -> Markup:
    """One sentence for several factors together; empty where no earlier report names one of the `number` factors."""
    earlier = sum(bool(each.earlier) for each in repeats.values())
    if not earlier or number == 1:
        return Markup()
    back = sum(bool(each.verified) for each in repeats.values())
    told = f"; {back} came back after a remediation was verified" if back else ""
    return fill("Earlier reports on the same system name {} of its {} factors{}.", earlier, number, told)


def _lines(repeat: Repeat, path: str) -> Iterator[Markup]:
    if repeat.earlier:
        place = say_ordinal(len(repeat.earlier) + 1)
        yield fill("The {} report that names it on this system, after {}.", place, _reports(repeat.earlier[::-1], path))
    if repeat.verified:
        last = repeat.verified[-1]
        day = time_tag(last.verified_on) if last.verified_on else Markup()
        told = fill("**Back after a fix.** {} was verified on {}", _tried(last, path), day)
        yield told + _more(repeat.verified, "before it")
    if repeat.open:
        first = repeat.open[0]
        told = fill("An earlier remediation for it is still open ({}): {}", label(first.status), _tried(first, path))
        yield told + _more(repeat.open, "open")
    if repeat.declined:
        last = repeat.declined[-1]
        day = fill(" on {}", time_tag(last.remediation.declined_on)) if last.remediation.declined_on else Markup()
        told = fill("An earlier remediation for it was declined{}: {}", day, _tried(last, path))
        yield told + _more(repeat.declined, "declined")
    if repeat.later:
        yield fill("Named again on this system in {}.", _reports(repeat.later, path))


def _reports(reports: Sequence[Report], path: str) -> Markup:
    """The first of the reports with their dates, and how many more there are."""
    links = [_dated(each, path) for each in reports[:_SHOWN]]
    rest = len(reports) - _SHOWN
    if rest > 0:
        return fill("{} and {}", join(links), counted(rest, "more", "more"))
    return join(links, " and ")


def _dated(report: Report, path: str) -> Markup:
    link = report_link(report, path)
    return fill("{} ({})", link, time_tag(report.date, short=True)) if report.date else link


def _tried(tried: Tried, path: str) -> Markup:
    title = tried.remediation.title or tried.remediation.id or "a remediation"
    return fill("*{}*, in {}", escape_text(title), report_link(tried.report, path))


def _more(tried: Sequence[Tried], what: str) -> Markup:
    return fill(", and {} more {}.", len(tried) - 1, what) if len(tried) > 1 else Markup(".")
