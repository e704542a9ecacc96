"""The types of check, one file for each. Nothing is found by magic: a type that is not listed here judges nothing."""

from collections.abc import Mapping

from afterword.evals.checks import (
    contains,
    equals,
    is_json,
    json_schema,
    max_words,
    metric_min,
    not_contains,
    not_regex,
    psi,
    rate,
    regex,
    rubric,
    same_across_variants,
    slice_gap,
    tool_called,
    tool_not_called,
)
from afterword.evals.checks.kind import CheckKind
from afterword.model.choices import CheckType

KINDS: tuple[CheckKind, ...] = (
    contains.KIND,
    not_contains.KIND,
    regex.KIND,
    not_regex.KIND,
    equals.KIND,
    is_json.KIND,
    json_schema.KIND,
    max_words.KIND,
    same_across_variants.KIND,
    tool_called.KIND,
    tool_not_called.KIND,
    rate.KIND,
    slice_gap.KIND,
    metric_min.KIND,
    psi.KIND,
    rubric.KIND,
)
"""Every type of check, in the order of the model."""

BY_TYPE: Mapping[CheckType, CheckKind] = {kind.type: kind for kind in KINDS}
