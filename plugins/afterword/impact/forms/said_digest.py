"""What the next digest would say, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.impact.forms.pieces import Code, Line, Section, Title, Typed, cut, say
from afterword.impact.view import DigestEntry, NextDigest

_PLACES = {
    "pick": "Report of the week",
    "new": "New",
    "updated": "Updated",
    "closed": "Closed",
    "late": "Late",
    "later": "Later",
    "silent": "Not told",
}


def say_digest(digest: NextDigest) -> Section:
    """The entries, and what the week teaches."""
    intro = say(f"As the week stands, to {digest.last_day}. Nothing is sent or noted by this.")
    return Section(f"The next digest, {digest.week}", tuple(cut(_lines(digest))), intro=intro)


def _lines(digest: NextDigest) -> Iterator[Line]:
    # What the week teaches is most often the first sentence of its report, which stands below anyway.
    if digest.teaches and digest.teaches not in " ".join(word for each in digest.entries for word in each.words):
        yield say("What the week teaches: {}", Typed(digest.teaches))
    for each in digest.entries:
        yield _entry(each)
        yield from (say("{}", Typed(words), depth=1) for words in each.words)


def _entry(each: DigestEntry) -> Line:
    because = f" ({each.because})" if each.because else ""
    once = ", once it is published this week" if each.unpublished else ""
    title = Title(each.headline or each.report.title)
    return say("{}{}{}: {} ({}).", _PLACES[each.place], because, once, title, Code(each.report.id))
