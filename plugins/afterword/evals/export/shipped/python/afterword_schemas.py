"""JSON Schema 2020-12 as far as eval cases use it: references stay within the schema, and nothing is fetched."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from afterword_patterns import finds

STEPS = 5_000
"""References that may be followed for one answer; a schema can double them at each level."""
DEPTH = 100
"""Schemas within schemas that may be at work at once, references followed included."""


class SchemaError(Exception):
    """A schema that leads nowhere or goes round in circles."""


def fits(schema: Any, value: Any) -> bool:
    """Whether the value has the form of the schema.

    Raises:
        SchemaError: where a reference leads nowhere, or the schema goes round in circles.
    """
    try:
        return _Judge(schema).fits(schema, value)
    except RecursionError:
        raise SchemaError("the answer is nested too deep to be compared") from None


def same(one: Any, other: Any) -> bool:
    """Whether both are the same JSON: `1` and `1.0` are, `1` and `true` are not."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


class _Judge:
    def __init__(self, whole: Any) -> None:
        self.whole = whole
        self.followed = 0
        self.depth = 0

    def fits(self, schema: Any, value: Any) -> bool:
        if isinstance(schema, bool):
            return schema
        self.depth += 1
        if self.depth > DEPTH:
            raise SchemaError(f"the schema goes round in circles, or more than {DEPTH} levels deep")
        has_form = self._all(schema, value)
        self.depth -= 1
        return has_form

    def _all(self, schema: dict, value: Any) -> bool:
        # A condition on one kind of value says nothing of others.
        return (
            self._plain(schema, value)
            and self._combined(schema, value)
            and (not isinstance(value, str) or self._text(schema, value))
            and (isinstance(value, bool) or not isinstance(value, int | float) or _number(schema, value))
            and (not isinstance(value, list) or self._list(schema, value))
            and (not isinstance(value, dict) or self._map(schema, value))
        )

    def _plain(self, schema: dict, value: Any) -> bool:
        kinds = schema.get("type")
        if kinds is not None and not any(_is(kind, value) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
            return False
        if "enum" in schema and not any(same(each, value) for each in schema["enum"]):
            return False
        return "const" not in schema or same(schema["const"], value)

    def _combined(self, schema: dict, value: Any) -> bool:
        if "$ref" in schema and not self.fits(self._target(schema["$ref"]), value):
            return False
        if not all(self.fits(each, value) for each in schema.get("allOf", [])):
            return False
        if "anyOf" in schema and not any(self.fits(each, value) for each in schema["anyOf"]):
            return False
        if "oneOf" in schema and sum(self.fits(each, value) for each in schema["oneOf"]) != 1:
            return False
        if "not" in schema and self.fits(schema["not"], value):
            return False
        if "if" in schema:
            branch = "then" if self.fits(schema["if"], value) else "else"
            return self.fits(schema.get(branch, True), value)
        return True

    def _target(self, reference: str) -> Any:
        self.followed += 1
        if self.followed > STEPS:
            raise SchemaError(f"the schema follows more than {STEPS} references")
        found = self.whole
        for step in reference[1:].split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            if isinstance(found, list) and name.isdecimal() and int(name) < len(found):
                found = found[int(name)]
            elif isinstance(found, dict) and name in found:
                found = found[name]
            else:
                raise SchemaError("a `$ref` of the schema leads nowhere")
        return found

    def _text(self, schema: dict, value: str) -> bool:
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
            return False
        return "pattern" not in schema or finds(schema["pattern"], value)

    def _list(self, schema: dict, value: list) -> bool:
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            return False
        if schema.get("uniqueItems") and any(same(a, b) for place, a in enumerate(value) for b in value[:place]):
            return False
        first = schema.get("prefixItems", [])
        if not all(self.fits(each, item) for each, item in zip(first, value)):
            return False
        if not all(self.fits(schema.get("items", True), item) for item in value[len(first) :]):
            return False
        if "contains" not in schema:
            return True
        count = sum(self.fits(schema["contains"], item) for item in value)
        return schema.get("minContains", 1) <= count <= schema.get("maxContains", count)

    def _map(self, schema: dict, value: dict) -> bool:
        if not schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", len(value)):
            return False
        if not all(name in value for name in schema.get("required", [])):
            return False
        needed = schema.get("dependentRequired", {}).items()
        if not all(name in value for key, names in needed if key in value for name in names):
            return False
        if not all(self.fits(each, value) for key, each in schema.get("dependentSchemas", {}).items() if key in value):
            return False
        if not all(self.fits(schema.get("propertyNames", True), name) for name in value):
            return False
        known = schema.get("properties", {})
        others = schema.get("additionalProperties", True)
        return all(self.fits(known.get(name, others), each) for name, each in value.items())


def _is(kind: str, value: Any) -> bool:
    if kind == "integer":
        return not isinstance(value, bool) and (
            isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        )
    kinds = {"null": type(None), "boolean": bool, "number": (int, float), "string": str, "array": list, "object": dict}
    return isinstance(value, kinds[kind]) and (kind != "number" or not isinstance(value, bool))


def _number(schema: dict, value: float) -> bool:
    step = schema.get("multipleOf")
    if step is not None and not _is_multiple(value, step):
        return False
    return (
        ("minimum" not in schema or value >= schema["minimum"])
        and ("maximum" not in schema or value <= schema["maximum"])
        and ("exclusiveMinimum" not in schema or value > schema["exclusiveMinimum"])
        and ("exclusiveMaximum" not in schema or value < schema["exclusiveMaximum"])
    )


def _is_multiple(value: float, step: float) -> bool:
    try:
        if isinstance(step, int):
            return not value % step
        times = value / step
        return times == int(times) if math.isfinite(times) else Fraction(value) % Fraction(step) == 0
    except (OverflowError, ValueError):
        # Too large to be divided, or no number that could be.
        return False
