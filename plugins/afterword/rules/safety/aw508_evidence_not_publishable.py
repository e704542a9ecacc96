"""Evidence that the audience may read and the site cannot show.

Published are plain text in UTF-8 and PNG, JPEG, GIF and WebP images. A text with another ending than those of plain
text (`.html`, `.svg`, `.py`) is served with `.txt` behind its name, so that nothing of it runs. Of everything else, as
of a PDF, the page shows the title and the digest. A file whose content is not what its name says, or an image with
something else hidden in it, is told whoever may read it.

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
    """Yield one hit for each file that access allows and its form does not, and for each that its name belies."""
    for place, entry, uri in relative_entries(report):
        file = file_of(entry, context)
        if file is None or misplaced(uri, report.id) or entry.removed is not None:
            continue
        at, why = ("evidence", place, "uri"), file.refused_because
        if file.address not in {None, file.uri} and file.address in context.collection.evidence_files:
            message = f"the file is not published: `{file.address}`, as which it would be served, is another file"
            yield Hit(message, at, hint="give one of the two another name", match=uri)
        if file.flaw not in {"misnamed", "unshown"}:
            continue
        if is_shown_to(evidence_access(entry, report), context.settings.audience):
            message = f"the file is not published: {why}; the page shows its title and digest alone"
        elif file.flaw == "misnamed":
            message = f"the file is not what its name says: {why}"
        else:
            continue
        cure = "give it the ending of what it is" if file.flaw == "misnamed" else "keep it as plain text or as an image"
        yield Hit(message, at, hint=f"{cure}, or keep it elsewhere and point to it", match=uri)


RULE = Rule(code="AW508", name="evidence-not-publishable", doc=__doc__, check=check, level="warning")
