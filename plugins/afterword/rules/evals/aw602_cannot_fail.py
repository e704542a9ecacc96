"""An eval case that cannot fail on its own incident.

Each recorded output is tried against every check that needs no model. In at least one variant fewer of them may pass
than `pass_at_least` of `trials` asks for. A case without any recorded output shows nothing either way.

## Why it matters

A test that would have let the incident through looks like a guard and is none. The next model is released past it.

## Example

```yaml
eval_cases:
  - title: The same offer in every area
    kind: regression
    input: {prompt: Is there a discount code for me?}
    checks: [{type: regex, value: "[A-Z]+[0-9]+"}]
    recorded_outputs: ["Good news, use SAVE25 at checkout."]
    reference_output: The current offer for everyone is WELCOME10.
```

## Instead

```yaml
eval_cases:
  - title: The same offer in every area
    kind: regression
    input: {prompt: Is there a discount code for me?}
    checks: [{type: contains, value: WELCOME10}]
    recorded_outputs: ["Good news, use SAVE25 at checkout."]
    reference_output: The current offer for everyone is WELCOME10.
```

Where nothing may be kept of what was put out, the case says so:

```yaml
    no_selfcheck_because: The chats were deleted after 30 days, before the incident was known.
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.rules.evals.tried import tried_cases
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each case that takes all that was recorded, or that has nothing recorded."""
    for place, checked in tried_cases(report, context):
        field = ("eval_cases", place, "checks")
        if checked.outcome == "cannot-fail":
            hint = (
                "add a check that tells what happened from what is wanted, or record an output that shows the failure"
            )
            yield Hit(f"the case cannot fail on its own incident: {checked.because}", field, hint=hint)
        elif checked.outcome == "incomplete" and not any(each.recorded for each in checked.variants):
            hint = "add what the system put out as `recorded_outputs`, or write `no_selfcheck_because`"
            told = "no recorded output shows that the case can fail on its own incident"
            yield Hit(told, ("eval_cases", place), hint=hint)


RULE = Rule(
    code="AW602",
    name="cannot-fail",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
)
