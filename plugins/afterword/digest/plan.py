"""Which weeks a digest is to tell: those that somebody names, or all that no digest has told yet."""

from __future__ import annotations

from datetime import date

from afterword.digest.ledger import EditionLedger
from afterword.digest.weeks import Week, last_complete, weeks_between


def untold_weeks(ledger: EditionLedger, today: date) -> tuple[Week, ...]:
    """Weeks that are over and that no digest since the ledger's first has told, earliest first.

    Without a ledger it is the last week alone, so that a first digest does not bring years as news. A week that was
    passed over, since a later one was sent by name, is still to be told.
    """
    last = last_complete(today)
    known = [week for weeks in ledger.last_lines for week in weeks]
    first = min([*known, last]) if known else last
    return tuple(week for week in weeks_between(first, last) if week not in ledger.settled_weeks)
