"""Evidence that the audience may read and the site cannot show.

Published are plain text in UTF-8 and PNG, JPEG, GIF and WebP images, up to the size that the setting
`limits.evidence_bytes` gives. Of everything else the page shows the title, the path and the digest.

## Why it matters

An author who puts a file beside the report expects readers to find it. Formats that a browser runs or that nobody can
look into are not handed out, and this says so before a reader asks.

## Example

```yaml
evidence:
  - kind: dataset-profile
    title: Discount rate by area in the fine-tuning set
    uri: evidence/2026-03-11-unequal-discounts/profile.xlsx
```

## Instead

```yaml
evidence:
  - kind: dataset-profile
    title: Discount rate by area in the fine-tuning set
    uri: evidence/2026-03-11-unequal-discounts/profile.csv
```
"""

from collections.abc import Iterator

from afterword.model.audience import is_shown_to
from afterword.model.collection import evidence_access
from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.evidence_uri import file_of, misplaced, relative_entries


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each file that access allows and its form does not."""
    for place, entry, uri in relative_entries(report):
        file = file_of(entry, context)
        if file is None or misplaced(uri, report.id) or file.published_as is not None or not file.sha256:
            continue
        if is_shown_to(evidence_access(entry, report), context.settings.audience):
            message = f"the file is not published: {file.refused_because}; the page shows its path and digest alone"
            hint = "keep it as plain text or as an image, or leave it as a pointer"
            yield Hit(message, ("evidence", place, "uri"), hint=hint, match=uri)


RULE = Rule(code="AW508", name="evidence-not-publishable", doc=__doc__, check=check, level="warning")
