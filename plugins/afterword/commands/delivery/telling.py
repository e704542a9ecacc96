"""What a delivery says of itself: in sentences, with recipients by place and hash, never by address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from afterword.commands.delivery.transaction import Result
from afterword.commands.refusal import Refusal
from afterword.digest.ledger import State


def describe_total(name: str, results: Mapping[str, Result]) -> str:
    """For how many of those who were to get it the server took it."""
    sent, of = sum(each.kind == "sent" for each in results.values()), len(results)
    return f"{name} was handed over for {sent} of {of} {'recipient' if of == 1 else 'recipients'}."


def describe_each(
    recipients: Sequence[str], hashes: Mapping[str, str], results: Mapping[str, Result]
) -> tuple[str, ...]:
    """A line for each recipient that is not known to have it, by place in the list and by hash, never by address."""
    return tuple(
        f"Recipient {number} ({hashes[address]}): {describe_result(results[address])}."
        for number, address in enumerate(recipients, 1)
        if address in results and results[address].kind != "sent"
    )


def describe_result(result: Result) -> str:
    """What became of the message for one recipient, in words."""
    code = f" with code {result.code}" if result.code else ""
    return {
        "sent": "taken",
        "refused": f"turned down{code}",
        "deferred": f"put off{code}, and not taken by the last try" if code else "not reached",
        "ambiguous": "perhaps delivered, since the server was lost before it answered",
    }[result.kind]


def describe_unwritten(refusal: Refusal, state: State) -> tuple[str, ...]:
    """What to do where the last line, which says `state`, could not be written."""
    return (
        f"The ledger still says `pending`: {as_sentence(refusal.message)}",
        f"Once it can be reached, add a copy of that line to its end with `{state}` in the place of `pending`. Until "
        "then later runs stop at it.",
    )


def as_sentence(words: str) -> str:
    """A message as a sentence of its own."""
    whole = words[:1].upper() + words[1:]
    return whole if whole.endswith(".") else f"{whole}."
