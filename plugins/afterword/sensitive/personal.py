"""Everything in a text that leads to one person."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.model.settings import Settings
from afterword.sensitive.cards import find_cards
from afterword.sensitive.machines import find_machines
from afterword.sensitive.mail import find_mail
from afterword.sensitive.match import Match
from afterword.sensitive.people import find_people
from afterword.sensitive.phones import find_phones
from afterword.sensitive.secrets import apart


def find_personal(text: str, settings: Settings) -> Iterator[Match]:
    """Personal data in `text`, in no order; people by name are left out where the setting `names` is off."""
    yield from apart(_all(text, settings), len(text))


def _all(text: str, settings: Settings) -> Iterator[Match]:
    organisation = settings.organisation
    yield from find_mail(text)
    yield from find_cards(text)
    yield from find_phones(text, organisation.phone_region)
    yield from find_machines(text)
    if settings.names != "off":
        yield from find_people(text, organisation.people)
