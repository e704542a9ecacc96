"""What the types of check need of their `value` and their other keys, in words."""

from __future__ import annotations

from afterword.model.eval_case import Check


def text_flaw(check: Check) -> str:
    """A text to look for."""
    return "" if isinstance(check.value, str) and check.value else "`value` is the text that is looked for"


def no_flaw(check: Check) -> str:
    """Nothing is needed."""
    return ""


def threshold_flaw(check: Check, highest: float | None = None) -> str:
    """A number from 0 on as `value`."""
    value = check.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "`value` is a number"
    if value < 0 or (highest is not None and value > highest):
        return f"`value` lies from 0 to {highest:g}" if highest is not None else "`value` is 0 or more"
    return ""


def label_flaw(check: Check) -> str:
    """The value of the column that is counted."""
    if check.label is None or isinstance(check.label, list | dict):
        return "`label` is the value of the column that is counted"
    return ""


def number_of(check: Check) -> float:
    """The `value` of a check whose flaw was looked for."""
    return float(check.value)
