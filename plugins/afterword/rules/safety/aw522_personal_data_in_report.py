"""An e-mail address, telephone number, card number or IP address in a report.

The whole file is looked through. Telephone numbers count with their country (`+49 …`), and without it where the setting
`organisation.phone_region` names one; cards by their beginning and check digit; IP addresses where they are public.
Mailboxes of functions (`support@`), example domains, numbers and addresses that are kept for manuals, and published
test cards are none. Names and handles of `organisation.people` count in code alone: in fields they are told by AW123,
in prose by AW305. Imported reports are left to their audit (AW515).

It is an error in a report for the public, since what was published once is copied. Within the company it warns: the
address of a colleague is a lesser harm, and the author sees it in time.

## Why it matters

A report needs to know what happened to a customer, and never which one. What leads to a person stays in the history
of the repository, where nobody can delete it on request.

## Example

```text
The assistant told m.okonjo@bramblewick-energy.eu that the refund had been paid.
```

## Instead

```text
The assistant told the customer that the refund had been paid.
```

Where it has to stand, say why: in the body with `afterword-ignore AW522: reason`, in the front matter with `suppress`.
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.model.settings import Level
from afterword.model.span import Path, Span
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.scans import in_report, standing, tell
from afterword.sensitive.people import PERSON


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each find, at its place."""
    text = report.source.text
    level: Level | None = "error" if report.audience == "public" else None
    for each in standing(in_report(report, context), text, "personal", context):
        span = report.source.span(each.start, each.end)
        if each.kind is PERSON and not _is_in_code(report, span):
            continue
        yield Hit(
            f"{tell(each, text)} stands in the report",
            field=_field(report, span),
            span=span,
            hint="say it by role, such as `the customer`, or leave it out",
            match=each.masked(text),
            level=level,
        )


def _field(report: Report, span: Span) -> Path:
    """The value of the front matter that the find is in, by which a suppression may name it."""
    place = (span.line, span.column)
    holding = (
        path
        for path, outer in report.spans.items()
        if (outer.line, outer.column) <= place <= (outer.end_line, outer.end_column)
    )
    return max(holding, key=len, default=())


def _is_in_code(report: Report, span: Span) -> bool:
    spans = (block.span(0, len(block.text)) for block in report.body.blocks if block.kind == "code")
    return any(each.line <= span.line <= each.end_line for each in spans)


RULE = Rule(
    code="AW522",
    name="personal-data-in-report",
    doc=__doc__,
    check=check,
    level="warning",
    since=date(2026, 11, 30),
    apart="error in a report for the public",
)
