"""`same_across_variants`: for the same trial every variant gives the same output, blanks aside."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.needs import no_flaw
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, broken, judged
from afterword.evals.words import told_json
from afterword.model.eval_case import Check


def judge(check: Check, outputs: Sequence[Output]) -> Verdict:
    """Passes where all outputs say and call the same."""
    if len(outputs) < 2:
        return broken("nothing to compare: there are no two variants with an output")
    told = {_told(output, ignore_case=check.ignore_case is True) for output in outputs}
    return judged(len(told) == 1, "is the same in every variant", "is not the same in every variant")


def _told(output: Output, *, ignore_case: bool) -> str:
    calls = [[call.name, call.arguments] for call in output.calls]
    text = " ".join(output.text.split())
    return told_json([text.casefold() if ignore_case else text, calls])


KIND = CheckKind("same_across_variants", no_flaw, of_variants=judge)
