"""One phrase, one finding: which of the rules on people tells it, where several find the same words or the next ones.

The louder finding comes first, so that nothing that stops a report hides behind a warning. Of those that are as loud,
the one that asks for more:

1. AW301, as a slip in the place of a cause ends the whole account, and the question is what came before it.
2. AW303, as a verdict says of the same deed who is guilty, and is to give way to a condition. It comes before AW301
   where the word is `fault`, which is a verdict wherever it stands.
3. AW321, as a rating is cured by describing what was done, and the description then shows whether it was a fault.
4. AW311, as the story that did not happen is one way among others to say what somebody fell short of.
5. AW302, whose question about what was seen fits any deed.
6. AW322, as what fell short is told with what was there.
7. AW331, where the one cause that it finds is a slip or a fault that AW301 or AW303 tells: `the root cause was human
   error`, `human error was the root cause`. The account of the slip brings the other causes with it. Any other single
   cause (`the root cause was that the engineer forgot a step`) keeps its finding, as it asks for something else.

What the sentence denies or declines to say is nobody's finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from afterword.rules.wording.denials import is_denied
from afterword.rules.wording.dispatch import Find, Mark, Scene, may_find
from afterword.rules.wording.sentences import Sentence

_ORDER = ("AW301", "AW303", "AW321", "AW311", "AW302", "AW322", "AW331")
_LEVELS = {"AW301": "error", "AW303": "error", "AW302": "error"}
"""How loud a mark without a level of its own is; the others warn."""
_ONE_CAUSE = "AW331"
_NAMED_AS_CAUSE = ("AW301", "AW303")
"""What a single cause gives way to, though a few words stand between."""
_BETWEEN = re.compile(
    r"(?:\W*\b(?:an?|the|one|our|my|your|their|his|her|its|somebody's|someone's|again|simple|plain|pure|mere|simply|"
    r"just|only|sheer|clearly|is|was|were|been|being|to be|really|actually|in fact))*\W*"
)
_FINDS: dict[str, Find] = {}


def told_once(code: str) -> Callable[[Find], Find]:
    """A rule's `find` without what is denied and what another rule tells better."""

    def wrap(find: Find) -> Find:
        _FINDS[code] = find

        def told(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
            mark = _first(code, sentence, scene)
            if mark and not _is_told_better(code, mark, sentence, scene):
                yield mark

        told.__doc__ = find.__doc__
        return told

    return wrap


def _first(code: str, sentence: Sentence, scene: Scene) -> Mark | None:
    """A rule's first mark that is not denied; kept, as each rule asks it of the others."""
    if code not in sentence.firsts:
        found = _FINDS[code](sentence, scene)
        sentence.firsts[code] = next((mark for mark in found if not is_denied(sentence, mark.start, mark.end)), None)
    return sentence.firsts[code]


def _is_told_better(code: str, mark: Mark, sentence: Sentence, scene: Scene) -> bool:
    for other in _FINDS:
        if other == code or not may_find(other, sentence):
            continue
        better = _first(other, sentence, scene)
        if (
            better
            and not _is_off(other, scene)
            and _is_same(code, mark, other, better, sentence)
            and _rank(other, better, sentence) < _rank(code, mark, sentence)
        ):
            return True
    return False


def _is_same(code: str, mark: Mark, other: str, better: Mark, sentence: Sentence) -> bool:
    """Whether two marks are on the same words or the next ones, or one tells which cause the other calls the only."""
    if code != _ONE_CAUSE:
        return other != _ONE_CAUSE and better.start <= mark.end + 1 and mark.start <= better.end + 1
    if other not in _NAMED_AS_CAUSE:
        return better.start < mark.end and mark.start < better.end
    first, then = (mark, better) if mark.start <= better.start else (better, mark)
    return then.start <= first.end or _BETWEEN.fullmatch(sentence.low, first.end, then.start) is not None


def _is_off(code: str, scene: Scene) -> bool:
    """Whether the settings turn a rule off, so that it tells nothing in another's place."""
    levels = scene.context.settings.levels
    return levels.get(max((key for key in levels if code.startswith(key)), key=len, default="")) == "off"


def _rank(code: str, mark: Mark, sentence: Sentence) -> tuple[bool, int, bool]:
    """Where a mark stands among those on the same words: the least is told."""
    is_verdict = code == "AW301" and sentence.low.endswith("fault", mark.start, mark.end)
    place = _ORDER.index("AW303" if is_verdict else code)
    return (mark.level or _LEVELS.get(code, "warning")) != "error", place, is_verdict
