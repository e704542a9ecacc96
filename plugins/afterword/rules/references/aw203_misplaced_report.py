"""A report that does not lie in the folder of its year.

Reports lie in `reports/<year>/`, where the year is the one at the beginning of the id. Files outside of the documents
folder, such as one that is checked before it is moved in, are not looked at.

## Why it matters

Links between reports are paths, so that they work on the forge, in an editor and on the site. They hold as long as the
path can be told from the id.

## Example

```text
postmortems/reports/2025/2026-03-11-unequal-discounts.md
```

## Instead

```text
postmortems/reports/2026/2026-03-11-unequal-discounts.md
```
"""

from collections.abc import Iterator

from afterword.model.dates import report_date
from afterword.model.report import Report
from afterword.model.span import START
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the report lies elsewhere than its id says."""
    date = report_date(report.id)
    if not report.place or date is None:
        return
    folder = f"reports/{date.first.year:04}"
    if report.place.rpartition("/")[0] == folder:
        return
    shown = context.project.shown(context.project.docs / folder)
    yield Hit(
        f"a report of {date.first.year:04} lies in `{shown}/`, and this one does not",
        span=START,
        hint=f"move it to `{shown}/{report.id}.md`",
        match=report.place,
    )


RULE = Rule(code="AW203", name="misplaced-report", doc=__doc__, check=check)
