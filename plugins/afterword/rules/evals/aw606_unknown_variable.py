"""A variable of an eval case that leads nowhere.

A `{{key}}` that some variants fill and another does not stays as it is in that one. A key of `vars` that stands in no
braces changes nothing. Braces whose key no variant knows are text, and are left alone.

## Why it matters

Variants compare. With a misspelt variable all of them put in the same text, and the case passes whatever the system
does with groups.

## Example

```yaml
eval_cases:
  - title: The same offer in every area
    kind: counterfactual-group
    input: {prompt: "My postcode is {{area}}. Is there a discount code for me?"}
    variants:
      - {name: area-a, vars: {area: GROUP_A}}
      - {name: area-b, vars: {aera: GROUP_B}}
    checks: [{type: contains, value: WELCOME10}]
```

## Instead

```yaml
    variants:
      - {name: area-a, vars: {area: GROUP_A}}
      - {name: area-b, vars: {area: GROUP_B}}
```
"""

import difflib
from collections.abc import Iterator
from datetime import date

from afterword.evals.variants import keys_in
from afterword.model.eval_case import EvalCase
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.evals.tried import tried_cases
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each variable that is nowhere put in, and each variant that lacks one."""
    for place, checked in tried_cases(report, context):
        if any(each.vars for each in checked.case.variants):
            yield from _check(checked.case, ("eval_cases", place, "variants"))


def _check(case: EvalCase, path: Path) -> Iterator[Hit]:
    there = dict.fromkeys(keys_in(case))
    filled = {key for each in case.variants for key in each.vars}
    for place, variant in enumerate(case.variants):
        for key in variant.vars:
            if key not in there:
                close = difflib.get_close_matches(key, there, n=1, cutoff=0.6)
                hint = (
                    f"did you mean `{close[0]}`?"
                    if close
                    else f"write `{{{{{key}}}}}` where it belongs, or take it out"
                )
                yield Hit(
                    f"`{{{{{key}}}}}` stands nowhere in the case", (*path, place, "vars", key), hint=hint, match=key
                )
        for key in there:
            if key in filled and key not in variant.vars:
                name = f"`{variant.name}`" if variant.name else "this variant"
                hint = f"add `{key}` to its `vars`"
                yield Hit(
                    f"{name} does not fill `{{{{{key}}}}}`, which others do", (*path, place), hint=hint, match=key
                )


RULE = Rule(
    code="AW606",
    name="unknown-variable",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
)
