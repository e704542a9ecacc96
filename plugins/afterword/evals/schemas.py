"""JSON Schemas of reports, applied without the network and in bounded time.

The library looks up references at their addresses and runs patterns in Python's own engine. Here references reach
within the schema alone, patterns are run by RE2, and the keywords that would run them otherwise are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Any

from afterword.evals.patterns import PatternError, finds

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

STEPS = 5_000
"""References that may be followed for one output; a schema can double them at each level."""
DEPTH = 100
"""Schemas within schemas that may be at work at once, references followed included.

Python's own bound is no help: reached within the library's compiled parts, it ends the process.
"""
_NESTED = 60
"""Levels a schema may be written deep; judging the schema takes more of the stack than applying it."""
_DEPTH: ContextVar[int] = ContextVar("depth", default=0)
_FOLLOWED: ContextVar[int] = ContextVar("followed", default=0)
"""References that were followed for the output at hand; the library passes nothing along that could count them."""
_REFUSED = ("patternProperties", "$dynamicRef", "$recursiveRef", "unevaluatedProperties", "unevaluatedItems")


class SchemaError(Exception):
    """A schema that cannot be applied, with the reason in words."""


def flaw_of(schema: Any) -> str:  # noqa: ANN401 - any YAML
    """Why `schema` cannot be applied, in words; empty where it can."""
    from jsonschema.exceptions import best_match

    if _is_deeper(schema, _NESTED):
        return f"the schema is nested more than {_NESTED} levels deep"
    for key, value in _keywords(schema):
        if key in _REFUSED:
            return f"`{key}` is not taken; `properties`, `pattern` and `additionalProperties` say the same"
        if key == "$ref" and not str(value).startswith("#"):
            return "`$ref` reaches within the schema alone: it begins with `#`"
        if key == "pattern" and isinstance(value, str) and (told := _pattern_flaw(value)):
            return told
    wrong = best_match(_form().iter_errors(schema))
    return f"the schema itself is wrong: {wrong.message}" if wrong is not None else ""


def breaks(schema: Any, value: Any) -> str | None:  # noqa: ANN401 - any JSON
    """Where `value` leaves the form of `schema`, as `$.a[0]`; None where it does not.

    Raises:
        SchemaError: where the schema leads nowhere, goes round in circles, or needs more than `STEPS` or `DEPTH`.
    """
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    _FOLLOWED.set(0)
    _DEPTH.set(0)
    try:
        error = next(iter(_bounded()(schema, registry=Registry()).iter_errors(value)), None)
    except PatternError as refused:
        raise SchemaError(str(refused)) from None
    except RecursionError:
        message = "the output is nested too deep to be compared"
        raise SchemaError(message) from None
    except Unresolvable:
        message = "a `$ref` of the schema leads nowhere"
        raise SchemaError(message) from None
    return None if error is None else f"`{error.json_path}`"


@cache
def _form() -> Any:  # noqa: ANN401 - a validator
    """What judges schemas themselves; made once, since that takes longer than judging."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(Draft202012Validator.META_SCHEMA)


@cache
def _bounded() -> Any:  # noqa: ANN401 - a class of validators
    """The library's validator, with our references and patterns."""
    from jsonschema import Draft202012Validator, ValidationError
    from jsonschema.validators import extend

    known = Draft202012Validator.VALIDATORS
    follow, divides = (known[name] for name in ("$ref", "multipleOf"))

    def reference(validator: Any, target: Any, instance: Any, whole: Any) -> Iterator[ValidationError]:  # noqa: ANN401
        _FOLLOWED.set(_FOLLOWED.get() + 1)
        if _FOLLOWED.get() > STEPS:
            message = f"the schema follows more than {STEPS:,} references"
            raise SchemaError(message)
        yield from follow(validator, target, instance, whole)

    def pattern(validator: Any, wanted: Any, instance: Any, whole: Any) -> Iterator[ValidationError]:  # noqa: ANN401
        if isinstance(instance, str) and not finds(wanted, instance):
            yield ValidationError("the text does not match")

    def multiple(validator: Any, step: Any, instance: Any, whole: Any) -> Iterator[ValidationError]:  # noqa: ANN401
        try:
            yield from divides(validator, step, instance, whole)
        except OverflowError:
            yield ValidationError("the number is too large to be divided")

    ours = {**known, "$ref": reference, "pattern": pattern, "multipleOf": multiple}
    bounded = {key: _within_depth(keyword) for key, keyword in ours.items()}
    return extend(Draft202012Validator, bounded)  # type: ignore[no-untyped-call]


def _within_depth(keyword: Any) -> Any:  # noqa: ANN401 - what the library takes for a keyword
    """`keyword`, counted as one level while it is at work."""

    def judge(validator: Any, wanted: Any, instance: Any, whole: Any) -> Iterator[ValidationError]:  # noqa: ANN401
        _DEPTH.set(_DEPTH.get() + 1)
        try:
            if _DEPTH.get() > DEPTH:
                message = f"the schema goes round in circles, or more than {DEPTH} levels deep"
                raise SchemaError(message)
            yield from keyword(validator, wanted, instance, whole) or ()
        finally:
            _DEPTH.set(_DEPTH.get() - 1)

    return judge


def _is_deeper(schema: Any, levels: int) -> bool:  # noqa: ANN401 - any YAML
    """Whether anything in `schema` lies below more than `levels` of its lists and mappings."""
    at_hand = [schema] if isinstance(schema, dict | list) else []
    for _ in range(levels):
        inner = (value for each in at_hand for value in (each.values() if isinstance(each, dict) else each))
        at_hand = [value for value in inner if isinstance(value, dict | list)]
    return bool(at_hand)


def _keywords(schema: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """All keys of the schema with their values; names of properties are among them, since nothing tells them apart."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key != "properties" or not isinstance(value, dict):
                yield key, value
                yield from _keywords(value)
                continue
            for inner in value.values():
                yield from _keywords(inner)
    elif isinstance(schema, list):
        for each in schema:
            yield from _keywords(each)


def _pattern_flaw(pattern: str) -> str:
    try:
        finds(pattern, "")
    except PatternError as error:
        return str(error)
    return ""
