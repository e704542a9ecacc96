"""A published incident with neither an eval case nor a reason why there is none.

## Why it matters

The input that failed once is the best test there is. As an eval case it runs before each release; without one, the next
model can bring the same behaviour back and nothing says so.

## Example

A published incident without `eval_cases`.

## Instead

```yaml
eval_cases:
  - title: Same question gets the same offer in every area
    kind: counterfactual-group
    input: {prompt: "My postcode is {{area}}. Is there a discount code for me?"}
    variants:
      - {name: area-a, vars: {area: GROUP_A}, recorded_outputs: ["Good news, use SAVE25 at checkout."]}
      - {name: area-b, vars: {area: GROUP_B}, recorded_outputs: ["There is no code for you today."]}
    checks: [{type: contains, value: WELCOME10}]
    reference_output: The current offer for everyone is WELCOME10.
```

Or, where no input can be kept or tried:

```yaml
no_eval_because: The fault lay in the billing export, which no model takes part in.
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import has_unread, is_unread
from afterword.rules.rule import Context, Hit, Rule

REQUIREMENT = "eval-case-or-reason"


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where there is neither a case nor a reason."""
    if REQUIREMENT not in context.needs(report) or report.front.eval_cases or report.front.no_eval_because:
        return
    if has_unread(report, "eval_cases") or is_unread(report, "no_eval_because"):
        return
    yield Hit(
        f"{step_words(report)} needs an eval case, or the reason why there is none",
        field=("eval_cases",),
        span=place_of_missing(report, "eval_cases"),
        hint="make the input that failed an entry of `eval_cases`, or write `no_eval_because`",
    )


RULE = Rule(code="AW134", name="eval-case-gate", doc=__doc__, check=check, handles=(REQUIREMENT,))
