"""One find in a text: what sort of thing it is, where it stands, and how it may be told of without repeating it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

Sort = Literal["secret", "personal"]

PREFIX = 4
"""Characters of a published beginning, such as `ghp_`, that are shown at most."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of secret or of personal data.

    Attributes:
        name: its stable name in kebab-case.
        what: what it is, with its article, such as "an OpenAI key".
        sort: a secret, or personal data.
        guessable: whether somebody could find the text by trying, as with a telephone number or a password, so that
            even its digest would tell it.
    """

    name: str
    what: str
    sort: Sort = "secret"
    guessable: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """One find.

    Attributes:
        kind: what it is.
        start: the offset of its first character.
        end: the offset after its last one.
        sure: whether it is real as far as anybody can tell; else it is an example of a manual, or only told of. What
            is unsure is covered and looked at by people all the same, and is no finding.
        prefix: how many of its first characters are the same in every one of the kind, and published.
    """

    kind: Kind
    start: int
    end: int
    sure: bool = True
    prefix: int = 0

    def masked(self, text: str) -> str:
        """The find as messages show it: at most four published characters and the length."""
        shown = text[self.start : self.start + min(self.prefix, PREFIX)]
        length = f"{self.end - self.start:,} characters"
        return f"`{shown}…`, {length}" if shown else length

    def digest(self, text: str) -> str:
        """The SHA-256 of exactly what was found, by which the settings allow it."""
        return hashlib.sha256(text[self.start : self.end].encode("utf-8", "surrogatepass")).hexdigest()


_MASKED = re.compile(
    r"(?i)\*{3}|x{4}|\.\.\.|…|•|redacted|removed|hidden|^[$%{<\[(]|^your[-_]|^null$|^none$|^https?:|\$\{|\{\{"
)
_EXAMPLE = re.compile(r"(?i)example|placeholder|change[-_]?me|dummy|insert[-_]|your[-_]|12345678|abcdefgh")
_FEWEST = 6


def is_masked(text: str) -> bool:
    """Whether `text` stands where a secret did or will: stars, dots, a variable, a placeholder."""
    return bool(_MASKED.search(text))


def is_example(text: str) -> bool:
    """Whether `text` has a secret's form and says itself that it is none, as the keys of manuals do."""
    return bool(_EXAMPLE.search(text)) or len(set(text)) < _FEWEST
