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

import difflib
from collections.abc import Iterator

from afterword.model.body import Heading
from afterword.model.report import Report
from afterword.model.span import Span
from afterword.rules.fields.gate_place import step_words
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each heading that is needed and not there."""
    present = {_folded(heading.text): heading for heading in report.body.headings}
    needed = context.gates.required_headings(report.gate_column, report.kind, report.lifecycle)
    spare = {folded: heading for folded, heading in present.items() if folded not in set(map(str.casefold, needed))}
    line = report.body.first_line
    for heading in needed:
        if heading.casefold() in present:
            continue
        close = _closest(heading, spare)
        yield Hit(
            f"{step_words(report)} needs a section `{heading}`",
            span=close.span if close else Span(line, 1, line, 1),
            hint=f"`{close.text}` is near to it; write `## {heading}`" if close else f"add `## {heading}`",
            match=heading,
        )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _closest(needed: str, spare: dict[str, Heading]) -> Heading | None:
    """A heading of the body that was probably meant, and is not itself one that is needed."""
    close = difflib.get_close_matches(needed.casefold(), spare, n=1, cutoff=0.75)
    return spare[close[0]] if close else None


RULE = Rule(code="AW131", name="missing-section", doc=__doc__, check=check)
