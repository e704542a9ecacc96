from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.dates import Moment, compare, parse_moment
from afterword.model.measures import (
    DurationRange,
    between,
    measure_timeline,
    median_of_ranges,
    order_violations,
    rolled_back_before_snapshot,
    silent_checks,
)

SEQUENCE = ("introduced", "reached_production", "first_symptom", "detected", "mitigated", "resolved")


@dataclass(frozen=True)
class Entry:
    kind: str | None
    moment: Moment | None = None
    missed_because: str | None = None


def at(text, precision="minute"):
    return parse_moment(text, UTC).at_precision(precision)


def entries(**texts):
    return [Entry(kind, None if text is None else at(text)) for kind, text in texts.items()]


def hours(low, high):
    return DurationRange(timedelta(hours=low), timedelta(hours=high))


moments = st.tuples(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
    st.sampled_from(["Z", "+02:00", "-11:30", ""]),
    st.sampled_from(["minute", "hour", "day", "month", "year"]),
).map(lambda drawn: at(drawn[0].isoformat() + drawn[1], drawn[2]))


TIMELINE = [
    Entry("introduced", at("2026-02-24T16:00:00Z")),
    Entry("reached_production", at("2026-03-02T08:00:00Z")),
    Entry("first_symptom", at("2026-03-02T11:40:00Z", "hour")),
    Entry("alert_missed", at("2026-03-04"), "aggregated-away"),
    Entry("alert_missed", at("2026-03-06"), "not-measured"),
    Entry("detected", at("2026-03-11T09:30:00Z")),
    Entry("declared", at("2026-03-11T09:55:00Z")),
    Entry("evidence_preserved", at("2026-03-11T10:05:00Z")),
    Entry("mitigated", at("2026-03-11T10:40:00Z")),
    Entry("resolved", at("2026-03-24T15:00:00Z")),
]


def test_every_row_of_a_full_timeline():
    found = {measure.name: measure for measure in measure_timeline(TIMELINE)}
    values = {name: measure.value and (measure.value.low, measure.value.high) for name, measure in found.items()}

    def exactly(**length):
        return timedelta(**length), timedelta(**length)

    assert values == {
        "latent_time": exactly(days=5, hours=16),
        "silent_time": (timedelta(hours=3), timedelta(hours=4)),
        "time_to_detect": (timedelta(days=8, hours=21, minutes=30), timedelta(days=8, hours=22, minutes=30)),
        "exposure_before_detection": exactly(days=9, hours=1, minutes=30),
        "time_to_declare": exactly(minutes=25),
        "time_to_mitigate": exactly(minutes=70),
        "time_to_resolve": exactly(days=13, hours=5, minutes=30),
        "total_exposure": exactly(days=9, hours=2, minutes=40),
        "evidence_lag": exactly(minutes=10),
    }
    assert {measure.missing for measure in found.values()} == {()}
    assert found["time_to_detect"].formula == "detected − first_symptom"
    assert found["exposure_before_detection"].title == "Exposure before detection"
    assert silent_checks(TIMELINE) == {"aggregated-away": 1, "not-measured": 1}
    assert order_violations(TIMELINE) == ()
    assert not rolled_back_before_snapshot(TIMELINE)


def test_an_empty_timeline_names_what_is_missing():
    found = measure_timeline([])
    assert [(measure.name, measure.formula, measure.missing) for measure in found] == [
        ("latent_time", "reached_production − introduced", ("introduced", "reached_production")),
        ("silent_time", "first_symptom − reached_production", ("reached_production", "first_symptom")),
        (
            "time_to_detect",
            "detected − first_symptom (else reached_production)",
            ("first_symptom", "reached_production", "detected"),
        ),
        ("exposure_before_detection", "detected − reached_production", ("reached_production", "detected")),
        ("time_to_declare", "declared − detected", ("detected", "declared")),
        ("time_to_mitigate", "mitigated − detected", ("detected", "mitigated")),
        ("time_to_resolve", "resolved − detected", ("detected", "resolved")),
        ("total_exposure", "mitigated − reached_production", ("reached_production", "mitigated")),
        ("evidence_lag", "evidence_preserved − declared", ("declared", "evidence_preserved")),
    ]
    assert all(measure.value is None for measure in found)


def test_detection_is_counted_from_production_where_no_symptom_is_dated():
    timeline = entries(reached_production="2026-03-02T08:00Z", first_symptom=None, detected="2026-03-02T10:00Z")
    found = {measure.name: measure for measure in measure_timeline(timeline)}
    assert found["time_to_detect"].formula == "detected − reached_production"
    assert found["time_to_detect"].value == hours(2, 2)
    assert found["time_to_detect"].missing == ()
    assert found["silent_time"].missing == ("first_symptom",)


def test_only_the_first_dated_entry_of_a_kind_counts():
    timeline = [
        Entry(None, at("2026-03-01T00:00Z")),
        Entry("detected"),
        Entry("detected", at("2026-03-02T00:00Z")),
        Entry("detected", at("2026-03-01T00:00Z")),
        Entry("resolved", at("2026-03-02T05:00Z")),
    ]
    found = {measure.name: measure.value for measure in measure_timeline(timeline)}
    assert found["time_to_resolve"] == hours(5, 5)


