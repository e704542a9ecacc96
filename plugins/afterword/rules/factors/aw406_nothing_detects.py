"""A check that stayed silent, and no remediation that would let one speak.

The timeline has an `alert_missed`, and no remediation that stands has the intent `detect` or is of kind
`monitor-alert`. Reports from public sources are left alone.

## Why it matters

What cannot be prevented for certain has to be seen. Where a signal stayed quiet once and nothing was changed about it,
it stays quiet the next time.

## Example

```yaml
timeline:
  - {at: "2026-03-04", kind: alert_missed, signal: discount_total_daily, missed_because: aggregated-away}
remediations:
  - {title: Remove postcode from the discount prompt, kind: remove-capability}
```

## Instead

```yaml
remediations:
  - {title: Remove postcode from the discount prompt, kind: remove-capability}
  - {title: Alert on offer rate by area, kind: monitor-alert, intent: detect}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.factors.standing import standing
from afterword.rules.fields.judged import has_unread, is_judged
from afterword.rules.rule import Context, Hit, Rule

DETECTING = frozenset({"monitor-alert"})
"""Kinds that detect, whatever their intent says."""


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit, at the first silent check, where nothing is done to detect."""
    if not is_judged(report) or report.is_public_sources or report.kind == "exercise":
        return
    silent = [place for place, entry in enumerate(report.front.timeline) if entry.kind == "alert_missed"]
    if not silent or has_unread(report, "remediations", "kind", "intent", "status"):
        return
    if any(each.intent == "detect" or each.kind in DETECTING for _, each in standing(report)):
        return
    signal = report.front.timeline[silent[0]].signal
    yield Hit(
        f"{f'`{signal}`' if signal else 'a check'} stayed silent, and no remediation is there to detect",
        field=("timeline", silent[0], "kind"),
        hint="add a remediation with `intent: detect`, such as one of kind `monitor-alert`",
        match=signal or "",
    )


RULE = Rule(code="AW406", name="nothing-detects", doc=__doc__, check=check, level="warning", draft_level="info")
