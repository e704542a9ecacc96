"""What changed in one report, in terms of the form: steps, factors, remediations, and not lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from afterword.impact.compare import Compared, Pair, body_of
from afterword.impact.differences_parts import PARTS, details, is_reworded
from afterword.impact.differences_work import case_changes, remediation_changes
from afterword.impact.view import Area, Change
from afterword.index.open import is_own_open
from afterword.model.report import Report
from afterword.pages.words import counted, label

_TEXTS = ("title", "plain_summary", "description", "trade_off", "single_sided", "ideas", "no_eval_because")
"""Fields of words: a change in them is one of wording."""
_TOLD = frozenset(
    {
        "lifecycle", "severity", "kind", "origin", "audience", "system", "occurred_on", "published_on", "withdrawn",
        "contributing_factors", "remediations", "eval_cases", "evidence", "updates", "review", "timeline", "suppress",
        *_TEXTS,
    }
)  # fmt: skip
"""Fields of which is told in words what changed; of all others that they did."""


def differences(pair: Pair, compared: Compared) -> tuple[tuple[Change, ...], bool]:
    """What changed, the weightiest first, and whether it is wording alone; nothing for what is the same."""
    before, after = pair.before, pair.after
    if before is None:
        return (), False
    if "withdrawn" in {before.lifecycle, after.lifecycle} and before.lifecycle != after.lifecycle:
        # What a withdrawn report no longer shows is not told one by one.
        return (*_step(before, after), *_withdrawn_work(before, after, compared)), False
    found = [
        *_step(before, after),
        *_fields(before, after),
        *_factors(before, after, compared),
        *remediation_changes(before, after, compared),
        *case_changes(before, after),
        *_evidence(before, after),
        *_timeline(before, after),
        *_updates(before, after),
        *_review(before, after),
        *_others(before, after),
    ]
    words = _wording(before, after)
    if not found and not words and _known_as(before, after).front != after.front:
        found.append(_change("fields", "details"))
    return (*found, *words), bool(words) and not found


def _step(before: Report, after: Report) -> Iterator[Change]:
    if before.lifecycle != after.lifecycle:
        yield _change("step", f"{label(after.lifecycle)}, was {label(before.lifecycle)}")


def _withdrawn_work(before: Report, after: Report, compared: Compared) -> Iterator[Change]:
    count = sum(is_own_open(use) for use in compared.before.remediations_of(before))
    if after.lifecycle == "withdrawn" and count:
        yield _change("remediations", f"{counted(count, 'open one')} no longer told")


def _fields(before: Report, after: Report) -> Iterator[Change]:
    told = (
        ("kind", label(before.kind), label(after.kind)),
        ("origin", label(before.front.origin), label(after.front.origin)),
        ("severity", before.severity or "", after.severity or ""),
        ("audience", before.audience or "", after.audience or ""),
        ("system", _system(before), _system(after)),
        ("date", before.date.text if before.date else "", after.date.text if after.date else ""),
        ("published on", str(before.front.published_on or ""), str(after.front.published_on or "")),
    )
    for name, old, new in told:
        if old != new:
            yield _change("fields", f"{name} is {new or 'empty'}, was {old or 'empty'}")


def _system(report: Report) -> str:
    system = report.front.system
    return ", ".join((system.name or "", *system.also_affected)) if system else ""


def _factors(before: Report, after: Report, compared: Compared) -> Iterator[Change]:
    terms = {**compared.before.view.vocabulary.factor_by_id, **compared.after.view.vocabulary.factor_by_id}
    old = {each.factor: each for each in before.front.contributing_factors if each.factor}
    new = {each.factor: each for each in after.front.contributing_factors if each.factor}
    titles = {id: terms[id].title if id in terms else id for id in (*old, *new)}
    for id in (each for each in new if each not in old):
        yield _change("factors", f"“{titles[id]}” added")
    for id in (each for each in old if each not in new):
        yield _change("factors", f"“{titles[id]}” removed")
    for id in (each for each in new if each in old):
        if old[id].confidence != new[id].confidence:
            yield _change("factors", f"“{titles[id]}” is {new[id].confidence}, was {old[id].confidence}")
        was, now = old[id].accepted_risk, new[id].accepted_risk
        if was is None and now is not None:
            until = f" until {now.review_on}" if now.review_on else ""
            yield _change("factors", f"“{titles[id]}” stays as it is, by decision{until}")
        elif was is not None and now is None:
            yield _change("factors", f"“{titles[id]}” no longer stays as it is by decision")
        elif was is not None and now is not None and was.review_on != now.review_on:
            yield _change(
                "factors",
                f"“{titles[id]}” is looked at again on {now.review_on or 'no day'}, was {was.review_on or 'no day'}",
            )


def _evidence(before: Report, after: Report) -> Iterator[Change]:
    old = {(each.id, each.kind) for each in before.front.evidence}
    new = {(each.id, each.kind) for each in after.front.evidence}
    for those, word in ((new - old, "added"), (old - new, "removed")):
        if those:
            named = ", ".join(f"{id} ({label(kind)})" if kind else str(id) for id, kind in _sorted(those))
            yield _change("evidence", f"{named} {word}")


def _timeline(before: Report, after: Report) -> Iterator[Change]:
    old = Counter((each.kind, each.at.text if each.at else "") for each in before.front.timeline)
    new = Counter((each.kind, each.at.text if each.at else "") for each in after.front.timeline)
    for those, word in ((new - old, "added"), (old - new, "removed")):
        if count := those.total():
            silent = sum(number for (kind, _), number in those.items() if kind == "alert_missed")
            more = f", {silent} of them silent" if silent else ""
            yield _change("timeline", f"{counted(count, 'entry', 'entries')} {word}{more}")


def _updates(before: Report, after: Report) -> Iterator[Change]:
    old = [(each.at.text if each.at else "", each.what) for each in before.front.updates]
    for each in after.front.updates:
        key = (each.at.text if each.at else "", each.what)
        if key not in old:
            word = "correction" if each.correction else "update"
            yield _change("updates", f"{word} of {key[0] or 'no day'}: {each.what or 'what was changed is not told'}")
    if len(after.front.updates) < len(before.front.updates):
        yield _change("updates", f"{len(after.front.updates)}, were {len(before.front.updates)}")


def _review(before: Report, after: Report) -> Iterator[Change]:
    old, new = before.front.review, after.front.review
    if new is None:
        if old is not None:
            yield _change("review", "no longer told")
        return
    if new.held_on and (old is None or old.held_on != new.held_on):
        yield _change("review", f"held on {new.held_on}")
    roles = set(new.approved_by_roles) - set(old.approved_by_roles if old else ())
    if roles:
        yield _change("review", f"approved by {', '.join(sorted(label(role) for role in roles))}")
    lost = set(old.approved_by_roles if old else ()) - set(new.approved_by_roles)
    if lost:
        yield _change("review", f"no longer approved by {', '.join(sorted(label(role) for role in lost))}")
    count = len(new.surprises) - len(old.surprises if old else ())
    if count > 0:
        yield _change("review", f"{counted(count, 'surprise')} added")


def _known_as(before: Report, after: Report) -> Report:
    """`before` under the earlier ids of `after`, where it has another id by now: that is told by itself."""
    return before if before.id == after.id else before.with_fields(aliases=after.front.aliases)


def _others(before: Report, after: Report) -> Iterator[Change]:
    before = _known_as(before, after)
    names = [
        name.rstrip("_")
        for name in type(after.front).model_fields
        if name not in _TOLD and getattr(before.front, name) != getattr(after.front, name)
    ]
    if before.front.system != after.front.system and _system(before) == _system(after):
        names.append("system")
    names += [name for part in PARTS for name in details(part, before, after)]
    if names:
        yield _change("fields", f"also changed: {', '.join(names)}")


def _wording(before: Report, after: Report) -> list[Change]:
    """What is left: words in fields and in the body, without a meaning that could be told in a line."""
    told = [label(name) for name in _TEXTS if getattr(before.front, name) != getattr(after.front, name)]
    told += [part.said for part in PARTS if is_reworded(part, before, after)]
    if body_of(before) != body_of(after):
        told.append("the text below the fields")
    return [_change("text", ", ".join(told))] if told else []


def _sorted(those: Iterable[tuple[str | None, str | None]]) -> list[tuple[str | None, str | None]]:
    return sorted(those, key=lambda each: (each[0] or "", each[1] or ""))


def _change(area: Area, words: str) -> Change:
    return Change(area=area, words=words)
