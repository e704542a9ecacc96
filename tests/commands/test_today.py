from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import click
import pytest

from afterword.commands.today import today_in


def test_the_epoch_is_a_day_in_the_sites_zone() -> None:
    late = str(int(datetime(2026, 5, 18, 23, 30, tzinfo=UTC).timestamp()))
    assert today_in(UTC, {"SOURCE_DATE_EPOCH": late}) == date(2026, 5, 18)
    assert today_in(ZoneInfo("Europe/Berlin"), {"SOURCE_DATE_EPOCH": late}) == date(2026, 5, 19)


def test_without_the_variable_the_clock_is_asked() -> None:
    before = datetime.now(UTC).date()
    assert before <= today_in(UTC, {}) <= datetime.now(UTC).date()


@pytest.mark.parametrize("value", ["yesterday", "1e400", "9" * 30, "12.5"])
def test_nonsense_is_a_usage_error(value: str) -> None:
    with pytest.raises(click.UsageError, match="SOURCE_DATE_EPOCH"):
        today_in(UTC, {"SOURCE_DATE_EPOCH": value})
