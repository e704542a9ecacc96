"""One request over TLS and its answer: no redirects, a bounded body, a bounded time, and no word of the token.

The standard library's `urllib` does it: it knows the proxies of the environment, and with redirects switched off
nothing is left that a larger client would do better.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from afterword.commands.trackers.patience import Patience

MOST_BYTES = 10_000_000
"""Of one answer's body."""
_PIECE = 65_536


@dataclass(frozen=True)
class Answer:
    """What came back: the status, headers by their names in lower case, and the body as JSON, None where it is none."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    data: Any = None


class UnreachableError(OSError):
    """No answer came; worth another try."""


class TooLargeError(OSError):
    """The answer is not read to its end; another try would bring the same."""


class DistrustError(OSError):
    """The host is not to be trusted; the message says why."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - as the library has it
        """Follow nothing: whoever asked decides."""


class _Guarded(http.client.HTTPSConnection):
    """A connection to the wide network alone, looked at before anything is said on it."""

    def connect(self) -> None:
        """Connect, and go away again where that led into a private network."""
        super().connect()
        if getattr(self, "_tunnel_host", None):
            return  # The other end is the proxy of the environment.
        peer = str(self.sock.getpeername()[0]).partition("%")[0]
        if not ipaddress.ip_address(peer).is_global:
            self.close()
            message = "its name leads into a private network; name the host in the settings if that is meant"
            raise DistrustError(message)


class _Handler(urllib.request.HTTPSHandler):
    def __init__(self, context: ssl.SSLContext, *, guarded: bool) -> None:
        super().__init__(context=context)
        self._kept, self._guarded = context, guarded

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """Open, by the guarded connection where the host is not named in the settings."""
        connection = _Guarded if self._guarded else http.client.HTTPSConnection
        opened: http.client.HTTPResponse = self.do_open(connection, req, context=self._kept)
        return opened


class Transport:
    """Sends requests to one host."""

    def __init__(self, host: str, context: ssl.SSLContext, patience: Patience, *, guarded: bool) -> None:
        self._host, self._patience = host, patience
        handlers = (_NoRedirect(), _Handler(context, guarded=guarded))
        self._opener = urllib.request.build_opener(*handlers)

    def send(self, method: str, target: str, headers: Mapping[str, str], body: object = None) -> Answer:
        """Ask once.

        Args:
            method: `GET` or `POST`.
            target: path and query, beginning with a slash.
            headers: what is sent beside it.
            body: what is sent as JSON.

        Raises:
            UnreachableError: where no whole answer came.
            TooLargeError: where the body is larger than `MOST_BYTES`.
            DistrustError: where the certificate does not hold.
        """
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"https://{self._host}{target}", data, dict(headers), method=method)
        try:
            with self._opener.open(request, timeout=self._patience.answer) as response:
                return self._read(response, response.status)
        except urllib.error.HTTPError as error:
            with error:
                return self._read(error, error.code)
        except urllib.error.URLError as error:
            _raise(error.reason if isinstance(error.reason, Exception) else error)
        except (http.client.HTTPException, OSError, ValueError) as error:
            _raise(error)

    def _read(self, response: Any, status: int) -> Answer:  # noqa: ANN401 - an answer or an error that is one
        headers = {name.lower(): value for name, value in response.headers.items()}
        end = self._patience.ticks() + self._patience.answer
        pieces, size = [], 0
        try:
            while piece := response.read1(_PIECE) if hasattr(response, "read1") else response.read(_PIECE):
                size += len(piece)
                if size > MOST_BYTES:
                    raise TooLargeError
                if self._patience.ticks() > end:
                    raise UnreachableError
                pieces.append(piece)
        except (http.client.HTTPException, OSError) as error:
            _raise(error)
        told = headers.get("content-length", "")
        if told.isascii() and told.isdigit() and size < int(told[:12]):
            raise UnreachableError  # Read piece by piece, a body that ends early is no error to the library.
        return Answer(status, headers, _as_json(b"".join(pieces)))


def _as_json(body: bytes) -> Any:  # noqa: ANN401 - whatever a server sends
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _raise(error: BaseException) -> NoReturn:
    if isinstance(error, DistrustError | TooLargeError | UnreachableError):
        raise error
    if isinstance(error, ssl.SSLCertVerificationError):
        why = (error.verify_message or "it is not trusted").rstrip(".")
        message = f"its certificate was not taken: {why}; name the certificate of its authority with `--ca`"
        raise DistrustError(message) from None
    raise UnreachableError from None
