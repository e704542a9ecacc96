"""Names in what is written in small letters without blanks: tags, and the names of files and folders.

A given name alone tells too little there, as `travis`, `sam` and `orlando` are no people; a given name beside a family
name does, and so does a listed person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from afterword.model.given_names import is_double, is_family, is_given
from afterword.model.settings import Organisation
from afterword.sensitive.listed import listed_people
from afterword.sensitive.visible import see

_WORD = re.compile(r"[^\W\d_]+")


def names_in_slug(text: str, organisation: Organisation) -> Iterator[str]:
    """What in a tag or a path is a person, as people would write it, in order."""
    seen = re.sub(r"[-_.+]+", " ", see(text).text)
    for start, end in listed_people(seen, organisation.people):
        yield seen[start:end]
    for part in seen.split("/"):
        for given, family in pairwise(_WORD.findall(part)):
            # `mark-page` and `max-miller-indices` are words: of what has another meaning nothing is made here.
            if is_given(given) and not is_double(family) and is_family(family):
                yield f"{given} {family}"
