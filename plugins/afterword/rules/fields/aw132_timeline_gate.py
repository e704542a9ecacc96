"""A timeline without the events that the report's step needs.

In review, a report needs the event of kind `detected`, and an incident of severity sev1 or sev2 also `introduced` or
`reached_production`. Each of them has its time (`at`), or says why that is not known (`unknown_because`).

## Why it matters

How long a condition was there before anything showed it is the first thing that the next team can learn from. Without
these two ends no duration can be told, and the page says less than its authors know.

## Example

```yaml
lifecycle: in-review
timeline:
  - {at: "2026-03-11T10:40:00Z", kind: mitigated, what: Discount tool switched off}
```

## Instead

```yaml
lifecycle: in-review
timeline:
  - {unknown_because: Releases were not recorded at the time, kind: introduced, what: Fine-tune on old sales records}
  - {at: "2026-03-11T09:30:00Z", kind: detected, detected_by: support-report, what: Three complaints were linked}
  - {at: "2026-03-11T10:40:00Z", kind: mitigated, what: Discount tool switched off}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import has_unread
from afterword.rules.rule import Context, Hit, Rule

KINDS = {"timeline-detected": ("detected",), "timeline-origin": ("introduced", "reached_production")}
"""By requirement the kinds of which one must stand."""


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each event that is needed and not there."""
    if has_unread(report, "timeline", "kind"):
        return
    present = {entry.kind for entry in report.front.timeline}
    needs = context.needs(report)
    for requirement, kinds in KINDS.items():
        if requirement not in needs or not present.isdisjoint(kinds):
            continue
        wanted = " or ".join(f"`{kind}`" for kind in kinds)
        yield Hit(
            f"{step_words(report)} needs {wanted} in the timeline",
            field=("timeline",),
            span=place_of_missing(report, "timeline"),
            hint=f"add an event of kind {wanted}, with `at` or `unknown_because`",
            match=kinds[0],
        )


RULE = Rule(code="AW132", name="timeline-gate", doc=__doc__, check=check, handles=tuple(KINDS))
