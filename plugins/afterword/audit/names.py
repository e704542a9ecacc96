"""Names and handles in a block of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.audit.people import Person, is_named
from afterword.model.given_names import MARKS, is_double, is_family, is_given, unaccented
from afterword.model.settings import Organisation
from afterword.sensitive.visible import see

_HANDLE = re.compile(r"(?<![\w.@/`&=])@(?P<name>[A-Za-z][\w.-]{1,38})(?![\w/@-])")
_NOT_PEOPLE = frozenset(
    {
        "all", "channel", "component", "deprecated", "everyone", "group", "here", "import", "injectable", "keyframes",
        "latest", "media", "on-call", "oncall", "override", "param", "property", "return", "returns", "see", "someone",
        "supports", "team", "test", "type", "types", "users",
    }
)  # fmt: skip
_UPPER = "A-ZÀ-ÖØ-ÞĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚ"
_LOWER = "a-zß-öø-ÿćčďđēęěğģīıķĺľłńņňōőœřśşšťūůűźżžșț"
_NAME = rf"[{_UPPER}][{_LOWER}'’-]+(?:[{_UPPER}][{_LOWER}]+)?"
_BY = re.compile(
    r"(?:\A|(?<!\w)(?:[Ww]ritten|[Pp]repared|[Rr]eported|[Cc]reated|[Aa]uthored|[Pp]osted|[Cc]ompiled|[Rr]eviewed|"
    r"[Aa]pproved|[Ee]dited|[Ss]igned|[Ff]iled|[Dd]rafted|[Ss]ubmitted)[ \t]+)"
    rf"(?:[Bb]y|BY)[ \t]+(?P<who>{_NAME}[ \t]+(?:[A-Z]\.[ \t]+)?{_NAME})(?![\w-])"
)
_PAIR = re.compile(
    rf"(?<![\w./-])(?P<given>[{_UPPER}][{_LOWER}]{{1,14}}(?:-[{_UPPER}][{_LOWER}]{{1,14}})?)"
    rf"(?=[ \t\xa0]+(?:[A-Z]\.[ \t\xa0]+)?"
    rf"(?P<family>(?:(?:van|von|de|der|da|O['’])[ \t\xa0]?){{0,2}}(?:Mc|Mac)?[{_UPPER}][{_LOWER}'’-]{{1,24}})(?![\w/]))"
)
_ACTING = re.compile(
    rf"(?<![\w./-])(?P<given>[{_UPPER}][{_LOWER}]{{1,14}})(?=(?:[ ](?:then|also|had|has|and|never|only|just))*[ ]"
    r"(?:[a-z]{2,12}ed|ran|did|didn['’]t|was|is|has|had|will|would|could|couldn['’]t|should|took|began|found|saw|told|"
    r"said|made|wrote|sent|got|went|came|gave|kept|left|put|set|thought|forgot|knew|who|"
    r"[a-z]{2,10}s(?=[ ](?:the|an?|that|to|our|up|down|back|out|off|in)\b))(?!\w)|:[ ]|['’]s?(?!\w))"
)
_BESIDE = re.compile(
    rf"(?<!\w)(?:by|with|asked|told|called|paged|pinged|woke|thanks? to|escalated to|but|only|except)[ ]"
    rf"(?P<given>[{_UPPER}][{_LOWER}]{{1,14}})(?![\w/@-]|[.]\w|[ ][{_UPPER}])"
)
# What nothing but a person does. A place or a month counts before none of these, since a site or an office can "say".
_HUMAN = re.compile(
    r"(?: then| also| had| has)* (?:(?:asked|agreed|apologi[sz]ed|believed|decided|emailed|explained|hesitated|"
    r"messaged|noticed|pinged|proposed|reali[sz]ed|remembered|suggested|suspected|texted|typed|wondered|volunteered)"
    r"(?! by\b)|forgot|knew|said|thought|told|wrote|woke up)(?!\w)"
)
_PLACES = frozenset(
    {
        "airlines", "airport", "api", "arbor", "avenue", "bay", "bridge", "city", "cloud", "college", "county",
        "cup", "day", "hospital", "island", "lake", "lane", "model", "network", "optimizer", "park", "prize",
        "release", "research", "river", "road", "server", "service", "space", "street", "university", "valley",
        "week",
    }
)  # fmt: skip
_HONORIFIC = re.compile(r"(?P<who>[一-龯々]{1,4}|[ァ-ヴー]{2,8})(?:さん|氏|くん|君|様)(?![子式相々体])")
_NO_HONORIFIC = re.compile(
    r"(?:客|皆|各|奥|神|仏|王|患者|業者|利用者|顧客|会員|他社|担当者|ユーザー?|オペレーター?|同|彼|仕|有|異|多|模|貴社|御社|"
    r"取引先|株主|得意先)$"
)


def find_names(text: str, organisation: Organisation) -> Iterator[Person]:
    """Handles and names in one block of prose."""
    seen = see(text)
    for what, start, end in _names(seen.text, organisation):
        yield Person(what, *seen.written(start, end))


def _names(text: str, organisation: Organisation) -> Iterator[tuple[str, int, int]]:
    for match in _HANDLE.finditer(text) if "@" in text else ():
        if match["name"].casefold().rstrip(".-") not in _NOT_PEOPLE:
            yield "an @handle", *match.span()
    for match in _BY.finditer(text):
        if is_named(match["who"], organisation, by_nature=True):
            yield "a name after “by”", *match.span("who")
    for match in _PAIR.finditer(text):
        if _is_pair(match["given"], match["family"]) and not _is_place(match, text):
            yield "a name", match.start("given"), match.end("family")
    for match in _ACTING.finditer(text):
        known = is_given(match["given"]) or (_is_word(match["given"]) and _HUMAN.match(text, match.end()))
        if known and not _follows_saint(match, text):
            yield "a given name", *match.span("given")
    for match in _BESIDE.finditer(text):
        if is_given(match["given"]):
            yield "a given name", *match.span("given")
    for match in _HONORIFIC.finditer(text):
        if not _NO_HONORIFIC.search(match["who"]):
            yield "a name with an honorific", *match.span()


def _is_word(given: str) -> bool:
    """Whether a name is an ordinary word otherwise, and no place, month or product."""
    return MARKS.get(unaccented(given), frozenset()).isdisjoint({"place", "month", "product"}) and is_double(given)


def _is_pair(given: str, family: str) -> bool:
    """Whether two words with capitals are a person; a name with another meaning needs a family name beside it."""
    return is_given(given) or (is_double(given) and is_family(family))


def _is_place(match: re.Match[str], text: str) -> bool:
    return match["family"].casefold() in _PLACES or _follows_saint(match, text)


def _follows_saint(match: re.Match[str], text: str) -> bool:
    """Whether the word before makes the name a town's, as in San Francisco."""
    before = text[max(0, match.start() - 6) : match.start()].strip()
    return before.endswith(("St.", "San", "Santa", "Port", "Fort"))
