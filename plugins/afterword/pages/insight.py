"""One insight: a sentence, its number, its drawing and its table, and when there are too few reports to tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from afterword.index.insights_lengths import Spread
from afterword.model.durations import describe
from afterword.model.intervals import percentages
from afterword.model.measures import MEDIAN_FROM, DurationRange
from afterword.pages.charts.bars import Bar, draw_bars
from afterword.pages.charts.plot import About
from afterword.pages.charts.spans import MOST_LINES, Spans, begins_open, draw_spans, drawn_places
from afterword.pages.drawing.drawing import Drawing
from afterword.pages.escape import escape_text
from afterword.pages.words import counted, fill, number, report_link

PATH = "insights/index.md"
ENOUGH = MEDIAN_FROM
"""From so many on a share, a median or a chart is told."""
_SOME = "{} lines of {} reports, as drawn"
_EACH = "Each line stands with its report in the second table below."
REPORTS = ("report", "reports")
OWN = ("own report", "own reports")


@dataclass(frozen=True)
class Table:
    """The figures of an insight; every cell is finished Markdown on one line. `wordy` ones may break in every cell."""

    head: tuple[str, ...]
    rows: tuple[tuple[Markup, ...], ...]
    wordy: bool = False
    title: str = "The figures"


@dataclass(frozen=True)
class Insight:
    """One insight.

    Attributes:
        anchor: where it stands on the page.
        title: its heading.
        key: what it shows, in one sentence for the top of the page.
        says: the same and more, in sentences; the first of them is `key` where there is nothing else to say.
        told: how many reports it rests on, and of how many the answer is not known.
        table: its figures.
        lines: every line of its chart with its value, where the figures sum them up.
        drawing: its chart, empty where there are too few to draw.
        caution: what it does not show.
    """

    anchor: str
    title: str
    key: Markup
    says: tuple[Markup, ...]
    told: Markup
    table: Table
    lines: Table = field(default_factory=lambda: Table((), ()))
    drawing: Drawing = field(default_factory=Drawing)
    caution: str = ""
    leads: Markup = field(default_factory=Markup)
    """A link to the page where the same is told one by one."""


def too_few(count: int) -> Markup:
    """That there are too few of them, with their number."""
    return fill("Too few to say: n = {}.", count)


def cells(*values: object) -> tuple[Markup, ...]:
    """Cells of one row; what is not Markup is escaped."""
    return tuple(each if isinstance(each, Markup) else escape_text(each) for each in values)


def k_of_n(count: int, total: int) -> str:
    """A part of a whole: "337 of 1,000"."""
    return f"{number(count)} of {number(total)}"


def share(count: int, total: int) -> str:
    """A part of a whole of five or more, with how sure it is: "4 of 36 (11 %; 95 % interval 4–25 %)"."""
    said, low, high = percentages(count, total)
    return f"{k_of_n(count, total)} ({said}\u00a0%; 95\u00a0% interval {low}–{high}\u00a0%)"


def n_line(count: int, noun: tuple[str, str], *beside: tuple[int, str]) -> Markup:
    """How many it rests on: "n = 30 reports; not told for 3"; `noun` for one and for many, parts of nought left out."""
    more = [words.format(number(left)) for left, words in beside if left]
    return fill("{}", "; ".join([f"n = {counted(count, *noun)}", *more]))


def about(anchor: str, title: str, sentence: Markup, values: Iterable[tuple[str, object]]) -> About:
    """The description of a chart for those who do not see it: its sentence, and every value in it."""
    listed = "; ".join(f"{name}: {value}" for name, value in values)
    return About(f"chart-{anchor}", title, f"{plain(sentence)} {listed}.")


def plain(sentence: Markup) -> str:
    """A sentence of ours as plain text: links without their aims, and marks as they are read."""
    text, begun = "", str(sentence)
    while (start := begun.find("](<")) >= 0:
        opened = begun.rfind("[", 0, start)
        text += begun[:opened] + begun[opened + 1 : start]
        begun = begun[begun.index(">)", start) + 2 :]
    return Markup(text + begun).unescape().replace("\\", "")


def bar_drawing(bars: Sequence[Bar], described: About, key: str = "") -> Drawing:
    """A chart of bars with its key."""
    return Drawing(draw_bars(bars, described), Markup(key))


def spread_drawing(spread: Spread, anchor: str, title: str, sentence: Markup) -> Drawing:
    """A chart of lengths of time; empty for fewer than five. Its description leads to the table of `spread_lines`."""
    first, median, third = (spread.quarter(place) for place in (1, 2, 3))
    if first is None or median is None or third is None:
        return Drawing()
    values = [
        ("Shortest", describe(spread.lengths[0].range)),
        ("first quarter", describe(first)),
        ("median", describe(median)),
        ("third quarter", describe(third)),
        ("longest", describe(spread.lengths[-1].range)),
    ]
    lengths = [each.range for each in spread.lengths]
    described = about(anchor, title, sentence, values)
    described = replace(described, description=f"{described.description} {_EACH}")
    svg = draw_spans(Spans(lengths, (first, median, third)), described)
    return Drawing(svg, Markup(_spans_key(lengths)))


def spread_table(spread: Spread) -> Table:
    """The ends, and from five on the quarters; every value where there are fewer."""
    known = spread.lengths
    if len(known) < ENOUGH:
        rows = [cells(report_link(each.report, PATH), _say(each.range)) for each in known]
        return Table(("Report", "How long"), tuple(rows), wordy=True)
    quarters = (("First quarter", 1), ("Median", 2), ("Third quarter", 3))
    middle = [cells(name, _say(spread.quarter(place)), "–") for name, place in quarters]
    ends = [
        cells(name, _say(each.range), report_link(each.report, PATH))
        for name, each in (("Shortest", known[0]), ("Longest", known[-1]))
    ]
    return Table(("Of all", "How long", "In"), (ends[0], *middle, ends[1]), wordy=True)


def spread_lines(spread: Spread) -> Table:
    """Every line that is drawn, from short to long; empty where nothing is drawn."""
    known = spread.lengths
    if len(known) < ENOUGH:
        return Table((), ())
    drawn = (known[place] for place in drawn_places(len(known)))
    rows = [cells(report_link(each.report, PATH), _say(each.range)) for each in drawn]
    title = (
        f"All {number(len(rows))} lines"
        if len(rows) == len(known)
        else _SOME.format(number(len(rows)), number(len(known)))
    )
    return Table(("Report", "How long"), tuple(rows), wordy=True, title=title)


def _spans_key(lengths: Sequence[DurationRange]) -> str:
    """How to read the lines; what is not drawn is not explained."""
    lines = "Each line is a report" if len(lengths) <= MOST_LINES else "Each line stands for a few reports"
    said = [f"{lines}, as long as its time is uncertain."]
    if begins_open(lengths):
        said.append("What begins at the left edge, with a ring, may have taken no time at all.")
    said.append("Above them a thin line holds the middle half, and a thick one between two diamonds the median.")
    return " ".join([*said, "Each step of the scale is many times the one before."])


def _say(length: DurationRange | None) -> str:
    return describe(length) if length is not None else "–"
