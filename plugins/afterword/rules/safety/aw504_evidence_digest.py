"""Evidence in the repository that is not there, has no digest, or is not the file that the digest was taken of.

For each entry whose `uri` is a path, the file is looked up and its SHA-256 recomputed. `check --fix` writes a digest
that is missing. It never writes over one that differs: whether the file or the digest is the right one is a question
for a person.

## Why it matters

Evidence is trusted because it is what was there on the day. A file that was opened and saved again since is another
file, and without a digest nobody can tell. One whose digest differs is not published.

## Example

```yaml
evidence:
  - kind: dataset-profile
    title: Discount rate by area in the fine-tuning set
    uri: evidence/2026-03-11-unequal-discounts/profile.csv
```

## Instead

```yaml
evidence:
  - kind: dataset-profile
    title: Discount rate by area in the fine-tuning set
    uri: evidence/2026-03-11-unequal-discounts/profile.csv
    sha256: "81cc9c0e24d1aec013b339864b54c41845f51e3f7c341697f1d4a422f217005c"
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.judged import is_unread
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.digest_fix import write_digest
from afterword.rules.safety.evidence_uri import file_of, misplaced, relative_entries
from afterword.rules.safety.shell import command


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each entry whose file is missing or not the one of its digest."""
    for place, entry, uri in relative_entries(report):
        if misplaced(uri, report.id) or entry.removed is not None:
            continue
        file, at_uri, at_digest = file_of(entry, context), ("evidence", place, "uri"), ("evidence", place, "sha256")
        if file is None:
            lost = command("git", "log", "--diff-filter=D", "--", context.project.shown(context.project.docs / uri))
            hint = f"add the file, correct the path, or look when it went: {lost}"
            yield Hit("there is no such file below the documents folder", at_uri, hint=hint, match=uri)
        elif file.flaw in {"unreadable", "pointer"}:
            continue  # other rules tell what lies there instead of a file
        elif entry.sha256 is None and not is_unread(report, *at_digest):
            fix = write_digest(report, place, file.sha256)
            yield Hit("the file has no digest", at_uri, hint=f'write `sha256: "{file.sha256}"`', match=uri, fix=fix)
        elif entry.sha256 is not None and entry.sha256 != file.sha256:
            changed = command("git", "log", "-p", "--", file.path)
            yield Hit(
                f"the file is not the one that this digest was taken of; it now has `{file.sha256}`",
                at_digest,
                hint=f"look what changed ({changed}), then put the original file back, or write the digest of this one",
                match=entry.sha256,
            )


RULE = Rule(
    code="AW504",
    name="evidence-digest",
    doc=__doc__,
    check=check,
    draft_level="warning",
    mends="writes a digest that is missing, never over one that differs",
)
