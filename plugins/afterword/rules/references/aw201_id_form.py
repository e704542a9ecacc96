"""A report's file name that is no id.

The id of a report is its file name without `.md`: a real date (`2026-03-11`, `2026-03` or `2026`), a hyphen, and a slug
that begins with a letter, in lower-case ASCII letters, digits and single hyphens, with at most 120 bytes in all. The
hint gives the corrected name where it can be told.

## Why it matters

The id is the page's address, and it is what other reports, mails and tickets refer to. Capital letters and accents are
the same file on one machine and two files on the next, and a date that does not exist cannot be sorted.

## Example

```text
postmortems/reports/2026/2026-02-30_Ungleiche Rabatte.md
```

## Instead

```text
postmortems/reports/2026/2026-02-28-ungleiche-rabatte.md
```

A report that has been published under another name keeps that one in `aliases`, where it was an id.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath

from afterword.model.dates import DateError, parse_partial_date
from afterword.model.ids import MAX_BYTES, is_report_id
from afterword.model.report import Report
from afterword.model.report_id import make_id
from afterword.model.span import START
from afterword.rules.rule import Context, Hit, Rule

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?![0-9])")
_LOOSE_DATE = re.compile(r"([0-9]{4})(?:-?([0-9]{2})-?([0-9]{2})|-([0-9]{2}))?(?![0-9])")
_EXAMPLE = "rename it to a date, a hyphen and a slug, such as `2026-03-11-unequal-discounts.md`"


def _fault(stem: str) -> str:
    """What keeps `stem` from being an id, as the end of a sentence about it."""
    date = _DATE.match(stem)
    if date is None:
        return "does not begin with a date"
    try:
        parse_partial_date(date[0])
    except DateError as problem:
        return f"begins with no real date: {problem}"
    slug = stem[date.end() :].removeprefix("-")
    if not slug or not stem[date.end() :].startswith("-"):
        return "has no hyphen and slug after its date"
    if odd := next((each for each in slug if not re.match("[a-z0-9-]", each)), None):
        shown = f"`{odd}`" if odd.isprintable() and odd != "`" else f"U+{ord(odd):04X}"
        return f"holds {shown} beside lower-case ASCII letters, digits and hyphens"
    if not slug[0].isalpha():
        return "has a slug that does not begin with a letter"
    if len(stem) > MAX_BYTES:
        return f"holds {len(stem)} bytes, more than {MAX_BYTES}"
    return "has a hyphen too many"


def _corrected(report: Report, context: Context) -> str | None:
    """The id that the file name means; None where no real date can be told."""
    stem = re.sub(r"[\s_.]+", "-", unicodedata.normalize("NFKC", report.id))
    found = _LOOSE_DATE.match(stem)
    date, rest = "", stem
    if found:
        date, rest = "-".join(part for part in found.groups() if part), stem[found.end() :]
    elif report.front.occurred_on is not None:
        date = report.front.occurred_on.text
    elif re.fullmatch("[0-9]{4}", year := PurePosixPath(report.place).parent.name):
        date = year
    with suppress(DateError):
        parse_partial_date(date)
        words = rest if re.search(r"\w", rest) else report.front.title or rest
        return make_id(date, words, [each for each in context.collection.by_id if each != report.id])
    return None


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the file name is no id."""
    if not is_report_id(report.id):
        corrected = _corrected(report, context)
        hint = f"rename it to `{corrected}.md`" if corrected else _EXAMPLE
        yield Hit(f"the file name {_fault(report.id)}", span=START, hint=hint, match=report.id)
    elif (suffix := PurePosixPath(report.path).suffix) != ".md":
        hint = f"rename it to `{report.id}.md`"
        yield Hit(f"the file name ends in `{suffix}`, not in `.md`", span=START, hint=hint, match=suffix)


RULE = Rule(code="AW201", name="id-form", doc=__doc__, check=check)
