"""Common given names, by which two capitalised words are known for a person.

`data/given-names.txt` leaves out names that are everyday words, months, places or products as well.
"""

from __future__ import annotations

from importlib import resources

GIVEN_NAMES = frozenset(
    resources.files("afterword.audit").joinpath("data", "given-names.txt").read_text(encoding="utf-8").split()
)
"""In lower case."""
