"""Where else a condition stands unguarded: systems of ours that are similar to the one of a new or changed report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from afterword.impact.compare import Compared, Pair, ref
from afterword.impact.view import GuardChange, Term, Unguarded
from afterword.index.index import Group, Index
from afterword.index.lesson_sources import SAY_NOTHING, TRAITS
from afterword.index.lessons import Lessons
from afterword.index.systems import system_title, told_of
from afterword.model.report import Report
from afterword.model.slugs import slug_of
from afterword.pages.names import provider_name
from afterword.pages.words import label


def find_unguarded(pairs: Iterable[Pair], lessons: Mapping[str, Lessons], compared: Compared) -> tuple[Unguarded, ...]:
    """By report, then by system: the factors that the report brings and nothing says are guarded there."""
    found = [
        each
        for pair in pairs
        for slug, those in lessons.items()
        if (each := _unguarded(pair, slug, those, compared)) is not None
    ]
    return tuple(found)


def guard_changes(before: Mapping[str, Lessons], after: Mapping[str, Lessons], index: Index) -> tuple[GuardChange, ...]:
    """What is guarded on systems of ours by now and was not, and the other way; lost guards first."""
    terms = index.view.vocabulary.factor_by_id
    found = [
        GuardChange(
            system=system_title(after[slug].system, index),
            factor=Term(id=factor, title=terms[factor].title),
            by=(now or was)[factor].kind,
            gained=factor in now,
        )
        for slug in after
        if slug in before or after[slug].guards
        for was, now in ((before[slug].guards if slug in before else {}, after[slug].guards),)
        for factor in sorted({*was, *now})
        if factor in terms and (factor in was) != (factor in now)
    ]
    return tuple(sorted(found, key=lambda each: (each.gained, each.system, each.factor.id)))


def _unguarded(pair: Pair, slug: str, lessons: Lessons, compared: Compared) -> Unguarded | None:
    report, index = pair.after, compared.after
    own = slug_of(report.front.system.name or "") if report.front.system else ""
    # The system's own reports are no lesson from elsewhere, and what is similar is asked of the list of lessons.
    if report.lifecycle == "superseded" or own not in lessons.similar or slug in report.system_slugs:
        return None
    brought = _brought(pair)
    factors = [each.factor for each in lessons.lessons if each.factor.id in brought]
    if not factors:
        return None
    order = list(brought)
    return Unguarded(
        system=system_title(lessons.system, index),
        slug=slug,
        team=told_of(lessons.system, index, "owner_team"),
        shared=tuple(_shared(index.systems[own], lessons.system, index)),
        report=ref(report),
        factors=tuple(
            Term(id=each.id, title=each.title) for each in sorted(factors, key=lambda each: order.index(each.id))
        ),
    )


def _brought(pair: Pair) -> dict[str, None]:
    """The factors that the report names and did not name in the base on the same system, in its order."""
    now = dict.fromkeys(each.factor for each in pair.after.front.contributing_factors if each.factor)
    before = pair.before
    if before is None or before.system_slugs != pair.after.system_slugs:
        return now
    had = _factors(before)
    return {factor: None for factor in now if factor not in had}


def _factors(report: Report) -> set[str | None]:
    return {each.factor for each in report.front.contributing_factors}


def _shared(one: Group, other: Group, index: Index) -> Iterable[str]:
    for trait in TRAITS:
        said = told_of(one, index, trait)
        slug = slug_of(said)
        if slug and slug == slug_of(told_of(other, index, trait)) and slug not in SAY_NOTHING.get(trait, ()):
            yield f"{trait} {provider_name(said) if trait == 'provider' else label(said)}"
