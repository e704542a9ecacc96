"""Evidence that is said to hold personal data and lies in the repository.

An entry with `personal_data: present` points to its file, which lies where access is controlled and where it can be
deleted. Evidence that claims to hold none is told by AW523, and evidence that fewer people may read than can clone by
AW502.

## Why it matters

People may ask that what is known of them is deleted, and evidence has a day on which it has to go. What was committed
stays in the history and in every clone, whatever the tree looks like later.

## Example

```yaml
evidence:
  - kind: transcript
    title: The conversation that was reported
    uri: evidence/2026-03-11-older-price/transcript.txt
    personal_data: present
```

## Instead

```yaml
evidence:
  - kind: transcript
    title: The conversation that was reported
    uri: "https://evidence.example.com/2026-03-11/transcript.txt"
    sha256: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
    personal_data: present
    retention_until: 2027-03-11
```

Or redact the file, write its new digest and `personal_data: removed`. Where it may lie in the repository, the entry's
suppression says why: `suppress: [{rule: AW529, field: EV-1, reason: …}]`.
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.audience import is_shown_to
from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.evidence_uri import file_of, relative_entries
from afterword.rules.safety.shell import command


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each such file, unless it is told already that fewer may read it than can clone."""
    of_repository = context.settings.repository_audience
    for place, entry, _ in relative_entries(report):
        file = file_of(entry, context)
        if entry.personal_data != "present" or file is None or entry.removed is not None:
            continue
        if entry.access is None or is_shown_to(entry.access, of_repository):
            out = command("git", "rm", file.path)
            yield Hit(
                "the file holds personal data, and the history of the repository keeps it for good",
                ("evidence", place, "personal_data"),
                hint=f"redact it and write `removed`, or keep it where access is controlled ({out}) and let `uri` "
                "lead there",
                match="present",
            )


RULE = Rule(code="AW529", name="personal-data-in-tree", doc=__doc__, check=check, since=date(2026, 11, 30))
