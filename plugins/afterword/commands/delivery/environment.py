"""What the environment says of sending: the mail server, who may sign in to it, from whom and to whom.

Names and passwords stand in the environment alone, never in a settings file and never in a message of ours.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from afterword.commands.refusal import Refusal
from afterword.digest.message.guard import GuardError, check_address
from afterword.model.settings import DigestSettings

Security = Literal["starttls", "tls", "none"]
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
_HOST = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*\.?")
_PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
_SHORTEST_KEY = 16


@dataclass(frozen=True)
class Smtp:
    """The mail server that takes our messages.

    Attributes:
        host: its name or address.
        port: the port that it listens at.
        security: TLS after STARTTLS, TLS from the start, or none, which only a server on the same machine gets.
        username: who signs in; empty for nobody.
        password: with what.
        ca_file: certificates that are trusted beside those of the machine.
    """

    host: str
    port: int
    security: Security
    username: str = ""
    password: str = field(default="", repr=False)
    ca_file: Path | None = None


@dataclass(frozen=True)
class Post:
    """Where digests are handed in and who gets them.

    Attributes:
        smtp: the mail server.
        recipients: bare addresses, each once, in the order in which they were listed.
        key: the key of the recipients' hashes in the ledger; empty for the site's address.
    """

    smtp: Smtp
    recipients: tuple[str, ...]
    key: str = field(default="", repr=False)


def read_sender(environ: Mapping[str, str]) -> str:
    """`SMTP_FROM`, or an empty word where it is not set; a dry run wants it too.

    Raises:
        Refusal: where it is no bare address.
    """
    sender = environ.get("SMTP_FROM", "").strip()
    try:
        return check_address("SMTP_FROM", sender) if sender else ""
    except GuardError as error:
        raise Refusal(str(error)) from None


def read_post(environ: Mapping[str, str], settings: DigestSettings) -> Post:
    """All that sending needs.

    Raises:
        Refusal: with a line for each variable that is missing or odd; no value is told but those of host and port.
    """
    problems: list[str] = []
    smtp = _smtp(environ, problems)
    recipients = _recipients(environ, settings, problems)
    key = environ.get("DIGEST_HASH_KEY", "").strip()
    if key and len(key) < _SHORTEST_KEY:
        problems.append(f"`DIGEST_HASH_KEY` is too short; take {_SHORTEST_KEY} characters or more, or leave it unset")
    if problems:
        raise Refusal("\n".join(["nothing is sent, since the environment does not say how:", *problems]))
    return Post(smtp, recipients, key)


def read_smtp(environ: Mapping[str, str]) -> Smtp:
    """The mail server alone, for a test message.

    Raises:
        Refusal: as `read_post` does.
    """
    problems: list[str] = []
    smtp = _smtp(environ, problems)
    if problems:
        raise Refusal("\n".join(["nothing is sent, since the environment does not say how:", *problems]))
    return smtp


def is_loopback(host: str) -> bool:
    """Whether the name or address is that of the machine itself, without asking anybody."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def _smtp(environ: Mapping[str, str], problems: list[str]) -> Smtp:
    host = environ.get("SMTP_HOST", "").strip().removeprefix("[").removesuffix("]")
    if not host:
        problems.append("`SMTP_HOST` is not set; name the mail server, such as `smtp.example.org`")
    elif not (_HOST.fullmatch(host) or _is_ip(host)):
        problems.append("`SMTP_HOST` is no name of a server; write one such as `smtp.example.org`, without `https://`")
    security = _security(environ, host, problems)
    username, password = environ.get("SMTP_USERNAME", "").strip(), environ.get("SMTP_PASSWORD", "").rstrip("\r\n")
    problems.extend(_odd_credentials(username, password))
    ca_file = Path(environ["SMTP_CA_FILE"].strip()) if environ.get("SMTP_CA_FILE", "").strip() else None
    if ca_file and not ca_file.is_file():
        problems.append("`SMTP_CA_FILE` names no file; name one with certificates in PEM, or leave it unset")
    return Smtp(host, _port(environ, security, problems), security, username, password, ca_file)


def _security(environ: Mapping[str, str], host: str, problems: list[str]) -> Security:
    typed = environ.get("SMTP_SECURITY", "").strip().lower()
    if not typed:
        at_tls = environ.get("SMTP_PORT", "").strip() == str(_PORTS["tls"])
        return "tls" if at_tls else "none" if is_loopback(host) else "starttls"
    if typed not in get_args(Security):
        problems.append("`SMTP_SECURITY` is none of `starttls` and `tls`; write one of them, or leave it unset")
        return "starttls"
    if typed == "none" and not is_loopback(host):
        problems.append("`SMTP_SECURITY` is `none`, which only a server on the same machine gets; write `starttls`")
    return cast(Security, typed)


def _port(environ: Mapping[str, str], security: Security, problems: list[str]) -> int:
    typed = environ.get("SMTP_PORT", "").strip()
    if not typed:
        return _PORTS[security]
    if not re.fullmatch(r"[0-9]{1,5}", typed) or not 0 < int(typed) < 65_536:
        problems.append("`SMTP_PORT` is no port; write a number such as 587, or leave it unset")
        return _PORTS[security]
    return int(typed)


def _odd_credentials(username: str, password: str) -> Iterator[str]:
    if bool(username) != bool(password):
        missing, there = ("SMTP_PASSWORD", "SMTP_USERNAME") if username else ("SMTP_USERNAME", "SMTP_PASSWORD")
        yield f"`{there}` is set and `{missing}` is not; set both, or neither for a server without sign-in"
    for name, value in (("SMTP_USERNAME", username), ("SMTP_PASSWORD", password)):
        if not (value.isascii() and value.isprintable()):
            yield f"`{name}` holds a character that is not printable ASCII, which signing in cannot carry"


def _recipients(environ: Mapping[str, str], settings: DigestSettings, problems: list[str]) -> tuple[str, ...]:
    """Those of the environment, else the list's address."""
    typed = [each.strip() for each in re.split(r"[,\r\n]", environ.get("SMTP_RECIPIENTS", "")) if each.strip()]
    found: dict[str, str] = {}
    for number, address in enumerate(typed, 1):
        try:
            found.setdefault(address.lower(), check_address(f"SMTP_RECIPIENTS, address {number}", address))
        except GuardError as error:
            problems.append(str(error))
    if not typed and settings.to:
        return (settings.to,)
    if not typed:
        problems.append("nobody is named to send to; set `digest.to` in the settings or `SMTP_RECIPIENTS` beside it")
    return tuple(found.values())


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return "%" not in host
