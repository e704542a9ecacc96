"""People in a text by where they stand: addresses, listed names, lines and fields that name an author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from afterword.model.given_names import is_double, is_family, is_given
from afterword.model.settings import Organisation
from afterword.sensitive.mail import find_mail
from afterword.sensitive.people import PERSON, find_people
from afterword.sensitive.visible import see

_TEAMS = re.compile(
    r"(?i)\b(?:team|teams|sre|sres|ops|devops|engineering|platform|infrastructure|support|security|group|committee|"
    r"department|division|inc|ltd|gmbh|llc|corp|company|staff|editors?|admins?|administrators?|bot|system|automation|"
    r"monitoring|on-?call|engineers?|developers?|operators?|management|anonymous|unknown|none|n/a|tbd|todo)\b"
    r"|チーム|部|課|室|係|グループ|会社|当社|センター|担当者|当番"
)
_AUTHOR = (
    r"authors?|byline|written by|prepared by|reported by|reporters?|editors?|incident (?:commander|manager|lead)|"
    r"commander|engineer on call|on-?call engineer|signed(?: off)? by|reviewed by|reviewers?|approved by|approvers?|"
    r"facilitator|scribe|attendees|participants|(?:作成|執筆|報告|記入|起票|承認|確認)者?|担当者|対応者|責任者|著者|文責|氏名|"
    r"verfasser(?:in)?|autor(?:in)?|erstellt von"
)
"""What a person stands behind by the nature of the label."""
_OWNER = r"owners?|ic|assignees?|responsible(?: person)?|on-?call|contact|担当"
"""What a team stands behind as often."""
_LABEL = re.compile(
    rf"(?im)^[ \t>*_|#+-]{{0,8}}(?:(?:incident |report |post-?mortem )?(?:(?P<author>{_AUTHOR})|(?P<owner>{_OWNER})))"
    r"[*_ \t]{0,4}[:：|][*_ \t|]{0,6}(?P<who>[^\n|]{2,80})"
)
_AUTHOR_KEY, _OWNER_KEY = re.compile(rf"(?i)(?:by|{_AUTHOR})\Z"), re.compile(rf"(?i)(?:{_OWNER})\Z")
_SIGNED = re.compile(
    r"(?m)^[ \t]*(?:[—–]|--|~)[ \t]*\n?(?P<who>[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ \t]+[A-ZÀ-Þ][\w.'’-]*){0,2})[ \t]*$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """One find: what it is, and where in the text it stands."""

    what: str
    start: int
    end: int


def find_contacts(text: str, organisation: Organisation) -> Iterator[Person]:
    """E-mail addresses and the people of the settings, wherever in a file they stand, code and comments included."""
    seen = see(text)
    for found in (*find_people(text, organisation.people), *find_mail(seen.text)):
        span = (found.start, found.end) if found.kind is PERSON else seen.written(found.start, found.end)
        yield Person(found.kind.what, *span)


def find_lines(text: str, organisation: Organisation) -> Iterator[Person]:
    """Lines such as `Author: …` and signatures, in a text with its line ends."""
    seen = see(text)
    for match in _LABEL.finditer(seen.text):
        if is_named(match["who"], organisation, by_nature=match["author"] is not None):
            yield Person("a line that says who wrote it or was in charge", *seen.written(*match.span("who")))
    for match in _SIGNED.finditer(seen.text):
        if is_named(match["who"], organisation, by_nature=True):
            yield Person("a signature", *seen.written(*match.span("who")))


def names_person(key: str, value: str, organisation: Organisation) -> bool:
    """Whether the front-matter field `key` says who wrote the text or was in charge, and `value` is a person."""
    words = re.sub(r"[_-]", " ", key).strip()
    if _AUTHOR_KEY.match(words):
        is_account = (
            words != "by"
            and bool(re.fullmatch(r"@?[a-z][a-z0-9._-]{1,30}", value.strip()))
            and not _TEAMS.search(value)
        )
        known = _known(organisation)
        return is_named(value, organisation, by_nature=True) or (is_account and value.casefold() not in known)
    return bool(_OWNER_KEY.match(words)) and is_named(value, organisation, by_nature=False)


def _known(organisation: Organisation) -> set[str]:
    return {each.casefold() for each in (*organisation.teams, *organisation.names, *organisation.roles)}


def is_named(text: str, organisation: Organisation, *, by_nature: bool) -> bool:
    """Whether `text` names a person: a team, a role or the organisation is none.

    `by_nature` tells that a person is to be expected, so that a name need not begin with a common given name.
    """
    clean = text.strip(" \t*_`[]()")
    if not clean or clean.casefold() in _known(organisation) or _TEAMS.search(clean):
        return False
    if re.match(r"@\w", clean) or _holds_name(clean):
        return True
    kanji = re.match(r"[一-龯々ァ-ヴー]{2,4}[ 　]?[一-龯々ァ-ヴー]{0,4}(?=$|[\s、,（(])", clean)
    return by_nature and bool(
        kanji or re.match(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ \t]+[A-ZÀ-Þ][\w.'’-]*)*(?=$|[ \t]*[,;(&<]| and )", clean)
    )


def _holds_name(text: str) -> bool:
    """Whether a word with a capital is a given name; one with another meaning needs a family name beside it."""
    words = re.findall(r"[A-ZÀ-Þ][\w'’-]+", text)
    return any(is_given(word) for word in words) or any(
        is_double(given) and is_family(family) for given, family in pairwise(words)
    )
