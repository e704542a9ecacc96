"""An entry of the setting `allow` that has run out, or that allows nothing.

An entry holds through its last day (`until`). After it, what it allowed is found again.

## Why it matters

An allowance is a promise to look again. One that nobody takes out covers the next text with the same digest, and a list
of forgotten ones teaches that nothing on it counts.

## Example

```yaml
plugins:
  - afterword:
      allow:
        - digest: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
          reason: The made-up key of the replay test.
          until: 2025-03-31
```

## Instead

Take the entry out, or, where its text still stands and still may, give it a new last day:

```yaml
plugins:
  - afterword:
      allow:
        - digest: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
          reason: The made-up key of the replay test.
          until: 2027-03-31
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.span import START, Span
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.scans import in_file, in_report, text_of


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each entry that does nothing."""
    project, allow = context.project, context.settings.allow
    home = project.home or project.config
    if not allow or home is None:
        return
    standing = _digests(context)
    for entry in allow:
        shown = f"`{entry.digest[:8]}…`"
        if entry.until < context.today:
            message = f"the allowance of {shown} has run out on {entry.until.isoformat()}"
            hint = "take it out, or give it a new last day where its text still may stand"
        elif entry.digest not in standing:
            message, hint = f"the allowance of {shown} allows nothing that stands anywhere", "take it out"
        else:
            continue
        line = project.lines.get(entry.digest, 0)
        span = Span(line, 1, line, 1) if line else START
        yield Hit(message, span=span, path=project.shown(home), hint=hint, match=entry.digest)


def _digests(context: Context) -> frozenset[str]:
    """The digests of everything that was found."""
    collection = context.collection
    reports = ((in_report(report, context), report.source.text) for report in collection.reports)
    files = ((in_file(file, context), file) for file in collection.evidence_files.values())
    held = [*((found, text) for found, text in reports if found), *((f, text_of(file)) for f, file in files if f)]
    return frozenset(each.digest(text) for found, text in held for each in found)


RULE = Rule(
    code="AW524",
    name="idle-allowance",
    doc=__doc__,
    check_all=check_all,
    level="warning",
    since=date(2026, 11, 30),
    suppressible=False,
)
