"""A mapping to begin with: the fields that an archive has, each with what it could become, all of it commented out."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from afterword.archive.found import DATE_KEYS, TITLE_KEYS
from afterword.archive.old_file import OldFile
from afterword.archive.outcome import Left
from afterword.archive.texts import clean, texts_of
from afterword.audit.accusing import find_accusations
from afterword.audit.names import find_names
from afterword.audit.people import find_contacts, names_person
from afterword.model.scalars import clip
from afterword.model.settings import Organisation
from afterword.sensitive.secrets import find_secrets

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


def write_starter(archive: str, olds: Iterable[OldFile], left: Iterable[Left], organisation: Organisation) -> str:
    """The text of a mapping file that changes nothing until a line is uncommented or filled in.

    Nobody is named in it, and no value stands in it that the audit would flag: the file is made to be committed.
    """
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
        *_fields(keys, values, organisation),
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


def _fields(keys: Counter[str], values: Mapping[str, Counter[str]], organisation: Organisation) -> Iterator[str]:
    yield "fields:                      # old field: field here"
    for key in _own(keys)[:_MOST]:
        count = f"in {keys[key]} files"
        if any(names_person(key.strip().lower().replace("-", "_"), value, organisation) for value in values[key]):
            yield f"  # {_quoted(key)} names people ({count}) and stays below `x-imported`"
            continue
        listed = sorted(values[key], key=lambda text: (-values[key][text], text))
        sample = next((each for each in listed if each and not _is_flagged(each, organisation)), None)
        such = f", such as {json.dumps(clip(sample, 40), ensure_ascii=False)}" if sample else ""
        yield f"  # {_quoted(key)}: {_PROPOSED.get(key.lower(), 'tags')}   # {count}{such}"


def _is_flagged(text: str, organisation: Organisation) -> bool:
    people = (*find_contacts(text, organisation), *find_names(text, organisation))
    return bool(people or [*find_secrets(text), *find_accusations(text)])


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
