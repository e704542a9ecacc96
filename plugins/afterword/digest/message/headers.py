"""The headers of a digest, in their order: who, to whom, about what, when, and how to leave the list."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import quote

from afterword.digest.message.guard import GuardError, Header, check_value
from afterword.digest.message.mail import Mail
from afterword.digest.view import Digest

_LONGEST_QUOTED = 60
_WORD_BYTES = 45
"""So that a coded word has at most 75 characters, as RFC 2047 has it."""


def headers_of(digest: Digest, mail: Mail) -> tuple[Header, ...]:
    """Every header but the two that say how the message is made up.

    Raises:
        GuardError: where one of the values may not stand in a header.
    """
    return (
        _sender(digest.site.name, mail.sender),
        *(_plain(name, value) for name, value in _values(digest, mail)),
    )


def message_id(digest: Digest, mail: Mail) -> str:
    """`<digest.2026-w47.HASH@host>`: the same for the same site, weeks and edition, whoever makes it and when.

    A digest that is sent a second time on purpose keeps it, so that a server that has it already may drop the second.
    """
    known = json.dumps([digest.site.url, digest.span.weeks, digest.edition.key, mail.test])
    week = digest.span.weeks[-1].lower()
    kind = "test" if mail.test else "digest"
    return f"<{kind}.{week}.{sha256(known.encode('utf-8', 'replace')).hexdigest()[:12]}@{mail.domain}>"


def _values(digest: Digest, mail: Mail) -> Iterator[tuple[str, str]]:
    if not digest.subject.isascii():
        message = "the subject of a digest is made of weeks and counts, and this one is not"
        raise GuardError(message)
    yield "To", mail.to
    yield "Reply-To", mail.reply_to
    yield "Subject", digest.subject
    yield "Date", _date(digest.span.ends)
    yield "Message-ID", message_id(digest, mail)
    yield "List-Id", f"<{mail.list_id}>"
    yield "List-Archive", f"<{mail.archive}>"
    yield "List-Help", f"<{mail.help}>"
    yield "List-Unsubscribe", _unsubscribe(mail)
    if mail.one_click:
        yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"
    yield "Auto-Submitted", "auto-generated"
    yield "X-Auto-Response-Suppress", "OOF, AutoReply"
    yield "Precedence", "list"
    yield "Content-Language", "en"


def _plain(name: str, value: str) -> Header:
    return Header(name, check_value(name, value), value)


def _sender(name: str, address: str) -> Header:
    """The site's name and the address. A name that is not plain is coded here, since libraries differ in how."""
    check_value("site_name", name)
    words = re.sub(" +", " ", name.strip(" "))
    if not words:
        return Header("From", f"<{address}>", f"<{address}>")
    if words.isascii() and len(words) <= _LONGEST_QUOTED:
        shown = '"' + re.sub(r'(["\\])', r"\\\1", words) + '"'
    else:
        shown = "\r\n ".join(f"=?utf-8?b?{b64encode(chunk).decode('ascii')}?=" for chunk in _chunks(words))
    separator = "\r\n " if "\r\n" in shown or len(shown) + len(address) > _LONGEST_QUOTED else " "
    return Header("From", f"{words} <{address}>", f"{shown}{separator}<{address}>")


def _chunks(words: str) -> Iterator[bytes]:
    """The name in UTF-8, cut between characters."""
    chunk = b""
    for character in words:
        coded = character.encode()
        if len(chunk) + len(coded) > _WORD_BYTES:
            yield chunk
            chunk = b""
        chunk += coded
    yield chunk


def _date(moment: datetime) -> str:
    """The moment as RFC 5322 has it, which knows offsets in whole minutes alone."""
    offset = moment.utcoffset()
    whole = offset is not None and offset.total_seconds() % 60 == 0
    return format_datetime(moment if whole else moment.astimezone(UTC))


def _unsubscribe(mail: Mail) -> str:
    """The ways to leave, the one that works without a person first: programs take the first that they know."""
    by_mail = f"<mailto:{quote(mail.unsubscribe, safe='@')}?subject=unsubscribe>"
    if not mail.unsubscribe_page:
        return by_mail
    by_page = f"<{mail.unsubscribe_page}>"
    return ", ".join([by_page, by_mail] if mail.one_click else [by_mail, by_page])
