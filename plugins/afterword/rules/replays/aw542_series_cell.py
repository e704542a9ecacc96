"""A cell of a replayed series that cannot be read.

A time is `2026-03-02` or `2026-03-02T14:00:00Z`, and all times of a series are of one sort. A value is written with a
decimal point and without marks between thousands; an empty cell, `NaN` or `null` says that there was none. A time that
stands twice with different values needs `by`, the column that tells the two apart. The file holds at most 50,000 rows
and two megabytes. The finding gives line and column in that file.

## Why it matters

A value that is read wrongly moves the moment at which the check would have spoken, and nobody sees why. So nothing is
guessed: `1,437` may be a count or a little more than one.

## Example

```text
date,form_valid_share
2026-05-12,"0,995"
2026-05-13,"0,611"
```

## Instead

```text
date,form_valid_share
2026-05-12,0.995
2026-05-13,0.611
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Span
from afterword.rules.replays.carried import carried_replays
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for the first such cell that each replay meets, and for one cell one alone."""
    told = set()
    for each in carried_replays(report, context):
        problem = each.outcome.trouble.problem if each.outcome.trouble else None
        if problem is not None and problem not in told:
            told.add(problem)
            span = Span(problem.line, problem.column, problem.line, problem.column)
            yield Hit(f"a replay cannot read its series: {problem.message}", (), span, problem.hint, path=problem.path)


RULE = Rule(
    code="AW542",
    name="series-cell",
    doc=__doc__,
    check=check,
    draft_level="warning",
)
