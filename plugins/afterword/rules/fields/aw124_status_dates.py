"""A status and its dates that do not fit together, or dates that run backwards.

- `done_on` stands on a remediation that is done or verified, and such a status has its date; where the tracker knows
  the day on which the work was closed, that is enough for `done`.
- `verified` has `verified_on`; `declined` has `declined_because`.
- The work is verified on the day it is done or later; the review is held before the report is approved, and approved
  before it is published.

In reports from public sources no date or reason is asked for.

## Why it matters

Age and month cohorts of remediations are computed from these dates. A remediation that is called done without its day
counts as open in one figure and as closed in the next.

## Example

```yaml
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, status: accepted, done_on: 2026-04-14}
```

## Instead

```yaml
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, status: done, done_on: 2026-04-14}
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.fields.judged import is_judged, is_unread
from afterword.rules.rule import Context, Hit, Rule

_BELONGS = {"done_on": ("done", "verified"), "verified_on": ("verified",), "declined_on": ("declined",)}
_NEEDS = {"done": "done_on", "verified": "verified_on", "declined": "declined_because"}


def _misplaced(report: Report, place: int, each: Remediation) -> Iterator[Hit]:
    if is_unread(report, "remediations", place, "status"):
        return
    for key, statuses in _BELONGS.items():
        if getattr(each, key) is not None and each.status not in statuses:
            yield Hit(
                f"`{key}` stands on `{each.id}`, whose status is `{each.status}`",
                field=("remediations", place, key),
                hint=f"write `status: {statuses[0]}`, or take `{key}` out",
            )


def _missing(report: Report, place: int, each: Remediation, context: Context) -> Iterator[Hit]:
    key = _NEEDS.get(each.status)
    if key is None or getattr(each, key) is not None or report.is_typed("remediations", place, key):
        return
    state = context.collection.tracker_state
    item = state.find(each.tracker) if state else None
    if key == "done_on" and item is not None and item.closed_at is not None:
        return
    yield Hit(
        f"`{each.id}` is `{each.status}` without `{key}`",
        field=("remediations", place, "status"),
        hint=f"add `{key}`",
        match=each.status,
    )


def _ordered(report: Report) -> Iterator[tuple[Path, date | None, str, date | None]]:
    """Each date that must not lie before another: its path and value, then the other's name and value."""
    for place, each in enumerate(report.front.remediations):
        yield ("remediations", place, "verified_on"), each.verified_on, "done_on", each.done_on
    if (review := report.front.review) is not None:
        published = report.front.published_on
        yield ("review", "approved_on"), review.approved_on, "held_on", review.held_on
        yield ("published_on",), published, "review.held_on", review.held_on
        yield ("published_on",), published, "review.approved_on", review.approved_on


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each status without its date, date without its status, and pair that runs backwards."""
    if not is_judged(report):
        return
    for place, each in enumerate(report.front.remediations):
        yield from _misplaced(report, place, each)
        if not report.is_public_sources:
            yield from _missing(report, place, each, context)
    for path, late, name, early in _ordered(report):
        if late is not None and early is not None and late < early:
            message = f"`{path[-1]}` ({late}) lies before `{name}` ({early})"
            yield Hit(message, field=path, hint="correct one of the two dates", match=str(late))


RULE = Rule(code="AW124", name="status-dates", doc=__doc__, check=check, level="warning")
