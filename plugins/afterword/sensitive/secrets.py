"""Every secret in a text, known by its form. What is found is never repeated, only named."""

from __future__ import annotations

from bisect import bisect_left
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
    yield from apart(_all(text, own))


def _all(text: str, own: tuple[OwnSecret, ...]) -> Iterator[Match]:
    folded = fold(text)
    yield from find_own(text, own)
    yield from find_private_keys(text)
    for each in _FORMS:
        yield from find_form(each, text, folded)
    yield from find_addresses(text)
    yield from find_assigned(text, folded)


def apart(found: Iterable[Match]) -> Iterator[Match]:
    """The matches without those that overlap an earlier one."""
    taken: list[tuple[int, int]] = []  # in order, and none overlaps another
    for each in found:
        place = bisect_left(taken, (each.end, each.end))
        if place and each.start < taken[place - 1][1]:
            continue
        taken.insert(place, (each.start, each.end))
        yield each
