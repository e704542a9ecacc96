"""Texts that nobody writes, made to take long: one thing over and over, each of any length."""

from __future__ import annotations

from collections.abc import Callable

LINE = 5_000
"""Characters of one line at most; the reader leaves longer ones out."""
REPEATED = {
    "names only": "Priya and Thomas, ",
    "handles only": "@kim and @lee, ",
    "names and verbs": "Priya restarted it and Thomas ",
    "an agent again and again": "accidentally by the engineer ",
    "phrases that hang on one another": "of the engineer of ",
    "modals": "we should have ",
    "causes": "the root cause of ",
    "failures": "we failed to ",
    "human error": "human error ",
    "negations": "was not ",
    "questions": "who ",
    "improvements": "improve monitoring and ",
    "orders": "we need to be more careful, ",
    "conditions": "if we had ",
    "wrong things": "ran the wrong ",
    "nobody": "nobody of us ",
    "models": "the model lied and ",
    "initials": "a.b. ",
    "commas": ", ",
    "brackets": "we (",
    "open quotes": "“we should have ",
    "apostrophes": "we'll the team's ",
    "letters beyond ASCII": "Ünal wäre — ",
    "one sentence without an end": "the service was down and the engineer forgot to check it ",
    "a finding in every sentence": "We should have tested it. ",
    "all findings in turn": "It was human error. We forgot it. Improve monitoring. Priya pushed it. Be more careful. ",
}


def _repeat(unit: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        line = unit * (LINE // len(unit))
        return f"{line}\n" * (size // len(line)) + unit * (size % len(line) // len(unit))

    return make


def _list(size: int) -> str:
    """Items within items, eight deep, again and again."""
    return "".join(f"{'  ' * (number % 8)}- we forgot it\n" for number in range(size // 22))


def _table(size: int) -> str:
    """A hundred columns, and a finding in every cell."""
    row = f"| {'we forgot it | ' * 100}\n"
    return f"{row}| {'--- | ' * 100}\n{row * (size // len(row))}"


def _word(size: int) -> str:
    """One word on as many lines as it takes."""
    return f"{'a' * LINE}\n" * (size // LINE)


HOSTILE: dict[str, Callable[[int], str]] = {
    **{name: _repeat(unit) for name, unit in REPEATED.items()},
    "lists in lists": _list,
    "a wide table": _table,
    "one long word": _word,
}
"""By what they hold: what makes a text of about so many characters."""
