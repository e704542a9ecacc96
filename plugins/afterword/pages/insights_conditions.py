"""What came together: contributing factors by side and group, and those that stand in one report."""

from __future__ import annotations

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.insights_conditions import Conditions, GroupCount
from afterword.index.insights_pairs import Pair, Pairs
from afterword.model.vocabulary import Factor
from afterword.pages.charts.bars import Bar
from afterword.pages.drawing.drawing import Drawing
from afterword.pages.factors import group_title
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
    too_few,
)
from afterword.pages.words import capital, counted, factor_link, fill, join, number, page_link

_MOST_PAIRS = 10
_OFTEN = 3
_CHANCE = (
    "Standing together is no cause. Common conditions meet by chance: the figures say how many reports would name both "
    "if naming one said nothing about the other."
)


def conditions(found: Conditions, index: Index) -> Insight:
    """In how many reports each group of factors stands."""
    title, anchor, known = "Contributing factors by side", "factors", found.known
    key, says = too_few(known), [too_few(known)]
    drawing = Drawing()
    if known >= ENOUGH:
        often = join(
            [fill("{} ({})", _link(each, index), k_of_n(count, known)) for each, count in found.factors[:_OFTEN]]
        )
        key = fill("Named most often: {}.", often)
        sides = fill(
            "{} of {} name conditions of both sides, {} technical ones alone, {} organisational ones alone.",
            number(found.both), counted(known, "report"), number(found.alone["technical"]),
            number(found.alone["organisational"]),
        )  # fmt: skip
        says = [sides, key]
        bars = [_bar(each, place, found) for place, each in enumerate(found.groups)]
        values = ((f"{bar.name} ({each.side})", bar.told) for bar, each in zip(bars, found.groups, strict=True))
        drawing = bar_drawing(bars, about(anchor, title, sides, values))
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=tuple(says),
        told=n_line(known, REPORTS, (found.none, "{} more without a factor of the vocabulary")),
        table=Table(
            ("Group", "Side", "Reports", "Factors named most often"),
            tuple(_row(group, index) for group in found.groups),
            wordy=True,
        ),
        drawing=drawing,
        leads=page_link("All contributing factors", "factors/index.md", PATH),
        caution="How often a condition is named says how often it was looked for and found, and not how much it did.",
    )


def pairs(found: Pairs, index: Index) -> Insight:
    """Which factors stand in the same report."""
    title, anchor, shown = "Factors that stand together", "together", found.pairs[:_MOST_PAIRS]
    key, drawing = too_few(found.reports), Drawing()
    if found.reports >= ENOUGH:
        key = Markup("No two factors stand together in more than one report.")
        if shown:
            often = _pair_words(shown[0], index)
            told = number(shown[0].both), counted(shown[0].either, "report"), _by_chance(shown[0])
            key = fill("{}: in {} of the {} that name either; by chance it would be about {}.", often, *told)
            bars = [
                Bar(
                    (each.first.title, f"+ {each.second.title}"),
                    each.either,
                    k_of_n(each.both, each.either),
                    each.both,
                )
                for each in shown
            ]
            described = about(anchor, title, key, ((bar.name, bar.told) for bar in bars))
            words = "Outlined: reports that name either of the two. Filled: those that name both."
            drawing = bar_drawing(bars, described, words)
    rest = len(found.pairs) - len(shown)
    names_two = " with two factors or more"
    more = (
        fill("{} together in two reports or more.", counted(rest, "more pair stands", "more pairs stand"))
        if rest
        else Markup()
    )
    return Insight(
        anchor=anchor,
        title=title,
        key=key,
        says=(key, more) if more and drawing.svg else (key,),
        told=n_line(found.reports, (f"report{names_two}", f"reports{names_two}")),
        table=Table(
            ("Factors", "Name both", "Name either", "Both, by chance"),
            tuple(_pair_row(each, index) for each in shown) if drawing.svg else (),
        ),
        drawing=drawing,
        caution=_CHANCE,
    )


def _link(factor: Factor, index: Index) -> Markup:
    return factor_link(factor.id, index, PATH)


def _bar(each: GroupCount, place: int, found: Conditions) -> Bar:
    begins = place == 0 or found.groups[place - 1].side != each.side
    told = k_of_n(each.reports, found.known)
    return Bar((group_title(each.group),), each.reports, told, each.reports, capital(each.side) if begins else "")


def _row(group: GroupCount, index: Index) -> tuple[Markup, ...]:
    often = join([fill("{} ({})", _link(factor, index), number(count)) for factor, count in group.factors[:_OFTEN]])
    return cells(group_title(group.group), capital(group.side), number(group.reports), often)


def _pair_words(pair: Pair, index: Index) -> Markup:
    return fill("{} and {}", _link(pair.first, index), _link(pair.second, index))


def _pair_row(pair: Pair, index: Index) -> tuple[Markup, ...]:
    return cells(_pair_words(pair, index), number(pair.both), number(pair.either), _by_chance(pair))


def _by_chance(pair: Pair) -> str:
    return f"{pair.by_chance:,.1f}"
