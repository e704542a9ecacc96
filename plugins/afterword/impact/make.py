"""An impact from two collections: both narrowed to one audience, compared, and every section of the view model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from afterword.impact.compare import Compared, Pair, body_of, compare, ref, terms_of
from afterword.impact.coverage import compare_coverage
from afterword.impact.covered import cover
from afterword.impact.differences import differences
from afterword.impact.elsewhere import find_unguarded
from afterword.impact.next_digest import say_next_digest
from afterword.impact.recurs import gather_repeats
from afterword.impact.shared import shared_changes
from afterword.impact.sides import common_audience, narrow
from afterword.impact.view import Base, ChangedReport, GoneReport, Impact, NewReport, Related, Unread
from afterword.index.index import Index, build_index
from afterword.index.lessons import gather_lessons
from afterword.index.open import is_own_open
from afterword.link.similar.because import TIES, Because, describe_because, list_words, quote
from afterword.model.collection import AudienceView, Collection
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.pages.page import SiteFacts

RELATED = 3
"""How many related reports are named for a new one."""
WORTH = 0.3
"""The least likeness that is worth naming, as on the pages of reports."""


@dataclass(frozen=True)
class State:
    """One state of the repository.

    Attributes:
        collection: everything that was read.
        settings: the settings that held for it.
        is_settled: whether these are its own; otherwise those of the other state stand in.
    """

    collection: Collection
    settings: Settings
    is_settled: bool = True


def make_impact(
    before: State, after: State, base: Base, facts: SiteFacts, today: date, notes: tuple[str, ...] = ()
) -> Impact:
    """What the change from `before` to `after` does.

    Args:
        before: the base.
        after: the files as they lie here.
        base: what the base is called.
        facts: the site.
        today: the day from which ages are counted, on both sides.
        notes: what is to be known of how the base was read.
    """
    audience = common_audience(before.settings.audience, after.settings.audience)
    sides = narrow(before.collection, after.collection, audience)
    compared = compare(sides, _index(sides.before, before, today), _index(sides.after, after, today))
    changed = tuple(_changed(compared))
    by_id = {pair.after.id: pair for pair in compared.kept}
    pairs = [Pair(None, report) for report in compared.new] + [by_id[each.report.id] for each in changed]
    beyond_words = [Pair(None, report) for report in compared.new] + [
        by_id[each.report.id] for each in changed if each.changes and not each.prose_alone
    ]
    repeats = gather_repeats(pairs, compared)
    lessons_before, lessons_after = gather_lessons(compared.before), gather_lessons(compared.after)
    counts = after.settings.count_public_sources
    made = Impact(
        audience=audience,
        today=today,
        base=base,
        reports_before=len(sides.before.reports),
        reports_after=len(sides.after.reports),
        new=tuple(_new(report, compared) for report in compared.new),
        changed=changed,
        gone=tuple(_gone(report, compared) for report in compared.gone),
        unread=Unread(
            reports=tuple(ref(each) for each in sides.unread),
            others=sides.unread_others,
            in_base=sides.unread_before,
        ),
        recurring=tuple(repeats.recurring),
        first_here=tuple(repeats.first_here),
        open_work=tuple(repeats.open_work),
        back=tuple(repeats.back),
        unguarded=find_unguarded(pairs, lessons_after, compared),
        coverage=compare_coverage(compared, lessons_before, lessons_after),
        digest=say_next_digest(beyond_words, compared.after, facts, after.settings.digest, count_public_sources=counts),
        shared=shared_changes(before.settings if before.is_settled else None, after.settings, sides),
        notes=notes,
    )
    return cover(made, after.settings)


def _index(view: AudienceView, state: State, today: date) -> Index:
    return build_index(view, today, count_public_sources=state.settings.count_public_sources)


def _new(report: Report, compared: Compared) -> NewReport:
    index = compared.after
    system = report.front.system
    return NewReport(
        report=ref(report),
        kind=report.kind,
        step=report.lifecycle,
        severity=report.severity,
        system=(system.name or "") if system else "",
        factors=tuple(terms_of(report, index)),
        widened=report.id in compared.sides.widened,
        related=tuple(_related(report, index)),
    )


def _related(report: Report, index: Index) -> list[Related]:
    """The nearest reports of which it can be said why: those that their page would name."""
    found = [each for each in index.related.get(report.id, ()) if each.because.ties or each.score >= WORTH]
    telling = [each for each in found if each.because.is_telling]
    return [
        Related(report=ref(index.view.by_id[each.id]), because=_because(each.because, index))
        for each in telling[:RELATED]
    ]


def _because(because: Because, index: Index) -> str:
    """The reason in a few words; factors by their titles."""
    terms = index.view.vocabulary.factor_by_id
    shared = quote(terms[each].title for each in because.factors[:2] if each in terms)
    more = len(because.factors) - len(shared)
    told = [TIES[tie] for tie in because.ties]
    if shared:
        told.append(f"shares {', '.join(shared)}{f' and {more} more' if more > 0 else ''}")
    if because.system:
        told.append("same system")
    if because.phrases and len(told) < 2:
        told.append(f"both speak of {list_words(quote(because.phrases[:2]))}")
    return "; ".join(told) or describe_because(because)


def _changed(compared: Compared) -> Iterator[ChangedReport]:
    for pair in compared.kept:
        changes, is_wording = differences(pair, compared)
        assert pair.before is not None, "only new reports have none"
        was = pair.before.id if pair.before.id != pair.after.id else ""
        if changes or was:
            yield ChangedReport(report=ref(pair.after), was=was, prose_alone=is_wording and not was, changes=changes)


def _gone(report: Report, compared: Compared) -> GoneReport:
    now = compared.sides.after.by_id
    sources = {each.source for each in compared.before.graph.backlinks(report.id)}
    same = (each.id for each in compared.new if body_of(each) and body_of(each) == body_of(report))
    return GoneReport(
        report=ref(report),
        open_remediations=sum(is_own_open(use) for use in compared.before.remediations_of(report)),
        led_to_by=tuple(sorted(source for source in sources if source in now)),
        same_text_as=next(same, ""),
    )
