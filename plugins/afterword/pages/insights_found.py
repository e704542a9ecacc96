"""What happened and how it was found: over time, by whom, and how long it took."""

from __future__ import annotations

from markupsafe import Markup

from afterword.index.insights_detection import WAYS, Detection, Way
from afterword.index.insights_lengths import Spread
from afterword.index.insights_periods import Course, Period, Unit
from afterword.model.durations import describe
from afterword.model.intervals import wilson
from afterword.pages.charts.bars import Bar
from afterword.pages.charts.columns import Column, draw_columns
from afterword.pages.drawing.drawing import Drawing
from afterword.pages.escape import escape_text
from afterword.pages.insight import (
    ENOUGH,
    PATH,
    REPORTS,
    Insight,
    Table,
    about,
    bar_drawing,
    cells,
    k_of_n,
    n_line,
    share,
    spread_drawing,
    spread_lines,
    spread_table,
    too_few,
)
from afterword.pages.words import capital, counted, fill, label, number, page_link

_WAYS: dict[Way, str] = {
    "check": "By a check",
    "inside": "By people inside",
    "outside": "By people outside",
}


def over_time(course: Course) -> Insight:
    """Incidents and near misses by period, and which share the near misses are."""
    title, anchor, total = "Reports over time", "over-time", course.total
    incidents = total - course.near_misses
    key = too_few(total)
    says: list[Markup] = []
    if total:
        kinds = f"{counted(incidents, 'incident')} and {counted(course.near_misses, 'near miss', 'near misses')}"
        first, last = (_name(period, course.unit) for period in (_told(course)[0], _told(course)[-1]))
        when = f"in {first}" if first == last else f"from {first} to {last}"
        says.append(fill("{} {} of {}, {}.", counted(total, "report"), "tells" if total == 1 else "tell", kinds, when))
        key = says[0]
    if total >= ENOUGH:
        says.append(fill("Near misses are {}.", share(course.near_misses, total)))
    rows = [
        cells(_name(each, course.unit, long=True), number(each.incidents), number(each.near_misses), _share(each))
        for each in course.periods
    ]
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=tuple(says) if total >= ENOUGH else (*says, too_few(total)),
        told=n_line(total, REPORTS, (course.unplaced, "{} more with a date that fits into no single period")),
        table=Table(
            (capital(course.unit), "Incidents", "Near misses", "Share of near misses"), tuple(rows), wordy=True
        ),
        drawing=_columns(course, title, anchor, key) if total >= ENOUGH else Drawing(),
        leads=page_link("All reports", "reports/index.md", PATH),
        caution="More reports can mean that more happened, or that more of it was told; the figures cannot say which.",
    )


def found_by(detection: Detection) -> Insight:
    """Who or what noticed it."""
    title, anchor, known = "Who or what found it", "found-by", detection.known
    sources = [(capital(label(source)), way, count) for way, source, count in _sources(detection)]
    key, drawing = too_few(known), Drawing()
    if known >= ENOUGH:
        outside, inside = detection.by("outside"), detection.by("inside")
        key = fill(
            "A check (monitoring, an eval, a canary) found {}; people inside found {}, people outside {}.",
            share(detection.by("check"), known), number(inside), number(outside),
        )  # fmt: skip
        bars, before = [], ""
        for name, way, count in sources:
            if count:
                bars.append(Bar((name,), count, k_of_n(count, known), count, _WAYS[way] if way != before else ""))
                before = way
        described = about(anchor, title, key, ((bar.name, bar.told) for bar in bars))
        drawing = bar_drawing(bars, described)
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=(key,),
        told=n_line(known, REPORTS, (detection.unknown, "not told for {}")),
        table=Table(
            ("Found by", "Way", "Reports"),
            tuple(cells(name, _WAYS[way], number(count)) for name, way, count in sources if count),
        ),
        drawing=drawing,
        leads=page_link("Signals that stayed quiet", "silent-checks/index.md", PATH),
        caution="A report by a support team counts as one from outside: it speaks for those who turned to it.",
    )


def time_to_detect(spread: Spread) -> Insight:
    """From the first symptom until somebody or something noticed."""
    what = "From the first symptom to detection; from production where the first symptom is not dated."
    return _spread(spread, "Time to detect", "time-to-detect", what, "time to detect")


def exposure(spread: Spread) -> Insight:
    """From production until somebody or something noticed."""
    what = "From the moment at which it reached production to detection, whether or not anything was to be seen."
    return _spread(spread, "Exposure before detection", "exposure", what, "exposure before detection")


def _spread(spread: Spread, title: str, anchor: str, what: str, name: str) -> Insight:
    known = len(spread.lengths)
    median = spread.quarter(2)
    key = too_few(known)
    says = [escape_text(what)]
    if median is not None:
        key = fill("Over {} the median {} is {}.", counted(known, "report"), name, describe(median))
        ends = (describe(each.range) for each in (spread.lengths[0], spread.lengths[-1]))
        says += [key, fill("Shortest: {}. Longest: {}.", *ends)]
    else:
        says.append(key)
    beside = ((spread.unknown, "not known for {}"), (spread.earlier, "found before it could be met in {}"))
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=tuple(says),
        told=n_line(known, REPORTS, *beside),
        table=spread_table(spread),
        lines=spread_lines(spread),
        drawing=spread_drawing(spread, anchor, title, key),
    )


def _sources(detection: Detection) -> list[tuple[Way, str, int]]:
    ways: dict[str, Way] = {source: way for way, sources in WAYS.items() for source in sources}
    return [(ways[source], source, count) for source, count in detection.by_source]


def _columns(course: Course, title: str, anchor: str, key: Markup) -> Drawing:
    columns = [
        Column(_name(each, course.unit), each.incidents, each.near_misses, _interval(each)) for each in course.periods
    ]
    values = [
        (
            _name(each, course.unit, long=True),
            f"{counted(each.incidents, 'incident')}, {counted(each.near_misses, 'near miss', 'near misses')}",
        )
        for each in course.periods
    ]
    svg = draw_columns(columns, "Share of near misses", about(anchor, title, key, values))
    words = "Filled: incidents. Outlined: near misses."
    if any(each.share for each in columns):
        words += " Below, the share of near misses with its 95 % interval, where a period has five reports or more."
    return Drawing(svg, Markup(words))


def _interval(period: Period) -> tuple[float, float, float] | None:
    if period.total < ENOUGH:
        return None
    return (period.near_misses / period.total, *wilson(period.near_misses, period.total))


def _share(period: Period) -> str:
    if not period.total:
        return "–"
    if period.total < ENOUGH:
        return f"too few to say: n = {period.total}"
    return share(period.near_misses, period.total)


def _told(course: Course) -> list[Period]:
    return [period for period in course.periods if period.total]


def _name(period: Period, unit: Unit, *, long: bool = False) -> str:
    """A period in words: "2026", "to 2011", "2026 Q1"; the long form says where it is not over yet."""
    name = str(period.first.year) if unit == "year" else f"{period.first.year} Q{(period.first.month + 2) // 3}"
    if not long:
        return f"to {name}" if period.and_before else name
    return f"{name} and before" if period.and_before else f"{name}, so far" if period.unfinished else name
