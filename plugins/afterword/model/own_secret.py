"""A form of secret that an organisation describes itself, as a pattern of RE2."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator


class OwnSecret(BaseModel):
    """A pattern for secrets of the organisation's own, such as its customer numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pattern: str = Field(
        min_length=1, max_length=500, description="The pattern, for RE2: it knows no lookaround and no back references."
    )
    name: str = Field(min_length=1, max_length=80, description="What it finds, such as `customer number`.")
    reason: str = Field(min_length=1, description="Why it may not stand in a report or in evidence.")

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        found = compile_pattern(pattern).search(b"")
        if found is not None:
            message = f"`{pattern}` matches an empty text, so it would be found everywhere"
            raise ValueError(message)
        return pattern


@lru_cache(maxsize=64)
def compile_pattern(pattern: str) -> Any:  # noqa: ANN401 - the library has no types
    """The pattern compiled by RE2, in time linear in the text whatever it is, for text as UTF-8.

    Raises:
        ValueError: where it is no pattern of RE2.
    """
    # Whoever has no pattern of their own does not wait for the library.
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 8 << 20
    try:
        return re2.compile(pattern.encode(), options)
    except re2.error as error:
        told = error.args[0] if error.args else "it cannot be read"
        words = told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
        around = "; RE2 knows no lookaround and no back references" if "(?" in pattern or "\\" in pattern else ""
        message = f"`{pattern}` is no pattern of RE2: {words}{around}"
        raise ValueError(message) from None
