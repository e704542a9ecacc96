"""Which weeks `--since-last` tells: all that are over and untold since the ledger began, and never years of old ones."""

from __future__ import annotations

from datetime import date

from tests.digest.sample import ledger

from afterword.digest.ledger import Line, State
from afterword.digest.plan import untold_weeks

TODAY = date(2026, 11, 24)
"""A Tuesday in W48; the last week that is over is W47."""


def line(*weeks: str, state: State = "sent") -> Line:
    return Line(weeks=tuple(f"2026-{week}" for week in weeks), edition="company", state=state)


def untold(*lines: Line, today: date = TODAY) -> list[str]:
    return [str(week)[5:] for week in untold_weeks(ledger(*lines), today)]


def test_without_a_ledger_it_is_the_last_week_alone() -> None:
    assert untold() == ["W47"]


def test_missed_refused_and_passed_over_weeks_are_still_to_be_told() -> None:
    assert untold(line("W44")) == ["W45", "W46", "W47"]
    assert untold(line("W44"), line("W46")) == ["W45", "W47"]
    assert untold(line("W46", state="refused")) == ["W46", "W47"]
    assert untold(line("W46", state="refused"), line("W46", "W47")) == []
    assert untold(line("W45"), line("W46", "W47", state="pending")) == []
    assert untold(line("W45"), line("W46", state="skipped-empty")) == ["W47"]


def test_an_old_week_that_was_sent_by_name_does_not_bring_all_that_lies_between() -> None:
    assert untold(line("W46"), line("W10")) == ["W47"]
    assert untold(line("W46"), line("W10", state="refused")) == ["W10", "W47"]


def test_a_year_with_53_weeks_has_them_all() -> None:
    assert untold(line("W51"), today=date(2027, 1, 11)) == ["W52", "W53", "W01"]


def test_a_ledger_of_weeks_to_come_tells_nothing_twice() -> None:
    assert untold(line("W47"), today=date(2026, 11, 10)) == ["W45"]
    assert untold(line("W45"), line("W50"), today=date(2026, 11, 10)) == []
