"""A tag that is not in kebab-case.

Tags are lower-case letters and digits of any script, with single hyphens between words. `check --fix` rewrites them.

## Why it matters

`Fine tuning`, `fine_tuning` and `fine-tuning` are three tags to every list, and readers find a third of the reports.

## Example

```yaml
tags: [Fine tuning, RAG]
```

## Instead

```yaml
tags: [fine-tuning, rag]
```
"""

import re
import unicodedata
from collections.abc import Iterator

from afterword.audit.hiding import hide_private
from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.read.nodes import resolve_tag
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule


def kebab_case(text: str) -> str:
    """`text` in kebab-case; empty where it holds no letter or digit."""
    lower = unicodedata.normalize("NFC", text).lower()
    return re.sub(r"(?:(?![^\W_]|[\u0300-\u036f]).)+", "-", lower, flags=re.DOTALL).strip("-")


def _fix(report: Report, place: int, tag: str, wanted: str) -> Fix | None:
    """Replace the tag where it stands on one line, in quotes where it had them or YAML would read it otherwise."""
    span = report.at("tags", place)
    start, end = report.source.offset(span.line, span.column), report.source.offset(span.end_line, span.end_column)
    written = report.source.text[start:end]
    quote = written[:1] if written[:1] in {'"', "'"} else ""
    if not wanted or written != f"{quote}{tag}{quote}":
        return None
    if not quote and resolve_tag(wanted) != "str":
        quote = '"'
    return Fix(start, end, f"{quote}{wanted}{quote}")


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each tag in another form."""
    if not is_judged(report):
        return
    for place, tag in enumerate(report.front.tags):
        # A key would be repeated in small letters, in which nothing covers it.
        wanted = kebab_case(tag) if hide_private(tag, context.settings) == tag else ""
        if tag == wanted:
            continue
        yield Hit(
            f"the tag `{tag}` is not in kebab-case",
            field=("tags", place),
            hint=f"write `{wanted}`" if wanted else "write lower-case words with hyphens between them",
            match=tag,
            fix=_fix(report, place, tag, wanted),
        )


RULE = Rule(
    code="AW126", name="tag-form", doc=__doc__, check=check, level="warning", mends="writes a tag in kebab-case"
)
