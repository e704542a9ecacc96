"""The pictures of a report within its file, as far as they fit; the others are named with their size."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape

_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"}


_LONGEST = 200
"""Characters of a description that are shown in the place of a picture."""


class Pictures:
    """First the name of every picture stands in its place, and the picture itself once it is known how much fits."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._named: list[tuple[str, str, str]] = []
        self.left_out: list[str] = []

    def name(self, path: str, alt: str) -> str:
        """What stands in the place of the picture at `path` below the site's root; `alt` describes it."""
        content = self._files.get(path)
        told = (
            f"Picture {path.rpartition('/')[2][-80:]}, {len(content):,} bytes, left out of this file"
            if content is not None
            else "A picture that is not in this file"
        )
        about = f": {alt[:_LONGEST]}" if alt else ""
        # No id of an author's holds a full stop.
        named = f'<span class="aw-left-out" id="picture.{len(self._named) + 1}">{escape(told)}{escape(about)}</span>'
        self._named.append((named, told, self._embedded(path, alt)))
        return named

    def put(self, html: str, room: int) -> str:
        """`html` with the pictures, in order, for which there are `room` more bytes."""
        for named, told, embedded in self._named:
            more = len(embedded.encode()) - len(named.encode())
            if embedded and more <= room:
                html = html.replace(named, embedded, 1)
                room -= max(0, more)
            elif named in html:
                self.left_out.append(told)
        return html

    def _embedded(self, path: str, alt: str) -> str:
        kind, content = _TYPES.get(path.rpartition(".")[2].lower()), self._files.get(path)
        if kind is None or content is None:
            return ""
        return f'<img src="data:{kind};base64,{b64encode(content).decode()}" alt="{escape(alt)}">'
