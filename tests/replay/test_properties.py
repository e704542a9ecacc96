"""What holds of every series: the order of rows, the unit, and what comes after change nothing."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.model.dates import parse_moment
from afterword.model.replay import Replay
from afterword.read.csv_cells import Cell
from afterword.read.data_rows import DataRows
from afterword.replay.firings import Firing, list_firings
from afterword.replay.judge import judge
from afterword.replay.series import Series, read_series
from afterword.replay.values import read_value
from tests.replay.sample import BERLIN

FIRST = date(2026, 3, 20)
RULES = st.sampled_from(["above", "below", "rate", "gap"])
LIMITS = st.integers(0, 12).map(lambda each: Fraction(each, 2))
LENGTHS = st.integers(0, 3).map(lambda each: timedelta(days=each))
VALUES = st.one_of(st.none(), st.integers(-20, 20).map(lambda each: each / 2))
Rows = list[tuple[str, str, float | None]]


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """Rows of a daily series of up to three groups, with holes, around the day on which clocks change."""
    places = draw(st.lists(st.tuples(st.integers(0, 14), st.sampled_from("abc")), unique=True, min_size=1, max_size=30))
    return [((FIRST + timedelta(days=day)).isoformat(), group, draw(VALUES)) for day, group in sorted(places)]


def _series(rows: Rows) -> Series | None:
    if not rows:
        return None
    # A group that never has a value, so that the series is daily whatever was drawn.
    beat: Rows = [((FIRST + timedelta(days=day)).isoformat(), "z", None) for day in range(120)]
    cells = tuple(
        {
            "date": Cell(day, number, 1),
            "g": Cell(group, number, 2),
            **({} if value is None else {"value": Cell(repr(value), number, 3)}),
        }
        for number, (day, group, value) in enumerate([*rows, *beat], 2)
    )
    found = read_series(
        Replay(evidence="EV-1", column="value", by="g", rule="above"),
        DataRows("x.csv", ("date", "g", "value"), cells),
        BERLIN,
    )
    return found if isinstance(found, Series) else None


def _firings(rows: Rows, rule: str, limit: Fraction, length: timedelta) -> list[Firing]:
    series = _series(rows)
    return [] if series is None else list_firings(judge(rule, limit, series), length)


@settings(max_examples=80, deadline=None)
@given(tables(), RULES, LIMITS, LENGTHS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, rule, limit, length, random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert _firings(shuffled, rule, limit, length) == _firings(rows, rule, limit, length)
    assert _firings(rows + shuffled, rule, limit, length) == _firings(rows, rule, limit, length), "nor rows that repeat"


@settings(max_examples=80, deadline=None)
@given(tables(), RULES, LIMITS, LENGTHS, st.sampled_from([2, 8, 0.5, 1024]))
def test_another_unit_changes_nothing(rows, rule, limit, length, factor) -> None:
    scaled = [(day, group, None if value is None else value * factor) for day, group, value in rows]
    other = limit if rule == "rate" else limit * Fraction(factor)
    assert _firings(scaled, rule, other, length) == _firings(rows, rule, limit, length)


@settings(max_examples=80, deadline=None)
@given(tables(), RULES, LIMITS, LENGTHS, tables())
def test_what_comes_after_a_firing_does_not_move_it(rows, rule, limit, length, further) -> None:
    later = [
        ((date.fromisoformat(day) + timedelta(days=20)).isoformat(), group, value) for day, group, value in further
    ]
    before, after = _firings(rows, rule, limit, length), _firings(rows + later, rule, limit, length)
    assert [(each.at, each.group) for each in after[: len(before)]] == [(each.at, each.group) for each in before]


@settings(max_examples=60, deadline=None)
@given(tables(), LIMITS, LENGTHS)
def test_above_is_below_turned_over(rows, limit, length) -> None:
    turned = [(day, group, None if value is None else -value) for day, group, value in rows]
    assert _firings(rows, "above", limit, length) == _firings(turned, "below", -limit, length)


@settings(max_examples=60, deadline=None)
@given(tables(), RULES, LIMITS, LENGTHS)
def test_a_longer_wait_fires_no_sooner_and_no_more_often(rows, rule, limit, length) -> None:
    sooner = _firings(rows, rule, limit, length)
    later = _firings(rows, rule, limit, length + timedelta(days=1))
    assert len(later) <= len(sooner)
    assert {each.last for each in later} <= {each.last for each in sooner}


@settings(max_examples=60, deadline=None)
@given(tables(), RULES, LIMITS, LENGTHS)
def test_a_firing_rests_on_readings_that_pass(rows, rule, limit, length) -> None:
    """Told anew by the plainest reckoning: day by day, how many days in a row passed."""
    series = _series(rows)
    if series is None:
        return
    expected = []
    for group, track in judge(rule, limit, series).items():
        count, before = 0, None
        for each in track:
            follows = before is not None and before == each.period.first
            count = (count + 1 if follows else 1) if each.passes else 0
            before = each.period.after if each.passes else None
            if count and count == max(1, length.days):
                expected.append((each.period.end, group))
    assert [(each.at, each.group) for each in list_firings(judge(rule, limit, series), length)] == sorted(expected)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_a_decimal_is_read_as_it_is_written(value) -> None:
    assert read_value(f"{value:f}") == Fraction(value)


def test_a_day_of_a_report_and_of_a_series_are_the_same() -> None:
    series = _series([("2026-03-29", "a", 1.0)])
    assert series is not None
    moment = parse_moment("2026-03-29", BERLIN)
    assert (series.periods[0].start, series.periods[0].end) == (moment.earliest, moment.latest)
