"""A file below `evidence/` that no report names.

Each file there lies in the folder of a report, and one of that report's evidence entries names it. Files of a report
that cannot be read are left alone.

## Why it matters

Such a file is on no page and has no digest, no access and no date until which it is kept. It is what is left of a
renamed report or of a save in a hurry, and everyone with a clone has it.

## Example

```text
postmortems/evidence/2026-03-11-unequal-discounts/alerts-old.yaml
```

## Instead

```yaml
evidence:
  - kind: alert-config
    title: Alert rules before the window
    uri: evidence/2026-03-11-unequal-discounts/alerts-old.yaml
```
"""

from collections.abc import Iterator

from afterword.model.span import START
from afterword.rules.references.entries import is_whole
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.evidence_uri import plain_path, relative_entries
from afterword.rules.safety.shell import command


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each file that no entry names."""
    reports = context.collection.reports
    named = {plain_path(uri) for report in reports for _, _, uri in relative_entries(report)}
    unclear = {report.id for report in reports if report.is_unreadable or not is_whole(report, "evidence", "uri")}
    for uri, file in context.collection.evidence_files.items():
        folder = uri.split("/")[1]
        if uri in named or folder in unclear or file.flaw == "unreadable":
            continue
        if folder not in context.collection.by_id:
            hint = "move it to the folder of its report, or take it out"
            yield Hit("the file lies in the folder of no report", span=START, path=file.path, hint=hint, match=folder)
        else:
            hint = f"enter it with {command('afterword', 'evidence', 'add', folder, file.path)}, or take the file out"
            yield Hit(f"no evidence of `{folder}` names this file", span=START, path=file.path, hint=hint, match=uri)


RULE = Rule(
    code="AW509", name="unlisted-evidence", doc=__doc__, check_all=check_all, level="warning", suppressible=False
)
