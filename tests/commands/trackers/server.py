"""A local server that answers as a tracker does, over TLS, with what a test lays down, and remembers what it was asked."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import trustme


@dataclass(frozen=True)
class Reply:
    """One answer; `how` is `whole`, `reset` (the connection breaks), `cut` (the body ends early), `slow` or `huge`."""

    status: int = 200
    data: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    how: str = "whole"
    body: bytes | None = None


@dataclass(frozen=True)
class Asked:
    method: str
    target: str
    headers: Mapping[str, str]
    body: Any


class FakeTracker:
    """Answers by path; of several answers to one path each is given once, and the last one again and again."""

    def __init__(self, authority: trustme.CA, name: str = "localhost") -> None:
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[Asked] = []
        self.release = threading.Event()
        self._server = _Quiet(("127.0.0.1", 0), _handler(self))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.host = f"localhost:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def on(self, path: str, *replies: Reply) -> None:
        self.replies[path] = list(replies)

    def forget(self) -> None:
        self.replies.clear()
        self.asked.clear()

    def stop(self) -> None:
        self.release.set()
        self._server.shutdown()
        self._server.server_close()

    def next_reply(self, target: str) -> Reply:
        found = self.replies.get(target) or self.replies.get(target.partition("?")[0])
        if not found:
            return Reply(404, {"message": "Not Found"})
        return found.pop(0) if len(found) > 1 else found[0]


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Whoever goes away in the middle is part of the tests."""


def _handler(tracker: FakeTracker) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            size = int(self.headers.get("Content-Length", "0"))
            self._answer(json.loads(self.rfile.read(size)))

        def _answer(self, body: Any) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            tracker.asked.append(Asked(self.command, self.path, headers, body))
            reply = tracker.next_reply(self.path)
            if reply.how == "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                self.close_connection = True
                return
            if reply.how == "slow":
                tracker.release.wait(5)
            data = reply.body if reply.body is not None else json.dumps(reply.data).encode()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            size = 11_000_000 if reply.how == "huge" else len(data) + (50 if reply.how == "cut" else 0)
            self.send_header("Content-Length", str(size))
            self.end_headers()
            try:
                if reply.how == "huge":
                    for _ in range(11):
                        self.wfile.write(b" " * 1_000_000)
                else:
                    self.wfile.write(data)
            except OSError:
                pass
            if reply.how == "cut":
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            pass

    return Handler
