"""What was made of it: permanent tests, how soon it was told, who was in the room, and what is still open."""

from __future__ import annotations

from markupsafe import Markup

from afterword.index.insights_ages import AgeClass, Ages
from afterword.index.insights_cases import STANDINGS, Cases, Standing
from afterword.index.insights_lengths import Spread
from afterword.index.insights_reviews import Discipline, Reviews
from afterword.index.remediations import RemediationUse
from afterword.model.durations import describe
from afterword.pages.charts.bars import Bar
from afterword.pages.drawing.drawing import Drawing
from afterword.pages.insight import (
    ENOUGH,
    OWN,
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
from afterword.pages.words import capital, counted, fill, label, number, page_link, report_link

_STANDINGS: dict[Standing, str] = {
    "committed": "Committed eval case",
    "uncommitted": "Eval cases, none committed",
    "reason": "A reason why there is none",
    "untold": "Neither case nor reason",
}
_MOST_ROLES = 12
_MEDIAN = "Over {} the median from detection to publication is {}."


def cases(found: Cases) -> Insight:
    """In how many reports the failing input is a permanent test."""
    title, anchor, total = "Eval cases", "evals", found.total
    key, drawing = too_few(total), Drawing()
    if total >= ENOUGH:
        key = fill(
            "{} have a committed eval case; {} have cases of which none is; {} say why there is none; {} say neither.",
            share(found.of("committed"), total),
            *(number(found.of(standing)) for standing in STANDINGS[1:]),
        )
        bars = [
            Bar((_STANDINGS[each],), found.of(each), k_of_n(found.of(each), total), found.of(each))
            for each in STANDINGS
        ]
        drawing = bar_drawing(bars, about(anchor, title, key, ((bar.name, bar.told) for bar in bars)))
    rows = [
        cells(_STANDINGS[each], number(found.incidents[each]), number(found.near_misses[each])) for each in STANDINGS
    ]
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=(key,),
        told=n_line(total, REPORTS),
        table=Table(("Standing", "Incidents", "Near misses"), tuple(rows) if total else ()),
        drawing=drawing,
        leads=page_link("All eval cases", "evals/index.md", PATH),
        caution="A committed case is a test that was written down. Whether it runs and passes is another question.",
    )


def delay(spread: Spread) -> Insight:
    """How soon after detection the report was published."""
    title, anchor, known = "From detection to the published report", "publishing", len(spread.lengths)
    median = spread.quarter(2)
    key = too_few(known)
    if median is not None:
        key = fill(_MEDIAN, counted(known, "report"), describe(median))
    beside = ((spread.unknown, "not known for {}"), (spread.earlier, "published before the day of detection: {}"))
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=(key,),
        told=n_line(known, OWN, *beside),
        table=spread_table(spread),
        lines=spread_lines(spread),
        drawing=spread_drawing(spread, anchor, title, key),
    )


def reviews(found: Reviews) -> Insight:
    """Which disciplines were in the room, and whether anybody had sat in on the work of another."""
    title, anchor, told = "Disciplines in the room", "disciplines", found.told
    key, drawing = too_few(told), Drawing()
    shown = [each for each in found.disciplines if each.required]
    shown += [each for each in found.disciplines if not each.required][:_MOST_ROLES]
    if told >= ENOUGH:
        key = fill(
            "In {} reviews somebody in the room had sat in on the work of another discipline.",
            share(found.shadowed, told),
        )
        bars = [_role_bar(each, place, shown, told) for place, each in enumerate(shown)]
        drawing = bar_drawing(bars, about(anchor, title, key, ((bar.name, bar.told) for bar in bars)))
    rows = [
        cells(capital(label(each.role)), k_of_n(each.present, told), number(each.absent), number(_untold(each, told)))
        for each in shown
    ]
    sat_in = cells("Somebody had sat in on another discipline’s work", k_of_n(found.shadowed, told), "–", "–")
    rest = len(found.disciplines) - len(shown)
    more = fill("{} not listed.", counted(rest, "more role is", "more roles are")) if rest else Markup()
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=(key, more) if more else (key,),
        told=n_line(told, OWN, (found.untold, "not told for {}")),
        table=Table(
            ("Discipline", "Present", "Absent with a reason", "Not mentioned"), (*rows, sat_in) if told else ()
        ),
        drawing=drawing,
        caution="Counted by review. How many people came, and who they were, is counted nowhere.",
    )


def ages(found: Ages) -> Insight:
    """How long what was promised has been open."""
    title, anchor = "Age of open remediations", "open"
    key, drawing = Markup("Nothing of our own is open."), Drawing()
    if found.open:
        told = "remediation of our own is" if found.open == 1 else "remediations of our own are"
        key = fill("{} {} open, {} overdue.", number(found.open), told, number(found.overdue))
    classes = [(_class_words(each), each) for each in found.classes]
    if found.open >= ENOUGH:
        bars = [Bar((words,), each.open, _class_told(each), each.overdue) for words, each in classes]
        described = about(anchor, title, key, ((bar.name, bar.told) for bar in bars))
        drawing = bar_drawing(bars, described, "Filled: past the due date. Outlined: not due yet, or without a date.")
    rows = [cells(words, number(each.open), number(each.overdue)) for words, each in classes if each.open]
    if found.undated:
        rows.append(cells("Age not known", number(found.undated), number(found.undated_overdue)))
    oldest = (_oldest(found.oldest),) if found.oldest else ()
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=(key, *oldest),
        told=n_line(
            found.open, ("open remediation", "open remediations"), (found.undated, "age not known for {}"),
            (found.elsewhere, "{} more in reports that are not counted"),
        ),
        table=Table(("Open for", "Remediations", "Overdue"), tuple(rows)),
        drawing=drawing,
        leads=page_link("All open remediations", "remediations/open.md", PATH),
        caution="Neither done nor declined, and ours to do: what others announced in public sources is not counted.",
    )  # fmt: skip


def _role_bar(each: Discipline, place: int, shown: list[Discipline], told: int) -> Bar:
    begins = place == 0 or shown[place - 1].required != each.required
    heading = ("Asked for" if each.required else "Others in the room") if begins else ""
    return Bar((capital(label(each.role)),), told, k_of_n(each.present, told), each.present, heading)


def _untold(each: Discipline, told: int) -> int:
    return max(0, told - each.present - each.absent)


def _class_words(each: AgeClass) -> str:
    if each.last is None:
        return f"{each.first} days and more"
    return f"{each.first} to {each.last} days"


def _class_told(each: AgeClass) -> str:
    return f"{number(each.open)} ({number(each.overdue)} overdue)" if each.overdue else number(each.open)


def _oldest(use: RemediationUse) -> Markup:
    return fill("The oldest has been open for {}, in {}.", counted(use.age or 0, "day"), report_link(use.report, PATH))
