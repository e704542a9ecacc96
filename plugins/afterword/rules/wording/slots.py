"""The words of a sentence that fill the gaps of a question: who acted, what was done, what came of it."""

from __future__ import annotations

import re

from afterword.rules.wording.frames import clause_after
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject

_LONGEST = 60
_NAMED = re.compile(r"^(?:the|an?|our|one of|some|several|its|their)\b", re.IGNORECASE)


def role_in(subject: Subject) -> str:
    """The role as the sentence names it, or words for those who are not to be named."""
    text = " ".join(subject.text.split())
    if subject.kind == "person" and _NAMED.match(text) and len(text) <= _LONGEST and not text.startswith("@"):
        return text[0].lower() + text[1:] if text[:2] != "I " else text
    return "those involved"


def outcome_in(subject: Subject) -> str:
    """What came of it, where the sentence has that as its subject; else `the impact`."""
    text = " ".join(subject.text.split())
    if subject.kind != "system" or len(text.split()) < 2 or len(text) > _LONGEST:
        return "the impact"
    return f"`{text[0].lower() + text[1:]}`"


def shorten(text: str) -> str:
    """`text` on one line and of bounded length, for a message."""
    flat = " ".join(text.replace("`", "'").split())
    if len(flat) <= _LONGEST:
        return flat
    return flat[:_LONGEST].rsplit(" ", 1)[0].rstrip(",.;:") + " …"


def phrase(sentence: Sentence, start: int, end: int) -> str:
    """The found phrase for a message."""
    return shorten(sentence.quote(start, end))


def action_after(sentence: Sentence, offset: int) -> str:
    """What was done, from `offset` to the end of the clause; empty where nothing readable follows."""
    length = len(clause_after(sentence, offset).rstrip(" .!?*_"))
    action = shorten(sentence.quote(offset, offset + length)).strip().removeprefix("to ")
    return action if len(action) > 2 and action[:1].isalnum() else ""
