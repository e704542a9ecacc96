"""A replay that cannot be applied as it is written.

Each rule needs a limit (`value`), and `gap` a column of groups (`by`). A change or a gap is never below zero, so its
limit is not either. On a remediation it belongs to an alert, `kind: monitor-alert`. A report carries at most twenty on
its silent checks, and as many on its remediations.

## Why it matters

A replay is a claim with its proof beside it. One that cannot be applied looks like proof and is none.

## Example

```yaml
timeline:
  - at: "2026-03-06"
    kind: alert_missed
    signal: discount_rate_by_area
    missed_because: not-measured
    replay: {evidence: EV-4, column: mean_offer_percent, rule: gap}
```

## Instead

```yaml
timeline:
  - at: "2026-03-06"
    kind: alert_missed
    signal: discount_rate_by_area
    missed_because: not-measured
    replay: {evidence: EV-4, column: mean_offer_percent, by: area, rule: gap, value: 5, for: 1 d}
```
"""

from collections.abc import Iterator

from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.replay.form import flaws
from afterword.replay.replays import MOST, TOO_MANY
from afterword.rules.replays.carried import carried_replays
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each flaw of each replay."""
    for each in carried_replays(report, context):
        path = (*each.path, "replay")
        if each.outcome is TOO_MANY:
            yield Hit(
                f"this is more than the {MOST} replays that a report can carry", path, hint="keep those that teach"
            )
            continue
        entry = each.entry
        if isinstance(entry, Remediation) and entry.kind is not None and not _alerts(entry.kind):
            yield Hit(
                f"`replay` stands on a remediation of kind `{entry.kind}`, and belongs to `monitor-alert`",
                path,
                span=report.at_key(*path),
                hint="take it out, or write `kind: monitor-alert` where it is an alert",
                match="replay",
            )
        for flaw in flaws(each.replay):
            place = (*path, flaw.key) if report.is_typed(*path, flaw.key) else path
            yield Hit(flaw.reason, place, hint=flaw.hint)


def _alerts(kind: str) -> bool:
    """Whether the kind is an alert's; what an organisation's own kinds are is its own business."""
    return kind == "monitor-alert" or kind.startswith("x-")


RULE = Rule(
    code="AW540",
    name="replay-form",
    doc=__doc__,
    check=check,
    draft_level="warning",
)
