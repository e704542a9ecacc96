"""The title and the date of an older file, each with where it was found: nothing is guessed without being said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from afterword.archive.old_file import OldFile
from afterword.archive.texts import clean, without_date
from afterword.model.dates import DateError, PartialDate, parse_moment, parse_partial_date
from afterword.model.loose_dates import LooseDate, Order, find_date, is_unclear

DATE_KEYS = (
    "occurred_on", "occurred_at", "occurred", "incident_date", "incident_start", "start_time", "started_at",
    "start_date", "started", "start", "event_date", "happened_on", "detected_at", "date", "datum", "日付",
    "発生日", "発生日時", "created_at", "created", "date_created", "published_at", "published_on", "published",
    "pubdate", "publish_date",
)  # fmt: skip
"""Old fields that hold a date, the ones about the event before those about the text."""
_OF_TEXT = DATE_KEYS.index("created_at")
TITLE_KEYS = ("title", "headline", "subject", "タイトル", "件名", "titel")
INDEXES = frozenset({"index", "_index", "readme"})
_EMPTY = re.compile(
    r"(?i)(?:(?:the )?(?:incident|outage|post-?mortem|post-?incident|failure|issue|executive|service)?[ -]?"
    r"(?:summary|overview|report|review|postmortem|post-?mortem|analysis|details|document)|incident|outage|introduction|"
    r"timeline|background|"
    r"what happened\??|tl;?dr|abstract|description|rca|root cause(?: analysis)?|impact|readme|untitled|draft|"
    r"概要|障害報告書?|インシデント報告書?|ポストモーテム|事後検証|はじめに|要約|サマリー?|目次|内容|事象|経緯|"
    r"報告書)[ :.：]*"
)
"""Headings that would stand above any such report."""
_CODE = re.compile(r"(?i)[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}|[0-9a-f]{12,}|[\d\W_]*")
_YEAR_FOLDER = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_AT_END = re.compile(r"(?:^|[\s_.-])((?:19|20)[0-9]{2})(?=$|[\s_.-])")
_DATE_LINE = re.compile(
    r"(?im)^[ \t>*_|#+-]{0,8}(?:(?:incident |event |start |outage )?(?:date|day|when|start(?:ed)?(?: at| time)?)|"
    r"occurred(?: on| at)?|(?:発生)?(?:日時|日付|日)|datum|date de l['’]incident)[*_ \t]{0,4}[:：|]"
    r"[*_ \t|]{0,6}(?P<when>[^\n|]{4,60})"
)
_LINES = 40
"""Lines from the beginning of the prose in which a line such as `Date: …` counts."""


@dataclass(frozen=True)
class Found:
    """A title and where it was found; `said` is whether a person should be told, as it could be wrong."""

    text: str
    where: str
    said: bool = True


@dataclass(frozen=True)
class FoundDate:
    """A date and where it was found, as for a title."""

    date: PartialDate
    where: str
    said: bool = True


def file_words(place: str) -> str:
    """The file's name without its ending; of an index file the name of its folder."""
    folder, _, name = place.rpartition("/")
    stem = re.sub(r"\.(?:md|markdown|mdown|mkd)\Z", "", name, flags=re.IGNORECASE)
    if stem.lower() in INDEXES and folder:
        return folder.rpartition("/")[2]
    return stem


def find_title(old: OldFile) -> Found | None:
    """The title: from the front matter, the first heading of level 1, the file's name, or another heading."""
    for key, value in old.front.metadata.items():
        if key.strip().lower() in TITLE_KEYS and isinstance(value, str) and (text := clean(value)):
            return Found(text, f"`{key}`", said=key.strip().lower() != "title")
    heads = [heading for heading in old.headings if clean(heading.text)]
    first = next((heading for heading in heads if heading.level == 1), None)
    if first is not None and not _EMPTY.fullmatch(clean(first.text)):
        return Found(clean(first.text), f"the heading on line {_line(old, first.span.line)}")
    if words := _name_words(old.place):
        return Found(words, "the file's name")
    other = first or next(iter(heads), None)
    return Found(clean(other.text), f"the heading on line {_line(old, other.span.line)}") if other else None


