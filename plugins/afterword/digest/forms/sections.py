"""The sections of the forms, the order in which their items are given up, and a digest with only some of them.

What is kept longest stands first in that order: the first three items of every section, section by section; then the
rest, section by section, so that the lowest section is the first to lose. New reports and near misses are equals and
take turns. Of remediations every team takes its turn, what is overdue before what is due and what is done. The report
of the week is no item: nothing ever takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from afterword.digest.forms.said import say_page
from afterword.digest.view import Digest, Part, TeamWork
from afterword.pages.words import number

Name = Literal[
    "new", "near_misses", "changed", "work", "drift", "cohorts", "recurring", "cases", "clocks", "earlier", "terms",
    "contribute",
]  # fmt: skip

FIRST = 3
"""How many items of every section are kept longest."""


class Words(NamedTuple):
    """A section's heading, and the word for one of its items and for more of them."""

    heading: str
    one: str
    many: str


SECTIONS: Mapping[Name, Words] = {
    "new": Words("New reports", "new report", "new reports"),
    "near_misses": Words("Near misses", "near miss", "near misses"),
    "changed": Words("Corrected and updated reports", "changed report", "changed reports"),
    "work": Words("Remediations by team", "remediation", "remediations"),
    "drift": Words("Report and tracker differ", "difference", "differences"),
    "cohorts": Words("Open remediations by month of report", "month", "months"),
    "recurring": Words("Factors that recur", "factor that recurs", "factors that recur"),
    "cases": Words("New eval cases", "eval case", "eval cases"),
    "clocks": Words("Reporting clocks", "reporting clock", "reporting clocks"),
    "earlier": Words("From this week in earlier years", "earlier report", "earlier reports"),
    "terms": Words("Terms", "term", "terms"),
    "contribute": Words("How to contribute", "way to contribute", "ways to contribute"),
}
"""In the order in which they stand."""

_TURN: Mapping[Name, int] = {each: max(place, 1) for place, each in enumerate(SECTIONS)}
"""A section's place in the order of keeping, the same for new reports and near misses."""
_LISTS = ("overdue", "due", "done")


class Key(NamedTuple):
    """One item by its section and its place in it; of a remediation its team and list as well."""

    section: Name
    place: int
    team: int = 0
    list: str = ""


@dataclass(frozen=True)
class Shown:
    """A digest as a form shows it.

    Attributes:
        digest: the digest with the items that are shown; its counts still tell of all.
        more: how many items each section leaves out, for those that leave out any.
        more_open: how many of the remediations that are left out are open.
    """

    digest: Digest
    more: Mapping[Name, int]
    more_open: int = 0

    @property
    def left_out(self) -> int:
        """How many items are left out in all."""
        return sum(self.more.values())

    def has(self, section: Name) -> bool:
        """Whether the section has anything to show or to tell of."""
        return bool(getattr(self.digest, section)) or section in self.more

    def ways_to_more(self, section: Name) -> Iterator[tuple[str, str]]:
        """How many items are elsewhere, and where: "and 12 more near misses on the page of this digest".

        Of open remediations that page names a few of each team, and one of its own holds all.
        """
        count, open_ones = self.more.get(section, 0), self.more_open if section == "work" else 0
        words = SECTIONS[section]
        also = "and {} more" if any(keys_of(self.digest, section)) else "{}"
        if rest := count - open_ones:
            where = say_page(self.digest).where
            yield f"{also.format(number(rest))} {words.one if rest == 1 else words.many} {where}", self.digest.address
        if open_ones:
            what = words.one if open_ones == 1 else words.many
            where = "on the page of open remediations"
            yield f"{also.format(number(open_ones))} {what} {where}", f"{self.digest.site.url}remediations/open/"


def keys_of(digest: Digest, section: Name) -> Iterator[Key]:
    """Every item of one section."""
    if section == "work":
        for team, work in enumerate(digest.work):
            for name in _LISTS:
                yield from (Key(section, place, team, name) for place in range(len(getattr(work, name))))
        return
    held = (digest.cases.new if digest.cases else ()) if section == "cases" else getattr(digest, section)
    yield from (Key(section, place) for place in range(len(held)))


def in_order(digest: Digest) -> list[Key]:
    """Every item of the digest, what is kept longest first."""
    ranked: list[tuple[bool, int, int, int, Key]] = []
    for side, section in enumerate(SECTIONS):
        keys = sorted(keys_of(digest, section), key=lambda key: (key.place, *_turn_of_work(key)))
        for place, key in enumerate(keys):
            ranked.append((place >= FIRST, _TURN[section], place, side, key))
    # Places count before sides, so that sections of one turn take turns.
    return [key for *_, key in sorted(ranked)]


def keep(digest: Digest, kept: list[Key], every: list[Key]) -> Shown:
    """The digest with only the items in `kept`, of all of those in `every`."""
    chosen = set(kept)
    more: dict[Name, int] = {}
    for key in every:
        if key not in chosen:
            more[key.section] = more.get(key.section, 0) + 1
    update: dict[str, Any] = {}
    for section in more:
        if section == "work":
            update["work"] = tuple(_keep_work(digest, chosen))
        elif section == "cases" and digest.cases:
            update["cases"] = digest.cases.model_copy(update={"new": _keep_list(digest.cases.new, section, chosen)})
        else:
            update[section] = _keep_list(getattr(digest, section), section, chosen)
    left = [key for key in every if key.section == "work" and key not in chosen]
    return Shown(digest.model_copy(update=update), more, sum(key.list != "done" for key in left))


def _turn_of_work(key: Key) -> tuple[int, int]:
    return (_LISTS.index(key.list) if key.list else 0, key.team)


def _keep_list(items: tuple[Part, ...], section: Name, chosen: set[Key]) -> tuple[Part, ...]:
    return tuple(item for place, item in enumerate(items) if Key(section, place) in chosen)


def _keep_work(digest: Digest, chosen: set[Key]) -> Iterator[TeamWork]:
    for team, work in enumerate(digest.work):
        lists = {
            name: tuple(
                item for place, item in enumerate(getattr(work, name)) if Key("work", place, team, name) in chosen
            )
            for name in _LISTS
        }
        if any(lists.values()):
            yield work.model_copy(update=lists)
