"""A title that is too short or too long.

A title takes 10 to 110 characters, counted as people read them: blanks at the ends and line breaks do not count.

## Why it matters

The title stands alone in lists, in the digest and in search results. One word says nothing there, and a long one is cut
off before it comes to the point.

## Example

```yaml
title: Outage
```

## Instead

```yaml
title: Search answers quoted a satire page as health advice
```
"""

import unicodedata
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule

SHORTEST, LONGEST = 10, 110
"""The bounds in characters, both inside."""


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the title's length lies outside of the bounds."""
    title = report.front.title
    if title is None or not is_judged(report):
        return
    length = len(unicodedata.normalize("NFC", " ".join(title.split())))
    if SHORTEST <= length <= LONGEST:
        return
    hint = "say in a few words what happened" if length < SHORTEST else "keep what happened, and move the rest below"
    yield Hit(
        f"`title` has {length} character{'' if length == 1 else 's'}, and takes {SHORTEST} to {LONGEST}",
        field=("title",),
        hint=hint,
        match=title,
    )


RULE = Rule(code="AW116", name="title-length", doc=__doc__, check=check, draft_level="warning")
