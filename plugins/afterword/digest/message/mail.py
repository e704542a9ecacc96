"""The addresses of a digest: what the settings name, and what stands in for what they leave open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit, urlunsplit

from afterword.digest.hosts import ascii_host
from afterword.digest.message.guard import GuardError, check_address, check_value
from afterword.digest.view import Site
from afterword.model.settings import DigestSettings

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
_NOBODY = "afterword.invalid"
"""The host where the site has none that can stand in an address; `.invalid` belongs to nobody."""
_KEPT = "!#$%&'*+-./:;=?@_~"
"""What stays as it is in an address on the web; a comma or a bracket would end it in a header."""


@dataclass(frozen=True)
class Mail:
    """Every address that a message carries, each of them looked at.

    Attributes:
        sender: the bare address it comes from.
        to: the address that its `To` names, the list's; who gets it is the envelope's.
        reply_to: where answers go.
        bounces: the sender of the envelope, to which undeliverable messages go back.
        domain: the host under which its id and its list are known.
        list_id: the list's lasting id.
        archive: the page of all digests.
        help: a page on the list.
        unsubscribe: the address that takes a message from whoever leaves.
        unsubscribe_page: a page to leave the list; empty for none.
        one_click: whether that page takes a POST that unsubscribes at once.
        test: of a test message a word of its own, so that no server takes it for the digest; empty otherwise.
    """

    sender: str
    to: str
    reply_to: str
    bounces: str
    domain: str
    list_id: str
    archive: str
    help: str
    unsubscribe: str
    unsubscribe_page: str = ""
    one_click: bool = False
    test: str = ""

    @property
    def is_nobodys(self) -> bool:
        """Whether the sender was made up for a site without a host: good for a look, and not for sending."""
        return self.sender.endswith(f"@{_NOBODY}")

    def as_test(self, address: str, word: str) -> Mail:
        """The same for a test message to `address`; `word` makes its id another one each time.

        Raises:
            GuardError: where the address is none.
        """
        return replace(self, to=check_address("--to", address), test=check_value("word", word))


def resolve_mail(settings: DigestSettings, site: Site, sender: str = "") -> Mail:
    """The addresses, so that a message can be written whatever the settings name; sending needs recipients beside it.

    Args:
        settings: the settings of the digest.
        site: the site, whose host stands in for what is not named.
        sender: `SMTP_FROM`, which wins over the settings; empty where it is not set.

    Raises:
        GuardError: where an address may not stand in a header.
    """
    domain = _domain(site.url)
    by = check_address("SMTP_FROM", sender) if sender else _own("from", settings.from_) or f"digest@{domain}"
    archive = web_address("site_url", f"{site.url}digests/")
    return Mail(
        sender=by,
        to=_own("to", settings.to) or by,
        reply_to=_own("reply_to", settings.reply_to) or by,
        bounces=_own("bounces", settings.bounces) or by,
        domain=domain,
        list_id=check_value("digest.list_id", settings.list_id or f"digest.{domain}"),
        archive=archive,
        help=web_address("digest.help", settings.help) if settings.help else archive,
        unsubscribe=_own("unsubscribe", settings.unsubscribe) or by,
        unsubscribe_page=web_address("digest.unsubscribe_page", page) if (page := settings.unsubscribe_page) else "",
        one_click=settings.one_click,
    )


def web_address(what: str, address: str) -> str:
    """An address on the web in ASCII, as it can stand between `<` and `>` in a header; `what` is how people know it.

    Raises:
        GuardError: where it is no address on the web, or holds what no header may hold.
    """
    check_value(what, address)
    try:
        parts = urlsplit(address)
        host, port = ascii_host(parts.hostname or ""), parts.port
    except ValueError:
        host = ""
    if not host or parts.scheme not in {"https", "http"} or "@" in parts.netloc:
        message = f"`{what}` is no address that a message can name; write one such as `https://learning.example.org/`"
        raise GuardError(message)
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    rest = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    return check_value(what, f"{parts.scheme}://{place}{quote(rest, safe=_KEPT)}")


def _own(name: str, address: str | None) -> str:
    return check_address(f"digest.{name}", address) if address else ""


def _domain(url: str) -> str:
    try:
        host = ascii_host(urlsplit(url).hostname or "")
    except ValueError:
        host = ""
    return host if _NAME.fullmatch(host) and ".." not in host else _NOBODY
