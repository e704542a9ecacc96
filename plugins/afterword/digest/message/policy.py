"""How a message is written down: our own headers as they are, the rest as the standard library writes it."""

from __future__ import annotations

from email.policy import EmailPolicy
from typing import Any

OURS = frozenset(
    {
        "from", "to", "reply-to", "subject", "date", "message-id", "references", "in-reply-to", "auto-submitted",
        "x-auto-response-suppress", "precedence", "content-language",
    }
)  # fmt: skip
"""Headers that are ours beside all that begin with `list-`."""


class MailPolicy(EmailPolicy):
    """CR LF, body lines of at most 78 bytes, and no header of ours folded or coded anew.

    The standard library codes a token that is longer than a line, and mail programs then no longer find the address in
    it, so that the button to unsubscribe goes missing. A higher limit for all would write the texts in lines of that
    length. So ours stand as `headers.py` writes them, up to the 998 bytes that the guard holds.
    """

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:  # noqa: ANN401 - as the base has it
        """Keep a header of ours as it is written."""
        return (name, value) if _is_ours(name) else super().header_store_parse(name, value)

    def header_fetch_parse(self, name: str, value: Any) -> Any:  # noqa: ANN401 - as the base has it
        """Give a header of ours back as it is written."""
        return value if _is_ours(name) else super().header_fetch_parse(name, value)

    def fold(self, name: str, value: Any) -> str:  # noqa: ANN401 - as the base has it
        """The lines of one header."""
        return f"{name}: {value}{self.linesep}" if _is_ours(name) else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:  # noqa: ANN401 - as the base has it
        """The lines of one header as bytes."""
        return self.fold(name, value).encode("ascii") if _is_ours(name) else super().fold_binary(name, value)


POLICY = MailPolicy(linesep="\r\n", max_line_length=78, cte_type="7bit")


def _is_ours(name: str) -> bool:
    return name.lower() in OURS or name.lower().startswith("list-")
