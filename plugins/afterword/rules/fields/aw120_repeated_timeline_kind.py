"""A kind of event that stands more than once in the timeline, and can happen only once.

`alert_missed`, `escalated`, `decision`, `communicated` and `note` may repeat. Every other kind marks a turn that the
measures are computed from, and stands once. The finding stands at each further one.

## Why it matters

With two events of kind `detected` it is chance which of them the time to detect is computed from.

## Example

```yaml
timeline:
  - {at: "2026-03-11T09:30:00Z", kind: detected, detected_by: support-report, what: Three complaints were linked}
  - {at: "2026-03-11T10:10:00Z", kind: detected, detected_by: monitoring, what: The dashboard showed the gap as well}
```

## Instead

```yaml
timeline:
  - {at: "2026-03-11T09:30:00Z", kind: detected, detected_by: support-report, what: Three complaints were linked}
  - {at: "2026-03-11T10:10:00Z", kind: note, what: The dashboard showed the gap as well}
```
"""

from collections.abc import Iterator

from afterword.model.choices import REPEATABLE
from afterword.model.report import Report
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each further event of a kind that happens once."""
    if not is_judged(report):
        return
    first: dict[str, int] = {}
    for place, entry in enumerate(report.front.timeline):
        if entry.kind is None or entry.kind in REPEATABLE:
            continue
        if entry.kind in first:
            line = report.at("timeline", first[entry.kind], "kind").line
            yield Hit(
                f"`{entry.kind}` stands more than once in the timeline, first on line {line}",
                field=("timeline", place, "kind"),
                hint="keep the one that the durations count from, and make the other a `note`",
                match=entry.kind,
            )
        first.setdefault(entry.kind, place)


RULE = Rule(code="AW120", name="repeated-timeline-kind", doc=__doc__, check=check, draft_level="warning")
