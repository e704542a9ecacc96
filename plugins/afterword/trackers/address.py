"""A work item's address: the host that it lies on, and the path below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from afterword.model.tracker_state import trim

_PLAIN = re.compile(r"[!-~]{1,2000}\Z")
_HOST = re.compile(r"[a-z0-9.-]{1,253}\Z")


@dataclass(frozen=True)
class Address:
    """An https address taken apart.

    Attributes:
        url: the address as reports write it, without a closing slash.
        host: its host in lower case, with the port where that is not 443.
        path: its path, without query, fragment and closing slash.
    """

    url: str
    host: str
    path: str


def read_address(typed: str) -> Address | None:
    """The address; None where it is no plain https address, or carries a name or password."""
    url = trim(typed)
    if not _PLAIN.match(url) or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    name = (parts.hostname or "").rstrip(".")
    if parts.scheme != "https" or "@" in parts.netloc or not _HOST.match(name):
        return None
    host = name if port in (None, 443) else f"{name}:{port}"
    return Address(url, host, parts.path.rstrip("/"))
