"""Reports for the tests of digests, and the short ways to a source, a digest and a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.pages.lists_sample import FACTS, STATE, SYSTEMS, TODAY, report, vocabulary

from afterword.digest.edition import Choice
from afterword.digest.ledger import EditionLedger, Line, State
from afterword.digest.make import Made, Maker
from afterword.digest.source import Source
from afterword.digest.view import Digest
from afterword.digest.weeks import Period, parse_week
from afterword.index.index import build_index
from afterword.model.collection import Collection
from afterword.model.report import Report
from afterword.model.settings import DigestSettings
from afterword.read.glossary import shipped_glossary

WHOLE = Choice()


def told(id: str, published: str, more: str = "", *, title: str = "", kind: str = "incident") -> Report:
    """A published report."""
    return report(
        id,
        f"---\ntitle: {title or f'What {id} tells'}\nkind: {kind}\nlifecycle: published\npublished_on: {published}\n"
        f"plain_summary: It happened.\nsystem: {{name: shop-assistant, owner_team: care}}\n{more}---\n",
    )


_VOCABULARY = vocabulary()


def source_of(
    found: Iterable[Report], choice: Choice = WHOLE, today: date = TODAY, *, public: bool = False, **settings: Any
) -> Source:
    collection = Collection(
        tuple(found), _VOCABULARY, systems=SYSTEMS, tracker_state=STATE, glossary=shipped_glossary()
    )
    index = build_index(collection.for_audience("company"), today, count_public_sources=public)
    return Source(index, FACTS, DigestSettings(**settings), choice)


def period(*weeks: str) -> Period:
    return Period(tuple(parse_week(each) for each in weeks))


def ledger(*lines: Line) -> EditionLedger:
    return EditionLedger(lines)


def line(made: Made, state: State = "sent") -> Line:
    """The line that the ledger keeps of a digest."""
    weeks = made.digest.span.weeks
    return Line(weeks=weeks, edition=made.digest.edition.key, state=state, reports=made.told)


def make(found: Iterable[Report], *weeks: str, known: EditionLedger | None = None, **options: Any) -> Made:
    return Maker(source_of(found, **options)).make(period(*weeks), known or ledger())


def digest(found: Iterable[Report], *weeks: str, **options: Any) -> Digest:
    return make(found, *weeks, **options).digest


def new_ids(made: Digest) -> list[str]:
    """The reports that a digest tells as new, the pick first."""
    items = [*([made.pick.item] if made.pick else []), *made.new, *made.near_misses]
    return [each.id for each in items]
