"""Regular expressions of reports, run by RE2.

A pattern of a report is run over texts of a report, and both are written by people. RE2 takes time in proportion to the
text whatever the pattern says, where Python's own engine can take for ever. The price is that it knows neither
look-around nor references back to a group.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_MEMORY = 4 << 20
"""Bytes that one compiled pattern may take."""
LONGEST = 2_000
"""Characters of a pattern."""


class PatternError(Exception):
    """A pattern that RE2 does not take, with the reason in words."""


def finds(pattern: str, text: str, *, ignore_case: bool = False) -> bool:
    """Whether `pattern` is found anywhere in `text`.

    Raises:
        PatternError: where it is no pattern that RE2 takes.
    """
    return _compiled(pattern, ignore_case).search(_whole(text)) is not None


def flaw_of(pattern: str) -> str:
    """Why `pattern` cannot be run, in words; empty where it can."""
    try:
        _compiled(pattern, False)
    except PatternError as error:
        return str(error)
    return ""


@lru_cache(maxsize=1_000)
def _compiled(pattern: str, ignore_case: bool) -> Any:  # noqa: ANN401 - the library comes without types
    # Imported here, so that a check of reports without patterns does not load it.
    import re2

    if len(pattern) > LONGEST:
        message = f"the pattern has {len(pattern):,} characters, more than the {LONGEST:,} allowed"
        raise PatternError(message)
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    options.case_sensitive = not ignore_case
    try:
        return re2.compile(_whole(pattern), options)
    except re2.error as error:
        raise PatternError(_words(error)) from None


def _whole(text: str) -> str:
    """`text` without halves of characters, which YAML and JSON can spell and UTF-8 cannot."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _words(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    told = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    if "perl operator" in told or "escape sequence: \\1" in told:
        return f"RE2 takes no look-around and no references back: {told}"
    return f"RE2 does not take the pattern: {told}"
