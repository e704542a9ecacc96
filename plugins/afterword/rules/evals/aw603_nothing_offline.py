"""An eval case of which nothing can be tried without a model, and that does not say why.

A rubric needs somebody, or another model, to judge; rows that lie outside the repository cannot be read here.

## Why it matters

A rubric alone gives another verdict next year, with another judge. One plain check beside it, a word that must not be
there or a tool that must not be called, says the same today and then, and costs nothing to run.

## Example

```yaml
eval_cases:
  - title: No policy is invented
    kind: grounding
    input: {prompt: Why am I signed out on the train?}
    checks: [{type: rubric, value: The answer names no policy that is not in the sources.}]
    recorded_outputs: ["Our new policy allows only one device at a time."]
```

## Instead

```yaml
eval_cases:
  - title: No policy is invented
    kind: grounding
    input: {prompt: Why am I signed out on the train?}
    checks:
      - {type: rubric, value: The answer names no policy that is not in the sources.}
      - {type: not_contains, value: policy, ignore_case: true}
    recorded_outputs: ["Our new policy allows only one device at a time."]
    reference_output: I have no explanation for this, and have passed it on.
```

Or the reason:

```yaml
    no_selfcheck_because: Whether an answer is kind is judged by a rubric alone.
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.evals.tried import tried_cases
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each case that cannot be tried and gives no reason."""
    for place, checked in tried_cases(report, context):
        if checked.outcome != "not-offline" or not checked.case.checks:
            continue
        field: Path
        if checked.missing is not None:
            hint, field = checked.missing.hint, ("eval_cases", place, "input", "data", "evidence")
        else:
            hint, field = "add a check that needs no model, or write `no_selfcheck_because`", ("eval_cases", place)
        yield Hit(f"the case cannot be tried on its own incident: {checked.because}", field, hint=hint)


RULE = Rule(
    code="AW603",
    name="nothing-offline",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
)
