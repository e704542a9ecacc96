"""What changed of that on which every report rests: settings, vocabulary, the list of systems, recorded runs.

What the trackers said is told with the remediations that they are about, since that state knows no audience.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from afterword.impact.sides import Sides
from afterword.impact.view import SharedChange
from afterword.model.settings import Settings
from afterword.pages.words import counted

_SHOWN = frozenset(
    {
        "audience", "default_audience", "repository_audience", "zone", "preview", "names", "count_public_sources",
        "fail_on", "rules",
    }
)  # fmt: skip
"""Settings whose values are one of a few. Others can hold names of people, and are told by their key alone."""


def shared_changes(before: Settings | None, after: Settings, sides: Sides) -> tuple[SharedChange, ...]:
    """Settings by their keys, then lists; nothing of settings where those of the base are not known."""
    return (*(_settings(before, after) if before is not None else ()), *_lists(sides))


def _settings(before: Settings, after: Settings) -> Iterator[SharedChange]:
    for name, info in Settings.model_fields.items():
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        key = info.alias or name
        if name in _SHOWN:
            yield SharedChange(what=f"setting {key}", before=_said(old), after=_said(new))
        elif isinstance(old, BaseModel) and isinstance(new, BaseModel):
            inner = [each for each in type(old).model_fields if getattr(old, each) != getattr(new, each)]
            keys = ", ".join(f"{key}.{each.rstrip('_')}" for each in inner)
            yield SharedChange(what=f"setting {keys}", before="", after="")
        else:
            yield SharedChange(what=f"setting {key}", before="", after="")


def _said(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "none" if value is None else str(value)


def _lists(sides: Sides) -> Iterator[SharedChange]:
    before, after = sides.before, sides.after
    told = (
        ("contributing factors of the vocabulary", before.vocabulary.factors, after.vocabulary.factors),
        ("kinds of remediation in the vocabulary", before.vocabulary.kinds, after.vocabulary.kinds),
        ("systems in the list", before.systems.entries, after.systems.entries),
    )
    for what, old, new in told:
        if old != new:
            is_longer = len(old) != len(new)
            before_words, after_words = (_counted(len(each)) if is_longer else "" for each in (old, new))
            yield SharedChange(what=what, before=before_words, after=after_words)
    if before.glossary.entries != after.glossary.entries:
        yield SharedChange(what="the glossary", before="", after="")
    if before.eval_state != after.eval_state:
        yield SharedChange(what="recorded runs of eval cases", before="", after="")


def _counted(count: int) -> str:
    return counted(count, "entry", "entries")
