"""Secrets are covered where they stand; nothing else changes, and no place moves."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.audit.hiding import COVER, hide_secrets

KEY = "ghp_" + "a1B2" * 9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing to hide", "nothing to hide"),
        (f"rotate {KEY} today", f"rotate {COVER * len(KEY)} today"),
        ("password: hunter2x9! it said", f"password: {COVER * 10} it said"),
        ("postgres://me:hunter2x@db.example/x", f"postgres://me:{COVER * 8}@db.example/x"),
    ],
)
def test_what_is_covered(text: str, expected: str) -> None:
    assert hide_secrets(text) == expected


def test_the_body_of_a_private_key_is_covered_line_by_line() -> None:
    text = "-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\nxyz==\n-----END RSA PRIVATE KEY-----\nafter"
    assert hide_secrets(text).splitlines()[1:3] == [COVER * 7, COVER * 5]
    assert hide_secrets(text).endswith("\nafter")


def test_a_key_that_is_cut_off_is_covered_too() -> None:
    text = "-----BEGIN PRIVATE KEY-----\n" + "MIIE" * 10 + "\nand so on"
    assert "MIIE" not in hide_secrets(text)
    assert hide_secrets(text).endswith("\nand so on")


@given(st.text(alphabet=st.sampled_from(f"ab .:\n@/-{KEY}"), max_size=200))
def test_no_place_moves(text: str) -> None:
    hidden = hide_secrets(f"{text} {KEY} {text}")
    assert len(hidden) == 2 * len(text) + len(KEY) + 2
    assert hidden.count("\n") == 2 * text.count("\n")
    assert hide_secrets(hidden) == hidden


def test_the_cost_is_linear() -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        hide_secrets(text)
        return time.process_time() - begun

    for piece in (f"{KEY} ", "-----BEGIN PRIVATE KEY-----", "password: hunter2x9! "):
        seconds(piece)
        once, twice = (min(seconds(piece * count) for _ in range(3)) for count in (4_000, 8_000))
        assert twice < 3 * once + 0.02
