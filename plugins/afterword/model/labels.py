"""Labels of imported reports, accepted in bulk and kept in a file of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NAME = "_labels.csv"
"""The file, below the documents folder."""
COLUMNS = ("report", "factor", "accepted_on")


@dataclass(frozen=True, order=True)
class Label:
    """A contributing factor that a person accepted for an imported report, without a *how*."""

    report: str
    factor: str
    accepted_on: date
