"""Telephone numbers, as `phonenumbers` knows them.

A number counts with its country: `+49 …`. One that is written for its own country counts where the settings name the
region, and a word such as `Tel.` stands before it: without one, digits are as often an order or a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from afterword.sensitive.form import fold, places
from afterword.sensitive.match import Kind, Match

PHONE = Kind("phone", "a telephone number", "personal", guessable=True)

_ABROAD = re.compile(r"\+\d(?:[ ().\-/\u00a0]{0,2}\d){6,16}(?!\w)")
_AT_HOME = re.compile(r"\(?\d(?:[ ().\-/\u00a0]{0,2}\d){5,16}(?!\w)")
_MOST = 20_000
"""Candidates of one text that are tried: the library is thorough and slow, and more of them are a list of numbers."""
_WORDS = ("tel", "phone", "call", "mobil", "handy", "fax", "cell", "dial", "rufnummer", "rückruf", "tél", "móvil",
          "sms", "whatsapp", "電話")  # fmt: skip
_AFTER_WORD = re.compile(r"[^\W\d]{0,12}[^\d\n+(]{0,16}")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_DECIMAL = re.compile(r"\+\d{1,3}\.\d+\Z")
# Numbers that regulators keep for films and manuals, with the country before them.
_RESERVED = re.compile(
    r"1\d{3}55501\d\d|44(?:1632960|2079460|1(?:13|14|15|16|17|18|21|31|41|51|61)4960|1914980|2890180|2920180|3069990|"
    r"7700900|8081570|9098790)\d{3}|49(?:3023125|6990009|4066969|8999998)\d{3}|492214710\d{3}|"
    r"33(?:19900|26191|35301|46571|53649|63998)\d{4}|61(?:[2378](?:5550|7010)\d{4}|491570(?:006|110|15[6-9])|180097\d{4})"
)


def find_phones(text: str, region: str | None) -> Iterator[Match]:
    """Each number that is one, by the plan of its country."""
    candidates = ((at, written, None) for at, written in _abroad(text))
    at_home = ((at, written, region) for at, written in _at_home(text)) if region is not None else ()
    for at, written, of in islice(chain(candidates, at_home), _MOST):
        yield from _number(text, at, written, of)


def _abroad(text: str) -> Iterator[tuple[int, str]]:
    for at in places(text, ("+",)):
        if at and (text[at - 1].isalnum() or text[at - 1] in "+_"):
            continue
        found = _ABROAD.match(text, at)
        if found is not None and not _DECIMAL.match(found[0]):
            yield at, found[0]


def _at_home(text: str) -> Iterator[tuple[int, str]]:
    for at in places(fold(text), _WORDS):
        begin = _AFTER_WORD.match(text, at)
        found = _AT_HOME.match(text, begin.end()) if begin else None
        if found is not None and not _DAY.match(found[0]):
            yield found.start(), found[0]


def _number(text: str, start: int, written: str, region: str | None) -> Iterator[Match]:
    """The longest number that `written` begins with; what follows it may be another column of digits."""
    # Whoever has no telephone number in their texts does not wait for the library.
    import phonenumbers

    ends = [len(written), *(cut.start() for cut in re.finditer(r"[ ().\-/\u00a0]+\d", written))]
    for end in sorted(ends, reverse=True)[:4]:
        try:
            number = phonenumbers.parse(written[:end], region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            known = f"{number.country_code}{number.national_number}"
            yield Match(PHONE, start, start + end, sure=not _RESERVED.fullmatch(known))
            return
