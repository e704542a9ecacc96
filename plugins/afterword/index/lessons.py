"""Lessons not yet taken: what reports of similar systems name and nothing says is guarded on a system of ours.

A system is ours where a team here owns it. It is similar to another one where both have the same type, rest on the same
provider, or act with the same autonomy. A type `other` and a model of one's own say nothing that two systems share.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from afterword.index.beside import Risk
from afterword.index.guards import HELD, Guard, accepted_on, guards_of
from afterword.index.held import Trial
from afterword.index.index import FactorUse, Group, Index
from afterword.index.lesson_sources import TRAITS, LessonSource, LessonSources, Trait, gather_sources
from afterword.index.systems import listed_system, told_of
from afterword.model.report import Report
from afterword.model.vocabulary import Factor


@dataclass(frozen=True)
class Lesson:
    """A factor that is not known to be guarded on the system.

    Attributes:
        factor: the factor.
        first: of the reports of similar systems that name it the one that concerns the system most: more shared traits
            first, of one alone type and provider before autonomy, then the graver report, then the newest.
        shared: the traits that the system shares with that of the first.
        reports: how many reports of similar systems name it.
        own: reports of the system itself that name it, newest first.
        answer: what was done for it elsewhere: what held before what nobody verified, among them what was done on a
            similar system, then the newest; None where nothing is told.
    """

    factor: Factor
    first: FactorUse
    shared: tuple[Trait, ...]
    reports: int
    own: tuple[Report, ...]
    answer: Trial | None


@dataclass(frozen=True)
class Lessons:
    """What is to be learned for one system of ours.

    Attributes:
        system: the system.
        lessons: those not yet taken, in the order of their first reports; of one report first what more reports name.
        similar: slugs of the systems whose reports are told from, sorted.
        guards: by factor what guards it here.
        accepted: by factor the decision to leave it as it is.
        unknown: the traits that nobody tells of the system; without any no other system can be found to be similar.
        is_listed: whether the organisation's list of systems has it.
    """

    system: Group
    lessons: tuple[Lesson, ...]
    similar: tuple[str, ...]
    guards: Mapping[str, Guard]
    accepted: Mapping[str, Risk]
    unknown: tuple[Trait, ...]
    is_listed: bool


def gather_lessons(index: Index) -> Mapping[str, Lessons]:
    """The lessons of every system of ours by its slug, sorted."""
    sources = gather_sources(index)
    return {slug: _lessons(group, sources, index) for slug, group in index.systems.items() if is_own(group, index)}


def is_own(group: Group, index: Index) -> bool:
    """Whether a team here owns the system; those of others are not ours to guard."""
    return bool(told_of(group, index, "owner_team"))


def _lessons(group: Group, sources: LessonSources, index: Index) -> Lessons:
    guards = guards_of(group, index, sources.tried)
    accepted = {factor: risk for factor, risk in accepted_on(group, index).items() if factor not in guards}
    shared = _similar(group, sources)
    own = _own(group)
    firsts: dict[str, tuple[int, LessonSource, FactorUse]] = {}
    numbers: Counter[str] = Counter()
    similar: set[str] = set()
    for place, source in enumerate(_nearest_first(group, sources, shared)):
        for factor, use in source.uses:
            if factor not in guards and factor not in accepted:
                similar.add(source.system)
                numbers[factor] += 1
                if numbers[factor] == 1:
                    firsts[factor] = (place, source, use)
    ordered = sorted(firsts, key=lambda factor: (firsts[factor][0], -numbers[factor], factor))
    lessons = [
        Lesson(
            factor=index.view.vocabulary.factor_by_id[factor],
            first=firsts[factor][2],
            shared=shared[firsts[factor][1].system],
            reports=numbers[factor],
            own=tuple(own.get(factor, ())),
            answer=_answer(factor, group, sources, shared),
        )
        for factor in ordered
    ]
    return Lessons(
        system=group,
        lessons=tuple(lessons),
        similar=tuple(sorted(similar)),
        guards=guards,
        accepted=accepted,
        unknown=tuple(trait for trait in TRAITS if not told_of(group, index, trait)),
        is_listed=listed_system(group, index) is not None,
    )


def _similar(group: Group, sources: LessonSources) -> Mapping[str, tuple[Trait, ...]]:
    """By slug the traits that another system shares with this one; systems that share none are left out."""
    of_this = sources.traits[group.slug]
    found = {
        slug: tuple(trait for trait, said in of_this.items() if traits.get(trait) == said)
        for slug, traits in sources.traits.items()
        if slug != group.slug
    }
    return {slug: traits for slug, traits in found.items() if traits}


def _nearest_first(
    group: Group, sources: LessonSources, shared: Mapping[str, tuple[Trait, ...]]
) -> Iterator[LessonSource]:
    """Reports of similar systems that are not about this one too."""
    own = {report.id for report in group.reports}
    ranks: dict[tuple[int, bool], list[LessonSource]] = defaultdict(list)
    of_slug = {slug: (-len(traits), traits == ("autonomy",)) for slug, traits in shared.items()}
    for source in sources.reports:
        if source.system in of_slug and source.report.id not in own:
            ranks[of_slug[source.system]].append(source)
    for rank in sorted(ranks):
        yield from ranks[rank]


def _answer(factor: str, group: Group, sources: LessonSources, shared: Mapping[str, tuple[Trait, ...]]) -> Trial | None:
    """What was done for the factor in reports that are not about this system."""
    own, first = {report.id for report in group.reports}, None
    for system, trial in sources.done.get(factor, ()):
        if trial.use.report.id in own:
            continue
        if first is not None and first.outcome in HELD and trial.outcome not in HELD:
            break
        if system in shared:
            return trial
        first = first or trial
    return first


def _own(group: Group) -> Mapping[str, list[Report]]:
    """By factor the system's own reports that name it."""
    found: dict[str, list[Report]] = defaultdict(list)
    for report in group.reports:
        if report.lifecycle != "superseded":
            for factor in dict.fromkeys(each.factor for each in report.front.contributing_factors):
                found[factor or ""].append(report)
    return found