def find_when(old: OldFile, zone: ZoneInfo | None, order: Order | None) -> tuple[FoundDate | None, PartialDate | None]:
    """The date, and beside it the one in the file's name or folder, where there is one."""
    named = _name_date(old.place, order)
    in_front = _front_date(old, zone, order)
    if in_front is not None:
        return in_front, named.date if named else None
    written = list(_prose_dates(old, order))
    if named is None:
        return (written[0] if written else None), None
    within = (each for each in written if _is_within(each.date, named.date))
    exact = next((each for each in within if named.date.precision != "day"), None)
    return exact or named, named.date


def unclear_dates(old: OldFile) -> list[str]:
    """Old fields with a date of which nobody can tell the day from the month."""
    texts = ((key, value) for key, value in old.front.metadata.items() if isinstance(value, str) and _is_date_key(key))
    return [key for key, value in texts if is_unclear(value)]


def read_when(text: str, zone: ZoneInfo | None, order: Order | None) -> PartialDate | None:
    """A date in a field: as reports write it, else as older texts do. With `zone`, the day that it was there."""
    clipped = re.sub(r"(?<=\d) (?=[+-]\d\d:?\d\d$)", "", " ".join(text.split()))
    try:
        moment = parse_moment(clipped, zone or ZoneInfo("UTC"))
        if moment.precision == "minute":
            day = moment.earliest.astimezone(zone).date() if zone else _day_as_written(clipped)
            return parse_partial_date(day.isoformat())
        return parse_partial_date(clipped)
    except DateError:
        found = find_date(text, order)
        return found.date if found else None


def _day_as_written(text: str) -> date:
    return parse_partial_date(text[:10]).first


def _is_date_key(key: str) -> bool:
    return key.strip().lower().replace("-", "_").replace(" ", "_") in DATE_KEYS


def _front_date(old: OldFile, zone: ZoneInfo | None, order: Order | None) -> FoundDate | None:
    found: dict[int, FoundDate] = {}
    for key, value in old.front.metadata.items():
        if _is_date_key(key) and isinstance(value, str) and (day := read_when(value, zone, order)) is not None:
            rank = DATE_KEYS.index(key.strip().lower().replace("-", "_").replace(" ", "_"))
            found.setdefault(rank, FoundDate(day, f"`{key}`", said=rank >= _OF_TEXT))
    return found[min(found)] if found else None


def _name_date(place: str, order: Order | None) -> FoundDate | None:
    words = file_words(place)
    if (found := find_date(words, order)) is not None:
        return FoundDate(found.date, "the file's name")
    if year := _YEAR_AT_END.search(words):
        return FoundDate(parse_partial_date(year[1]), "the file's name")
    folders = place.split("/")[:-1]
    if (dated := _folder_date(folders, order)) is not None:
        return FoundDate(dated.date, "the folders' names")
    years = [each for each in folders if _YEAR_FOLDER.fullmatch(each)]
    return FoundDate(parse_partial_date(years[-1]), "the folder's name") if years else None


def _folder_date(folders: list[str], order: Order | None) -> LooseDate | None:
    return find_date("/".join(folders) + "/", order) if folders else None


def _prose_dates(old: OldFile, order: Order | None) -> Iterator[FoundDate]:
    """Dates in headings, then in lines such as `Date: …` near the beginning."""
    for heading in old.headings:
        if (found := find_date(heading.text, order)) is not None:
            yield FoundDate(found.date, f"the heading on line {_line(old, heading.span.line)}")
    head = "\n".join(old.prose.splitlines()[:_LINES])
    for match in _DATE_LINE.finditer(head):
        if (found := find_date(match["when"], order)) is not None:
            yield FoundDate(found.date, f"line {_line(old, head.count(chr(10), 0, match.start('when')) + 1)}")


def _name_words(place: str) -> str:
    stem = clean(unicodedata.normalize("NFC", file_words(place)))
    rest = without_date(stem)
    if rest == unicodedata.normalize("NFKC", stem):
        rest = stem
    rest = re.sub(r"[-_]+", " ", rest) if " " not in rest.strip() else rest
    words = clean(rest).strip(" -_.")
    if not words or _CODE.fullmatch(words.replace(" ", "-")) or _EMPTY.fullmatch(words) or words.lower() in INDEXES:
        return ""
    return words[:1].upper() + words[1:]


def _is_within(inner: PartialDate, outer: PartialDate) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _line(old: OldFile, line: int) -> int:
    """The line in the file of a line of its prose."""
    front = old.front
    return line if front.form is None else line + front.text.count("\n") + 2
