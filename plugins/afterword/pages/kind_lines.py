"""What was tried, kind by kind: how often, how far it is, and whether it held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from afterword.index.held import Trial, record_of
from afterword.index.index import Index
from afterword.model.choices import Strength
from afterword.pages.factor_facts import say_statuses
from afterword.pages.held_lines import record_line
from afterword.pages.marks import mark
from afterword.pages.words import kind_link

SUMMED_FROM = 5
"""From how many remediations on a table by kind helps to find one's way."""
_STRENGTHS: tuple[Strength, ...] = get_args(Strength)


@dataclass(frozen=True)
class KindLine:
    """One kind with what became of it; every cell is finished Markdown."""

    kind: Markup
    strengths: Markup
    statuses: str
    record: Markup


def kind_lines(trials: Iterable[Trial], index: Index, path: str) -> list[KindLine]:
    """A line for each kind in the vocabulary's order, the strongest first; none where the remediations are few."""
    all_trials = list(trials)
    if len(all_trials) < SUMMED_FROM:
        return []
    found: dict[str, list[Trial]] = {}
    for trial in all_trials:
        found.setdefault(trial.use.remediation.kind or "", []).append(trial)
    places = {kind.id: place for place, kind in enumerate(index.view.vocabulary.kinds)}
    ordered = sorted(found, key=lambda each: (_strongest(found[each]), places.get(each, len(places)), each))
    return [_line(kind, found[kind], index, path) for kind in ordered]


def _line(kind: str, trials: list[Trial], index: Index, path: str) -> KindLine:
    strengths = {trial.use.strength for trial in trials}
    marks = [mark("strength", each) for each in _STRENGTHS if each in strengths]
    return KindLine(
        kind=kind_link(kind, index, path) if kind else Markup("no kind"),
        strengths=Markup(" <br>").join(marks) or Markup("not known"),
        statuses=say_statuses(trial.use for trial in trials),
        record=record_line(record_of(trials)),
    )


def _strongest(trials: Iterable[Trial]) -> int:
    """The place of the strongest among them; after all others where none is known."""
    known = [_STRENGTHS.index(trial.use.strength) for trial in trials if trial.use.strength is not None]
    return min(known, default=len(_STRENGTHS))
