"""Every secret in a text, known by its form. What is found is never repeated, only named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from afterword.model.own_secret import OwnSecret
from afterword.sensitive import bearer, clouds, providers, services
from afterword.sensitive.addresses import find_addresses
from afterword.sensitive.assigned import find_assigned
from afterword.sensitive.form import find_form, fold
from afterword.sensitive.match import Match
from afterword.sensitive.own import find_own
from afterword.sensitive.pem import find_private_keys

_FORMS = (*providers.FORMS, *clouds.FORMS, *services.FORMS, *bearer.FORMS)


def find_secrets(text: str, own: tuple[OwnSecret, ...] = ()) -> Iterator[Match]:
    """Secrets in `text`, in no order, of overlapping ones the first; `own` are patterns of the organisation's own."""
    yield from apart(_all(text, own), len(text))


def _all(text: str, own: tuple[OwnSecret, ...]) -> Iterator[Match]:
    folded = fold(text)
    yield from find_own(text, own)
    yield from find_private_keys(text)
    for each in _FORMS:
        yield from find_form(each, text, folded)
    yield from find_addresses(text)
    yield from find_assigned(text, folded)


def apart(found: Iterable[Match], length: int) -> Iterator[Match]:
    """The matches in a text of `length` characters without those that overlap an earlier one."""
    # One mark for each character: a list of stretches would be moved about for every find of a file full of them.
    taken = bytearray(length)
    for each in found:
        if taken.find(1, each.start, each.end) < 0:
            taken[each.start : each.end] = b"\x01" * (each.end - each.start)
            yield each
