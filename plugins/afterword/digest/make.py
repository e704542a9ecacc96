"""A digest from a source and a period: the selection, then every section of the view model."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.digest.content.changes import changed_report
from afterword.digest.content.clocks import reporting_clocks
from afterword.digest.content.cohorts import Months
from afterword.digest.content.conditions import Conditions
from afterword.digest.content.drift import Drifts
from afterword.digest.content.earlier import from_earlier_years
from afterword.digest.content.eval_cases import Coverage
from afterword.digest.content.head import count, pick_of, say_lesson, subject_of
from afterword.digest.content.items import report_item
from afterword.digest.content.plain_texts import line
from afterword.digest.content.terms import used_terms
from afterword.digest.content.work import Work
from afterword.digest.ledger import EditionLedger, Told
from afterword.digest.selection import select
from afterword.digest.source import Source
from afterword.digest.view import Digest, Edition, Item, Link, Pick, Site, Span
from afterword.digest.weeks import Period
from afterword.index.index import Group

NO_LEDGER = EditionLedger(())
"""For pages, which tell a week by its dates alone."""


@dataclass(frozen=True)
class Made:
    """A digest, and what the ledger keeps of it."""

    digest: Digest
    told: tuple[Told, ...]


class Maker:
    """Makes the digests of one source: what all weeks share is computed once."""

    def __init__(self, source: Source, most: int | None = None) -> None:
        """Of each team at most `most` due and overdue remediations are listed; None for all."""
        self.source = source
        self._work = Work(source, most)
        self._drifts = Drifts(source)
        self._months = Months(source.remediations)
        self._conditions = Conditions(source)
        self._coverage = Coverage(source)

    def make(self, period: Period, ledger: EditionLedger = NO_LEDGER) -> Made:
        """The digest of a period, as it stood when the period ended. `ledger` is what earlier ones told."""
        source = self.source
        selection = select(source, period, ledger)
        brief = source.choice.brief
        picked = pick_of(selection.new)
        rest = [each for each in selection.new if picked is None or each is not picked[0]]
        items = [report_item(each, source) for each in rest]
        work = self._work.teams(selection)
        counts = count(selection, work)
        pick = Pick(item=report_item(picked[0], source), because=picked[1]) if picked else None
        teaches = say_lesson(selection, picked[0] if picked else None, source)
        told: list[Item] = [*([pick.item] if pick else []), *items]
        digest = Digest(
            site=Site(name=line(source.facts.name), url=source.facts.url, zone=source.facts.zone),
            edition=_edition(source),
            span=_span(period, source),
            address=page_address(period, source),
            subject=subject_of(source.choice, str(period), counts),
            teaches=teaches,
            counts=counts,
            pick=pick,
            new=tuple(each for each in items if each.kind != "near_miss"),
            near_misses=tuple(each for each in items if each.kind == "near_miss"),
            changed=tuple(changed_report(each, source) for each in selection.changed),
            work=work,
            drift=() if brief else self._drifts.of(period),
            cohorts=self._months.cohorts(period),
            recurring=self._conditions.recurring(selection),
            cases=None if brief else self._coverage.cases(selection),
            clocks=reporting_clocks(selection, source),
            earlier=from_earlier_years(selection, source),
            terms=used_terms(told, (teaches,), source) if brief else (),
            contribute=_contribute(source),
        )
        return Made(digest, selection.told(source))


def page_address(period: Period, source: Source) -> str:
    """The page on which a reader finds what the digest tells: its week's, for several weeks the list of all."""
    archive = f"{source.facts.url}digests/"
    if len(period.weeks) > 1:
        return archive
    brief = "brief/" if source.choice.brief and source.choice.is_whole and source.settings.brief else ""
    return f"{archive}{period.last}/{brief}"


def _edition(source: Source) -> Edition:
    choice, index = source.choice, source.index
    return Edition(
        audience=index.view.audience,
        brief=choice.brief,
        team=_name(index.teams.get(choice.team)),
        system=_name(index.systems.get(choice.system)),
        key=choice.key(index.view.audience),
    )


def _name(group: Group | None) -> str:
    return line(group.name) if group else ""


def _span(period: Period, source: Source) -> Span:
    first = period.weeks[0]
    return Span(
        weeks=tuple(str(week) for week in period.weeks),
        label=str(period),
        first_day=first.monday,
        last_day=period.last.sunday,
        begins=first.begins(source.zone),
        ends=period.last.after.begins(source.zone),
    )


def _contribute(source: Source) -> tuple[Link, ...]:
    url = source.facts.url
    start = Link(title="How to write a first report", address=source.settings.contribute or f"{url}guide/first-report/")
    return (start, Link(title="How to read a report", address=f"{url}guide/reading-a-report/"))
