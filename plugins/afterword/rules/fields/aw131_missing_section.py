"""A section of the body that the report's step needs.

From in review on, a body has the headings of the gate table. They are sentences that ask *how* and *what*, never *who*.
Upper and lower case make no difference, and other headings may stand between them.

## Why it matters

Readers who come back look for the same question in the same place, and each heading asks for something that is easily
left out: what helped, where luck was on our side, what is still not known.

## Example

A published near miss whose body is one paragraph.

## Instead

```markdown
## What happened

## What stopped it

## What we change
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Span
from afterword.rules.fields.gate_place import step_words
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each heading that is needed and not there."""
    present = {" ".join(heading.text.split()).casefold() for heading in report.body.headings}
    needed = context.gates.required_headings(report.gate_column, report.kind, report.lifecycle)
    line = report.body.first_line
    for heading in needed:
        if heading.casefold() not in present:
            yield Hit(
                f"{step_words(report)} needs a section `{heading}`",
                span=Span(line, 1, line, 1),
                hint=f"add `## {heading}`",
                match=heading,
            )


RULE = Rule(code="AW131", name="missing-section", doc=__doc__, check=check)
