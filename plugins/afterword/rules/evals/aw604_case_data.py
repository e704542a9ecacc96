"""Rows that a data case names and that cannot be read.

The evidence is neither CSV nor JSONL, or larger than a sample has to be; a row is longer than the line of names; or no
column has the name that the case gives. A finding on a row stands in that file.

## Why it matters

A data case is its rows. Without them it is a title, and nobody notices until the day on which it should have failed.

## Example

```yaml
evidence:
  - id: EV-5
    kind: data-payload
    title: Offers of 200 replayed chats
    uri: evidence/2026-03-11-unequal-discounts/replayed.csv
eval_cases:
  - title: Vouchers do not depend on the area
    kind: data
    input: {data: {evidence: EV-5, recorded: [offer], reference: after}}
    checks: [{type: slice_gap, by: area, label: "yes", value: 0.05}]
```

with a file that begins `area,offered,offered_after`.

## Instead

```yaml
eval_cases:
  - title: Vouchers do not depend on the area
    kind: data
    input: {data: {evidence: EV-5, recorded: [offered], reference: offered_after}}
    checks: [{type: slice_gap, by: area, label: "yes", value: 0.05}]
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.model.span import Span
from afterword.rules.evals.tried import tried_cases
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each case whose rows cannot be read. An entry or a file that is not there is another rule's."""
    for place, checked in tried_cases(report, context):
        missing = checked.missing
        if missing is None or missing.is_elsewhere or missing.is_absent:
            continue
        if missing.problem is not None:
            wrong = missing.problem
            span = Span(wrong.line, wrong.column, wrong.line, wrong.column)
            yield Hit(f"a data case cannot read its rows: {wrong.message}", (), span, wrong.hint, path=wrong.path)
            continue
        yield Hit(missing.reason, ("eval_cases", place, "input", "data", missing.key), hint=missing.hint)


RULE = Rule(
    code="AW604",
    name="case-data",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
)
