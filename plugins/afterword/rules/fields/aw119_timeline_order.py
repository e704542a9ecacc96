"""Two events of the timeline that stand the wrong way round in time.

`introduced` comes before `reached_production`, then `first_symptom`, `detected`, `mitigated` and `resolved`. Two times
are compared at the coarser precision of the two, so that a day and a time on that day never contradict each other. The
finding stands at the time of the event that has to come later. The order of the lines makes no difference.

## Why it matters

Every duration on the page is computed from these times. One wrong year turns a silence of three weeks into a negative
number, and the figures over all reports with it.

## Example

```yaml
timeline:
  - {at: "2026-03-11", kind: first_symptom, what: First answer with a larger code}
  - {at: "2026-03-01", kind: detected, detected_by: support-report, what: Complaints were linked in support}
```

## Instead

```yaml
timeline:
  - {at: "2026-03-01", kind: first_symptom, what: First answer with a larger code}
  - {at: "2026-03-11", kind: detected, detected_by: support-report, what: Complaints were linked in support}
```

A time that is known less exactly than it is written takes a `precision`.
"""

from collections.abc import Iterator

from afterword.model.measures import order_violations
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule


def _time(entry: TimelineEntry) -> str:
    return entry.at.text if entry.at else ""


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each pair in the wrong order."""
    if not is_judged(report):
        return
    entries = report.front.timeline
    for first, second in order_violations(entries):
        yield Hit(
            f"`{entries[second].kind}` ({_time(entries[second])}) lies before "
            f"`{entries[first].kind}` ({_time(entries[first])}), which comes first",
            field=("timeline", second, "at"),
            hint="correct one of the two times, or say with `precision` how exactly it is known",
            match=_time(entries[second]),
        )


RULE = Rule(code="AW119", name="timeline-order", doc=__doc__, check=check, draft_level="warning")
