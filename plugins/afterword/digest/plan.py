"""Which weeks a digest is to tell: those that somebody names, or all that no digest has told yet."""

from __future__ import annotations

from datetime import date

from afterword.digest.ledger import EditionLedger
from afterword.digest.weeks import Week, last_complete, weeks_between


def untold_weeks(ledger: EditionLedger, today: date) -> tuple[Week, ...]:
    """Weeks that are over and that no digest since the ledger's first has told, earliest first.

    Without a ledger it is the last week alone, so that a first digest does not bring years as news. A week that was
    passed over, since a later one was sent by name, is still to be told. An old week that was sent by name is one week,
    and those between it and the ledger's first line stay untold.
    """
    last = last_complete(today)
    named = list(ledger.last_lines)
    first = min(named[0][0], last) if named else last
    tried = {week for weeks in named for week in weeks if week <= last}
    return tuple(sorted({*weeks_between(first, last), *tried} - ledger.settled_weeks))
