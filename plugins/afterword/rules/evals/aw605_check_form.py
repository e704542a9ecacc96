"""A check that cannot be applied as it stands.

A text that is looked for is missing, a regular expression cannot be run, a JSON Schema is none, a rate has no bound, a
metric has no label, a check of a text stands in a case about data or the other way round. Regular expressions are run
by RE2, which takes time in proportion to the text and so knows neither look-around nor references back to a group.

## Why it matters

Tools for evals skip a check that they do not understand, and the case passes with one check less.

## Example

```yaml
eval_cases:
  - title: The public voucher is named
    kind: regression
    input: {prompt: Is there a discount code for me?}
    checks: [{type: regex, value: "^(?!.*SAVE)"}]
```

## Instead

```yaml
eval_cases:
  - title: The public voucher is named
    kind: regression
    input: {prompt: Is there a discount code for me?}
    checks: [{type: not_contains, value: SAVE}]
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.rules.evals.tried import tried_cases
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each check that cannot be applied, and one for a case in which that shows on its outputs."""
    for place, checked in tried_cases(report, context):
        for at, told in checked.flaws:
            kind = checked.case.checks[at].type
            hint = "correct the check, or take it out"
            yield Hit(f"the check `{kind}` cannot be applied: {told}", ("eval_cases", place, "checks", at), hint=hint)
        if checked.outcome == "broken" and not checked.flaws and checked.missing is None:
            hint = "correct the check, or the data that it judges"
            yield Hit(f"a check cannot be applied: {checked.because}", ("eval_cases", place, "checks"), hint=hint)


RULE = Rule(
    code="AW605",
    name="check-form",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
)
