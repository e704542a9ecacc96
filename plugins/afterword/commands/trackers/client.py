"""Asking one host with patience: again where that may help, further where it stays on the host, and else in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from afterword.commands.trackers.patience import Patience
from afterword.commands.trackers.transport import MOST_BYTES, Answer, DistrustError, TooLargeError, UnreachableError
from afterword.trackers.item import mapping, word

_AGAIN = frozenset({429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 307, 308})
_HOPS = 3
_IN_A_ROW = 3
"""Questions without an answer, after which the host is left."""


class LeftError(Exception):
    """The host is not asked any more in this run; the message says why, and what helps."""


class NoAnswerError(Exception):
    """One question to which no answer of use came; the message says why. The next may have one."""


class OtherHostError(Exception):
    """An address that leads to another host, to which nothing is ever sent."""


class Sender(Protocol):
    """What sends one request."""

    def send(self, method: str, target: str, headers: Mapping[str, str], body: object = None) -> Answer:
        """Ask once."""


@dataclass
class Client:
    """One host.

    Attributes:
        host: its name, to which alone its token is sent.
        sender: what sends one request.
        headers: what is sent with each, the token among it.
        patience: how long is waited.
        variable: the variable that holds the token, for messages; empty for asking without one.
        unanswered: how many questions in a row had no answer.
    """

    host: str
    sender: Sender
    headers: Mapping[str, str]
    patience: Patience
    variable: str = ""
    unanswered: int = field(default=0, init=False)

    def get(self, target: str) -> Answer:
        """The answer to a question; 200, 404, 410 or another that the caller has to judge.

        Raises:
            NoAnswerError: where this question has no answer of use.
            LeftError: where the host does not let us in, or had no answer several times in a row.
            OtherHostError: where the thing has moved to another host.
        """
        for _ in range(_HOPS):
            answer = self._ask("GET", target, None)
            if answer.status not in _MOVED:
                return answer
            target = self.own_target(answer.headers.get("location", ""))
        return answer

    def post(self, target: str, body: object) -> Answer:
        """The answer to a search; no redirect is followed.

        Raises:
            LeftError: as `get` does.
        """
        return self._ask("POST", target, body)

    def own_target(self, address: str) -> str:
        """The path and query of an address, where it lies on this host.

        Raises:
            OtherHostError: where it does not.
        """
        try:
            parts = urlsplit(address)
            where = (parts.hostname or "").lower() + (f":{parts.port}" if parts.port not in (None, 443) else "")
        except ValueError:
            raise OtherHostError from None
        whole = parts.scheme == "https" and "@" not in parts.netloc and where == self.host
        if not (whole or (not parts.scheme and not parts.netloc)) or not parts.path.startswith("/"):
            raise OtherHostError
        if not (address.isascii() and address.isprintable()) or " " in address or "\\" in address:
            raise OtherHostError
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def _ask(self, method: str, target: str, body: object) -> Answer:
        pause = self.patience.pause
        for attempt in range(1, self.patience.tries + 1):
            began = self.patience.ticks()
            try:
                answer = self.sender.send(method, target, self.headers, body)
            except DistrustError as error:
                raise LeftError(str(error)) from None
            except TooLargeError:
                self.patience.waste(began)
                raise self._unanswered(f"its answer is larger than {MOST_BYTES // 1_000_000} MB") from None
            except UnreachableError:
                answer = None
            if answer is not None and not _is_limit(answer) and answer.status not in _AGAIN:
                self.unanswered = 0
                return self._judged(answer)
            self.patience.waste(began)
            asked = self.patience.asked_pause(answer.headers) if answer else None
            if asked is None and answer is not None and _is_limit(answer):
                asked = max(pause, min(60.0, self.patience.longest))
            if attempt == self.patience.tries or not self.patience.wait(pause if asked is None else asked):
                break
            pause *= 2
        if answer is not None and _is_limit(answer):
            raise LeftError(_why(answer, asked))
        raise self._unanswered(_why(answer, asked))

    def _unanswered(self, why: str) -> NoAnswerError | LeftError:
        """What is raised for a question without an answer: the host is left where that has gone on for too long."""
        self.unanswered += 1
        if self.unanswered >= _IN_A_ROW:
            return LeftError(f"{_IN_A_ROW} questions in a row had no answer of use, the last because {why}")
        if self.patience.is_used_up:
            return LeftError(f"waiting for answers has taken too long in all; {why}")
        return NoAnswerError(why)

    def _judged(self, answer: Answer) -> Answer:
        if answer.status == 401:
            where = f"the token in `{self.variable}`" if self.variable else "a request without a token"
            message = f"it did not accept {where} (code 401); put a valid one there"
            raise LeftError(message)
        return answer


def _is_limit(answer: Answer) -> bool:
    """Whether it says "slow down": 429, or 403 with signs of a limit, as GitHub has it."""
    if answer.status == 429:
        return True
    if answer.status != 403:
        return False
    told = word(mapping(answer.data).get("message")).lower()
    return (
        "retry-after" in answer.headers
        or answer.headers.get("x-ratelimit-remaining", "").strip() == "0"
        or "rate limit" in told
    )


def _why(answer: Answer | None, asked: float | None) -> str:
    if answer is None:
        return "it cannot be reached; look at the network, or try again later"
    if _is_limit(answer):
        when = f" and asks for a pause of {_span(asked)}" if asked is not None else ""
        return f"its limit of requests is used up{when}; try again later"
    return f"it answers with code {answer.status}; try again later"


def _span(seconds: float) -> str:
    return f"{max(1, round(seconds))} seconds" if seconds < 120 else f"{round(seconds / 60)} minutes"


def as_list(answer: Answer) -> list[Any] | None:
    """The answer's body where it is a list."""
    return answer.data if isinstance(answer.data, list) else None
