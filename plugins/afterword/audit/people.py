"""People in a text: addresses, handles, lines that name an author, and names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from afterword.audit.given_names import GIVEN_NAMES
from afterword.model.settings import Organisation

# Bounded as addresses are, so that a long text without blanks takes no longer than its length.
_EMAIL = re.compile(
    r"(?:(?<![\w.+/:@-])|(?<=mailto:))(?P<local>[\w.+-]{1,64})@(?P<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24})"
    r"(?![\w@-])"
)
_FILE_ENDINGS = re.compile(
    r"(?i)\.(?:png|jpe?g|gif|svg|webp|js|ts|css|md|html?|py|json|lock|service|timer|socket|target|mount|slice|tgz|zip)$"
)
_HANDLE = re.compile(r"(?<![\w.@/`&=])@(?P<name>[A-Za-z][\w.-]{1,38})(?![\w/@-])")
_ROLE_BOXES = frozenset(
    {
        "abuse", "admin", "alerts", "billing", "contact", "dev", "devops", "feedback", "git", "hello", "help",
        "hostmaster", "hr", "incidents", "info", "it", "legal", "mail", "marketing", "news", "no-reply", "noc",
        "noreply", "office", "on-call", "oncall", "operations", "ops", "postmaster", "press", "privacy", "root",
        "sales", "security", "service", "sre", "status", "support", "team", "webmaster",
    }
)  # fmt: skip
_NOT_PEOPLE = frozenset(
    {
        "all", "channel", "component", "deprecated", "everyone", "group", "here", "import", "injectable", "keyframes",
        "latest", "media", "on-call", "oncall", "override", "param", "property", "return", "returns", "see", "someone",
        "supports", "team", "test", "type", "types", "users",
    }
)  # fmt: skip
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
_NAME = r"[A-ZÀ-Þ][a-zà-ÿ'’-]+"
_BY = re.compile(
    r"(?:\A|(?<!\w)(?:[Ww]ritten|[Pp]repared|[Rr]eported|[Cc]reated|[Aa]uthored|[Pp]osted|[Cc]ompiled|[Rr]eviewed|"
    r"[Aa]pproved|[Ee]dited|[Ss]igned|[Ff]iled|[Dd]rafted|[Ss]ubmitted)[ \t]+)"
    rf"(?:[Bb]y|BY)[ \t]+(?P<who>{_NAME}[ \t]+(?:[A-Z]\.[ \t]+)?{_NAME})(?![\w-])"
)
_SIGNED = re.compile(
    r"(?m)^[ \t]*(?:[—–]|--|~)[ \t]*\n?(?P<who>[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ \t]+[A-ZÀ-Þ][\w.'’-]*){0,2})[ \t]*$"
)
_PAIR = re.compile(
    r"(?<![\w./-])(?P<given>[A-ZÀ-Þ][a-zà-ÿ]{1,14})(?=(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?[ \t]+(?:[A-Z]\.[ \t]+)?"
    r"(?P<family>(?:(?:van|von|de|der|da|Mc|O['’])[ \t]?){0,2}[A-ZÀ-Þ][a-zà-ÿ'’-]{1,24})(?![\w/]))"
)
_ACTING = re.compile(
    r"(?<![\w./-])(?P<given>[A-ZÀ-Þ][a-zà-ÿ]{1,14})(?=(?:[ ](?:then|also|had|has|and))*[ ]"
    r"(?:[a-z]{2,12}ed|ran|did|was|took|began|found|saw|told|said|made|wrote|sent|got|went|thought|forgot|knew)(?!\w)|"
    r":[ ])"
)
_PLACES = frozenset(
    {
        "airport", "api", "arbor", "avenue", "bay", "bridge", "city", "cloud", "college", "county", "cup", "day",
        "hospital", "island", "lake", "lane", "model", "network", "optimizer", "park", "prize", "release", "river",
        "road", "server", "service", "space", "street", "university", "valley", "week",
    }
)  # fmt: skip
_HONORIFIC = re.compile(r"(?P<who>[一-龯々]{1,4}|[ァ-ヴー]{2,8})(?:さん|氏|くん|君|様)(?![子式相々体])")
_NO_HONORIFIC = re.compile(
    r"(?:客|皆|各|奥|神|仏|王|患者|業者|利用者|顧客|会員|他社|担当者|ユーザー?|オペレーター?|同|彼|仕|有|異|多|模|貴社|御社|"
    r"取引先|株主|得意先)$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """One find: what it is, and where in the text it stands."""

    what: str
    start: int
    end: int


def find_contacts(text: str, organisation: Organisation) -> Iterator[Person]:
    """E-mail addresses and the people of the settings, wherever in a file they stand, code and comments included."""
    people = _listed(organisation.people)
    if people is not None:
        yield from (Person("a name of `organisation.people`", *match.span()) for match in people.finditer(text))
    for match in _EMAIL.finditer(text) if "@" in text else ():
        if match["local"].casefold() not in _ROLE_BOXES and not _FILE_ENDINGS.search(match["host"]):
            yield Person("an e-mail address", *match.span())


def find_lines(text: str, organisation: Organisation) -> Iterator[Person]:
    """Lines such as `Author: …` and signatures, in a text with its line ends."""
    for match in _LABEL.finditer(text):
        if _is_named(match["who"], organisation, by_nature=match["author"] is not None):
            yield Person("a line that says who wrote it or was in charge", *match.span("who"))
    for match in _SIGNED.finditer(text):
        if _is_named(match["who"], organisation, by_nature=True):
            yield Person("a signature", *match.span("who"))


def find_names(text: str, organisation: Organisation) -> Iterator[Person]:
    """Handles and names in one block of prose."""
    for match in _HANDLE.finditer(text) if "@" in text else ():
        if match["name"].casefold().rstrip(".-") not in _NOT_PEOPLE:
            yield Person("an @handle", *match.span())
    for match in _BY.finditer(text):
        if _is_named(match["who"], organisation, by_nature=True):
            yield Person("a name after “by”", *match.span("who"))
    for match in _PAIR.finditer(text):
        if match["given"].casefold() in GIVEN_NAMES and not _is_place(match, text):
            yield Person("a name", match.start("given"), match.end("family"))
    for match in _ACTING.finditer(text):
        if match["given"].casefold() in GIVEN_NAMES and not _follows_saint(match, text):
            yield Person("a given name", *match.span("given"))
    for match in _HONORIFIC.finditer(text):
        if not _NO_HONORIFIC.search(match["who"]):
            yield Person("a name with an honorific", *match.span())


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
        return _is_named(value, organisation, by_nature=True) or (is_account and value.casefold() not in known)
    return bool(_OWNER_KEY.match(words)) and _is_named(value, organisation, by_nature=False)


def _known(organisation: Organisation) -> set[str]:
    return {each.casefold() for each in (*organisation.teams, *organisation.names, *organisation.roles)}


def _is_named(text: str, organisation: Organisation, *, by_nature: bool) -> bool:
    """Whether `text` names a person: a team, a role or the organisation is none.

    `by_nature` tells that a person is to be expected, so that a name need not begin with a common given name.
    """
    clean = text.strip(" \t*_`[]()")
    if not clean or clean.casefold() in _known(organisation) or _TEAMS.search(clean):
        return False
    if re.match(r"@\w", clean) or any(word.casefold() in GIVEN_NAMES for word in re.findall(r"[A-ZÀ-Þ][\w]+", clean)):
        return True
    kanji = re.match(r"[一-龯々ァ-ヴー]{2,4}[ 　]?[一-龯々ァ-ヴー]{0,4}(?=$|[\s、,（(])", clean)
    return by_nature and bool(
        kanji or re.match(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ \t]+[A-ZÀ-Þ][\w.'’-]*)*(?=$|[ \t]*[,;(&<]| and )", clean)
    )


def _is_place(match: re.Match[str], text: str) -> bool:
    return match["family"].casefold() in _PLACES or _follows_saint(match, text)


def _follows_saint(match: re.Match[str], text: str) -> bool:
    """Whether the word before makes the name a town's, as in San Francisco."""
    before = text[max(0, match.start() - 6) : match.start()].strip()
    return before.endswith(("St.", "San", "Santa", "Port", "Fort"))


@lru_cache(maxsize=8)
def _listed(names: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = {form for name in names for form in (name.strip(), unicodedata.normalize("NFC", name).strip())} - {""}
    listed = "|".join(re.escape(name) for name in sorted(forms, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE) if forms else None
