"""Rule codes as users type them: a code or its beginning, several with commas between."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from afterword.commands.refusal import Refusal
from afterword.findings.finding import CATEGORIES
from afterword.rules import BY_CODE

FAMILIES = frozenset({"AW", *(f"AW{digit}" for digit in CATEGORIES)})


def read_codes(typed: Iterable[str]) -> tuple[str, ...]:
    """The codes and beginnings in `typed`, in capital letters.

    Raises:
        Refusal: where one is neither a rule's code nor the beginning of one.
    """
    codes = [code.strip().upper() for words in typed for code in words.split(",") if code.strip()]
    for code in codes:
        if code not in FAMILIES and not any(known.startswith(code) for known in BY_CODE):
            raise Refusal(unknown_code(code))
    return tuple(codes)


def unknown_code(code: str) -> str:
    """The message for a code that no rule has, with the nearest one."""
    names = {rule.name.upper(): rule.code for rule in BY_CODE.values()}
    begun = [code[:5]] if code[:5] in BY_CODE else []
    close = begun or difflib.get_close_matches(code, [*BY_CODE, *names], n=1, cutoff=0.6)
    hint = f"; did you mean `{names.get(close[0], close[0])}`?" if close else ""
    return f"`{code}` is no rule's code{hint} (`afterword explain` lists all)"
