"""A mapping to begin with: the fields that an archive has, each with what it could become, all of it commented out."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from afterword.archive.found import DATE_KEYS, TITLE_KEYS
from afterword.archive.old_file import OldFile
from afterword.archive.outcome import Left
from afterword.archive.texts import clean, texts_of
from afterword.model.scalars import clip

_PROPOSED = {
    "severity": "severity", "sev": "severity", "priority": "severity", "tags": "tags", "categories": "tags",
    "category": "tags", "keywords": "tags", "labels": "tags", "product": "system.name", "system": "system.name",
    "service": "system.name", "component": "system.name", "company": "system.provider", "vendor": "system.provider",
    "provider": "system.provider", "team": "system.owner_team", "url": "references", "link": "references",
    "archive_url": "references", "summary": "plain_summary", "description": "description", "type": "kind",
    "visibility": "audience", "audience": "audience",
}  # fmt: skip
_CHOSEN = frozenset({"severity", "audience", "kind"})
_MOST = 40


def write_starter(archive: str, olds: Iterable[OldFile], left: Iterable[Left]) -> str:
    """The text of a mapping file that changes nothing until a line is uncommented or filled in."""
    keys, values = _keys(olds)
    lines = [
        "# How the fields of this archive are called here. `#` before a line keeps it from counting.",
        f"archive: {json.dumps(archive, ensure_ascii=False)}",
        "# encoding: shift_jis        # of files that are not UTF-8",
        "# date_order: dmy            # what 03/04/2019 means: dmy or mdy",
        "# zone: Europe/Berlin        # the zone in which the day of a time is counted; without it, as written",
        '# compose: {title: "{company}: {product}"}   # a title made of old fields, where there is none',
        "defaults:                    # for every file",
        "  # audience: company",
        "  # origin: own              # or public-sources",
        *_fields(keys, values),
        *_values(keys, values),
        *_files(left),
    ]
    return "\n".join(lines) + "\n"


def _keys(olds: Iterable[OldFile]) -> tuple[Counter[str], Mapping[str, Counter[str]]]:
    keys: Counter[str] = Counter()
    values: dict[str, Counter[str]] = defaultdict(Counter)
    for old in olds:
        for key, value in old.front.metadata.items():
            keys[key] += 1
            values[key].update(clean(text) for text in texts_of(value))
    return keys, values


def _own(keys: Counter[str]) -> list[str]:
    known = {*TITLE_KEYS, *DATE_KEYS}
    return [key for key, _ in sorted(keys.items(), key=lambda each: (-each[1], each[0])) if key.lower() not in known]


def _fields(keys: Counter[str], values: Mapping[str, Counter[str]]) -> Iterator[str]:
    yield "fields:                      # old field: field here"
    for key in _own(keys)[:_MOST]:
        sample = clip(min(values[key], key=lambda text: (-values[key][text], text), default=""), 40)
        target = _PROPOSED.get(key.lower(), "tags")
        yield f"  # {_quoted(key)}: {target}   # in {keys[key]} files, such as {json.dumps(sample, ensure_ascii=False)}"


def _values(keys: Counter[str], values: Mapping[str, Counter[str]]) -> Iterator[str]:
    chosen = [key for key in _own(keys) if _PROPOSED.get(key.lower()) in _CHOSEN]
    if not chosen:
        return
    yield 'values:                      # old field: its values, each with the word here; "" leaves it out'
    for key in chosen:
        yield f"  # {_quoted(key)}:"
        for text in sorted(values[key])[:_MOST]:
            yield f"  #   {_quoted(text)}: "


def _files(left: Iterable[Left]) -> Iterator[str]:
    mend = [each for each in left if each.mend]
    if not mend:
        return
    yield "# What no field tells: title, date (2019-03-01, 2019-03 or 2019), encoding, or the reason to skip the file."
    yield "files:"
    for each in mend:
        yield f"  # {_quoted(each.place)}:   # {clip(each.why, 100)}"
        needs = [name for name in ("title", "date") if f"no {name}" in each.why]
        needs = needs or ["encoding" if "encoding" in each.why else "skip"]
        yield from (f"  #   {name}: " for name in needs)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
