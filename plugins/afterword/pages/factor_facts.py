"""A factor at a glance: how often, what noticed it, what was done, whether that held, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from afterword.index.beside import counted_reports, noticed_by, own_open
from afterword.index.held import Trial, record_of
from afterword.index.index import Index
from afterword.index.named import named_by
from afterword.index.recurrence import returns_of
from afterword.index.remediations import RemediationUse
from afterword.index.slugs import slug_of
from afterword.model.choices import Status
from afterword.model.vocabulary import Factor
from afterword.pages.factor_named import how_often
from afterword.pages.held_lines import record_line
from afterword.pages.system_facts import Fact
from afterword.pages.words import counted, fill, found_by, join, label, system_link

_ORDER: tuple[Status, ...] = ("proposed", "accepted", "in_progress", "done", "verified", "declined")


def factor_facts(factor: Factor, trials: Sequence[Trial], index: Index, path: str) -> list[Fact]:
    """The answers that a reader comes for, each in a line that leads to its part of the page."""
    return list(_facts(factor, trials, index, path))


def say_statuses(uses: Iterable[RemediationUse]) -> str:
    """How many remediations stand where: "1 in progress, 2 done"."""
    found = Counter(use.status for use in uses)
    return ", ".join(f"{found[status]} {label(status)}" for status in _ORDER if found[status])


def _facts(factor: Factor, trials: Sequence[Trial], index: Index, path: str) -> Iterator[Fact]:
    if factor.id not in index.by_factor:
        yield Fact("How often", Markup("No report names it yet."))
    else:
        yield Fact("How often", how_often(named_by(factor.id, index), index))
        if noticed := _noticed(factor, index):
            yield Fact("Noticed by", noticed)
        yield Fact("What was done", _what_was_done([each.use for each in trials]))
        if trials:
            yield Fact("Did it hold", _after(factor, trials, index))
        if still_open := own_open(each.use for each in trials):
            yield Fact("Still open", _open(still_open))
    if guarded := guarded_on(factor, index, path):
        yield Fact("Guarded", Markup("A permanent test guards it on ") + join(guarded) + Markup("."))


def guarded_on(factor: Factor, index: Index, path: str) -> list[Markup]:
    """Systems with a page on which a permanent test guards the factor."""
    return [
        system_link(known.name, index, path)
        for known in sorted(index.view.systems.entries, key=lambda each: each.name)
        if factor.id in known.factors_guarded and slug_of(known.name) in index.systems
    ]


def _noticed(factor: Factor, index: Index) -> Markup:
    """What noticed it, the most frequent first, and how many reports do not tell."""
    noticed = noticed_by(counted_reports(factor.id, index))
    told = ", ".join(f"{found_by(by)} ({number:,})" for by, number in noticed.by)
    untold = f"; not told in {noticed.untold:,}" if noticed.untold else ""
    return fill("[{}](#what-noticed-it){}", told, untold) if told else Markup()


def _what_was_done(uses: Sequence[RemediationUse]) -> Markup:
    """How many remediations address it, and how far they are."""
    if not uses:
        return Markup("No remediation addresses it yet.")
    return fill("[{}](#what-was-done-about-it): {}", counted(len(uses), "remediation"), say_statuses(uses))


def _after(factor: Factor, trials: Sequence[Trial], index: Index) -> Markup:
    """What became of verified remediations; without any, what came after those that were done."""
    if line := record_line(record_of(trials)):
        return fill("[{}](#after-the-fixes)", line)
    none = Markup("Nothing can be told yet: none is verified on a known day")
    if returns := returns_of(factor.id, index):
        said = counted(len(returns), "later report")
        return none + fill(". [{}](#after-the-fixes) since one was done.", said)
    return none + Markup(".")


def _open(uses: Sequence[RemediationUse]) -> Markup:
    late = sum(use.overdue is not None for use in uses)
    told = fill("[{}](#what-is-open)", counted(len(uses), "remediation"))
    return told + (fill(", {} overdue", f"{late:,}") if late else Markup())
