"""Where a message leads beside its content."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.digest.forms.said import say_page
from afterword.digest.forms.texts import address_of
from afterword.digest.view import Digest


@dataclass(frozen=True)
class MailLinks:
    """Addresses that the mailing knows and the content does not; an empty one is left out.

    Attributes:
        archive: the page of all digests.
        unsubscribe: where the subscription ends, a page or a `mailto:` address.
        help: where questions and corrections go, a page or a `mailto:` address.
    """

    archive: str = ""
    unsubscribe: str = ""
    help: str = ""


def ways_of(digest: Digest, links: MailLinks, *, whole: bool) -> list[tuple[str, str]]:
    """Words and addresses of what stands in the head, and of all that stands in the foot where `whole`."""
    ways = [
        (say_page(digest).read, digest.address),
        ("All digests", links.archive),
        ("Unsubscribe", links.unsubscribe),
        ("Questions and corrections", links.help if whole else ""),
    ]
    return [(words, address) for words, address in ways if address_of(address)]
