"""E-mail addresses of people; those of functions, of machines and of manuals are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.sensitive.form import places
from afterword.sensitive.match import Kind, Match

EMAIL = Kind("email", "an e-mail address", "personal", guessable=True)

_LOCAL = re.compile(r"[\w.+-]{1,65}")  # read backwards; one more than there may be
_HOST = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?){0,4}\.[^\W\d_]{2,24}(?![\w@-])")
_LONGEST = 64
_FILE_ENDINGS = re.compile(
    r"(?i)\.(?:png|jpe?g|gif|svg|webp|js|ts|css|md|html?|py|json|lock|service|timer|socket|target|mount|slice|tgz|zip)$"
)
ROLE_BOXES = frozenset(
    {
        "abuse", "admin", "alerts", "billing", "contact", "dev", "devops", "donotreply", "feedback", "git", "hello",
        "help", "helpdesk", "hostmaster", "hr", "incidents", "info", "it", "legal", "mail", "mailer-daemon",
        "marketing", "news", "no-reply", "noc", "noreply", "notifications", "office", "on-call", "oncall",
        "operations", "ops", "postmaster", "press", "privacy", "root",
        "sales", "security", "service", "sre", "status", "support", "team", "webmaster",
    }
)  # fmt: skip
_RESERVED = re.compile(r"(?i)(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|local|localhost|internal|lan)$")
_MESSAGE_ID = re.compile(r"(?:message-id|in-reply-to|references|content-id)\W[^\n]{0,200}\Z", re.IGNORECASE)
_URL = re.compile(r"://\S{0,100}\Z")


def find_mail(text: str) -> Iterator[Match]:
    """Each address; below a domain that is kept for examples, and as the id of a message, it is not sure."""
    for at in places(text, ("@",)):
        local = _LOCAL.match(text[max(0, at - _LONGEST - 1) : at][::-1])
        host = _HOST.match(text, at + 1)
        if local is None or host is None or local.end() > _LONGEST:
            continue
        start = at - local.end()
        if _belongs_to_address(text, start) or _FILE_ENDINGS.search(host[0]):
            continue
        if text[start:at].casefold() in ROLE_BOXES:
            continue
        is_id = _MESSAGE_ID.search(text, max(0, start - 200), start) is not None
        is_short = local.end() == 1 and host[0].index(".") == 1  # a formula: `p@k.at`
        yield Match(EMAIL, start, host.end(), sure=not (is_id or is_short or _RESERVED.search(host[0])))


def _belongs_to_address(text: str, start: int) -> bool:
    """Whether the name is the user of an address such as `https://name:…@host`, or of another sign."""
    before = text[max(0, start - 120) : start]
    if before.endswith(("/", "@")):
        return True
    return before.endswith(":") and _URL.search(before) is not None
