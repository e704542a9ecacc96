"""Names of hosts in ASCII, as mail programs find them in a link and mail servers in a header."""

from __future__ import annotations

import re
import unicodedata

_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_LONGEST_LABEL = 63
_DOTS = re.compile("[.\u3002\uff0e\uff61]")


def ascii_host(host: str) -> str:
    """The host in ASCII, as browsers ask for it; empty where it is none.

    The standard library's `idna` takes `ß` for `ss`, as its standard of 2003 has it: the name of somebody else's host.
    """
    coded = ".".join(_label(label) for label in _DOTS.split(unicodedata.normalize("NFKC", host).lower()))
    labels = [] if ":" in coded else coded.removesuffix(".").split(".")
    return coded if _HOST.fullmatch(coded) and all(0 < len(each) <= _LONGEST_LABEL for each in labels) else ""


def _label(label: str) -> str:
    try:
        return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
    except UnicodeError:
        # Half a character; no host has such a name, and no pattern of ours lets it through.
        return "?"
