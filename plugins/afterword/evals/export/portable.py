"""A check as the exported judges take it: plain JSON with its labels as texts, and its patterns as programs apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from afterword.evals.export.regex.parse import PortableError
from afterword.evals.export.regex.program import Program, program_of
from afterword.model.choices import DATA_CHECKS
from afterword.model.eval_case import Check
from afterword.read.data_rows import text_of

PATTERNS = frozenset({"regex", "not_regex"})
ELSEWHERE = ("$id", "$anchor", "$dynamicAnchor")
"""Keywords of a schema that give its parts other names; no exported judge follows them."""


def portable_check(check: Check) -> dict[str, Any]:
    """The check as JSON, in the order in which a person reads it."""
    told: dict[str, Any] = {"type": check.type}
    if check.type in DATA_CHECKS:
        return told | _of_data(check)
    if check.value is not None:
        told["value"] = text_of(check.value) if check.type == "equals" else check.value
    if check.ignore_case:
        told["ignore_case"] = True
    if check.arguments:
        told["arguments"] = check.arguments
    return told


def programs_of(check: Check) -> dict[str, Program]:
    """The programs of all patterns of a check, by `:` and the pattern, or `i:` where capital letters make no odds.

    Raises:
        PortableError: where no exported judge could say what the self-check says.
    """
    if check.type in PATTERNS:
        folds = check.ignore_case is True
        return {f"{'i' if folds else ''}:{check.value}": program_of(str(check.value), ignore_case=folds)}
    if check.type == "json_schema":
        return {f":{each}": program_of(each, ignore_case=False) for each in sorted(set(_patterns(check.value)))}
    return {}


def _of_data(check: Check) -> dict[str, Any]:
    """What a check of data names; the columns themselves lie apart, where no target reads them."""
    named = {
        "value": check.value,
        "metric": check.metric,
        "label": None if check.label is None else text_of(check.label),
        "by": check.by,
        "baseline": check.baseline,
        "at_least": check.at_least,
        "at_most": check.at_most,
    }
    return {key: value for key, value in named.items() if value is not None}


def _patterns(schema: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Every text that might be a pattern of the schema; one too many does no harm."""
    if isinstance(schema, list):
        for each in schema:
            yield from _patterns(each)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if key in ELSEWHERE and isinstance(value, str):
                message = f"the schema names a part of itself with `{key}`; a `$ref` with a path says the same"
                raise PortableError(message)
            if key == "pattern" and isinstance(value, str) and not _flawed(value):
                yield value
            yield from _patterns(value)


def _flawed(pattern: str) -> bool:
    """Whether it is no pattern at all, as the text of an `enum` beside the key of that name may be."""
    from afterword.evals.patterns import flaw_of

    return bool(flaw_of(pattern))
