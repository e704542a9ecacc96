"""A verified remediation of kind `eval-case` whose case was never seen failing and then passing.

`status: verified` says that the success check held. Of a test that can only be said once it has refused what happened,
and a system has passed it since: `_state/evals.json` holds both runs, of the case as it stands.

## Why it matters

A case that was never seen red may test nothing: a wrong address, a check on an empty answer, a suite that skips it. Two
recorded runs are the cheapest proof that a test tests.

## Example

```yaml
remediations:
  - title: The replayed pairs stand before every release
    kind: eval-case
    status: verified
    evals: [EC-1]
```

## Instead

Run the exported case on what failed (the old release, or its self-check on what was recorded), then on the release that
is right, and record both result files:

```sh
afterword evals record before.json after.json
```

Until then the remediation is `done`.
"""

from __future__ import annotations

from collections.abc import Iterator

from afterword.evals.standing import was_mended
from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule

KIND = "eval-case"
_HINT = "record both runs with `afterword evals record FILE…`, or write `done` until then"


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each verified remediation with a case of which both runs are not on record."""
    if report.lifecycle == "imported" or report.is_public_sources:
        return
    cases = {case.id: case for case in report.front.eval_cases}
    state = context.collection.eval_state
    for place, entry in enumerate(report.front.remediations):
        if entry.kind != KIND or entry.status != "verified":
            continue
        path = ("remediations", place, "status")
        if not entry.evals:
            hint = "name the case in `evals`"
            yield Hit("the remediation is verified, and names no eval case that could have been seen", path, hint=hint)
        for name in entry.evals:
            case = cases.get(name)
            # That a case is not there is told by the rule on references.
            if case is not None and not was_mended(case, report, state.of_case(report.id, name)):
                told = f"the remediation is verified, and {name} was not yet seen failing and then passing"
                yield Hit(told, path, hint=_HINT, match=name)
                break


RULE = Rule(
    code="AW608",
    name="verified-unseen",
    doc=__doc__,
    check=check,
)
