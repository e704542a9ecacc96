"""What may become a header, before a message is written, and whether it holds what was meant, after it was.

Libraries for mail have let a value add headers of its own, and will again: by a line end, by a coded word that holds
one, or by a character that some reader takes for one. So every value is looked at, and every message is read again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.policy import compat32, default
from email.utils import parseaddr

LONGEST_LINE = 998
"""Bytes of one line without its end, as RFC 5322 has it."""
_LONGEST_BODY_LINE = 78
_REFUSED = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters, all line ends of ASCII and U+0085 among them
    "\u2028\u2029"  # line ends of Unicode
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing
    "\ud800-\udfff]"  # halves of characters
)
_CODED_WORD = "=?"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?=.{{1,254}}\Z)(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
_FOLD = re.compile(r"\r?\n(?=[ \t])")


class GuardError(ValueError):
    """A value that must not become a header, or a message that is not what was meant; its text says which."""


@dataclass(frozen=True)
class Header:
    """One header of a message.

    Attributes:
        name: its name.
        value: what a reader's program is to take from it.
        written: how it stands in the message; folded only where its lines begin with a blank.
    """

    name: str
    value: str
    written: str


def check_value(what: str, value: str) -> str:
    """The value, where it may stand in a header; `what` is how people know it, such as `site_name`.

    Raises:
        GuardError: at a control character, a line end of any kind, a character that turns the direction of writing,
            half a character, or the beginning of a coded word.
    """
    if found := _REFUSED.search(value):
        message = f"`{what}` holds U+{ord(found[0]):04X}, which no header of a message may hold; take it out"
        raise GuardError(message)
    if _CODED_WORD in value:
        message = f"`{what}` holds `{_CODED_WORD}`, which begins a coded word in a header; take it out"
        raise GuardError(message)
    return value


def check_address(what: str, address: str) -> str:
    """The address, where it is a bare one in ASCII such as `digest@example.org`.

    Raises:
        GuardError: where it is none, or may not stand in a header.
    """
    check_value(what, address)
    if not _ADDRESS.fullmatch(address):
        message = f"`{what}` is no bare e-mail address in ASCII; write one such as `digest@example.org`"
        raise GuardError(message)
    return address


def check_message(data: bytes, headers: Sequence[Header], parts: Sequence[str]) -> bytes:
    """The message, where its own bytes say what was meant and nothing else.

    Args:
        data: the message as it is sent.
        headers: those that it is to have, beside the two that say how it is made up.
        parts: the texts of its alternatives, the plainest first.

    Raises:
        GuardError: where it has another header, another value, another text, or a form that a server may refuse or read
            in another way.
    """
    _check_lines(data)
    _check_names(data, headers)
    raw, parsed = message_from_bytes(data, policy=compat32), message_from_bytes(data, policy=default)
    for header in headers:
        _check_header(header, raw, parsed)
    for part in parsed.walk():
        if part.defects or any(getattr(value, "defects", ()) for value in part.values()):
            _stop("it does not read back without doubt")
    _check_parts(parsed, parts)
    return data


def _check_lines(data: bytes) -> None:
    if b"\0" in data or not data.isascii():
        _stop("it is not plain ASCII")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        _stop("a line end in it is not CR LF")
    _, _, body = data.partition(b"\r\n\r\n")
    if max(map(len, data.split(b"\r\n"))) > LONGEST_LINE or max(map(len, body.split(b"\r\n"))) > _LONGEST_BODY_LINE:
        _stop("a line in it is too long")


def _check_names(data: bytes, headers: Sequence[Header]) -> None:
    """Names counted without the library that wrote them, and with it."""
    head = _FOLD.sub("", data.partition(b"\r\n\r\n")[0].decode("ascii"))
    wanted = Counter([*(header.name for header in headers), "MIME-Version", "Content-Type"])
    lines = Counter(line.partition(":")[0] for line in head.split("\r\n"))
    if wanted != lines or wanted != Counter(message_from_bytes(data, policy=default).keys()):
        _stop("its headers are not those that were meant")


def _check_header(header: Header, raw: Message, parsed: Message) -> None:
    line = _FOLD.sub("", str(raw[header.name]))
    if line != _FOLD.sub("", header.written):
        _stop(f"its header `{header.name}` is not what was meant")
    if header.name == "From":
        # Read by hand: the newer reader of some versions puts blanks between the words of a coded name.
        name, address = parseaddr(line)
        found = f"{make_header(decode_header(name))} <{address}>".lstrip(" ")
    else:
        found = str(parsed[header.name])
    if found != header.value:
        _stop(f"its header `{header.name}` does not read back as what was meant")


def _check_parts(message: Message, texts: Sequence[str]) -> None:
    found = list(message.iter_parts()) if isinstance(message, EmailMessage) else []
    kinds = [part.get_content_type() for part in found]
    if message.get_content_type() != "multipart/alternative" or kinds != ["text/plain", "text/html"]:
        _stop("it is not made up of a plain text and an HTML text")
    for part, text in zip(found, texts, strict=True):
        decoded = part.get_payload(decode=True)
        if not isinstance(decoded, bytes) or _lines(decoded) != _lines(text.encode()):
            _stop("a text in it does not read back as it was")


def _lines(text: bytes) -> list[bytes]:
    """Its lines, of which a message always has one."""
    return text.splitlines() or [b""]


def _stop(what: str) -> None:
    message = f"the message was made and then refused, since {what}; nothing is sent"
    raise GuardError(message)
