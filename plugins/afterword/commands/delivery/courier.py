"""Handing one message over to all recipients: some at a time, again for those who were deferred, never without end."""

from __future__ import annotations

import smtplib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from afterword.commands.delivery.connection import connect, end
from afterword.commands.delivery.environment import Smtp
from afterword.commands.delivery.transaction import Result, transact
from afterword.commands.refusal import Refusal

_AT_ONCE = 100
"""Recipients that every server has to take in one transaction, as RFC 5321 has it."""


@dataclass(frozen=True)
class Patience:
    """How long is waited, in seconds.

    Attributes:
        dialogue: for each answer of the server.
        end: for the answer that says whether a message was taken; giving up early would leave that open.
        pauses: before each further try; a server that defers strangers wants some minutes.
        sleep: what waits.
    """

    dialogue: float = 30
    end: float = 300
    pauses: tuple[float, ...] = (30, 300)
    sleep: Callable[[float], None] = time.sleep


class Courier:
    """A way to one mail server, as a context; it is opened again where it was lost.

    Raises:
        Refusal: on entering, where the server cannot be reached or does not let us in; nothing was handed over then.
    """

    def __init__(self, smtp: Smtp, known_as: str, patience: Patience) -> None:
        self._smtp, self._known_as, self._patience = smtp, known_as, patience
        self._connection: smtplib.SMTP | None = None

    def __enter__(self) -> Courier:
        self._open()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._leave()
        elif self._connection:
            # In the midst of something: a word of leave could become part of a message.
            self._connection.close()

    def _open(self) -> smtplib.SMTP:
        self._connection = connect(self._smtp, self._known_as, self._patience.dialogue)
        return self._connection

    def _leave(self) -> None:
        end(self._connection)
        self._connection = None

    def hand_over(self, sender: str, recipients: Sequence[str], message: bytes) -> dict[str, Result]:
        """What became of the message for each recipient, after the last try."""
        results: dict[str, Result] = {}
        waiting = list(recipients)
        pauses = list(self._patience.pauses)
        while waiting:
            before = len(waiting)
            for some in _batches(waiting):
                results.update(self._transact(sender, some, message))
            waiting = [each for each in waiting if results[each].kind == "deferred"]
            # A server that takes only some at a time is asked again at once, as long as it takes any.
            if len(waiting) < before and all(results[each].is_full for each in waiting):
                continue
            if not pauses:
                break
            self._leave()
            self._patience.sleep(pauses.pop(0))
        return results

    def _transact(self, sender: str, recipients: Sequence[str], message: bytes) -> dict[str, Result]:
        connection = self._connection
        if connection is None or connection.sock is None:
            try:
                connection = self._open()
            except Refusal:
                return dict.fromkeys(recipients, Result("deferred"))
        return transact(connection, sender, recipients, message, self._patience.end)


def _batches(recipients: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(recipients), _AT_ONCE):
        yield recipients[start : start + _AT_ONCE]
