"""The top of a report's page: its line of data, its notices, its key facts, and what it meant for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.durations import describe
from afterword.model.impact import Impact
from afterword.model.measures import Measure, measure_timeline
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.report_labels import labels_notice
from afterword.pages.words import (
    capital,
    fill,
    found_by,
    join,
    label,
    number,
    provider_link,
    report_link,
    report_path,
    sentence,
    system_link,
    team_link,
    time_tag,
)

Fact = tuple[str, Markup]
"""A term of our own and what stands beside it."""


@dataclass(frozen=True)
class Notice:
    """A framed sentence at the top; `preview` marks what is on no published site yet."""

    text: Markup
    preview: bool = False


def meta_line(report: Report) -> Markup:
    """Kind, severity and date: what kind of reading this is."""
    chips = [Markup(f'<span class="aw-kind aw-kind--{report.kind}">{label(report.kind)}</span>')]
    if report.severity:
        chips.append(Markup(f'<span class="aw-severity aw-severity--{report.severity}">{report.severity}</span>'))
    return join([*chips, *([time_tag(report.date)] if report.date else [])], " ")


def record_line(report: Report) -> Markup:
    """Publication, revision, audience and id: what the report is known by, in one line."""
    words = [fill("Published {}", time_tag(report.front.published_on))] if report.front.published_on else []
    words.append(escape_text(f"revision {report.revision}"))
    words.append(escape_text(f"for {label(report.audience or 'restricted')}"))
    words.append(fill("<code>{}</code>", report.id))
    return join(words, " · ")


def notices(report: Report, index: Index) -> Iterator[Notice]:
    """What a reader must know before the first sentence."""
    if report.lifecycle == "draft":
        yield Notice(Markup("**Preview.** This report is a draft and is on no published site yet."), preview=True)
    if report.lifecycle == "in-review":
        yield Notice(Markup("**Preview.** This report is in review and is on no published site yet."), preview=True)
    later = [index.view.by_id[each] for each in index.graph.superseded_by(report.id) if each in index.view.by_id]
    if later:
        links = join((report_link(each, report_path(report)) for each in later), " and ")
        yield Notice(fill("**Superseded** by {}.", links))
    elif report.lifecycle == "superseded":
        yield Notice(Markup("**Superseded.** A later report has taken the place of this one."))
    if report.is_public_sources:
        text = (
            "**Written from public sources.** Nobody of the organisation concerned was asked; factors marked "
            "*potential* are our reading."
        )
        yield Notice(Markup(text))
    if report.lifecycle == "imported":
        yield Notice(Markup("**Imported.** Taken over as it was, not reviewed in this form."))
    if labelled := labels_notice(report):
        yield Notice(labelled)


def near_miss_facts(report: Report) -> list[Fact]:
    """What stopped a near miss, what could have come of it, and how close it was."""
    found = report.front.near_miss
    if found is None:
        return []
    told = [
        ("What stopped it", escape_text(found.caught_by or "not stated")),
        ("What could have come of it", escape_text(found.potential or "not stated")),
    ]
    return [*told, ("How close it was", escape_text(found.margin))] if found.margin else told


def key_facts(report: Report, index: Index) -> list[list[Fact]]:
    """The facts below the summary, each in a few words: what it meant, and what system it was."""
    return [list(_course_facts(report)), list(_system_facts(report, index))]


def _system_facts(report: Report, index: Index) -> Iterator[Fact]:
    system, here = report.front.system, report_path(report)
    if system is None:
        return
    known = index.view.systems.by_name.get(system.name or "")
    if system.name:
        kind = system.type or (known.type if known else None)
        autonomy = system.autonomy or (known.autonomy if known else None)
        words = [label(each) for each in (kind, autonomy) if each]
        yield "System", join([system_link(system.name, index, here), *words])
    if system.decision:
        yield "What it decides", escape_text(system.decision)
    if owner := system.owner_team or (known.owner_team if known else None):
        yield "Owner", team_link(owner, index, here)
    if provider := system.provider or (known.provider if known else None):
        yield "Provider", provider_link(provider, index, here)
    if system.also_affected:
        yield "Also affected", join(system_link(each, index, here) for each in system.also_affected)


def _course_facts(report: Report) -> Iterator[Fact]:
    impact = report.front.impact
    if report.kind == "near_miss" and report.severity:
        yield "Severity", escape_text(f"{report.severity}, had it not been stopped")
    if impact and impact.harm:
        yield "Harm", escape_text(_harm(impact))
    if impact and (people := say_people(impact)):
        yield "People affected", escape_text(people)
    if impact and (amount := say_money(impact)):
        yield "Money", escape_text(amount)
    measures = {each.name: each for each in measure_timeline(report.front.timeline)}
    detected = next((each for each in report.front.timeline if each.kind == "detected"), None)
    if detected and detected.detected_by:
        yield "Found by", escape_text(found_by(detected.detected_by) + _after(measures["time_to_detect"]))
    exposure = measures["total_exposure"].value
    if exposure:
        yield "Exposure", escape_text(f"{describe(exposure)} in production")


def _after(measure: Measure) -> str:
    if measure.value is None:
        return ""
    start = "the first symptom" if measure.formula.endswith("first_symptom") else "it reached production"
    return f" ({describe(measure.value)} after {start})"


def _harm(impact: Impact) -> str:
    return "not known" if impact.harm == "unknown" else impact.harm or ""


def say_people(impact: Impact) -> str:
    """How many people were affected, as a range; empty where nothing is told."""
    people = impact.people_affected
    if people is None or (people.min is None and people.max is None):
        return ""
    if people.min is not None and people.max is not None:
        return number(people.min) if people.min == people.max else f"{number(people.min)} to {number(people.max)}"
    return f"at least {number(people.min)}" if people.min is not None else f"at most {number(people.max or 0)}"


def say_money(impact: Impact) -> str:
    """What it cost, with the currency; empty where nothing is told."""
    money = impact.money
    return f"{number(money.amount)} {money.currency or ''}".strip() if money and money.amount is not None else ""


def _with_basis(told: str, basis: str | None) -> Markup | None:
    """An amount with what was counted, in brackets; None where no amount is told."""
    if not told:
        return None
    return fill("{} ({})", told, basis) if basis else escape_text(told)


def impact_facts(report: Report) -> list[Fact]:
    """What it meant for people, in full."""
    impact = report.front.impact
    if impact is None:
        return []
    people, money, amount = impact.people_affected, impact.money, say_money(impact)
    told: list[tuple[str, Markup | None]] = [
        ("Harm", escape_text(capital(_harm(impact))) if impact.harm else None),
        ("Kinds of harm", join(impact.harm_types) if impact.harm_types else None),
        ("People affected", _with_basis(say_people(impact), people.basis if people else None)),
        ("Groups affected more than others", escape_text(impact.groups) if impact.groups else None),
        ("Requests", escape_text(number(impact.requests)) if impact.requests is not None else None),
        ("Money", _with_basis(amount, money.basis if money else None)),
        ("Not known", join((sentence(each) for each in impact.unknowns), " ") if impact.unknowns else None),
    ]
    return [(term, text) for term, text in told if text is not None]
