"""Evidence that is said to be removed and is not, or of which nothing remains.

An entry with `removed` has a digest, which says later whether a copy that turns up is the same file. Its day does not
lie ahead, no `legal_hold` stands beside it, and the file does not lie in the tree. Such a file is never published.

## Why it matters

The page tells readers that the file is gone. If it lies there, the promise is broken by a merge or a copy that nobody
noticed, and the next clone has it again.

## Example

```yaml
evidence:
  - kind: transcript
    title: The conversation that was reported
    uri: evidence/2026-03-11-older-price/transcript.txt
    removed: {at: 2026-09-14, because: Its retention ended on 2026-09-11.}
```

with the file lying there.

## Instead

```sh
git rm postmortems/evidence/2026-03-11-older-price/transcript.txt
```

```yaml
evidence:
  - kind: transcript
    title: The conversation that was reported
    uri: evidence/2026-03-11-older-price/transcript.txt
    sha256: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
    removed: {at: 2026-09-14, because: Its retention ended on 2026-09-11.}
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.rules.fields.judged import is_unread
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.evidence_uri import file_of
from afterword.rules.safety.shell import command


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each thing that contradicts a removal."""
    for place, entry in enumerate(report.front.evidence):
        if entry.removed is None:
            continue
        at, day = ("evidence", place), entry.removed.at
        file = file_of(entry, context)
        if file is not None:
            hint = f"take it out with {command('git', 'rm', file.path)}; where it is to be kept, take `removed` out"
            yield Hit("the file was removed, and lies in the tree again", (*at, "removed"), hint=hint, match=file.uri)
        if entry.sha256 is None and not is_unread(report, *at, "sha256"):
            hint = "write the `sha256` that it had; the report's history tells it"
            yield Hit("the file was removed, and its digest is gone too", (*at, "removed"), hint=hint)
        if day is not None and day > context.today:
            told = f"the day of the removal lies ahead: {day}"
            yield Hit(told, (*at, "removed", "at"), hint="write the day on which it was removed", match=str(day))
        if entry.legal_hold:
            hint = "tell whoever set the hold; once that is settled, take `legal_hold` out"
            yield Hit("a legal hold stands on evidence that was removed", (*at, "legal_hold"), hint=hint)


RULE = Rule(
    code="AW531",
    name="removed-evidence",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
    suppressible=False,
)
