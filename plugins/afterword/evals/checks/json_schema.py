"""`json_schema`: the whole text is JSON of a certain form."""

from __future__ import annotations

from afterword.evals.checks.is_json import read_json
from afterword.evals.checks.kind import CheckKind
from afterword.evals.output import Output
from afterword.evals.schemas import SchemaError, breaks, flaw_of
from afterword.evals.verdict import Verdict, broken, judged
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """A schema that can be applied."""
    if not isinstance(check.value, dict):
        return "`value` is a JSON Schema, as a map"
    return flaw_of(check.value)


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the text is JSON and the schema takes it."""
    try:
        value = read_json(output.text)
    except ValueError:
        return judged(False, "", "is not JSON")
    try:
        where = breaks(check.value, value)
    except SchemaError as error:
        return broken(str(error))
    return judged(where is None, "has the form of the schema", f"does not have the form of the schema at {where}")


KIND = CheckKind("json_schema", flaw, of_text=judge)
