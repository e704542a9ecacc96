"""`is_json`: the whole text is one JSON value."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.needs import no_flaw
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, judged
from afterword.model.eval_case import Check


def read_json(text: str) -> Any:  # noqa: ANN401 - any JSON
    """The value that the text holds.

    Raises:
        ValueError: where it is no JSON, or nested so deep that nothing could read it.
    """
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError:
        message = "it is nested too deep"
        raise ValueError(message) from None


def _refuse(name: str) -> NoReturn:
    """`NaN` and its kin, which Python takes and JSON does not know."""
    message = f"{name} is no JSON"
    raise ValueError(message)


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the text can be read as JSON."""
    try:
        read_json(output.text)
    except ValueError:
        return judged(False, "", "is not JSON")
    return judged(True, "is JSON", "")


KIND = CheckKind("is_json", no_flaw, of_text=judge)
