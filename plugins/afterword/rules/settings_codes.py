"""Codes in the settings that no rule has: what reading the settings cannot know, as it knows no rules."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from afterword.model.settings import Settings
from afterword.read.settings import SettingsError
from afterword.rules import BY_CODE

_LIKE = 0.75
"""How alike a code of the same family has to be to be suggested: one sign wrong, or two changed over."""


def refuse_unknown_rules(settings: Settings, path: str, lines: Mapping[str, int]) -> None:
    """Refuse an own phrase for a rule that is none: nothing would ever find it, or leave it alone.

    Args:
        settings: the settings.
        path: the file that they stand in.
        lines: the line of each of its keys and phrases.

    Raises:
        SettingsError: with every such phrase, at the first one's line.
    """
    mistakes = list(unknown_rules(settings))
    if mistakes:
        line = next((lines[part] for part in (mistakes[0][0], "phrases", "organisation") if part in lines), 1)
        raise SettingsError(path, line, "; ".join(message for _, message in mistakes))


def unknown_rules(settings: Settings) -> Iterator[tuple[str, str]]:
    """Each own phrase for a rule that is none, with the message about it."""
    wording = [code for code in BY_CODE if code.startswith("AW3")]
    phrases = settings.organisation.phrases
    for name, given in (("add", phrases.add), ("remove", phrases.remove)):
        for each in given:
            if each.rule is not None and each.rule not in wording:
                near = _nearest(each.rule, wording) or "; write a wording rule's code, such as `AW321`"
                where = f"`organisation.phrases.{name}` gives `{each.phrase}` to `{each.rule}`"
                yield each.phrase, f"{where}, which is no rule{near}"


def unknown_levels(settings: Settings) -> Iterator[tuple[str, str]]:
    """Each code in `levels` that is neither a rule's nor the beginning of one, with what to tell of it."""
    for code in settings.levels:
        if not any(known.startswith(code) for known in BY_CODE):
            near = _nearest(code, BY_CODE)
            yield code, f"`levels` names `{code}`, which is no rule, so it sets nothing{near}"


def _nearest(code: str, codes: Iterable[str]) -> str:
    family = [each for each in codes if each[:3] == code[:3]]
    close = difflib.get_close_matches(code, family, n=1, cutoff=_LIKE)
    return f"; did you mean `{close[0]}`?" if close else ""
