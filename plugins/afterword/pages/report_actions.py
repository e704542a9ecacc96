"""A report's contributing factors, each with its *how*, and its remediations with strength, status and age."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from afterword.evals.runs import rests_on_one_run
from afterword.index.guarding import case_standing
from afterword.index.index import Index
from afterword.index.remediations import RemediationUse
from afterword.model.eval_case import EvalCase
from afterword.model.factors import ContributingFactor
from afterword.model.report import Report
from afterword.pages.escape import escape_text, link_to
from afterword.pages.report_anchors import anchors, case_links, evidence_links, factor_links
from afterword.pages.report_factor_ways import factor_ways
from afterword.pages.report_labels import BULK
from afterword.pages.report_past import past_lines, repeats_by_place
from afterword.pages.report_replay import replay_lines
from afterword.pages.words import (
    capital,
    counted,
    factor_link,
    fill,
    join,
    kind_link,
    label,
    report_path,
    sentence,
    team_link,
    time_tag,
)

_GUARDS, _FAILS = "Guarded by {}.", "Tested by {}, which fails now."
_LUCKY = "Tried once by {}, which can pass by luck: the failure came only sometimes."
_UNPROVEN, _NOT_COMMITTED = "Tested by {}, of which no passing run is recorded.", "Names {}, not committed."
_CASES = (_GUARDS, _FAILS, _LUCKY, _UNPROVEN, _NOT_COMMITTED)


@dataclass(frozen=True)
class FactorItem:
    """One contributing factor: its chip, its line of data, what led to what, what came before, and the paragraphs."""

    chip: Markup
    meta: Markup
    ways: Markup
    past: Sequence[Markup]
    how: Markup
    risk: Markup


@dataclass(frozen=True)
class ActionRow:
    """One remediation as a row of the table; every cell is ready."""

    what: Markup
    strength: Markup
    status: Markup
    owner: Markup
    due: Markup


def factor_items(report: Report, index: Index, hows: Sequence[Markup]) -> list[FactorItem]:
    """The factors in the report's own order; `hows` are their ready texts, in the same order."""
    entries = report.front.contributing_factors
    repeats = repeats_by_place(report, index)
    pasts = [past_lines(repeats[place], report) if place in repeats else [] for place in range(len(entries))]
    return [
        _factor(each, name, how, past, report, index)
        for each, name, how, past in zip(entries, anchors(entries), hows, pasts, strict=True)
    ]


def _factor(
    entry: ContributingFactor, anchor: str, how: Markup, past: Sequence[Markup], report: Report, index: Index
) -> FactorItem:
    known = index.view.vocabulary.factor_by_id.get(entry.factor or "")
    place = f" #{anchor}" if anchor else ""
    if known:
        link = factor_link(known.id, index, report_path(report))
        chip = link + Markup(f"{{ .aw-chip .aw-chip--factor{place} }}")
    else:
        name = f' id="{anchor}"' if anchor else ""
        text = escape_text(entry.factor or "not named")
        chip = fill(f'<span class="aw-chip aw-chip--factor"{name}>{{}}</span>', text)
    sure = BULK if report.labels else entry.confidence
    meta: list[object] = [entry.id or "", *([known.side] if known else []), sure]
    meta.extend(evidence_links(entry.evidence, report))
    return FactorItem(
        chip=chip,
        meta=join(meta, " · "),
        ways=factor_ways(entry, report, index),
        past=past,
        how=how,
        risk=_risk(entry, index),
    )


def _risk(entry: ContributingFactor, index: Index) -> Markup:
    risk = entry.accepted_risk
    if risk is None:
        return Markup()
    said = [Markup("**Accepted risk.**")]
    said += [escape_text(sentence(risk.rationale))] if risk.rationale else []
    said += [fill("Decided by {}.", label(risk.decided_by_role))] if risk.decided_by_role else []
    if risk.review_on:
        late = (index.today - risk.review_on).days
        past = fill(" ({} ago)", counted(late, "day")) if late > 0 else Markup()
        said.append(fill("To be looked at again on {}{}.", time_tag(risk.review_on), past))
    return join(said, " ")


def action_rows(report: Report, index: Index) -> list[ActionRow]:
    """The remediations in the report's own order, joined with what the trackers say."""
    uses = index.remediations_of(report)
    names = anchors([use.remediation for use in uses])
    return [_row(use, name, report, index) for use, name in zip(uses, names, strict=True)]


