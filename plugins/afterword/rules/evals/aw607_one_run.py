"""An eval case that is tried once although the failure came only sometimes, or whose passes have no number of trials.

`behaviour` says that the failure shows sometimes, or counts it in a part of the sample alone.

## Why it matters

What fails in 37 of 200 chats passes a single try four times in five, with nothing changed. A guard must not rest on
luck: pages call no condition guarded by such a case.

## Example

```yaml
behaviour: {failing: 37, sampled: 200, reproducible: sometimes}
eval_cases:
  - title: The same offer in every area
    kind: regression
    trials: 1
```

## Instead

```yaml
eval_cases:
  - title: The same offer in every area
    kind: regression
    trials: 20
    pass_at_least: 20
```

Twenty trials notice a failure of one in five with near certainty (1 in 100 slips through), and one of one in fifty in a
third of the runs.
"""

from collections.abc import Iterator
from datetime import date

from afterword.evals.runs import rests_on_one_run
from afterword.model.report import Report
from afterword.rules.evals.tried import tried_cases
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each case that rests on one run, and each number of passes that is a part of nothing."""
    for place, checked in tried_cases(report, context):
        case, path = checked.case, ("eval_cases", place)
        if case.trials is None and case.pass_at_least is not None and case.pass_at_least > 1:
            hint = "add `trials`"
            yield Hit("`pass_at_least` stands without `trials`", (*path, "pass_at_least"), hint=hint)
        elif case.trials == 0:
            yield Hit(
                "`trials` is 0, so nothing is tried", (*path, "trials"), hint="write how often the input is tried"
            )
        elif rests_on_one_run(case, report.front.behaviour):
            hint = "write how often it is tried as `trials`, and how many of them must pass as `pass_at_least`"
            told = "the case is tried once, and the failure came only sometimes: it can pass by luck"
            yield Hit(told, (*path, "trials"), hint=hint)


RULE = Rule(
    code="AW607",
    name="one-run",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
)
