"""A server that packs what it sends, as servers of real sites do, and keeps a list of it."""

from __future__ import annotations

import functools
import gzip
import http.server
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tests.browser.serving import serve

PACKED = {".html", ".css", ".js", ".json", ".svg"}


class _Packing(http.server.SimpleHTTPRequestHandler):
    sent: list[tuple[str, int]]

    def __init__(self, *given: Any, sent: list[tuple[str, int]], **named: Any) -> None:
        self.sent = sent
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.sent.append((self.path, 0))
            return self.send_error(HTTPStatus.NOT_FOUND)
        content = path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in PACKED:
            content = gzip.compress(content, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.sent.append((self.path, len(content)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serve_packed(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address at which `folder` is served while the block runs, and what was sent: path and bytes of each answer.

    Requests of the page's workers are in the list, which the page itself does not see.
    """
    sent: list[tuple[str, int]] = []
    with serve(functools.partial(_Packing, directory=str(folder), sent=sent)) as url:
        yield url, sent
