"""One text looked through for all of it: what rules tell of."""

from __future__ import annotations

from afterword.model.settings import Settings
from afterword.sensitive.match import Match
from afterword.sensitive.personal import find_personal
from afterword.sensitive.secrets import apart, find_secrets


def scan(text: str, settings: Settings) -> tuple[Match, ...]:
    """Secrets and personal data that are sure, in the order of the text; what is part of a secret is told once."""
    found = (*find_secrets(text, settings.organisation.secrets), *find_personal(text, settings))
    return tuple(sorted(apart((each for each in found if each.sure), len(text)), key=lambda each: each.start))
