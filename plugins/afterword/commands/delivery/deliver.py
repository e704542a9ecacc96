"""Delivering one digest: what the ledger allows, the server, the ledger again, the messages, and the ledger last.

The order is the whole of it. Nothing is handed over before the ledger says `pending`, and what became of it is written
down before the server is left. So a run that is cut off anywhere leaves either no trace and no message, or a line at
which every later run stops until somebody has looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from afterword.commands.delivery.courier import Courier, Patience
from afterword.commands.delivery.environment import Post, Smtp
from afterword.commands.delivery.hashes import hash_recipient
from afterword.commands.delivery.past import SENT, Past
from afterword.commands.delivery.store import Held, LedgerStore, Stopped
from afterword.commands.delivery.telling import (
    as_sentence,
    describe_each,
    describe_result,
    describe_total,
    describe_unwritten,
)
from afterword.commands.refusal import Refusal
from afterword.digest.ledger import EditionLedger, Line, State, Told
from afterword.digest.message.headers import message_id
from afterword.digest.message.mail import Mail
from afterword.digest.view import Digest

_RESEND = "`--resend-ambiguous` sends it to those who are not known to have it"


@dataclass(frozen=True)
class Parcel:
    """What is delivered.

    Attributes:
        digest: the digest.
        message: its message, as `build_message` gives it; not looked at where the digest is empty.
        told: the reports that it tells, for the ledger.
        commit: the commit that it was made from; empty outside of git.
        mail: the addresses that the message was made with.
        known: the edition's lines of the ledger that it was made with; None where nobody knows.
    """

    digest: Digest
    message: bytes
    told: tuple[Told, ...]
    commit: str
    mail: Mail
    known: EditionLedger | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    Attributes:
        code: the exit code: 0 where all is well, 1 where it stopped or somebody did not get it.
        state: what the ledger says now; None where it was left as it was.
        lines: sentences for whoever started it.
    """

    code: int
    state: State | None
    lines: tuple[str, ...]


def deliver(
    parcel: Parcel, post: Post, ledger: LedgerStore, *, resend: bool = False, patience: Patience | None = None
) -> Outcome:
    """Deliver a digest once.

    Args:
        parcel: what is delivered.
        post: the server and the recipients.
        ledger: where it is written down.
        resend: whether a digest that was perhaps delivered is sent again, to those not known to have it.
        patience: how long is waited; None for the usual.

    Raises:
        Refusal: where it cannot be begun: the ledger cannot be read or written, or the server cannot be used. Nothing
            was handed over then.
    """
    try:
        with ledger.hold() as held:
            past = Past.of(held.ledger, parcel.digest)
            if (stop := _stop(past, resend=resend)) is not None:
                return stop
            if parcel.known is not None and parcel.known != held.ledger.of(parcel.digest.edition.key):
                said = (
                    f"{past.name} was made beside an older ledger than this one, so what it tells may be told already."
                )
                return Outcome(1, None, (said, "Nothing was sent. Start it again."))
            if parcel.digest.is_empty and past.is_uncertain:
                return Outcome(
                    1, None, (*past.why_it_stops(), "By now it has nothing to tell, so there is nothing to send.")
                )
            if parcel.digest.is_empty:
                held.append(_line(parcel, "skipped-empty", {}))
                said = f"{past.name} has nothing to tell, so no message was sent."
                return Outcome(0, "skipped-empty", (said,))
            return _send(parcel, post, held, past, patience or Patience())
    except Stopped as stopped:
        return Outcome(1, None, (as_sentence(stopped.message),))


def send_test(message: bytes, address: str, mail: Mail, smtp: Smtp, *, patience: Patience | None = None) -> Outcome:
    """Send a message to one address, without a ledger.

    Args:
        message: made with `mail`, see `Mail.as_test`.
        address: the bare address that was checked by `Mail.as_test`.
        mail: its addresses.
        smtp: the server.
        patience: how long is waited; None for the usual.

    Raises:
        Refusal: where the server cannot be used.
    """
    _refuse_nobody(mail)
    with Courier(smtp, mail.domain, patience or Patience()) as courier:
        result = courier.hand_over(mail.bounces, (address,), message)[address]
    left = "The ledger was left alone."
    if result.kind == "sent":
        return Outcome(0, None, (f"The test message was handed over to {address}. {left}",))
    return Outcome(1, None, (f"The test message was not taken for {address}: {describe_result(result)}. {left}",))


def _stop(past: Past, *, resend: bool) -> Outcome | None:
    """What ends the delivery before it begins, if anything does."""
    if past.is_settled:
        return Outcome(0, None, (past.why_nothing_is_left(),))
    if past.is_uncertain and not resend:
        return Outcome(1, None, past.why_it_stops())
    if not past.is_uncertain and past.others:
        return Outcome(1, None, past.why_others_stop_it())
    return None


def _send(parcel: Parcel, post: Post, held: Held, past: Past, patience: Patience) -> Outcome:
    key = post.key or parcel.digest.site.url
    hashes = {each: hash_recipient(each, key) for each in post.recipients}
    known = past.known
    waiting = [each for each in post.recipients if hashes[each] not in known]
    if not waiting:
        held.append(_line(parcel, SENT, known))
        return Outcome(0, SENT, (f"{past.name} is known to have reached everybody, so nothing was sent.",))
    _refuse_nobody(parcel.mail)
    with Courier(post.smtp, parcel.mail.domain, patience) as courier:
        held.append(_line(parcel, "pending", known))
        results = courier.hand_over(parcel.mail.bounces, waiting, parcel.message)
        words = {**known, **{hashes[each]: str(result) for each, result in results.items()}}
        state = _state(words, in_doubt=past.is_uncertain)
        said = (*past.why_it_differs(parcel.commit), describe_total(past.name, results))
        said = (*said, *describe_each(post.recipients, hashes, results))
        try:
            held.conclude(_line(parcel, state, words))
        except Refusal as refusal:
            return Outcome(1, "pending", (*said, *describe_unwritten(refusal, state)))
    cure = (f"It may have reached some: look first, then {_RESEND}.",) if state == "ambiguous" else ()
    again = ("Nobody has it; a later run tries again.",) if state == "refused" else ()
    return Outcome(0 if all(each.kind == "sent" for each in results.values()) else 1, state, (*said, *cure, *again))


def _refuse_nobody(mail: Mail) -> None:
    if mail.is_nobodys:
        message = "nobody is named as the sender, and `site_url` has no host to make one of; set `digest.from`"
        raise Refusal(message)


def _state(words: Mapping[str, str], *, in_doubt: bool) -> State:
    """The state of the whole; whom an earlier try left open stays open until the server has said yes or no."""
    open_still = "ambiguous" in words.values() or (
        in_doubt and any(each.startswith("deferred") for each in words.values())
    )
    if open_still:
        return "ambiguous"
    if SENT in words.values():
        return SENT
    return "ambiguous" if in_doubt else "refused"


def _line(parcel: Parcel, state: State, recipients: Mapping[str, str]) -> Line:
    digest = parcel.digest
    return Line(
        weeks=digest.span.weeks,
        edition=digest.edition.key,
        state=state,
        commit=parcel.commit,
        message_id="" if state == "skipped-empty" else message_id(digest, parcel.mail),
        reports=parcel.told,
        recipients=recipients,
    )