@pytest.mark.parametrize(
    ("start", "end", "low", "high"),
    [
        ("2026-03-02T08:00Z", "2026-03-02T10:00Z", 2, 2),
        ("2026-03-02", "2026-03-11", 8 * 24, 10 * 24),
        ("2026-03-02", "2026-03-02", 0, 24),
        ("2026-03-02", "2026-03-03", 0, 48),
        ("2026-03-02T08:00Z", "2026-03-02", 0, 16),
        ("2026-03-02", "2026-03-02T08:00Z", 0, 8),
        ("2026-03-02", "2026-03-02T00:00Z", 0, 0),
        ("2026-03-02T10:00Z", "2026-03-02T08:00Z", -2, -2),
        ("2026-03-03", "2026-03-02", -48, 0),
        # The same day as written: level, and so no negative length.
        ("2026-03-02", "2026-03-02T00:30+02:00", 0, 22),
        ("2026-03-02T23:30-02:00", "2026-03-02", 0, 22),
    ],
)
def test_ranges_between_windows(start, end, low, high):
    assert between(at(start), at(end)) == hours(low, high)


@given(moments, moments)
def test_ranges_follow_the_order(start, end):
    found = between(start, end)
    assert found.low <= found.high
    if compare(start, end) > 0:
        assert found.low < timedelta(0) >= found.high
    else:
        assert found.low >= timedelta(0)
    if compare(start, end) < 0:
        assert found == DurationRange(end.earliest - start.latest, end.latest - start.earliest)


def test_a_range_has_its_ends_in_order():
    with pytest.raises(ValueError, match="lies above"):
        hours(2, 1)


@pytest.mark.parametrize(
    ("preserved", "mitigated", "lost"),
    [
        ("2026-03-11T10:41Z", "2026-03-11T10:40Z", True),
        ("2026-03-11T10:40Z", "2026-03-11T10:40Z", False),
        ("2026-03-11T10:39Z", "2026-03-11T10:40Z", False),
        ("2026-03-11", "2026-03-11T10:40Z", False),
        ("2026-03-12", "2026-03-11T10:40Z", True),
        (None, "2026-03-11T10:40Z", False),
        ("2026-03-12", None, False),
    ],
)
def test_a_rollback_before_the_snapshot_is_told(preserved, mitigated, lost):
    assert rolled_back_before_snapshot(entries(evidence_preserved=preserved, mitigated=mitigated)) is lost


def test_silent_checks_are_counted_by_reason():
    missed = [Entry("alert_missed", None, reason) for reason in ("muted", "delayed", "muted", None)]
    assert list(silent_checks([*missed, Entry("note", None, "muted")]).items()) == [("delayed", 1), ("muted", 2)]
    assert silent_checks([]) == {}


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        ({"detected": "2026-03-02", "resolved": "2026-03-01"}, ((0, 1),)),
        ({"resolved": "2026-03-01", "detected": "2026-03-02"}, ((1, 0),)),
        ({"detected": "2026-03-02", "resolved": "2026-03"}, ()),
        ({"introduced": "2026-03-03", "resolved": "2026-03-02", "first_symptom": None}, ((0, 1),)),
        ({"introduced": "2026-03-03", "first_symptom": "2026-03-02", "detected": "2026-03-01"}, ((0, 1), (1, 2))),
        # Only the neighbour is told, not all that come before it.
        ({"introduced": "2026-03-05", "reached_production": "2026-03-02", "first_symptom": "2026-03-04"}, ((0, 1),)),
        # A month in between cannot be told apart from either; the days around it can.
        ({"introduced": "2026-03-05", "reached_production": "2026-03", "first_symptom": "2026-03-02"}, ((0, 2),)),
        ({"declared": "2026-03-05", "communicated": "2026-03-01", "resolved": "2026-03-04"}, ()),
        ({}, ()),
    ],
)
def test_the_wrong_order_is_told_in_pairs(texts, pairs):
    assert order_violations(entries(**texts)) == pairs


@given(st.lists(st.tuples(st.sampled_from(SEQUENCE), moments | st.none()), max_size=8))
def test_violations_point_at_what_is_wrong(drawn):
    timeline = [Entry(kind, moment) for kind, moment in drawn]
    pairs = order_violations(timeline)
    assert len({later for _, later in pairs}) == len(pairs)
    for earlier, later in pairs:
        assert SEQUENCE.index(timeline[earlier].kind) < SEQUENCE.index(timeline[later].kind)
        assert compare(timeline[earlier].moment, timeline[later].moment) > 0


@given(st.lists(moments, min_size=6, max_size=6))
def test_no_violations_exactly_where_all_are_in_order(drawn):
    timeline = [Entry(kind, moment.at_precision("day")) for kind, moment in zip(SEQUENCE, drawn, strict=True)]
    utc_days = [entry.moment.earliest for entry in timeline]
    if utc_days == sorted(utc_days):
        assert order_violations(timeline) == ()
    ordered = sorted((entry.moment for entry in timeline), key=lambda moment: moment.earliest)
    assert order_violations([Entry(kind, moment) for kind, moment in zip(SEQUENCE, ordered, strict=True)]) == ()


def test_medians_need_five():
    ranges = [hours(low, low + width) for low, width in ((9, 1), (1, 9), (3, 3), (2, 0), (5, 50))]
    assert median_of_ranges(ranges[:4]) is None
    assert median_of_ranges([]) is None
    assert median_of_ranges(ranges) == hours(3, 10)
    assert median_of_ranges(iter([*ranges, hours(4, 100)])) == hours(3.5, 10)


@given(st.lists(st.tuples(moments, moments).map(lambda pair: between(*pair)), min_size=5))
def test_a_median_lies_among_its_ranges(ranges):
    found = median_of_ranges(ranges)
    assert min(one.low for one in ranges) <= found.low <= max(one.low for one in ranges)
    assert min(one.high for one in ranges) <= found.high <= max(one.high for one in ranges)
    assert found == median_of_ranges(reversed(ranges))
