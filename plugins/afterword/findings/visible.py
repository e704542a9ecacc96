"""Text of unknown origin made safe to print: one line, every invisible character shown by its number."""

from __future__ import annotations

import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_TAB_STOP = 4


def visible(text: str) -> str:
    """`text` on one line: line ends become blanks, control and bidi characters `<U+202E>`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(show(character) for character in " ".join(lines))


def show(character: str) -> str:
    """One character as it is printed."""
    if unicodedata.category(character) in _INVISIBLE:
        return f"<U+{ord(character):04X}>"
    return character


def show_at(character: str, column: int) -> str:
    """One character of a source line as it is printed at `column` (in cells, from 0): a tab fills up to its stop."""
    return " " * (_TAB_STOP - column % _TAB_STOP) if character == "\t" else show(character)


def shown_path(path: str) -> str:
    """A path that no reader of logs takes for a command: it never begins with `::` or `##`."""
    clean = visible(path)
    return f"./{clean}" if clean.lstrip().startswith((":", "#")) or clean != clean.lstrip() else clean
