"""Commands that a hint gives, ready to be pasted into a shell."""

from __future__ import annotations

import shlex


def command(*words: str) -> str:
    """The words as one command within backticks, quoted where a shell needs it."""
    return f"`{shlex.join(words)}`"
