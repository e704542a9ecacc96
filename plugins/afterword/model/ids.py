"""The form of a report's id."""

from __future__ import annotations

import re

from afterword.model.dates import report_date

MAX_BYTES = 120
_FORM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?-[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


def is_report_id(text: str) -> bool:
    """Whether `text` is a real date, a hyphen, and a slug in ASCII lower case that begins with a letter."""
    return len(text) <= MAX_BYTES and bool(_FORM.match(text)) and report_date(text) is not None
