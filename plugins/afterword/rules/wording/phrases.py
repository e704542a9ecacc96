"""The organisation's own phrases: those that a rule finds too, and those that it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.quoting import phrase as phrase_of
from afterword.rules.wording.quoting import shorten
from afterword.rules.wording.sentences import Sentence


@lru_cache(maxsize=256)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def own_marks(sentence: Sentence, code: str, organisation: Organisation) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, message and hint of each of the organisation's own phrases for the rule `code`."""
    for phrase, of, reason in organisation.added:
        if of == code:
            for found in _pattern(phrase).finditer(sentence.low):
                message = (
                    f"`{phrase_of(sentence, *found.span())}` is on the organisation's own list (`{shorten(reason)}`)"
                )
                yield (
                    found.start(),
                    found.end(),
                    message,
                    "what was seen and expected at that point, and what let it through?",
                )


def spare(sentence: Sentence, start: int, end: int, code: str, organisation: Organisation) -> bool:
    """Whether the settings leave a phrase alone that overlaps the stretch from `start` to `end`."""
    for phrase, of in organisation.removed:
        if of in ("", code):
            for found in _pattern(phrase).finditer(sentence.low):
                if found.start() < end and start < found.end():
                    return True
    return False
