"""An eval case whose reference output does not pass its own checks, or that has none.

The reference is tried against every check that needs no model, in every variant.

## Why it matters

A case that refuses the answer that is wanted stops every release, and is switched off within a week. What it was meant
to guard is then unguarded, and the report still says otherwise.

## Example

```yaml
eval_cases:
  - title: The public voucher is named
    kind: regression
    input: {prompt: Is there a discount code for me?}
    checks: [{type: contains, value: WELCOME10}]
    recorded_outputs: ["Good news, use SAVE25 at checkout."]
    reference_output: The current offer for everyone is welcome10.
```

## Instead

```yaml
eval_cases:
  - title: The public voucher is named
    kind: regression
    input: {prompt: Is there a discount code for me?}
    checks: [{type: contains, value: WELCOME10}]
    recorded_outputs: ["Good news, use SAVE25 at checkout."]
    reference_output: The current offer for everyone is WELCOME10.
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.evals.selfcheck import CaseCheck
from afterword.model.report import Report
from afterword.rules.evals.tried import tried_cases
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each case that its reference does not pass, or that has no reference."""
    for place, checked in tried_cases(report, context):
        is_data = checked.case.input is not None and checked.case.input.data_set is not None
        field = ("eval_cases", place, *(("input", "data", "reference") if is_data else ("reference_output",)))
        if checked.outcome == "reference-fails":
            hint = "correct the reference, or the check that it does not pass"
            where = checked.because.removeprefix("the reference")
            yield Hit(f"the case refuses its own reference{where}", field, hint=hint)
        elif _lacks_reference(checked):
            hint = "write the answer that is wanted as `reference_output`"
            yield Hit("there is no reference output that the checks could be tried on", field, hint=hint)


def _lacks_reference(checked: CaseCheck) -> bool:
    """Whether checks were tried and there is no reference; the form of a data set says by itself that one lacks."""
    lacking = any(each.reference is None for each in checked.variants)
    is_data = checked.case.input is not None and checked.case.input.data_set is not None
    return checked.outcome in {"incomplete", "cannot-fail"} and lacking and not is_data


RULE = Rule(
    code="AW601",
    name="reference-fails",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
)
