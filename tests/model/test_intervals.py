import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.intervals import describe_share, wilson


@st.composite
def samples(draw, largest=10**6):
    n = draw(st.integers(1, largest))
    return draw(st.integers(0, n)), n


@pytest.mark.parametrize(
    ("k", "n", "lower", "upper"),
    [
        # Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
        # table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_values(k, n, lower, upper):
    assert wilson(k, n) == pytest.approx((lower, upper), abs=0.00005)


@pytest.mark.parametrize(("k", "n"), [(0, 0), (1, 0), (0, -1), (-1, 5), (6, 5)])
def test_impossible_samples(k, n):
    with pytest.raises(ValueError, match="must"):
        wilson(k, n)
    with pytest.raises(ValueError, match="must"):
        describe_share(k, n)


@pytest.mark.parametrize("z", [-1.0, float("nan")])
def test_impossible_levels(z):
    with pytest.raises(ValueError, match="z must"):
        wilson(1, 2, z)


def test_no_spread_asked_for():
    assert wilson(1, 4, 0.0) == (0.25, 0.25)


@given(samples(), st.floats(0.1, 5))
def test_bounds_hold_the_share_and_stay_within_range(sample, z):
    k, n = sample
    lower, upper = wilson(k, n, z)
    assert 0 <= lower <= k / n <= upper <= 1
    assert lower < upper
    assert (lower == 0) == (k == 0)
    assert (upper == 1) == (k == n)


@given(samples())
def test_counting_the_others_mirrors_the_bounds(sample):
    k, n = sample
    lower, upper = wilson(k, n)
    assert wilson(n - k, n) == pytest.approx((1 - upper, 1 - lower), abs=1e-9)


@given(samples(10**4))
def test_more_of_the_same_narrows_the_bounds(sample):
    k, n = sample
    (lower, upper), (closer_lower, closer_upper) = wilson(k, n), wilson(2 * k, 2 * n)
    assert closer_upper - closer_lower < upper - lower


@pytest.mark.parametrize(
    ("k", "n", "text"),
    [
        (37, 200, "37 of 200 (18.5 %; 95 % interval 13.7–24.5 %)"),
        (1, 3, "1 of 3 (33 %; 95 % interval 6–79 %)"),
        (0, 200, "0 of 200 (0 %; 95 % interval 0–1.9 %)"),
        (200, 200, "200 of 200 (100 %; 95 % interval 98.1–100 %)"),
        (1, 1, "1 of 1 (100 %; 95 % interval 21–100 %)"),
        (1, 1000, "1 of 1000 (0.10 %; 95 % interval 0.02–0.56 %)"),
        (3, 1_000_000, "3 of 1000000 (0.00030 %; 95 % interval 0.00010–0.00088 %)"),
    ],
)
def test_shares_in_words(k, n, text):
    assert describe_share(k, n) == text


@given(samples())
def test_none_and_all_are_said_of_none_and_all_alone(sample):
    k, n = sample
    share = describe_share(k, n).split("(")[1].split(" %")[0]
    assert (float(share) == 0) == (k == 0)
    assert (float(share) == 100) == (k == n)
