"""An impact in which no secret and no personal data is repeated: a change is told before anybody has mended it."""

from __future__ import annotations

from afterword.audit.hiding import hide_private
from afterword.impact.view import Impact, Part
from afterword.model.settings import Settings

_NAMES = frozenset(
    {"id", "commit", "reference", "slug", "was", "led_to_by", "same_text_as", "week", "remediation", "area", "what"}
)
"""Fields that hold names of things, which are no place for a secret and may look like one."""


def cover(impact: Impact, settings: Settings) -> Impact:
    """The same with every key, token, password, address and number of a person covered in what people typed."""
    covered = _value(impact, settings)
    assert isinstance(covered, Impact), "a part stays what it is"
    return covered


def _value(value: object, settings: Settings) -> object:
    if isinstance(value, str):
        return hide_private(value, settings)
    if isinstance(value, tuple):
        return tuple(_value(each, settings) for each in value)
    if isinstance(value, Part):
        fields = {
            name: _value(getattr(value, name), settings) for name in type(value).model_fields if name not in _NAMES
        }
        return value.model_copy(update=fields)
    return value
