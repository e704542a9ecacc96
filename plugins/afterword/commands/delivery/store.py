"""What a place for the ledger can do: be read at any time, and be held by one run while it delivers."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from afterword.commands.refusal import Refusal
from afterword.digest.ledger import Ledger, LedgerError, Line, parse_ledger


class Stopped(Refusal):
    """A delivery that does not go on, since another run or an earlier one stands against it: exit code 1."""

    exit_code = 1


class Held(Protocol):
    """A ledger that no other run writes to unseen."""

    @property
    def ledger(self) -> Ledger:
        """All lines, those that were added among them."""

    def append(self, line: Line) -> None:
        """Add one line so that it outlives this run, or nothing.

        Raises:
            Stopped: where another run was there first.
            Refusal: where it cannot be written.
        """

    def conclude(self, line: Line) -> None:
        """Add the line on what has happened since, whatever other runs wrote meanwhile.

        Raises:
            Refusal: where it cannot be written.
        """


class LedgerStore(Protocol):
    """A place where a ledger lies."""

    @property
    def shown(self) -> str:
        """The place as people see it."""

    def read(self) -> Ledger:
        """What it says now, without holding it and without a trace; empty where nothing was ever sent.

        Raises:
            Refusal: where it cannot be read, since nobody knows then what was sent.
        """

    def hold(self) -> AbstractContextManager[Held]:
        """Keep other runs away until the context ends.

        Raises:
            Stopped: where another run holds it.
            Refusal: where it cannot be read or written.
        """


def parse_bytes(data: bytes, shown: str) -> Ledger:
    """Read the bytes of a ledger.

    Raises:
        Refusal: where they are not ours; nothing of them is changed.
    """
    try:
        return parse_ledger(data.decode(), shown)
    except UnicodeDecodeError:
        raise Refusal(f"{shown}: it is no text, so nobody knows what was sent. Save it as UTF-8") from None
    except LedgerError as error:
        raise Refusal(str(error)) from None
