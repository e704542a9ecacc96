"""Coverage by eval cases before and after: of all counted reports, and of each system of which it differs."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.impact.compare import Compared
from afterword.impact.elsewhere import guard_changes
from afterword.impact.view import Coverage, SystemCoverage, Tally
from afterword.index.coverage import COVERAGES, SystemTally, by_system, tally
from afterword.index.coverage import Tally as Counts
from afterword.index.index import Index
from afterword.index.lessons import Lessons
from afterword.index.systems import system_title

_NONE = Counts((0,) * len(COVERAGES))


def compare_coverage(
    compared: Compared, lessons_before: Mapping[str, Lessons], lessons_after: Mapping[str, Lessons]
) -> Coverage:
    """Both states, drafts and reports in review counted on either side."""
    return Coverage(
        before=_all(compared.before),
        after=_all(compared.after),
        systems=tuple(_systems(compared)),
        guards=guard_changes(lessons_before, lessons_after, compared.after),
    )


def _all(index: Index) -> Tally:
    return _tally(tally(index.counted, index.view))


def _systems(compared: Compared) -> list[SystemCoverage]:
    before = {each.system.slug: each for each in by_system(compared.before)}
    after = {each.system.slug: each for each in by_system(compared.after)}
    return [
        SystemCoverage(system=_name(slug, before, after, compared), before=_tally(old), after=_tally(new))
        for slug in sorted({*before, *after})
        for old, new in ((_counts(slug, before), _counts(slug, after)),)
        if old != new
    ]


def _counts(slug: str, known: Mapping[str, SystemTally]) -> Counts:
    return known[slug].tally if slug in known else _NONE


def _name(slug: str, before: Mapping[str, SystemTally], after: Mapping[str, SystemTally], compared: Compared) -> str:
    if slug in after:
        return system_title(after[slug].system, compared.after)
    return system_title(before[slug].system, compared.before)


def _tally(counts: Counts) -> Tally:
    return Tally(**dict(zip(COVERAGES, counts.of, strict=True)), total=counts.total)
