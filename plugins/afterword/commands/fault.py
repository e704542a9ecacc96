"""A fault of ours: told in one line, with the whole trace only where it is asked for."""

from __future__ import annotations

import os

from afterword.findings.visible import visible

DEBUG = "AFTERWORD_DEBUG"


def describe_fault(error: BaseException) -> str:
    """The one line for an exception that nobody expected."""
    words = visible(str(error))
    what = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return f"afterword: internal error: {what}, please report"


def is_debugging() -> bool:
    """Whether the trace is asked for."""
    return os.environ.get(DEBUG) == "1"
