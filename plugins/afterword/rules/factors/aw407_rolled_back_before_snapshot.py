"""A state that was kept only after it had been changed.

The timeline has `evidence_preserved` after `mitigated`, or `snapshot.taken_at` is later than `mitigated`. Two times
are compared at the coarser precision of the two. The rule is silent once the report takes it up: in
`snapshot.not_preserved`, as the factor `mon-no-trace-evidence`, or by a remediation of kind `telemetry-evidence`.
Reports from public sources are left alone.

## Why it matters

This is a lesson and no fault. A rollback ends the harm and takes the evidence with it; that it came first is nearly
always right. That nothing had been kept by then is a condition worth changing, since what failed cannot be replayed.
The report's page tells it as such, with what to save the next time.

## Example

```yaml
timeline:
  - {at: "2026-03-11T10:40:00Z", kind: mitigated, what: Model rolled back}
  - {at: "2026-03-11T12:05:00Z", kind: evidence_preserved, what: Model and prompt stored}
```

## Instead

```yaml
snapshot:
  not_preserved:
    how: The rollback replaced model and prompt, and no copy of the live state was made by the release tooling.
```
"""

from collections.abc import Iterator

from afterword.model.dates import compare
from afterword.model.measures import rolled_back_before_snapshot
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.factors.standing import standing
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule


def _is_taken_up(report: Report) -> bool:
    snapshot = report.front.snapshot
    return (
        (snapshot is not None and snapshot.not_preserved is not None)
        or any(each.factor == "mon-no-trace-evidence" for each in report.front.contributing_factors)
        or any(each.kind == "telemetry-evidence" for _, each in standing(report))
    )


def _late(report: Report) -> tuple[str, Path] | None:
    """What was late, and where that stands."""
    entries = report.front.timeline
    if rolled_back_before_snapshot(entries):
        dated = [place for place, each in enumerate(entries) if each.kind == "evidence_preserved" and each.at]
        return "evidence_preserved", ("timeline", dated[0], "at")
    mitigated = next((each.moment for each in entries if each.kind == "mitigated" and each.moment), None)
    snapshot = report.front.snapshot
    if snapshot is None or snapshot.taken_at is None or mitigated is None:
        return None
    return ("snapshot.taken_at", ("snapshot", "taken_at")) if compare(snapshot.taken_at, mitigated) > 0 else None


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the state was kept after mitigation."""
    if not is_judged(report) or report.is_public_sources or _is_taken_up(report):
        return
    if (late := _late(report)) is None:
        return
    name, path = late
    yield Hit(
        f"`{name}` comes after `mitigated`: the harm was ended first, and what that took with it is a lesson to tell",
        field=path,
        hint="say in `snapshot.not_preserved.how` what was lost and how that came about, or add a remediation of kind "
        "`telemetry-evidence` for the next time",
    )


RULE = Rule(
    code="AW407", name="rolled-back-before-snapshot", doc=__doc__, check=check, level="warning", draft_level="info"
)
