"""What may not come from an issue into a repository: secrets, personal data, names of accounts, unseen characters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date

from afterword.commands.issue_form.answers import code_blocks
from afterword.model.settings import Settings
from afterword.rules.safety.invisible import find_in_prose
from afterword.rules.safety.scans import allowed_digests
from afterword.sensitive.match import Match
from afterword.sensitive.scan import scan

SOMEBODY = "(somebody)"
"""Stands where an account was called by `@` and its name."""
_MENTION = re.compile(r"(?<![A-Za-z0-9])@\w[\w-]*(?:[/.]\w[\w-]*)*")
_IN_CODE = re.compile(
    r"[ \t>+-]*@(?:[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\("
    r"|(?:charset|container|font-face|import|keyframes|layer|media|page|supports)[ \t{]"
    r"|(?:classmethod|dataclass|override|Override|property|pytest\.fixture|staticmethod|Test)[ \t]*$)"
)
"""How a line of code begins with an `@` that is no account's: a decorator that is called or well known, or a rule of
CSS. `@jane` and `@org/team` are accounts in code as well."""
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x85\x0b\x0c]")
_UNSEEN = frozenset({"Cc", "Cs"})
_ROUNDS = 5


class Cleaner:
    """Cleans texts and remembers what it took out of which, so that it can be told."""

    def __init__(self, settings: Settings, today: date) -> None:
        self._settings = settings
        self._allowed = allowed_digests(settings, today)
        self.told: list[str] = []

    def clean(self, text: str, where: str) -> str:
        """`text` with LF line ends, and a mark in the place of everything that is taken out.

        Args:
            text: any text.
            where: what it is, such as `the title`, for what is told.
        """
        seen = _without_unseen(_LINE_ENDS.sub("\n", text))
        if unseen := len(_LINE_ENDS.sub("\n", text)) - len(seen):
            self.told.append(f"left out of {where}: {_counted(unseen, 'character')} that nobody sees")
        for _ in range(_ROUNDS):
            found = list(self._found(seen))
            if not found:
                break
            seen = self._without(seen, found, where)
        else:
            # What is left of one secret can look like another; a text that never ends in none is not taken over.
            self.told.append(f"left out: all of {where}, in which secrets do not end")
            return "(left out)"
        seen, called = _without_accounts(seen)
        if called:
            self.told.append(f"left out of {where}: {_counted(called, 'name')} of an account, called with `@`")
        return seen

    def is_clean(self, text: str) -> bool:
        """Whether nothing would be taken out."""
        return not any(self._found(text)) and not _MENTION.search(text) and _without_unseen(text) == text

    def holds_private(self, text: str) -> bool:
        """Whether a secret or personal data stands in the text."""
        return any(self._found(text))

    def _found(self, text: str) -> Iterator[Match]:
        return (each for each in scan(text, self._settings) if each.digest(text) not in self._allowed)

    def _without(self, text: str, found: list[Match], where: str) -> str:
        places: Counter[tuple[str, int]] = Counter()
        parts, done = [], 0
        for each in found:
            if each.start < done:
                continue
            places[each.kind.what, text.count("\n", 0, each.start) + 1] += 1
            parts += [text[done : each.start], f"(left out: {each.kind.what})"]
            done = each.end
        for (what, line), times in places.items():
            again = f", {times} times" if times > 1 else ""
            self.told.append(f"left out of {where}, line {line}: {what}{again}")
        return "".join([*parts, text[done:]])


def _without_accounts(text: str) -> tuple[str, int]:
    """The text with a mark for each name of an account, and how many there were."""
    lines = text.split("\n")
    code = {at for start, end in code_blocks(lines) for at in range(start + 1, end - 1)}
    called = 0
    for at, line in enumerate(lines):
        kept = _IN_CODE.match(line) if at in code else None
        head = kept[0] if kept else ""
        rest, found = _MENTION.subn(SOMEBODY, line[len(head) :])
        lines[at] = head + rest
        called += found
    return "\n".join(lines), called


def _without_unseen(text: str) -> str:
    gone = set(find_in_prose(text))
    gone |= {
        at
        for at, each in enumerate(text)
        if each not in "\n\t" and (unicodedata.category(each) in _UNSEEN or each in "\ufffe\uffff")
    }
    return "".join(each for at, each in enumerate(text) if at not in gone) if gone else text


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
