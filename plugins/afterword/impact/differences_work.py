"""What changed in a report's remediations and eval cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterword.impact.compare import Compared
from afterword.impact.matching import matched
from afterword.impact.view import Change
from afterword.index.remediations import RemediationUse
from afterword.model.eval_case import EvalCase
from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.pages.words import counted, label


def remediation_changes(before: Report, after: Report, compared: Compared) -> Iterator[Change]:
    """Added, gone, closed, opened again, moved to another step, another day or another team."""
    old = [use.remediation for use in compared.before.remediations_of(before)]
    uses = {id(use.remediation): use for use in compared.before.remediations_of(before)}
    uses |= {id(use.remediation): use for use in compared.after.remediations_of(after)}
    new = [use.remediation for use in compared.after.remediations_of(after)]
    pairs, gone = matched(old, new)
    for was, now in pairs:
        name = _name(now)
        if was is None:
            use = uses[id(now)]
            due = f", due {now.due}" if now.due and not use.is_closed else ""
            yield _change(f"{name} added, {label(use.status)}{due}")
        else:
            moves = list(_moves(uses[id(was)], uses[id(now)]))
            if moves:
                yield _change(f"{name} {', and '.join(moves)}")
    for was in gone:
        yield _change(f"{_name(was)} is no longer told, was {label(uses[id(was)].status)}")


def case_changes(before: Report, after: Report) -> Iterator[Change]:
    """Eval cases added, gone, or with another status."""
    pairs, gone = matched(before.front.eval_cases, after.front.eval_cases)
    for was, now in pairs:
        blocking = ", stops a release" if now.blocking else ""
        if was is None:
            yield Change(area="eval cases", words=f"{_name(now)} added, {label(now.status)}{blocking}")
        elif was.status != now.status:
            yield Change(area="eval cases", words=f"{_name(now)} is {label(now.status)}, was {label(was.status)}")
        elif bool(was.blocking) != bool(now.blocking):
            words = "stops a release now" if now.blocking else "no longer stops a release"
            yield Change(area="eval cases", words=f"{_name(now)} {words}")
    for was in gone:
        yield Change(area="eval cases", words=f"{_name(was)} is no longer told, was {label(was.status)}")


def _moves(was: RemediationUse, now: RemediationUse) -> Iterator[str]:
    if was.status != now.status:
        if now.is_closed and not was.is_closed:
            word = "is closed: "
        elif was.is_closed and not now.is_closed:
            word = "is open again: "
        else:
            word = "is "
        yield f"{word}{label(now.status)}, was {label(was.status)}"
    old, new = was.remediation, now.remediation
    if old.due != new.due and not now.is_closed:
        yield _due(old.due, new.due)
    if old.owner_team != new.owner_team:
        yield f"is owned by {new.owner_team or 'no team'}, was {old.owner_team or 'no team'}"
    if old.tracker != new.tracker:
        yield (
            "has another tracker address"
            if old.tracker and new.tracker
            else ("has a tracker address now" if new.tracker else "has no tracker address any more")
        )


def _due(old: date | None, new: date | None) -> str:
    if old is None or new is None:
        return f"is due {new}, had no day" if new else f"has no due date any more, was {old}"
    days = (new - old).days
    return f"is due {new}, {counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'} than {old}"


def _name(entry: Remediation | EvalCase) -> str:
    return f"{entry.id} “{entry.title}”" if entry.title else f"{entry.id}"


def _change(words: str) -> Change:
    return Change(area="remediations", words=words)
