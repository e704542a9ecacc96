"""What earlier reports tell of the factors of new and changed reports: the same history that AW701 to AW703 ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from afterword.impact.compare import Compared, Pair, ref
from afterword.impact.view import Back, EarlierWork, FirstHere, Recurrence, Term
from afterword.index.beside import counted_reports
from afterword.index.index import Index
from afterword.link.recurrence import COUNTED, History, Repeat, Tried
from afterword.model.audience import is_shown_to
from afterword.model.choices import Audience
from afterword.model.report import Report
from afterword.model.slugs import slug_of

MOST_EARLIER, MOST_WORK = 10, 3
"""How many earlier reports, the newest, and how many open remediations, the oldest, are named for one factor.

Without a limit a collection that is taken over at once would name each of its reports in every later one.
"""
_TOLD = frozenset({"draft", "in-review", "published"})


@dataclass(frozen=True)
class Repeats:
    """What recurs, in the order of reports and of their factors; work that is open first, the oldest before others."""

    recurring: list[Recurrence]
    first_here: list[FirstHere]
    open_work: list[EarlierWork]
    back: list[Back]


def gather_repeats(pairs: Iterable[Pair], compared: Compared) -> Repeats:
    """What the pairs bring that the base does not know yet; of a report that begins to count, everything."""
    before, after = _Told(compared.before), _Told(compared.after)
    found = Repeats([], [], [], [])
    for pair in pairs:
        if pair.after.lifecycle in _TOLD and pair.after.system_slugs:
            _gather(pair, before, after, found)
    found.open_work.sort(key=lambda each: (each.status == "declined", -(each.age_days or 0)))
    return found


def _gather(pair: Pair, before: _Told, after: _Told, found: Repeats) -> None:
    report, known, had = pair.after, dict[str, Repeat](), frozenset[str]()
    if pair.before is not None and not _begins(pair, pair.before):
        known, had = dict(before.repeats_of(pair.before)), _factors(pair.before)
    here = after.repeats_of(report)
    for factor_id in dict.fromkeys(each.factor for each in report.front.contributing_factors):
        term = _term(factor_id or "", after.index)
        if term is None:
            continue
        if term.id not in here:
            others = 0 if term.id in had else after.elsewhere(term.id, report)
            if others:
                found.first_here.append(FirstHere(report=ref(report), factor=term, reports=others))
            continue
        old, now = known.get(term.id, Repeat(term.id, 0, ())), here[term.id]
        if _ids(old.earlier) != _ids(now.earlier) or term.id not in had:
            found.recurring.append(_recurrence(report, term, now, after.index))
        tried = {_key(each) for each in (*old.open, *old.declined)}
        work = [each for each in now.open if _key(each) not in tried]
        found.open_work.extend(
            _work(report, term, each, after.index, max(0, len(work) - MOST_WORK) if place == MOST_WORK else 0)
            for place, each in enumerate(work[:MOST_WORK], 1)
        )
        declined = (each for each in now.declined[-1:] if _key(each) not in tried)
        found.open_work.extend(_work(report, term, each, after.index, 0) for each in declined)
        if {_key(each) for each in now.verified[-1:]} - {_key(each) for each in old.verified[-1:]}:
            found.back.append(_back(report, term, now, after.index))


class _Told:
    """The histories of one state: as in the rules, a report is held against those as wide as itself, or wider."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._histories: dict[Audience, History] = {}
        self._named: dict[str, tuple[Report, ...]] = {}

    def repeats_of(self, report: Report) -> Mapping[str, Repeat]:
        """What others tell of each factor of the report."""
        audience = report.audience or self.index.view.audience
        if audience not in self._histories:
            reports = (*self.index.counted, *self.index.taken_over)
            wide = (each for each in reports if each.audience and is_shown_to(each.audience, audience))
            self._histories[audience] = History(wide, self.index.view.tracker_state)
        return {each.factor_id: each for each in self._histories[audience].repeats_of(report)}

    def elsewhere(self, factor_id: str, report: Report) -> int:
        """How many counted reports of other systems name the factor, as far as readers of the report may know."""
        if factor_id not in self._named:
            named = counted_reports(factor_id, self.index)
            self._named[factor_id] = tuple(each for each in named if each.lifecycle in COUNTED)
        audience = report.audience or self.index.view.audience
        return sum(
            not each.system_slugs & report.system_slugs and is_shown_to(each.audience or "restricted", audience)
            for each in self._named[factor_id]
            if each.id != report.id
        )


