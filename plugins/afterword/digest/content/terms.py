"""For the brief: the terms of the glossary that its texts use, each explained once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from afterword.digest.content.plain_texts import line
from afterword.digest.forms.most import MOST
from afterword.digest.source import Source
from afterword.digest.view import Explained, Item
from afterword.model.glossary import Explained as Entry
from afterword.pages.terms import exempt_ranges, finder_of
from afterword.pages.words import capital, sentence


def used_terms(items: Iterable[Item], texts: Iterable[str], source: Source) -> tuple[Explained, ...]:
    """The terms of the items and of further texts, in alphabetical order."""
    finder = finder_of(source.index.view.glossary)
    found: dict[str, Entry] = {}
    for text in (*(each for item in items for each in _texts(item)), *texts):
        shut = exempt_ranges(text)
        for each in finder.find(text):
            if not any(first < each.end and each.start < last for first, last in shut):
                found[each.entry.id] = each.entry
    ordered = sorted(found.values(), key=lambda entry: (entry.term.casefold(), entry.id))
    return tuple(Explained(term=capital(line(e.term)), meaning=sentence(line(e.meaning))) for e in ordered)


def _texts(item: Item) -> Iterator[str]:
    yield from (item.headline, item.happened, item.stopped_by, item.takeaway, item.trade_off, item.for_people)
    yield from (*item.impact, *item.changes[: MOST["changes"]])
    yield from (each.title for each in item.causes[: MOST["causes"]])
