"""A verified alert that would not have spoken of its own incident.

A remediation that carries a `replay` is `verified` where the alert, replayed on the kept series, speaks after the
incident began and before it was noticed. One that stays silent, that was speaking since before, that speaks too late,
or whose series cannot be read is at most `done`.

## Why it matters

An alert that was switched on is believed. Whether it would have caught the one incident that everybody knows is the
least that can be asked of it, and the series is at hand.

## Example

```yaml
remediations:
  - title: Alert on thumbs down
    kind: monitor-alert
    status: verified
    verified_on: 2026-06-25
    replay: {evidence: EV-3, column: thumbs_down_share, rule: above, value: 0.5, for: 2 d}
```

where the share never passes one in five.

## Instead

```yaml
remediations:
  - title: Alert on thumbs down
    kind: monitor-alert
    status: verified
    verified_on: 2026-06-25
    replay: {evidence: EV-3, column: thumbs_down_share, rule: above, value: 0.1, for: 2 d}
```
"""

from collections.abc import Iterator
from datetime import timedelta

from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.replay.outcome import Outcome
from afterword.replay.words import outcome_words
from afterword.rules.replays.carried import carried_replays
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each remediation that is verified and not replayed with success."""
    for each in carried_replays(report, context):
        entry = each.entry
        if not isinstance(entry, Remediation) or entry.status != "verified" or _speaks(each.outcome):
            continue
        trouble = each.outcome.trouble
        told = f"cannot be carried out: {trouble.reason}" if trouble else outcome_words(each.outcome)
        yield Hit(
            f"`{entry.id}` is verified, and its replay {told}",
            (*each.path, "status"),
            hint="correct the replay, or write `status: done` until the alert speaks on the series",
            match=entry.status,
        )


def _speaks(outcome: Outcome) -> bool:
    """Whether it speaks, and not certainly only after the incident was noticed."""
    return outcome.state == "fires" and (outcome.sooner is None or outcome.sooner.high > timedelta(0))


RULE = Rule(
    code="AW544",
    name="verified-not-replayed",
    doc=__doc__,
    check=check,
    draft_level="warning",
)
