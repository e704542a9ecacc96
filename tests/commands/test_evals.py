"""`afterword evals selfcheck`: what it prints, word for word, and when it stops a pipeline."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result

from conftest import Repository

Run = Callable[..., Result]
FRONT = """\
---
title: Assistant gave two answers to one question
lifecycle: {lifecycle}
system: {{name: shop-assistant}}
eval_cases:
  - title: The public voucher is named
    kind: regression
    input: {{prompt: Is there a discount code for me?}}
    checks: [{{type: contains, value: WELCOME10}}]
    recorded_outputs: [{recorded}]
    reference_output: WELCOME10
  - title: The tone is kind
    kind: regression
    input: {{prompt: My parcel is late.}}
    checks: [{{type: rubric, value: The answer is kind.}}]
    no_selfcheck_because: Kindness is judged by a rubric alone.
  - title: An old one
    kind: regression
    status: retired
    checks: [{{type: contains}}]
---

## What happened
"""
VARIANTS = """\
---
title: Areas got different answers
lifecycle: draft
eval_cases:
  - title: The same in every area
    kind: counterfactual-group
    input: {prompt: "I live in {{area}}."}
    variants:
      - {name: a, vars: {area: A}, recorded_outputs: [yes please, not now]}
      - {name: b, vars: {area: B}}
    checks: [{type: not_contains, value: yes please}]
    reference_output: "no"
---
"""
HOLDS = """\
postmortems/reports/2026/2026-03-11-two-answers.md
  EC-1  holds                  The public voucher is named
        what was recorded: does not hold `WELCOME10`
  EC-2  not tried              The tone is kind
        Kindness is judged by a rubric alone.
postmortems/reports/2026/2026-03-12-areas.md
  EC-1  holds                  The same in every area
        what was recorded in `a`: holds `yes please`
        a: reference passes, 1 of 2 recorded runs passed
        b: reference passes, nothing recorded
3 eval cases: 2 hold, 0 do not, 1 not tried, with a reason
"""


def test_cases_that_hold(repository: Repository, afterword: Run) -> None:
    repository.write("2026-03-11-two-answers", FRONT.format(lifecycle="published", recorded="SAVE25"))
    repository.write("2026-03-12-areas", VARIANTS)
    repository.write("2026-03-13-old", FRONT.format(lifecycle="imported", recorded="WELCOME10"))
    result = afterword("evals", "selfcheck")
    assert result.stdout == HOLDS
    assert result.exit_code == 0


def test_a_case_that_cannot_fail_stops(repository: Repository, afterword: Run) -> None:
    path = repository.write("2026-03-11-two-answers", FRONT.format(lifecycle="draft", recorded="WELCOME10"))
    repository.write("2026-03-12-areas", VARIANTS)
    result = afterword("evals", "selfcheck", path)
    assert result.exit_code == 1
    assert "  EC-1  cannot fail            The public voucher is named\n" in result.stdout
    assert "        everything that was recorded passes\n" in result.stdout
    assert result.stdout.endswith("2 eval cases: 0 hold, 1 does not, 1 not tried, with a reason\n")


def test_the_same_as_data(repository: Repository, afterword: Run) -> None:
    repository.write("2026-03-11-two-answers", FRONT.format(lifecycle="draft", recorded="WELCOME10"))
    result = afterword("evals", "selfcheck", "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["summary"] == {"cases": 2, "hold": 0, "not_tried": 1, "do_not_hold": 1}
    first = told["cases"][0]
    assert (first["case"], first["outcome"], first["holds"], first["line"]) == ("EC-1", "cannot-fail", False, 6)
    passed = {"passes": True, "checks": [{"state": "passed", "reason": "holds `WELCOME10`"}]}
    assert first["variants"] == [{"name": None, "reference": passed, "recorded": [passed]}]


def test_a_repository_without_cases(repository: Repository, afterword: Run) -> None:
    result = afterword("evals", "selfcheck")
    assert (result.exit_code, result.stdout) == (0, "0 eval cases: 0 hold, 0 do not\n")


def test_a_key_in_a_check_is_not_printed(repository: Repository, afterword: Run) -> None:
    key = "sk-" + "proj-" + "A1b2C3d4E5f6G7h8" * 3
    repository.write(
        "2026-03-11-two-answers", FRONT.format(lifecycle="draft", recorded="SAVE25").replace("WELCOME10", key)
    )
    for form in ("text", "json"):
        assert key not in afterword("evals", "selfcheck", "--format", form).stdout
