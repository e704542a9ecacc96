"""What recurs, in sentences: the same words and counts as the findings AW701 to AW703."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from afterword.impact.forms.pieces import Code, Line, Piece, Said, Title, Typed, by_report, joined, say
from afterword.impact.view import Back, EarlierWork, FirstHere, Impact, Recurrence, Ref, Unguarded
from afterword.model.ordinals import say_ordinal
from afterword.pages.words import counted

_SHOWN = 2
"""How many earlier reports are named."""
_LEADS = "; this report leads there"


def say_recurring(impact: Impact) -> Iterator[Line]:
    """Factors named before on the same system, then those known from others alone."""
    yield from _grouped(impact.recurring, _recurring, impact)
    for report, those in by_report(impact.first_here):
        yield _first_here(report, those, impact)


def say_open_work(impact: Impact) -> Iterator[Line]:
    """Earlier remediations for the same factors that are open, or were declined."""
    found: dict[tuple[str, str, str], list[EarlierWork]] = {}
    for each in impact.open_work:
        found.setdefault((each.report.id, each.of.id, each.remediation), []).append(each)
    for those in found.values():
        yield _work(those, impact)


def say_back(impact: Impact) -> Iterator[Line]:
    """Factors that are back after a verified remediation."""
    yield from _grouped(impact.back, _back, impact)


def say_elsewhere(impact: Impact) -> Iterator[Line]:
    """Similar systems on which nothing guards what these reports name."""
    yield from _grouped(impact.unguarded, _unguarded, impact)


def _grouped(entries: Iterable[Said], line: Callable[[Said], Line], impact: Impact) -> Iterator[Line]:
    """The entries below their report; without it where the change is about one report alone."""
    for report, those in by_report(entries):
        if _is_alone(impact):
            yield from (line(each) for each in those)
        else:
            yield say("{} ({}):", Title(report.title), Code(report.id))
            yield from (replace(line(each), depth=1) for each in those)


def _is_alone(impact: Impact) -> bool:
    return len(impact.new) + len(impact.changed) == 1


def _recurring(each: Recurrence) -> Line:
    on = joined(Typed(system) for system in each.systems)
    later = (
        f"; {counted(each.later, 'report')} of later days {'does' if each.later == 1 else 'do'} too"
        if each.later
        else ""
    )
    leads = _LEADS if each.leads else ""
    if not each.earlier:
        return say("First report by date that names {} on {}{}.", Title(each.factor.title), on, later)
    return say(
        "{} report that names {} on {}, after {}{}{}.",
        say_ordinal(each.number).capitalize(),
        Title(each.factor.title),
        on,
        _list(each.earlier, each.number - 1),
        later,
        leads,
    )


def _first_here(report: Ref, those: list[FirstHere], impact: Impact) -> Line:
    named: list[Piece] = []
    for each in those:
        named += [", " if named else "", Title(each.factor.title), f" ({counted(each.reports, 'report')})"]
    if _is_alone(impact):
        return say("Named for the first time on this system, and known from others: {}.", named)
    return say("Named for the first time on the system of {}, and known from others: {}.", Code(report.id), named)


def _work(those: list[EarlierWork], impact: Impact) -> Line:
    each = those[0]
    return say(
        "{}{}: {} {} of {}, for {}{}{}{}.",
        _standing(each),
        (", ", Typed(each.team)) if each.team and each.status != "declined" else (),
        Code(each.remediation),
        Title(each.title),
        Code(each.of.id),
        joined(Title(one.factor.title) for one in those),
        () if _is_alone(impact) else (", which ", Code(each.report.id), " names"),
        _LEADS if each.leads else "",
        (", because: ", Typed(each.declined_because.removesuffix("."))) if each.declined_because else _more(those),
    )


def _more(those: list[EarlierWork]) -> str:
    more = max(each.more for each in those)
    return f"; {more:,} more are open for it" if more > 1 else "; one more is open for it" if more else ""


def _standing(each: EarlierWork) -> str:
    if each.status == "declined":
        return "Declined"
    age = f" for {counted(each.age_days, 'day')}" if each.age_days is not None else ""
    late = f" ({counted(each.overdue_days, 'day')} overdue)" if each.overdue_days else ""
    return f"Open{age}{late}"


def _back(each: Back) -> Line:
    return say(
        "{} is back {} after a verified remediation: {} {} of {}, verified on {}{}{}.",
        Title(each.factor.title),
        counted(each.days_after, "day"),
        Code(each.remediation),
        Title(each.title),
        Code(each.of.id),
        each.verified_on.isoformat(),
        f", and {each.more} more before it" if each.more else "",
        _LEADS if each.leads else "",
    )


def _unguarded(each: Unguarded) -> Line:
    shared = joined(Typed(one) for one in each.shared)
    team = (", owned by ", Typed(each.team)) if each.team else ()
    return say(
        "{} (same {}{}): nothing says that {} {} guarded there.",
        Typed(each.system),
        shared,
        team,
        joined(Title(one.title) for one in each.factors),
        "is" if len(each.factors) == 1 else "are",
    )


def _list(reports: tuple[Ref, ...], number: int) -> tuple[Piece, ...]:
    """Ids as the findings list them: of more than two the newest and how many there are beside."""
    if number > _SHOWN:
        return (Code(reports[0].id), f" and {number - 1:,} more")
    return joined(Code(each.id) for each in reports)
