"""A replay whose series cannot be read where it is named.

The evidence is no `metric-series`, no CSV file, or lies elsewhere; the file has no column of that name, or none of
times; the series ends before the incident began, or has no two groups to compare. A series that fewer people may read
than the report only warns, and so does one that lies elsewhere: the page says there that it cannot be replayed.

## Why it matters

The page tells readers when a check would have spoken. It can say so of a series that is there, and of no other.

## Example

```yaml
evidence:
  - id: EV-4
    kind: metric-series
    title: Daily discount total, and the mean offer by area
    uri: evidence/2026-03-11-unequal-discounts/discount_total_daily.csv
timeline:
  - at: "2026-03-06"
    kind: alert_missed
    signal: discount_rate_by_area
    missed_because: not-measured
    replay: {evidence: EV-4, column: mean_offer, by: area, rule: gap, value: 5}
```

with a file that begins `date,area,mean_offer_percent`.

## Instead

```yaml
evidence:
  - id: EV-4
    kind: metric-series
    title: Daily discount total, and the mean offer by area
    uri: evidence/2026-03-11-unequal-discounts/discount_total_daily.csv
timeline:
  - at: "2026-03-06"
    kind: alert_missed
    signal: discount_rate_by_area
    missed_because: not-measured
    replay: {evidence: EV-4, column: mean_offer_percent, by: area, rule: gap, value: 5}
```
"""

from collections.abc import Iterator

from afterword.model.audience import is_shown_to
from afterword.model.collection import evidence_access
from afterword.model.report import Report
from afterword.rules.replays.carried import Carried, carried_replays
from afterword.rules.rule import Context, Hit, Rule

_TOLD = frozenset({"evidence", "column", "series", "elsewhere"})


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each replay without a series. An entry or a file that is not there is another rule's."""
    for each in carried_replays(report, context):
        trouble = each.outcome.trouble
        if trouble is not None and trouble.kind in _TOLD:
            yield Hit(
                f"this cannot be replayed: {trouble.reason}",
                (*each.path, "replay", trouble.key) if trouble.key else (*each.path, "replay"),
                hint=trouble.hint,
                level="warning" if trouble.kind == "elsewhere" else None,
            )
        elif trouble is None:
            yield from _narrower(each, report)


def _narrower(each: Carried, report: Report) -> Iterator[Hit]:
    entry = next((entry for entry in report.front.evidence if entry.id == each.replay.evidence), None)
    if entry is None or report.audience is None or is_shown_to(evidence_access(entry, report), report.audience):
        return
    yield Hit(
        f"`{entry.id}` is for fewer people than the report, so most readers learn nothing of this replay",
        (*each.path, "replay", "evidence"),
        hint="replay a series that all readers of the report may see, such as a copy with fewer columns",
        level="warning",
    )


RULE = Rule(
    code="AW541",
    name="replay-series",
    doc=__doc__,
    check=check,
    draft_level="warning",
    apart="a warning where the series lies elsewhere or is for fewer people",
)
