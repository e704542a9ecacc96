"""A day of publication that is missing, too early, or still to come.

A published or superseded report has `published_on`; a draft and a report in review have none; and the day is not later
than today, nor earlier than the date with which the report's id begins.

## Why it matters

The week of the digest, the age of every remediation and the edition of the rules that hold for the report are counted
from this day.

## Example

```yaml
lifecycle: draft
published_on: 2026-03-30
```

## Instead

`afterword promote` writes the day when it takes the report to `published`:

```yaml
lifecycle: published
published_on: 2026-03-30
```
"""

from collections.abc import Iterator

from afterword.model.dates import report_date
from afterword.model.report import Report
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the day does not fit the step, or lies in the future."""
    day = report.front.published_on
    if report.lifecycle in {"published", "superseded"} and day is None and not report.is_typed("published_on"):
        yield Hit(
            f"{step_words(report)} has no `published_on`",
            field=("published_on",),
            span=place_of_missing(report, "published_on"),
            hint="let `afterword promote` take the step and write it, or write the day of publication",
        )
    elif report.lifecycle in {"draft", "in-review"} and day is not None:
        yield Hit(
            f"`published_on` stands in a report whose lifecycle is `{report.lifecycle}`",
            field=("published_on",),
            hint="take it out; `afterword promote` writes it",
            match=day.isoformat(),
        )
    elif day is not None and day > context.today and report.lifecycle != "withdrawn":
        yield Hit(
            f"`published_on` ({day}) is later than today ({context.today})",
            field=("published_on",),
            hint="write the day on which it was published",
            match=day.isoformat(),
        )
    elif day is not None and (found := report_date(report.id)) is not None and day < found.first:
        yield Hit(
            f"`published_on` ({day}) is earlier than the date of the report's id (`{found.text}`)",
            field=("published_on",),
            hint="write the day on which it was published, or correct the date in the file's name",
            match=day.isoformat(),
        )


RULE = Rule(code="AW137", name="publication-date", doc=__doc__, check=check, level="warning")
