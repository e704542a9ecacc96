"""Why two reports are related: as data for pages that link what is named, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Tie = Literal["related", "replaces", "replaced-by", "mentions", "mentioned-by"]
TIES: dict[Tie, str] = {
    "replaces": "replaces this report",
    "replaced-by": "replaced by this report",
    "related": "declared as related",
    "mentions": "mentions this report",
    "mentioned-by": "mentioned in this report",
}
"""What an author made of two reports, told of the other one, in the order in which it is told."""
NOTHING = "nothing in common was found; the nearest in time"
ALIKE = "alike as a whole, in no single word"


@dataclass(frozen=True)
class Because:
    """What two reports have in common, the most telling first in each list.

    Attributes:
        ties: relations that an author made.
        factors: ids of contributing factors.
        system: the system that both are about, or that one of them reached; empty where there is none.
        provider: whose model or service both rest on; empty where they differ.
        type: the type of system that both are about; empty where they differ.
        silent: why checks stayed silent in both.
        kinds: ids of remediation kinds.
        labels: tags and other labels.
        phrases: words that both texts use and few others.
        alike: whether the texts are alike at all.
    """

    ties: tuple[Tie, ...] = ()
    factors: tuple[str, ...] = ()
    system: str = ""
    provider: str = ""
    type: str = ""
    silent: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    alike: bool = False

    @property
    def is_telling(self) -> bool:
        """Whether it names anything that is worth a reader's time by itself."""
        return bool(self.ties or self.factors or self.system or self.labels or self.phrases)


def describe_because(because: Because) -> str:
    """The reasons in words, as plain text: "shares `a` and `b`; same system; both speak of “refund”"."""
    parts = [TIES[tie] for tie in because.ties]
    if because.factors:
        parts.append(f"shares {list_words(_code(because.factors))}")
    if because.system:
        parts.append("same system")
    if because.provider:
        parts.append("same provider")
    if because.type and not because.system:
        parts.append(f"same type of system (`{because.type}`)")
    if because.silent:
        parts.append(f"silent checks of one kind ({list_words(_code(because.silent))})")
    if because.kinds:
        parts.append(f"answered alike ({list_words(_code(because.kinds))})")
    if because.labels:
        parts.append(f"both labelled {list_words(_code(because.labels))}")
    if because.phrases:
        parts.append(f"both speak of {list_words(quote(because.phrases))}")
    return "; ".join(parts) or (ALIKE if because.alike else NOTHING)


def quote(phrases: Iterable[str]) -> list[str]:
    """Phrases in quotation marks."""
    return [f"“{phrase}”" for phrase in phrases]


def list_words(words: Sequence[str]) -> str:
    """Words in one line: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1] if words else ""]))


def _code(ids: Iterable[str]) -> list[str]:
    return [f"`{' '.join(each.replace('`', '').split())}`" for each in ids]
