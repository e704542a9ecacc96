"""A detail that an event of the timeline lacks, or that belongs to another kind of event.

- A published `detected` says by what (`detected_by`).
- An `alert_missed` names its `signal` and why it stayed quiet (`missed_because`).
- `detected_by` stands on `detected` alone; `signal`, `missed_because`, `would_have_seen` and `replay` on
  `alert_missed`.
- `precision` is not finer than what `at` says.
- An event has `at` or `unknown_because`, and not both.

## Why it matters

How incidents are found and which checks stay silent is what the collection as a whole can teach. A detail on the wrong
event is in no count.

## Example

```yaml
timeline:
  - {at: "2026-03", precision: day, kind: alert_missed, what: The daily total stayed in range}
```

## Instead

```yaml
timeline:
  - at: "2026-03-04"
    kind: alert_missed
    signal: discount_total_daily
    missed_because: aggregated-away
    what: The daily total stayed in range because higher and lower codes cancelled out
```
"""

from collections.abc import Iterator
from typing import get_args

from afterword.model.choices import Precision, TimelineKind
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule

_BELONGS: dict[str, TimelineKind] = {
    "detected_by": "detected",
    "signal": "alert_missed",
    "missed_because": "alert_missed",
    "would_have_seen": "alert_missed",
    "replay": "alert_missed",
}
_FROM_FINE = get_args(Precision)


def _lacking(report: Report, place: int, entry: TimelineEntry) -> Iterator[Hit]:
    needed: tuple[str, ...] = ()
    if entry.kind == "alert_missed":
        needed = ("signal", "missed_because")
    elif entry.kind == "detected" and report.lifecycle in {"published", "superseded"}:
        needed = ("detected_by",)
    for key in needed:
        if getattr(entry, key) is None and not report.is_typed("timeline", place, key):
            yield Hit(
                f"this `{entry.kind}` does not say `{key}`",
                field=("timeline", place, "kind"),
                hint=f"add `{key}`",
                match=entry.kind or "",
            )


def _misplaced(report: Report, place: int, entry: TimelineEntry) -> Iterator[Hit]:
    for key, kind in _BELONGS.items():
        if entry.kind is not None and entry.kind != kind and getattr(entry, key) is not None:
            yield Hit(
                f"`{key}` stands on `{entry.kind}`, and belongs to `{kind}`",
                field=("timeline", place, key),
                span=report.at_key("timeline", place, key),
                hint=f"move it to the event of kind `{kind}`, or take it out",
                match=key,
            )


def _time(place: int, entry: TimelineEntry) -> Iterator[Hit]:
    if entry.at is None:
        return
    if entry.precision and _FROM_FINE.index(entry.precision) < _FROM_FINE.index(entry.at.precision):
        yield Hit(
            f"`precision: {entry.precision}` is finer than `{entry.at.text}` tells",
            field=("timeline", place, "precision"),
            hint="write `at` as exactly as that, or leave `precision` out",
            match=entry.precision,
        )
    if entry.unknown_because is not None:
        yield Hit(
            "this event has both `at` and `unknown_because`",
            field=("timeline", place, "unknown_because"),
            hint="keep `at` where the time is known, however roughly, and `unknown_because` where it is not",
        )


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each detail that is lacking, misplaced or at odds with another."""
    if not is_judged(report):
        return
    for place, entry in enumerate(report.front.timeline):
        yield from _lacking(report, place, entry)
        yield from _misplaced(report, place, entry)
        yield from _time(place, entry)


RULE = Rule(code="AW121", name="timeline-detail", doc=__doc__, check=check, level="warning")
