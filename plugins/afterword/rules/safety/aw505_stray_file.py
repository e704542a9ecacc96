"""A file below the documents folder that nobody decided to publish.

Four sorts are told: a file that is neither a page nor among the assets, a report outside of `reports/`, a file under
`reports/` that is no Markdown, and a link or special file anywhere. Folders and files whose name begins with `_` at the
top, and everything below `assets/`, are left alone. So is a page whose front matter names, beside the theme's keys,
an `audience` that is as wide as the site's or wider: an export for that audience takes it along.

## Why it matters

A site engine publishes whatever lies in its documents folder. A draft beside the home page, a notebook with customer
data or a link to a folder outside goes online with the next build, and no audience is asked.

## Example

```text
postmortems/2026-03-11-unequal-discounts.md
postmortems/chats-with-names.xlsx
```

## Instead

```text
postmortems/reports/2026/2026-03-11-unequal-discounts.md
postmortems/assets/logo.svg
```
"""

from collections.abc import Iterator, Mapping

from afterword.model.span import START
from afterword.model.tree import StrayKind
from afterword.rules.rule import Context, Hit, Rule

_TEXTS: Mapping[StrayKind, tuple[str, str]] = {
    "unlisted": (
        "this file is neither a page nor among the assets, and a site engine publishes it",
        "move it to `assets/` where it is meant for everyone, to the folder of its report below `evidence/`, or out",
    ),
    "report-elsewhere": (
        "this report lies outside of `reports/`, and a site engine publishes it whatever its audience",
        "move it to `reports/<year>/`; a page has none of a report's fields",
    ),
    "not-markdown": (
        "nothing reads this file, as reports are Markdown",
        "move it to the folder of its report below `evidence/`, or out",
    ),
    "not-regular": (
        "this is a link or a special file, and what it leads to may be anything",
        "put the file itself in its place, or take it out",
    ),
    "not-opened": (
        "this folder cannot be opened, so nothing in it is checked",
        "give read access to the folder, or take it out",
    ),
}


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each such file."""
    for stray in context.collection.strays:
        message, hint = _TEXTS[stray.kind]
        yield Hit(message, span=START, path=stray.path, hint=hint, match=stray.place)


RULE = Rule(code="AW505", name="stray-file", doc=__doc__, check_all=check_all, suppressible=False)
