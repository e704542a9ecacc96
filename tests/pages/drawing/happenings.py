"""Timelines of every sort for the properties: seconds and centuries apart, known less exactly, and not known at all."""

from __future__ import annotations

from hypothesis import strategies as st

from afterword.pages.drawing.marks import KINDS
from afterword.pages.drawing.timeline_parts import Happening, Stretch

SPANS = st.one_of(
    st.floats(0, 3e11, allow_nan=False),
    st.integers(0, 3).map(lambda each: 6.4e10 + each * 86400.0),
    st.integers(0, 90).map(lambda each: 6.4e10 + each),
    st.sampled_from([0.0, 6.4e10, 3e11]),
)
WIDTHS = st.sampled_from([0.0, 0.0, 1.0, 3600.0, 86400.0, 2.6e6, 3.2e7])
TEXTS = st.one_of(
    st.text(max_size=60), st.sampled_from(["discount_total_daily", "W" * 80, "警報が鳴らなかった理由" * 4, ""])
)


@st.composite
def happenings(draw: st.DrawFn) -> Happening:
    start = draw(st.one_of(st.none(), SPANS))
    return Happening(
        kind=draw(st.sampled_from(KINDS)),
        name=draw(st.sampled_from(["Introduced", "Silent check", "Evidence preserved"])),
        when=draw(st.sampled_from(["2015", "11 Mar 2026, 10:30", "2 Mar 2026, 12:00–13:00", "time not known"])),
        more=tuple(draw(st.lists(TEXTS, max_size=2))),
        start=start,
        end=None if start is None else start + draw(WIDTHS),
    )


@st.composite
def timelines(draw: st.DrawFn) -> tuple[list[Happening], list[Stretch]]:
    events = draw(st.lists(happenings(), min_size=1, max_size=40))
    places = st.integers(0, len(events) - 1)
    pairs = draw(st.lists(st.tuples(places, places), max_size=5))
    kinds = ("latent", "silent", "unseen", "seen", "after")
    return events, [
        Stretch(kind, "Exposure before detection", "between 1 h and 2 h", *pair)
        for kind, pair in zip(kinds, pairs, strict=False)
    ]
