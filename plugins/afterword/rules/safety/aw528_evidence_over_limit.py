"""Evidence that is larger than allowed, one file or all files of one report together.

The settings `limits.evidence_bytes` (5 MiB) and `limits.evidence_report_bytes` (50 MiB) say how much. A file over the
limit is not read any further: it is not published, and nobody looks for secrets in it.

## Why it matters

A repository keeps every version of every file in every clone. What does not fit is rarely what shows the problem: two
hundred cases drawn by a rule that can be written down show more than a dump of a day.

## Example

```yaml
evidence:
  - kind: trace
    title: All requests of the day
    uri: evidence/2026-03-11-unequal-discounts/requests.jsonl   # 48 MB
```

## Instead

```yaml
evidence:
  - kind: trace
    title: All requests of the day, of which sample.jsonl holds each thousandth
    uri: "https://evidence.example.com/2026-03-11/requests.jsonl"
    sha256: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
```
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.evidence_uri import file_of, relative_entries
from afterword.rules.safety.shell import command

_CURE = "keep a part that shows it, or the whole elsewhere"


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each entry whose file is too large."""
    for place, entry, uri in relative_entries(report):
        file = file_of(entry, context)
        if file is None or file.flaw != "over-limit" or entry.removed is not None:
            continue
        most = context.settings.limits.evidence_bytes
        told = f"the file holds {file.size:,} bytes, more than the {most:,} allowed"
        hint = f"{_CURE}: {command('git', 'rm', file.path)}, and write its https address as `uri`"
        yield Hit(told, ("evidence", place, "uri"), hint=hint, match=uri)


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each report whose files are too large together."""
    sums: dict[str, int] = defaultdict(int)
    largest: dict[str, tuple[int, str]] = {}
    for uri, file in context.collection.evidence_files.items():
        folder = uri.split("/")[1]
        sums[folder] += file.size
        largest[folder] = max(largest.get(folder, (0, "")), (file.size, uri))
    most = context.settings.limits.evidence_report_bytes
    for folder, size in sums.items():
        report = context.collection.by_id.get(folder)
        if size <= most or report is None:
            continue
        told = f"the report's evidence holds {size:,} bytes, more than the {most:,} allowed"
        hint = f"{_CURE}; the largest is `{largest[folder][1]}`"
        yield Hit(told, ("evidence",), span=report.at_key("evidence"), path=report.path, hint=hint, match=folder)


RULE = Rule(
    code="AW528",
    name="evidence-over-limit",
    doc=__doc__,
    check=check,
    check_all=check_all,
    draft_level="warning",
    since=date(2026, 11, 30),
)
