"""What the ledger says of one digest before it is delivered, and whether that lets it go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from afterword.digest.ledger import UNCERTAIN, Ledger, Line
from afterword.digest.view import Digest
from afterword.digest.weeks import Week, parse_week, say_weeks
from afterword.findings.visible import visible

SENT: Final = "sent"


@dataclass(frozen=True)
class Past:
    """The lines on one edition, as far as they matter to one digest.

    Attributes:
        name: the digest as people see it.
        weeks: its weeks.
        lines: the lines on the very same weeks, in their order.
        others: of digests that share a week with it, the lines that hold, as far as they settle their weeks.
    """

    name: str
    weeks: tuple[Week, ...]
    lines: tuple[Line, ...]
    others: tuple[Line, ...]

    @classmethod
    def of(cls, ledger: Ledger, digest: Digest) -> Past:
        """What the ledger says of `digest`."""
        weeks = tuple(sorted(parse_week(each) for each in digest.span.weeks))
        edition = ledger.of(digest.edition.key)
        same = tuple(line for line in edition.lines if line.parsed_weeks == weeks)
        others = tuple(
            line
            for found, line in edition.last_lines.items()
            if found != weeks and set(found) & set(weeks) & edition.settled_weeks and line.state != "refused"
        )
        return cls(name_of(digest), weeks, same, others)

    @property
    def is_uncertain(self) -> bool:
        """Whether it was begun, and perhaps delivered."""
        return bool(self.lines) and self.lines[-1].state in UNCERTAIN

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do: it was sent, or there was nothing to send."""
        return bool(self.lines) and self.lines[-1].state in {SENT, "skipped-empty"}

    @property
    def known(self) -> Mapping[str, str]:
        """By hash the recipients that are known to have it, from any earlier try."""
        return {each: SENT for line in self.lines for each, word in line.recipients.items() if word == SENT}

    def why_nothing_is_left(self) -> str:
        """The sentence for a digest that is settled."""
        if self.lines[-1].state == SENT:
            return f"{self.name} was sent already; nothing is to be done."
        return f"{self.name} was passed over, since there was nothing to tell; nothing is to be done."

    def why_it_stops(self) -> tuple[str, ...]:
        """Sentences for a digest that was begun and perhaps delivered."""
        line = self.lines[-1]
        what = {
            "pending": "was begun by a run that was cut off, and nobody knows how far it came",
            "ambiguous": "was handed to a mail server that was lost before it answered",
        }[line.state]
        looked = f"Look for the message {visible(line.message_id)} in the list's archive or in the mail server's log."
        return (
            f"{self.name} {what}. It is not sent again unasked.",
            f"{looked} `--resend-ambiguous` sends it to those who are not known to have it.",
        )

    def why_it_differs(self, commit: str) -> tuple[str, ...]:
        """A sentence for what is sent again and was made from another commit than the first time."""
        if not self.is_uncertain or self.lines[-1].commit == commit:
            return ()
        before, now = (each[:12] or "no commit" for each in (self.lines[-1].commit, commit))
        return (f"It was made from {now}, the earlier one from {before}: whoever has both may have two texts.",)

    def why_others_stop_it(self) -> tuple[str, ...]:
        """Sentences for a digest of which another one has told a week."""
        told = "; ".join(f"{say_weeks(line.parsed_weeks)} is {line.state}" for line in self.others)
        in_doubt = any(line.state in UNCERTAIN for line in self.others)
        return (
            f"{self.name} shares weeks with what the ledger has already: {told}. Nothing was sent.",
            "`--since-last` makes the digest of the weeks that are left."
            if not in_doubt
            else "Look whether that one arrived. `--resend-ambiguous` sends it to those who are not known to have it.",
        )


def name_of(digest: Digest) -> str:
    """`The digest of 2026-W47 (company)`."""
    return f"The digest of {digest.span.label} ({visible(digest.edition.key)})"