def _row(use: RemediationUse, anchor: str, report: Report, index: Index) -> ActionRow:
    entry = use.remediation
    title = entry.title or "no title"
    tracked = bool(entry.tracker and entry.tracker.startswith("https://"))
    name = fill(f"**{{}}**{{{{ #{anchor} }}}}" if anchor else "**{}**", entry.id or "")
    shown = link_to(title, entry.tracker or "") if tracked else escape_text(title)
    details = join(_details(use, report, index), " ")
    what = fill('{} {} <br><span class="aw-meta">{}</span>', name, shown, details)
    return ActionRow(
        what=what,
        strength=_mark("strength", use.strength) if use.strength else Markup("not known"),
        status=_status(use),
        owner=team_link(entry.owner_team, index, report_path(report)) if entry.owner_team else Markup("–"),
        due=_due(use),
    )


def _details(use: RemediationUse, report: Report, index: Index) -> Iterator[Markup]:
    entry = use.remediation
    kind = kind_link(entry.kind, index, report_path(report)) if entry.kind else escape_text("no kind")
    yield fill("{}, to {}.", kind, label(entry.intent))
    if addressed := factor_links(report.front.addressed_by(entry), report):
        yield fill("For {}.", join(addressed))
    if entry.success_check:
        yield fill("*Success check:* {}", sentence(entry.success_check))
    if entry.replay is not None:
        outcome = index.replays.of(report).remediations[report.front.remediations.index(entry)]
        yield replay_lines(entry.replay, outcome, index.view.zone, report)
    yield from _cases(use, report, index)
    if entry.blocking:
        yield Markup("Stops a release.")
    if entry.declined_because:
        yield fill("*Declined because:* {}", sentence(entry.declined_because))


def _cases(use: RemediationUse, report: Report, index: Index) -> Iterator[Markup]:
    """The eval cases that it names, by where they stand: what passes guards, and nothing else does."""
    cases = {case.id: case for case in report.front.eval_cases}
    chosen: dict[str, list[str]] = {words: [] for words in _CASES}
    for name in use.remediation.evals:
        chosen[_case_words(cases.get(name), report, index)].append(name)
    for words, names in chosen.items():
        if names:
            yield fill(words, join(case_links(tuple(names), report)))


def _case_words(case: EvalCase | None, report: Report, index: Index) -> str:
    if case is None or case.status != "committed":
        return _NOT_COMMITTED
    standing = case_standing(case, report, index.view)
    if standing.guarding != "unguarded":
        return _GUARDS if standing.guarding == "passing" else _FAILS
    return _LUCKY if rests_on_one_run(case, report.front.behaviour) else _UNPROVEN


def _status(use: RemediationUse) -> Markup:
    """The status in a box; below it the days on which it was reached, its age, and how the tracker differs."""
    said = list(_days(use))
    if use.age is not None and not use.report.is_public_sources:
        # What was closed before the report came out has no age worth telling.
        told = f"open for {counted(use.age, 'day')}" if not use.is_closed else f"closed after {counted(use.age, 'day')}"
        said += [escape_text(told)] if use.age or not use.is_closed else []
    if use.drift:
        said.append(escape_text(capital(sentence(use.drift))))
    box = _mark("status", use.status)
    return fill('{} <br><span class="aw-meta">{}</span>', box, join(said, " · ")) if said else box


def _days(use: RemediationUse) -> Iterator[Markup]:
    entry = use.remediation
    if use.status == "declined" and (day := entry.declined_on or use.closed):
        yield time_tag(day, short=True)
    if use.status in {"done", "verified"} and (day := entry.done_on or use.closed):
        yield fill("done {}", time_tag(day, short=True)) if use.status == "verified" else time_tag(day, short=True)
    if use.status == "verified" and entry.verified_on:
        yield fill("verified {}", time_tag(entry.verified_on, short=True))


def _due(use: RemediationUse) -> Markup:
    if use.remediation.due is None:
        return Markup()
    tag = fill("due {}", time_tag(use.remediation.due, short=True))
    if use.overdue is None:
        return tag
    return fill('{} <span class="aw-overdue">{} overdue</span>', tag, counted(use.overdue, "day"))


def _mark(what: str, word: str) -> Markup:
    """A word of ours in a box; the class repeats it."""
    return Markup(f'<span class="aw-{what} aw-{what}--{word}">{label(word)}</span>')
