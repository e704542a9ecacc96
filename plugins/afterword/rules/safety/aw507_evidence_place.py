"""Evidence whose path is not in the report's own folder.

A `uri` that is a path has the form `evidence/<id>/<file>`, below the documents folder, with this report's id, written
as it is: no `..`, no backslash, no drive letter, no percent-escapes, no name that begins with a dot.

## Why it matters

Files are published one by one, each because an entry of its own report names it and says who may read it. A path that
leads elsewhere could publish another report's evidence, or a file that is no evidence at all; so it publishes nothing.

## Example

```yaml
evidence:
  - {kind: alert-config, title: Alert rules live during the window, uri: ../evidence/alerts.yaml}
```

## Instead

```yaml
evidence:
  - kind: alert-config
    title: Alert rules live during the window
    uri: evidence/2026-03-11-unequal-discounts/alerts.yaml
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.references.replacing import replace_value
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.evidence_uri import misplaced, plain_path, relative_entries


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each path that is not in the report's folder."""
    for place, _, uri in relative_entries(report):
        if not (fault := misplaced(uri, report.id)):
            continue
        field = ("evidence", place, "uri")
        plain = plain_path(uri)
        is_meant = not misplaced(plain, report.id) and plain in context.collection.evidence_files
        yield Hit(
            f"the path of the evidence {fault}",
            field,
            hint=f"write `{plain}`" if is_meant else f"write `evidence/{report.id}/<file>`, and put the file there",
            match=uri,
            fix=replace_value(report, field, uri, plain) if is_meant else None,
        )


RULE = Rule(
    code="AW507",
    name="evidence-place",
    doc=__doc__,
    check=check,
    draft_level="warning",
    mends="writes the path of an evidence file that is plainly meant",
)
