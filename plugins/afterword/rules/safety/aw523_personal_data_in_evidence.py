"""Personal data in an evidence file whose entry says that there is none.

Files of entries with `personal_data: none` or `personal_data: removed` are looked through for what AW522 lists, and for
the names and handles of `organisation.people`. Each kind is told once in a file, at the first place, with its count.
Entries that say `present`, or nothing, are left alone.

It is an error where the evidence may be read by the public, and warns where it stays within the company.

## Why it matters

The claim decides who gets the file and how long it is kept. Nobody opens a trace of two thousand lines again to see
whether the claim holds.

## Example

```yaml
evidence:
  - kind: transcript
    title: The conversation that was reported
    uri: evidence/2026-03-11-older-price/transcript.txt
    personal_data: removed
```

with this line in the file:

```text
user: please write to m.okonjo@bramblewick-energy.eu
```

## Instead

```text
user: please write to [address]
```

Redact the file and write its new digest, or say `personal_data: present`. Where a find is none, the entry's suppression
says why: `suppress: [{rule: AW523, field: EV-1, reason: …}]`.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from afterword.model.collection import evidence_access
from afterword.model.report import Report
from afterword.model.settings import Level
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.evidence_uri import file_of, relative_entries
from afterword.rules.safety.scans import in_file, source_of, standing, tell
from afterword.sensitive.match import Match


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each kind in each file that is said to hold none."""
    for place, entry, _ in relative_entries(report):
        file = file_of(entry, context)
        if entry.personal_data not in {"none", "removed"} or file is None or not (found := in_file(file, context)):
            continue
        source = source_of(file)
        kinds: dict[str, list[Match]] = defaultdict(list)
        for each in standing(found, source.text, "personal", context):
            kinds[each.kind.name].append(each)
        level: Level | None = "error" if evidence_access(entry, report) == "public" else None
        for first, *more in kinds.values():
            others = f", and {len(more):,} more of the kind in this file" if more else ""
            yield Hit(
                f"{tell(first, source.text)} stands here{others}, and the entry says `personal_data: "
                f"{entry.personal_data}`",
                field=("evidence", place, "personal_data"),
                span=source.span(first.start, first.end),
                path=file.path,
                hint="redact the file and write its new digest, or write `personal_data: present`",
                match=first.masked(source.text),
                level=level,
            )


RULE = Rule(
    code="AW523",
    name="personal-data-in-evidence",
    doc=__doc__,
    check=check,
    level="warning",
    since=date(2026, 11, 30),
    apart="error where the public may read the evidence",
)
