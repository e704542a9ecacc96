"""What all systems can learn from: reports by gravity, the traits by which systems are similar, and what was tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from afterword.index.guards import HELD
from afterword.index.held import NO_FACTOR, Trial
from afterword.index.index import FactorUse, Group, Index
from afterword.index.slugs import slug_of
from afterword.index.systems import told_of
from afterword.model.choices import Severity
from afterword.model.report import Report

Trait = Literal["type", "provider", "autonomy"]
TRAITS: tuple[Trait, ...] = get_args(Trait)
"""What two systems can share."""
SAY_NOTHING: Mapping[Trait, frozenset[str]] = {"type": frozenset({"other"}), "provider": frozenset({"self-hosted"})}
"""What is told of a system and is nothing that two systems share."""
_SEVERITIES: tuple[Severity | None, ...] = (*get_args(Severity), None)


@dataclass(frozen=True)
class LessonSource:
    """One report with its system's slug and each of the vocabulary's factors that it names, once."""

    report: Report
    system: str
    uses: tuple[tuple[str, FactorUse], ...]


@dataclass(frozen=True)
class LessonSources:
    """What all systems learn from: reports, the gravest first, the traits of systems, and what was tried."""

    reports: tuple[LessonSource, ...]
    traits: Mapping[str, Mapping[Trait, str]]
    tried: Mapping[str, Sequence[Trial]]
    done: Mapping[str, Sequence[tuple[str, Trial]]]


def gather_sources(index: Index) -> LessonSources:
    """The sources, computed once for all systems."""
    tried: dict[str, list[Trial]] = defaultdict(list)
    done: dict[str, list[tuple[str, Trial]]] = defaultdict(list)
    for factor, trials in index.trials.items():
        # What held comes before what is only done, in the order in which trials are told.
        for trial in sorted(trials, key=lambda each: each.outcome not in HELD) if factor != NO_FACTOR else ():
            tried[trial.use.report.id].append(trial)
            if _is_done(trial):
                done[factor].append((_system_of(trial.use.report), trial))
    standing = (report for report in index.listed if report.lifecycle != "superseded")
    gravest = sorted(standing, key=lambda report: _SEVERITIES.index(report.severity))
    return LessonSources(
        reports=tuple(LessonSource(each, slug, _uses(each, index)) for each in gravest if (slug := _system_of(each))),
        traits={slug: _traits(group, index) for slug, group in index.systems.items()},
        tried=tried,
        done=done,
    )


def _uses(report: Report, index: Index) -> tuple[tuple[str, FactorUse], ...]:
    terms = index.view.vocabulary.factor_by_id
    named = dict.fromkeys(each.factor for each in report.front.contributing_factors)
    first = {each.factor: each for each in reversed(report.front.contributing_factors)}
    return tuple((factor, FactorUse(report, first[factor])) for factor in named if factor in terms and factor)


def _traits(group: Group, index: Index) -> Mapping[Trait, str]:
    """What is told of the system, as far as it says something that two systems can share."""
    told = {trait: slug_of(told_of(group, index, trait)) for trait in TRAITS}
    return {trait: said for trait, said in told.items() if said and said not in SAY_NOTHING.get(trait, ())}


def _system_of(report: Report) -> str:
    system = report.front.system
    return slug_of(system.name or "") if system else ""


def _is_done(trial: Trial) -> bool:
    """Whether it changed the condition and nothing is known against it; what restores changes no condition."""
    return trial.use.strength != "restorative" and (trial.outcome in HELD or trial.outcome == "done")
