"""Which files of an archive are reports at all, and what can be said of those that are not."""

from __future__ import annotations

import re

from afterword.archive.found import INDEXES, file_words
from afterword.archive.sources import SourceFile
from afterword.model.loose_dates import find_date

_REPOSITORY = re.compile(
    r"(?i)(?:contributing|license|licence|changelog|change_?log|code[-_]of[-_]conduct|security|authors|codeowners|"
    r"maintainers|pull_request_template|.*[-_. ]?templates?|_?template[-_ ].*|テンプレート)"
)
_OTHER = {
    "hidden": "its name begins with a dot",
    "link": "it is a link or a special file, and what it leads to may be anything",
    "closed": "the folder cannot be opened",
}


def why_no_report(file: SourceFile) -> str:
    """Why a file that is neither Markdown nor a picture is left out."""
    if file.kind in _OTHER:
        return _OTHER[file.kind]
    ending = file.place.rpartition("/")[2].rpartition(".")
    return f"it is no Markdown (`.{ending[2]}`)" if ending[1] else "it is no Markdown"


def is_of_repository(place: str) -> bool:
    """Whether the name is that of a page about the archive, such as CONTRIBUTING or a template."""
    return bool(_REPOSITORY.fullmatch(file_words(place)))


def is_index(place: str) -> bool:
    """Whether a file is the index of a folder whose own name holds no date, which would make it a report's."""
    stem = place.rpartition("/")[2].rpartition(".")[0].lower()
    found = find_date(file_words(place))
    return stem in INDEXES and (found is None or found.date.precision == "year" or stem == "_index")