def _begins(pair: Pair, before: Report) -> bool:
    """Whether the report counts from this change on, or on other systems than before."""
    counts = pair.after.lifecycle in COUNTED and before.lifecycle not in COUNTED
    return counts or before.system_slugs != pair.after.system_slugs


def _factors(report: Report) -> frozenset[str]:
    return frozenset(each.factor for each in report.front.contributing_factors if each.factor)


def _recurrence(report: Report, term: Term, repeat: Repeat, index: Index) -> Recurrence:
    others = (*repeat.earlier, *repeat.later)
    shared = report.system_slugs & frozenset(slug for each in others for slug in each.system_slugs)
    return Recurrence(
        report=ref(report),
        factor=term,
        systems=tuple(_system_name(slug, report) for slug in sorted(shared)),
        number=len(repeat.earlier) + 1,
        earlier=tuple(ref(each) for each in reversed(repeat.earlier[-MOST_EARLIER:])),
        later=len(repeat.later),
        leads=_leads(report, repeat.earlier, index),
    )


def _work(report: Report, term: Term, tried: Tried, index: Index, more: int) -> EarlierWork:
    use = next(each for each in index.remediations_of(tried.report) if each.remediation == tried.remediation)
    trackers = {each.tracker for each in report.front.remediations if each.tracker}
    return EarlierWork(
        report=ref(report),
        factor=term,
        remediation=tried.remediation.id or "",
        title=tried.remediation.title or "",
        of=ref(tried.report),
        status=tried.status,
        declined_because=(tried.remediation.declined_because or "") if tried.status == "declined" else "",
        team=tried.remediation.owner_team or "",
        age_days=use.age,
        overdue_days=use.overdue,
        more=more,
        leads=_leads(report, (tried.report,), index) or tried.remediation.tracker in trackers,
    )


def _back(report: Report, term: Term, repeat: Repeat, index: Index) -> Back:
    last = repeat.verified[-1]
    assert last.verified_on is not None, "a remediation is only among these by its day"
    assert report.date is not None, "what has no date is before nothing"
    return Back(
        report=ref(report),
        factor=term,
        remediation=last.remediation.id or "",
        title=last.remediation.title or "",
        of=ref(last.report),
        verified_on=last.verified_on,
        days_after=max(0, (report.date.first - last.verified_on).days),
        more=len(repeat.verified) - 1,
        leads=_leads(report, (last.report,), index),
    )


def _leads(report: Report, others: Iterable[Report], index: Index) -> bool:
    """Whether the report leads to one of the others, in its text or by `related`, from either end."""
    named = {each.target for each in index.graph.outgoing.get(report.id, ())} | set(index.graph.related(report.id))
    return any(each.id in named for each in others)


def _term(factor_id: str, index: Index) -> Term | None:
    factor = index.view.vocabulary.factor_by_id.get(factor_id)
    return Term(id=factor.id, title=factor.title) if factor else None


def _system_name(slug: str, report: Report) -> str:
    system = report.front.system
    names = (system.name or "", *system.also_affected) if system else ()
    return next((name for name in names if slug_of(name) == slug), slug)


def _ids(reports: Iterable[Report]) -> list[str]:
    return [each.id for each in reports]


def _key(tried: Tried) -> tuple[str, str]:
    return tried.report.id, tried.remediation.id or ""
