"""The base of every group of fields: frozen, closed to unknown keys, open to `x-…`."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from afterword.model.scalars import Value


class Fields(BaseModel):
    """A group of front-matter fields.

    `needs` names the keys without which one entry says nothing (an evidence file without a kind); what a *report* needs
    at each step of its life is the gate table's business. Each item of `needs` is one key, or several of which one
    must be there.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, ser_json_timedelta="iso8601")
    needs: ClassVar[tuple[str | tuple[str, ...], ...]] = ()

    # The alias cannot be typed as a key of its own: everything that begins with `x-` is gathered below it.
    extensions: dict[str, Value] = Field(
        default_factory=dict,
        alias="x-",
        exclude=True,
        description="The organisation's own fields, whose names begin with `x-`.",
    )

    @model_validator(mode="before")
    @classmethod
    def _gather_extensions(cls, data: Any) -> Any:  # noqa: ANN401 - any shape can have been typed here
        if not isinstance(data, dict):
            return data
        own = {key: value for key, value in data.items() if not str(key).startswith("x-")}
        return {**own, "x-": {str(key): value for key, value in data.items() if str(key).startswith("x-")}}
