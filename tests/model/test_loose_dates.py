"""Dates as older texts write them; a day and a month are never told apart by guessing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.loose_dates import find_date, is_unclear


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019-03 Outage of the thing", "2019-03"), ("2019-03-01-title", "2019-03-01"), ("20190301_x", "2019-03-01"),
        ("2021_04_05 DB", "2021-04-05"), ("2021.4.5", "2021-04-05"), ("March 3rd, 2019 outage", "2019-03-03"),
        ("3 March 2019", "2019-03-03"), ("01-Mar-2019", "2019-03-01"), ("Mar 2019", "2019-03"), ("2019 Mar", "2019-03"),
        ("3. Oktober 2020", "2020-10-03"), ("01.03.2019", "2019-03-01"), ("2019年3月1日 障害", "2019-03-01"),
        ("2019年3月", "2019-03"), ("2019年の障害", "2019"), ("令和元年5月2日", "2019-05-02"), ("平成30年1月2日", "2018-01-02"),
        ("２０１９年３月", "2019-03"), ("2019년 3월 1일", "2019-03-01"), ("2019/03/outage", "2019-03"),
        ("2019-08-22T23:00:00Z", "2019-08-22"), ("13/04/2019", "2019-04-13"), ("04/13/2019", "2019-04-13"),
        ("in 2018-03, on 1.2.2019", "2019-02-01"), ("may 2020", "2020-05"),
        ("03/04/2019", None), ("incident-2019-1", None), ("v2019.2", None), ("2019-13-40", None), ("2019-02-30", None),
        ("2019", None), ("12019-03-01", None), ("0019-03-01", None), ("20191301", None), ("marching 2019", None),
        ("", None),
    ],
)  # fmt: skip
def test_dates(text: str, date: str | None) -> None:
    found = find_date(text)
    assert (found.date.text if found else None) == date


def test_an_order_settles_what_is_unclear() -> None:
    assert is_unclear("on 03/04/2019")
    assert not is_unclear("on 13/04/2019")
    orders = {order: found.date.text for order in ("dmy", "mdy") if (found := find_date("03/04/2019", order))}
    assert orders == {"dmy": "2019-04-03", "mdy": "2019-03-04"}


@given(st.text(max_size=200))
def test_no_text_is_too_much(text: str) -> None:
    find_date(text)
    find_date(text, "dmy")


@given(
    st.dates().filter(lambda day: 1900 <= day.year < 2100),
    st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%Y年%m月%d日"]),
)
def test_every_day_is_found_in_every_form(day: object, form: str) -> None:
    found = find_date(f"x {day:{form}} y")
    assert found is not None
    assert found.date.first == day
