"""Dates as older texts write them: in file names, headings and free fields.

`parse_partial_date` and `parse_moment` take what a report's own fields take. This module looks for a date in any text,
and never decides between a day and a month: `03/04/2019` is a date only where `order` says how it is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from afterword.model.dates import DateError, PartialDate, parse_partial_date

Order = Literal["dmy", "mdy"]
_YEAR = r"(?P<y>(?:19|20)[0-9]{2})"
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
_NAME = (
    r"(?P<n>jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|june?|juni|july?|juli|"
    r"aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)"
)
_GAP = r"[ \t_,.-]{1,3}"
_DAY = r"(?:[0-9]{1,2})(?:st|nd|rd|th)?"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_FORMS = (
    re.compile(rf"(?<![0-9]){_YEAR}(?P<s>[-/._])(?P<m>[0-9]{{1,2}})(?P=s)(?P<d>[0-9]{{1,2}})(?![0-9])"),
    re.compile(rf"(?<![0-9]){_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])"),
    re.compile(rf"{_YEAR}[ ]?[年년][ ]?(?P<m>[0-9]{{1,2}})[ ]?[月월](?:[ ]?(?P<d>[0-9]{{1,2}})[ ]?[日일])?"),
    re.compile(
        rf"(?P<era>{'|'.join(_ERAS)})(?P<ey>[0-9]{{1,2}}|元)年[ ]?(?P<m>[0-9]{{1,2}})月(?:[ ]?(?P<d>[0-9]{{1,2}})日)?"
    ),
    re.compile(rf"(?<![0-9.])(?P<d>[0-9]{{1,2}})\.[ ]?(?P<m>[0-9]{{1,2}})\.[ ]?{_YEAR}(?![0-9])"),
    re.compile(rf"(?<!\w)(?P<d>{_DAY})\.?{_GAP}(?:of[ ])?{_NAME}{_GAP}{_YEAR}(?![0-9])", re.IGNORECASE),
    re.compile(rf"(?<![^\W\d_]){_NAME}{_GAP}(?P<d>{_DAY}){_GAP}{_YEAR}(?![0-9])", re.IGNORECASE),
    re.compile(rf"(?<![^\W\d_]){_NAME}{_GAP}{_YEAR}(?![0-9])", re.IGNORECASE),
    re.compile(rf"(?<![0-9]){_YEAR}{_GAP}{_NAME}(?![^\W\d_])", re.IGNORECASE),
    # Two digits for the month: `2019-1` is as often the first incident of 2019.
    re.compile(rf"(?<![0-9]){_YEAR}[-/._](?P<m>0[1-9]|1[0-2])(?![-/._]?[0-9])"),
    re.compile(rf"{_YEAR}[ ]?[年년](?![ ]?[0-9])"),
)
_UNCLEAR = re.compile(rf"(?<![0-9])(?P<a>[0-9]{{1,2}})(?P<s>[-/])(?P<b>[0-9]{{1,2}})(?P=s){_YEAR}(?![0-9])")


@dataclass(frozen=True, slots=True)
class LooseDate:
    """A date found in a text, and where it stands in the text's NFKC form."""

    date: PartialDate
    start: int
    end: int


def find_date(text: str, order: Order | None = None) -> LooseDate | None:
    """The most exact date in `text`, and of those the first; None without one.

    Args:
        text: any text; forms such as full-width digits are folded (NFKC).
        order: what `03/04/2019` means; without it such a date counts only where one number is above 12.
    """
    folded = unicodedata.normalize("NFKC", text)
    found = [*_matches(folded), *_slashed(folded, order)]
    exact = {"day": 0, "month": 1, "year": 2}
    return min(found, key=lambda each: (exact.get(each.date.precision, 3), each.start), default=None)


def is_unclear(text: str) -> bool:
    """Whether `text` holds a date of which nobody can tell the day from the month."""
    folded = unicodedata.normalize("NFKC", text)
    return any(int(each["a"]) <= 12 and int(each["b"]) <= 12 for each in _UNCLEAR.finditer(folded))


def _matches(text: str) -> Iterator[LooseDate]:
    for form in _FORMS:
        for match in form.finditer(text):
            groups = match.groupdict()
            year = int(groups["y"]) if groups.get("y") else _era_year(groups)
            month = _MONTHS[groups["n"].lower()[:3]] if groups.get("n") else int(groups.get("m") or 0)
            day = int(re.sub(r"\D", "", groups["d"])) if groups.get("d") else 0
            if (date := _date(year, month, day)) is not None:
                yield LooseDate(date, match.start(), match.end())


def _slashed(text: str, order: Order | None) -> Iterator[LooseDate]:
    for match in _UNCLEAR.finditer(text):
        first, second = int(match["a"]), int(match["b"])
        meant = order or ("dmy" if first > 12 else "mdy" if second > 12 else None)
        if meant is None:
            continue
        day, month = (first, second) if meant == "dmy" else (second, first)
        if (date := _date(int(match["y"]), month, day)) is not None:
            yield LooseDate(date, match.start(), match.end())


def _era_year(groups: dict[str, str]) -> int:
    number = groups["ey"]
    return _ERAS[groups["era"]] + (1 if number == "元" else int(number))


def _date(year: int, month: int, day: int) -> PartialDate | None:
    text = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    try:
        return parse_partial_date(text)
    except DateError:
        return None
