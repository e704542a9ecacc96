"""What earlier reports tell of the factors of new and changed reports: the same history that AW701 to AW703 ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from afterword.impact.compare import Compared, Pair, ref
from afterword.impact.view import Back, EarlierWork, FirstHere, Recurrence, Ref, Term
from afterword.index.beside import counted_reports
from afterword.index.index import Index
from afterword.link.recurrence import COUNTED, History, Repeat, Tried
from afterword.model.audience import is_shown_to
from afterword.model.choices import Audience
from afterword.model.report import Report
from afterword.model.slugs import slug_of

_TOLD = frozenset({"draft", "in-review", "published"})
Named = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Repeats:
    """What recurs, each list in the order of reports and of their factors."""

    recurring: tuple[Recurrence, ...]
    first_here: tuple[FirstHere, ...]
    open_work: tuple[EarlierWork, ...]
    back: tuple[Back, ...]


def gather_repeats(pairs: Iterable[Pair], compared: Compared) -> Repeats:
    """What the pairs bring that the base does not know yet; of a report that begins to count, everything."""
    before, after = _Told(compared.before), _Told(compared.after)
    recurring: list[Recurrence] = []
    first_here: list[FirstHere] = []
    work: list[EarlierWork] = []
    back: list[Back] = []
    for pair in pairs:
        report = pair.after
        if report.lifecycle not in _TOLD or not report.system_slugs:
            continue
        known = before.repeats_of(pair.before) if pair.before is not None and not _begins(pair) else {}
        had = {each.factor for each in pair.before.front.contributing_factors} if pair.before and known else set()
        for factor_id, repeat in after.repeats_of(report).items():
            term = _term(factor_id, compared.after)
            if term is None:
                continue
            old = known.get(factor_id)
            if old is None or _ids(old) != _ids(repeat):
                recurring.append(_recurrence(report, term, repeat, compared.after))
            worked = {_key(each) for each in (*old.open, *old.declined)} if old else set()
            work.extend(
                _work(report, term, each, compared.after)
                for each in (*repeat.open, *repeat.declined[-1:])
                if _key(each) not in worked
            )
            if repeat.verified and (
                old is None or not old.verified or _key(old.verified[-1]) != _key(repeat.verified[-1])
            ):
                back.append(_back(report, term, repeat, compared.after))
        first_here.extend(_first_here(pair, had, after, compared.after))
    ordered = sorted(work, key=lambda each: (each.status == "declined", -(each.age_days or 0)))
    return Repeats(tuple(recurring), tuple(first_here), tuple(ordered), tuple(back))


class _Told:
    """The histories of one state: as in the rules, a report is held against those as wide as itself, or wider."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._histories: dict[Audience, History] = {}

    def repeats_of(self, report: Report) -> Mapping[str, Repeat]:
        """What others tell of each factor of the report."""
        audience = report.audience or self._index.view.audience
        if audience not in self._histories:
            reports = (*self._index.counted, *self._index.taken_over)
            wide = (each for each in reports if each.audience and is_shown_to(each.audience, audience))
            self._histories[audience] = History(wide, self._index.view.tracker_state)
        return {each.factor_id: each for each in self._histories[audience].repeats_of(report)}


def _begins(pair: Pair) -> bool:
    """Whether the report counts from this change on."""
    return pair.before is None or (pair.after.lifecycle in COUNTED and pair.before.lifecycle not in COUNTED)


def _recurrence(report: Report, term: Term, repeat: Repeat, index: Index) -> Recurrence:
    others = (*repeat.earlier, *repeat.later)
    shared = report.system_slugs & frozenset(slug for each in others for slug in each.system_slugs)
    return Recurrence(
        report=ref(report),
        factor=term,
        systems=tuple(_system_name(slug, report) for slug in sorted(shared)),
        number=len(repeat.earlier) + 1,
        earlier=tuple(ref(each) for each in reversed(repeat.earlier)),
        later=len(repeat.later),
        leads=_leads(report, repeat.earlier, index),
    )


def _work(report: Report, term: Term, tried: Tried, index: Index) -> EarlierWork:
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


def _first_here(pair: Pair, had: set[str | None], told: _Told, index: Index) -> Iterator[FirstHere]:
    report = pair.after
    here = told.repeats_of(report)
    for each in dict.fromkeys(each.factor for each in report.front.contributing_factors):
        term = _term(each or "", index)
        if term is None or each in here or each in had or (pair.before is not None and not _begins(pair) and not had):
            continue
        wide = (
            other
            for other in counted_reports(term.id, index)
            if other.lifecycle in COUNTED and other.id != report.id and not other.system_slugs & report.system_slugs
            and other.audience and is_shown_to(other.audience, report.audience or index.view.audience)
        )  # fmt: skip
        if count := sum(1 for _ in wide):
            yield FirstHere(report=ref(report), factor=term, reports=count)


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


def _ids(repeat: Repeat) -> tuple[Ref | str, ...]:
    return tuple(each.id for each in (*repeat.earlier, *repeat.later))


def _key(tried: Tried) -> tuple[str, str]:
    return tried.report.id, tried.remediation.id or ""
