"""An id that two reports claim.

Ids and aliases are one set of names. Each stands once, also without regard to upper and lower case and to the different
ways in which Unicode writes a letter. The finding stands in each of the files.

## Why it matters

Two reports with one id are two pages at one address: one silently takes the other's place. On machines that do not tell
`A.md` from `a.md` the files themselves take each other's place.

## Example

```text
postmortems/reports/2025/2026-03-11-unequal-discounts.md
postmortems/reports/2026/2026-03-11-unequal-discounts.md
```

## Instead

```text
postmortems/reports/2026/2026-03-11-unequal-discounts.md
postmortems/reports/2026/2026-03-11-unequal-discounts-2.md
```
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.model.report import Report
from afterword.model.span import START, Span
from afterword.rules.rule import Context, Hit, Rule


@dataclass(frozen=True)
class _Use:
    """One claim of a name: by a file's name (`is_id`) or in `aliases`."""

    name: str
    report: Report
    span: Span
    is_id: bool


def name_key(name: str) -> str:
    """What two names that cannot be told apart have in common."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _uses(report: Report) -> Iterator[_Use]:
    yield _Use(report.id, report, START, True)
    for place, alias in enumerate(report.front.aliases):
        if name_key(alias) != name_key(report.id):
            yield _Use(alias, report, report.at("aliases", place), False)


def _hit(use: _Use, other: _Use) -> Hit:
    what = f"the {'id' if use.is_id else 'alias'} `{use.name}`"
    path = other.report.path
    if other.report is use.report:
        return Hit(f"{what} stands twice", span=use.span, path=path, hint="take one of the two out", match=use.name)
    written = "" if use.name == other.name else f", there as `{other.name}`"
    whose = f"the id of `{path}`" if other.is_id else f"an alias of `{path}`"
    hint = "take the alias out"
    if use.is_id:
        hint = "rename one of the two files" if other.is_id else "take the alias out there"
    message = f"{what} is also {whose}{written}"
    return Hit(message, span=use.span, path=use.report.path, hint=hint, match=use.name)


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each claim of a name that another one claims too."""
    claims: defaultdict[str, list[_Use]] = defaultdict(list)
    for report in context.collection.reports:
        for use in _uses(report) if report.place else ():
            claims[name_key(use.name)].append(use)
    for uses in claims.values():
        for place, use in enumerate(uses if len(uses) > 1 else ()):
            other = uses[0] if place else next((each for each in uses if each.report is not use.report), None)
            if other is not None:
                yield _hit(use, other)


RULE = Rule(code="AW202", name="repeated-id", doc=__doc__, check_all=check_all, suppressible=False)
