"""The page of one kind of remediation: for which factors it was tried, where, how far it is, and whether it held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.held import NO_FACTOR, Record, Trial, record_of
from afterword.index.index import Index
from afterword.index.remediations import RemediationUse
from afterword.index.slugs import slug_of
from afterword.model.vocabulary import RemediationKind
from afterword.pages.codes import outside_codes
from afterword.pages.escape import escape_text, render
from afterword.pages.factor_facts import say_statuses
from afterword.pages.held_lines import record_line
from afterword.pages.marks import mark, with_code
from afterword.pages.page import Page
from afterword.pages.system_facts import Fact
from afterword.pages.trial_rows import MOST, TrialRow, say_days, trial_rows
from afterword.pages.words import counted, fill, page_link, report_link

SHOWN = 5
"""How many rows stand below each factor; the factor's page has the others."""


@dataclass(frozen=True)
class Group:
    """One factor for which the kind was tried: its title as a link, its anchor, the first rows, and how many more."""

    title: Markup
    anchor: str
    record: Markup
    rows: list[TrialRow]
    more: Markup


def render_kind(kind: RemediationKind, meaning: str, trials: Mapping[str, Sequence[Trial]], index: Index) -> Page:
    """The page of `kind`; `trials` are all trials by factor, `meaning` says what its strength is."""
    path = f"remediations/{kind.id}.md"
    uses = index.by_remediation_kind.get(kind.id, ())
    own = {factor: [each for each in found if each.use.remediation.kind == kind.id] for factor, found in trials.items()}
    own = {factor: found for factor, found in own.items() if found}
    markdown = render(
        "remediation_kind.md.jinja",
        kind=kind,
        definition=with_code(kind.definition),
        strength=mark("strength", kind.strength),
        meaning=meaning,
        facts=list(_facts(uses, own, index)),
        groups=_groups(own, index, path),
        shown=SHOWN,
        rest=trial_rows(own.get(NO_FACTOR, ())[:MOST], index, path),
        reports=_left_out(uses, own, path),
        codes=outside_codes(kind),
        empty=not index.listed,
    )
    return Page(path, kind.title, markdown, kind.definition.replace("`", ""))


def kind_records(trials: Mapping[str, Sequence[Trial]]) -> dict[str, Record]:
    """By kind how its verified remediations did, each counted once."""
    found: dict[str, dict[str, list[Trial]]] = {}
    for factor_id, each in trials.items():
        for trial in each:
            found.setdefault(trial.use.remediation.kind or "", {}).setdefault(factor_id, []).append(trial)
    return {kind: record_of(_each_once(by_factor)) for kind, by_factor in found.items()}


def _facts(uses: Sequence[RemediationUse], trials: Mapping[str, Sequence[Trial]], index: Index) -> Iterator[Fact]:
    """Where it was applied, for what, how far, whether it held, and how old: of counted reports."""
    known = {report.id for report in index.counted}
    counts = [use for use in uses if use.report.id in known]
    if not counts:
        return
    yield Fact("Where", escape_text(_where(counts)))
    if factors := [each for each in trials if each != NO_FACTOR]:
        yield Fact("For", fill("[{}](#for-which-factors)", counted(len(factors), "contributing factor")))
    yield Fact("Status", escape_text(say_statuses(counts)))
    yield Fact("Did it hold", _held(_each_once(trials), counts))
    if ages := list(_ages(counts)):
        yield Fact("Age", Markup("; ").join(ages))


def _where(uses: Sequence[RemediationUse]) -> str:
    reports = len({use.report.id for use in uses})
    systems = len({slug_of(use.report.front.system.name or "") for use in uses if use.report.front.system} - {""})
    times = f"{counted(len(uses), 'time')} in {counted(reports, 'report')}"
    return f"{times} about {counted(systems, 'system')}" if systems else times


def _each_once(trials: Mapping[str, Sequence[Trial]]) -> list[Trial]:
    """Each remediation with the factor that came back first, so that one for several factors is counted once."""
    found: dict[tuple[str, int], Trial] = {}
    for trial in (trial for factor_id, each in trials.items() if factor_id != NO_FACTOR for trial in each):
        key = (trial.use.report.id, id(trial.use.remediation))
        if key not in found or _worse(trial) < _worse(found[key]):
            found[key] = trial
    return list(found.values())


def _worse(trial: Trial) -> tuple[bool, bool, int]:
    """The order in which the factors of one remediation decide about it: came back, named elsewhere, then the rest."""
    first = trial.later[0].fewest if trial.later else 0
    return (trial.outcome != "returned", not trial.later, first)


def _held(trials: Sequence[Trial], uses: Sequence[RemediationUse]) -> Markup:
    record = record_of(trials)
    none = Markup("Nothing can be told yet: none is verified on a known day")
    said = [record_line(record) or none]
    if record.unclear:
        said.append(escape_text(f"{record.unclear} verified on an unknown day or in doubt"))
    if declined := sum(use.status == "declined" for use in uses):
        said.append(escape_text(f"{declined} declined"))
    if drifting := sum(bool(use.drift) for use in uses):
        said.append(escape_text(f"in {drifting} the report and the tracker differ"))
    return Markup("; ").join(said)


def _ages(uses: Sequence[RemediationUse]) -> Iterator[Markup]:
    """Ranges with their n: no mean says more of a few. What others did has no age that their report could know."""
    own = [use for use in uses if not use.report.is_public_sources and use.age is not None]
    open_days = [use.age for use in own if use.age is not None and not use.is_closed]
    closed = [use.age for use in own if use.age is not None and use.status in {"done", "verified"}]
    took = [age for age in closed if age]
    if open_days:
        yield fill("open for {} (n = {})", say_days(min(open_days), max(open_days)), len(open_days))
    if took:
        yield fill("done after {} (n = {})", say_days(min(took), max(took)), len(took))
    if early := len(closed) - len(took):
        yield fill("done by the day of publication (n = {})", early)


def _groups(trials: Mapping[str, Sequence[Trial]], index: Index, path: str) -> list[Group]:
    """The factors with most remediations of the kind first, then by title."""
    terms = index.view.vocabulary.factor_by_id
    factors = [each for each in trials if each != NO_FACTOR]
    ordered = sorted(factors, key=lambda each: (-len(trials[each]), terms[each].title, each))
    return [_group(factor_id, terms[factor_id].title, trials[factor_id], index, path) for factor_id in ordered]


def _group(factor_id: str, title: str, trials: Sequence[Trial], index: Index, path: str) -> Group:
    to = f"factors/{factor_id}.md"
    more = max(0, len(trials) - SHOWN)
    lead = f"{counted(more, 'more remediation')} of this kind on the factor's page"
    return Group(
        title=page_link(title, to, path),
        anchor=f"for-{slug_of(factor_id)}",
        # With one remediation its row says the same.
        record=record_line(record_of(trials)) if len(trials) > 1 else Markup(),
        rows=trial_rows(trials[:SHOWN], index, path),
        more=page_link(lead, to, path, "what-was-done-about-it") if more else Markup(),
    )


def _left_out(uses: Sequence[RemediationUse], trials: Mapping[str, Sequence[Trial]], path: str) -> list[Markup]:
    """The reports of which a row is left out above, so that the page leads to every use of the kind."""
    shown = {
        id(trial.use)
        for factor_id, each in trials.items()
        for trial in each[: MOST if factor_id == NO_FACTOR else SHOWN]
    }
    reports = {use.report.id: use.report for use in uses if id(use) not in shown}
    newest = sorted(reports.values(), key=lambda each: each.sort_key(), reverse=True)
    return [report_link(report, path) for report in newest]
