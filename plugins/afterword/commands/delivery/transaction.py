"""One message handed to one mail server for some recipients, and what became of each of them.

Until the last dot the server has taken nothing, however the connection ends. After it, only its answer tells; without
one nobody knows whether the message was delivered, and it counts as perhaps delivered.
"""

from __future__ import annotations

import re
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_LEAVING = 421
_TOO_MANY = frozenset({452, 552})
"""How servers say that a transaction has recipients enough; RFC 5321 asks to take 552 for 452 there."""


@dataclass(frozen=True)
class Result:
    """What became of the message for one recipient.

    Attributes:
        kind: taken by the server; turned down for good; turned down for now, or not reached; perhaps taken.
        code: the server's code where it gave one, else 0.
    """

    kind: Literal["sent", "refused", "deferred", "ambiguous"]
    code: int = 0

    def __str__(self) -> str:
        """As the ledger has it, such as `refused 550`."""
        return f"{self.kind} {self.code}" if self.code else self.kind

    @property
    def is_full(self) -> bool:
        """Whether it was only the number of recipients that stood against it."""
        return self.kind == "deferred" and self.code in _TOO_MANY


def transact(
    connection: smtplib.SMTP, sender: str, recipients: Sequence[str], message: bytes, patience: float
) -> dict[str, Result]:
    """Hand the message over once, for all recipients that the server takes it for.

    Args:
        connection: a server that is signed in to; it is closed where the dialogue was cut off.
        sender: the bare address that gets undeliverable messages.
        recipients: bare addresses, each once.
        message: the message with CR LF at its line ends.
        patience: seconds that the answer to the last dot may take.

    Returns:
        for each recipient what became of it; nothing is raised.
    """
    results: dict[str, Result] = {}
    try:
        accepted = _envelope(connection, sender, recipients, results)
        if accepted and _begin(connection, accepted, results):
            connection.send(_stuffed(message))
            results.update(dict.fromkeys(accepted, _finish(connection, patience)))
    except (smtplib.SMTPException, OSError):
        connection.close()
    return {each: results.get(each, Result("deferred")) for each in recipients}


def _envelope(
    connection: smtplib.SMTP, sender: str, recipients: Sequence[str], results: dict[str, Result]
) -> list[str]:
    """Name sender and recipients; those that are taken."""
    code = _say(connection, f"MAIL FROM:<{sender}>")
    if not _is_yes(code):
        results.update(dict.fromkeys(recipients, _no(code)))
        return []
    accepted = []
    for each in recipients:
        code = _say(connection, f"RCPT TO:<{each}>")
        if _is_yes(code):
            accepted.append(each)
        else:
            results[each] = Result("deferred", code) if code in _TOO_MANY else _no(code)
    if not accepted:
        _say(connection, "RSET")
    return accepted


def _begin(connection: smtplib.SMTP, accepted: Sequence[str], results: dict[str, Result]) -> bool:
    code = _say(connection, "DATA")
    if code != 354:
        results.update(dict.fromkeys(accepted, _no(code)))
        _say(connection, "RSET")
    return code == 354


def _finish(connection: smtplib.SMTP, patience: float) -> Result:
    """The last dot, and the one answer that says whether the message was taken."""
    try:
        _wait_for(connection, patience)
        connection.send(b".\r\n")
        code, _ = connection.getreply()
        _wait_for(connection, connection.timeout)
    except (smtplib.SMTPException, OSError):
        connection.close()
        return Result("ambiguous")
    if not (_is_yes(code) or 400 <= code < 600):
        connection.close()
        return Result("ambiguous")
    if code == _LEAVING:
        connection.close()
    return Result("sent") if _is_yes(code) else _no(code)


def _wait_for(connection: smtplib.SMTP, seconds: float) -> None:
    if connection.sock:
        connection.sock.settimeout(seconds)


def _say(connection: smtplib.SMTP, words: str) -> int:
    """The code of the answer; a server that says that it leaves has left."""
    code, _ = connection.docmd(words)
    if code == _LEAVING:
        connection.close()
        raise smtplib.SMTPServerDisconnected
    return code


def _is_yes(code: int) -> bool:
    return 200 <= code < 300


def _no(code: int) -> Result:
    return Result("refused", code) if 500 <= code < 600 else Result("deferred", max(code, 0))


def _stuffed(message: bytes) -> bytes:
    """The message as DATA carries it: a second dot before each line that begins with one."""
    stuffed = re.sub(rb"(?m)^\.", b"..", message)
    return stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"
