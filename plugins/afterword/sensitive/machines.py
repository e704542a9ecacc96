"""Addresses on the public internet, behind which a person may sit; private ones and those of manuals are none."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import lru_cache

from afterword.sensitive.match import Kind, Match

IP_ADDRESS = Kind("ip-address", "an IP address", "personal", guessable=True)

_V4 = re.compile(r"(?<![\w.-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d|/\d{1,2}(?![\w./]))")
# Only addresses of one part of version 6 are given out, and those begin so.
_V6 = re.compile(r"(?<![\w:.])[23][0-9a-fA-F]{3}:[0-9a-fA-F:]{2,34}(?![\w:/])")
_VERSION = re.compile(
    r"(?:\b(?:oids?|object ?identifiers?|upgraded?|updated?|bump(?:ed)?)\b[^\n]{0,30}"
    r"|\b(?:v|ver|version|release|section|chapter|clause|build|driver|firmware|kernel|rev|revision|python|cuda|cudnn)"
    r"[\w.-]{0,20}|==|[<>~^]=?|[A-Za-z][\w.+-]*/)[\s:=]{0,3}\Z",
    re.IGNORECASE,
)
_RESOLVERS = frozenset(
    {"8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "149.112.112.112", "208.67.222.222", "208.67.220.220"}
)
_DOCUMENTS = tuple(map(ipaddress.ip_network, ("2001:db8::/32", "3fff::/20")))


def find_machines(text: str) -> Iterator[Match]:
    """Each address that is routed; a number of a version has the same form, and its words before it."""
    for pattern in (_V4, _V6):
        for found in pattern.finditer(text):
            if not _is_somebody(found[0]):
                continue
            before = text[max(0, found.start() - 40) : found.start()]
            is_version = bool(_VERSION.search(before)) and not before.endswith("//")
            yield Match(IP_ADDRESS, found.start(), found.end(), sure=not is_version)


@lru_cache(maxsize=4096)
def _is_somebody(text: str) -> bool:
    """Whether it is an address that is given out to somebody; a log holds the same few over and over."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if not address.is_global or address.is_multicast or text in _RESOLVERS:
        return False
    return not any(address.version == network.version and address in network for network in _DOCUMENTS)
