"""Findings that a report leaves standing, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.model.body import Suppression
from afterword.model.report import Report
from afterword.model.span import Path, Span
from afterword.rules.rule import Hit, Rule


@dataclass(frozen=True)
class Waiver:
    """One suppression of a report, from its front matter or a comment in its body.

    Attributes:
        code: the rule's code, or its beginning.
        field: the field's name or entry's id that it is limited to; empty for no limit.
        reason: why; empty where none is given, and then it does not hold.
        span: where it stands.
        applies_to: the part of the body that it is limited to; None for front matter.
        in_body: whether it is a comment in the body.
        ends_nothing: whether it is the end of a range that nothing has begun.
        never_ends: whether it is the beginning of a range that nothing ends, which holds for nothing.
    """

    code: str
    field: str
    reason: str
    span: Span
    applies_to: Span | None = None
    in_body: bool = False
    ends_nothing: bool = False
    never_ends: bool = False

    def covers(self, rule: Rule, hit: Hit, report: Report) -> bool:
        """Whether it holds for a hit of `rule` in `report`."""
        if not rule.suppressible or not self.reason or self.code != rule.code or self.never_ends:
            return False
        span = hit.span or report.at(*hit.field)
        if self.in_body:
            # What stands in another file is on no line of this one.
            if hit.path is not None:
                return False
            return self.applies_to is None or _overlaps(self.applies_to, span)
        return not self.field or self.field in field_names_of(report, hit.field)


def waivers_of(report: Report) -> Sequence[Waiver]:
    """All suppressions of a report, front matter first."""
    typed = [
        Waiver(each.rule or "", each.field or "", each.reason or "", report.at("suppress", place))
        for place, each in enumerate(report.front.suppress)
    ]
    return [*typed, *(_from_comment(each) for each in report.body.suppressions)]


def _from_comment(comment: Suppression) -> Waiver:
    return Waiver(
        comment.code,
        "",
        comment.reason,
        comment.span,
        comment.applies_to,
        in_body=True,
        ends_nothing=comment.ends_nothing,
        never_ends=comment.never_ends,
    )


def field_names_of(report: Report, field: Path) -> frozenset[str]:
    """The names by which a suppression may mean `field`: `remediations`, `RM-2`, `RM-2.due`, `behaviour.observed`."""
    names: set[str] = set()
    steps = [str(part) for part in field if isinstance(part, str)]
    names.update(".".join(steps[:end]) for end in range(1, len(steps) + 1))
    if len(field) >= 2 and isinstance(field[0], str) and isinstance(field[1], int):
        entries = getattr(report.front, field[0], ())
        entry_id = getattr(entries[field[1]], "id", None) if field[1] < len(entries) else None
        if entry_id:
            inner = [str(part) for part in field[2:] if isinstance(part, str)]
            names.update(".".join([entry_id, *inner[:end]]) for end in range(len(inner) + 1))
    return frozenset(names)


def _overlaps(outer: Span, inner: Span) -> bool:
    starts_before = (outer.line, outer.column) <= (inner.line, inner.column)
    return starts_before and (inner.line, inner.column) <= (outer.end_line, outer.end_column)
