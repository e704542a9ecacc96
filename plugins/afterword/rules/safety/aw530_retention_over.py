"""Evidence whose last day is over, and that is still kept.

`retention_until` lies before today, no `legal_hold` says why the evidence stays, and no `removed` says that it is gone.

## Why it matters

A day of deletion is a promise, made to the people whose data it is or to an auditor. Nobody opens a report of two years
ago to keep it.

## Example

```yaml
evidence:
  - kind: transcript
    title: The conversation that was reported
    uri: evidence/2026-03-11-older-price/transcript.txt
    sha256: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
    retention_until: 2026-09-11
```

## Instead

`afterword evidence prune` removes the file and writes that into the entry. The digest stays:

```yaml
evidence:
  - kind: transcript
    title: The conversation that was reported
    uri: evidence/2026-03-11-older-price/transcript.txt
    sha256: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
    retention_until: 2026-09-11
    removed: {at: 2026-09-14, because: Its retention ended on 2026-09-11.}
```

Where it must stay, `legal_hold` says why: `legal_hold: Asked for by the regulator, case 2026/118.`
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.rules.references.addresses import scheme_of
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.shell import command


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each entry whose time is over."""
    for place, entry in enumerate(report.front.evidence):
        if not entry.is_over(context.today) or entry.legal_hold:
            continue
        cure = command("afterword", "evidence", "prune", report.id, "--apply")
        if entry.uri is None or scheme_of(entry.uri):
            cure = f"remove it where it is kept, then write `removed: {{at: {context.today}, because: …}}`"
        yield Hit(
            f"the evidence was to be kept until {entry.retention_until}, and that is over",
            ("evidence", place, "retention_until"),
            hint=f"{cure}; where it must stay, write why as `legal_hold`",
            match=str(entry.retention_until),
        )


RULE = Rule(code="AW530", name="retention-over", doc=__doc__, check=check, level="warning", since=date(2026, 11, 30))
