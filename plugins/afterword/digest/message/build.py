"""A digest and its two texts to the bytes of one message: the same input, the same bytes."""

from __future__ import annotations

from email.message import EmailMessage
from hashlib import sha256

from afterword.digest.message.guard import GuardError, check_message
from afterword.digest.message.headers import headers_of
from afterword.digest.message.mail import Mail
from afterword.digest.message.policy import POLICY
from afterword.digest.view import Digest


def build_message(digest: Digest, html: str, text: str, mail: Mail) -> bytes:
    """The message as it is sent, with CR LF at its line ends; as a file it is an `.eml`.

    Args:
        digest: what is told; its subject, weeks and site become headers.
        html: the HTML text, whole.
        text: the plain text.
        mail: the addresses, see `resolve_mail`.

    Raises:
        GuardError: where a value may not stand in a header, or the message does not read back as what was meant.
    """
    headers = headers_of(digest, mail)
    message = EmailMessage(policy=POLICY)
    for header in headers:
        message[header.name] = header.written
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = "multipart/alternative"
    for words, kind in ((text, "plain"), (html, "html")):
        message.attach(_part(words, kind))
    message.set_boundary(_boundary(html, text))
    return check_message(message.as_bytes(), headers, (text, html))


def _part(words: str, kind: str) -> EmailMessage:
    try:
        words.encode()
    except UnicodeEncodeError:
        error = "a text of the digest holds half a character, which no message may hold; take it out of the report"
        raise GuardError(error) from None
    part = EmailMessage(policy=POLICY)
    part.set_content(words, subtype=kind, charset="utf-8", cte="quoted-printable")
    # It belongs to the whole message alone.
    del part["MIME-Version"]
    return part


def _boundary(html: str, text: str) -> str:
    """A line that no text can hold, since `=` never stands before `_` in quoted-printable; the library's is random."""
    known = "\0".join((html, text)).encode()
    return f"=_{sha256(known).hexdigest()[:24]}"
