"""A silent check whose replay says something other than the report does.

- `missed_because` says that the signal spoke (`delayed`, `muted`, `routed-nowhere`, `treated-as-noise`), and the replay
  would not have spoken.
- `would_have_seen` tells of a signal that was not measured or called nobody, and the replay would not have spoken.
- `missed_because` says that the signal stayed within its limit (`threshold-too-loose`, `aggregated-away`,
  `metric-improved`), and the replay would have spoken before anyone noticed. Where `would_have_seen` says what is
  replayed instead, both can be right, and nothing is found.

## Why it matters

Both stand side by side on the page. One of them sends the next team to the wrong place: to a better threshold where
nobody was listening, or to a better route for an alert that never fires.

## Example

```yaml
timeline:
  - at: "2026-05-14"
    kind: alert_missed
    signal: thumbs_down_share
    missed_because: threshold-too-loose
    replay: {evidence: EV-3, column: thumbs_down_share, rule: above, value: 0.1, for: 2 d}
```

where the series passes 0.1 for five days.

## Instead

```yaml
timeline:
  - at: "2026-05-14"
    kind: alert_missed
    signal: thumbs_down_share
    missed_because: threshold-too-loose
    would_have_seen: A threshold of one in ten instead of one in five
    replay: {evidence: EV-3, column: thumbs_down_share, rule: above, value: 0.1, for: 2 d}
```
"""

from collections.abc import Iterator

from afterword.model.choices import MissedBecause
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.replay.words import outcome_words
from afterword.rules.replays.carried import Carried, carried_replays
from afterword.rules.rule import Context, Hit, Rule

_SPOKE: frozenset[MissedBecause] = frozenset({"delayed", "muted", "routed-nowhere", "treated-as-noise"})
_WITHIN: frozenset[MissedBecause] = frozenset({"threshold-too-loose", "aggregated-away", "metric-improved"})


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each silent check at odds with its replay."""
    for each in carried_replays(report, context):
        if isinstance(each.entry, TimelineEntry):
            yield from _of_check(each, each.entry)


def _of_check(each: Carried, entry: TimelineEntry) -> Iterator[Hit]:
    reason = entry.missed_because
    told = f"its replay {outcome_words(each.outcome)}"
    if each.outcome.state in {"silent", "already"}:
        cure = "correct the rule, its limit or its column, or what the report says"
        # What was speaking since before did speak, and may well have been taken for noise.
        if reason in _SPOKE and each.outcome.state == "silent":
            message = f"`missed_because: {reason}` says that the signal spoke, and {told}"
            yield Hit(message, (*each.path, "missed_because"), hint=cure)
        elif entry.would_have_seen is not None and reason not in _WITHIN:
            message = f"`would_have_seen` says what would have shown it, and {told}"
            yield Hit(message, (*each.path, "would_have_seen"), hint=cure)
    elif each.outcome.is_sooner and reason in _WITHIN and entry.would_have_seen is None:
        yield Hit(
            f"`missed_because: {reason}` says that the signal stayed within its limit, and {told}",
            (*each.path, "missed_because"),
            hint="replay the limit that was live, or say in `would_have_seen` what is replayed instead",
        )


RULE = Rule(
    code="AW543",
    name="replay-contradicts",
    doc=__doc__,
    check=check,
    level="warning",
)
