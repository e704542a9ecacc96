"""From an older file's fields to the report's, as far as the mapping says: nothing else is taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from afterword.archive.mapping import LISTS, ArchiveMap, FileEntry
from afterword.archive.old_front import Tree
from afterword.archive.texts import clean, texts_of
from afterword.model.choices import Audience, Kind, Origin, Severity, SystemType
from afterword.model.vocabulary import Vocabulary
from afterword.rules.fields.aw126_tag_form import kebab_case

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "origin": get_args(Origin),
    "audience": get_args(Audience),
    "severity": get_args(Severity),
    "system.type": get_args(SystemType),
}
_BRACES = re.compile(r"\{([^{}]+)\}")


@dataclass
class Mapped:
    """What the mapping makes of one file.

    Attributes:
        fields: fields of the report by dotted name: a text, or a list of texts.
        left: values that the mapping names a field for and that the field does not take, as old field, value and why.
        unread: old field and value of what was to say who may read, and does not; no default stands in for it.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    left: list[tuple[str, str, str]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)


def map_fields(metadata: Mapping[str, Tree], mapping: ArchiveMap, entry: FileEntry, vocabulary: Vocabulary) -> Mapped:
    """Apply the mapping: what is said of the file wins over its fields, and those over the defaults."""
    mapped = Mapped()
    for key, targets in mapping.fields.items():
        for value in _values(key, metadata.get(key), mapping):
            for target in targets:
                _put(mapped, target, value, key, vocabulary)
    if (title := _composed(metadata, mapping)) and "title" not in mapped.fields:
        mapped.fields["title"] = title
    for default, values in mapping.defaults.items():
        if default not in mapped.fields:
            for value in values:
                _put(mapped, default, value, "defaults", vocabulary)
    for name in ("title", "kind", "origin", "audience", "severity"):
        if (said := getattr(entry, name)) is not None:
            mapped.fields[name] = said
    return mapped


def _values(key: str, value: Tree, mapping: ArchiveMap) -> Iterator[str]:
    """The new values of one old field. A text is one value; it is parted only where the mapping says at what."""
    texts = texts_of(value)
    if (parting := mapping.split.get(key)) and isinstance(value, str):
        texts = value.split(parting)
    renamed = {old.casefold(): new for old, new in mapping.values.get(key, {}).items()}
    for text in texts:
        plain = clean(text)
        if plain.casefold() in renamed:
            yield from renamed[plain.casefold()]
        elif plain:
            yield plain


def _put(mapped: Mapped, target: str, value: str, key: str, vocabulary: Vocabulary) -> None:
    text, why = _fitting(target, value, vocabulary)
    if why:
        mapped.left.append((key, value, why))
        if target == "audience":
            mapped.unread.append((key, value))
    elif target in LISTS:
        listed = mapped.fields.setdefault(target, [])
        if text not in listed:
            listed.append(text)
    else:
        mapped.fields.setdefault(target, text)


def _fitting(target: str, value: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The value as the field takes it, or why it does not."""
    if (choices := _CHOICES.get(target)) is not None:
        word = value.strip().lower()
        close = next((each for each in choices if word in {each, each.replace("_", "-")}), None)
        listed = ", ".join(f"`{each}`" for each in choices)
        return (close, "") if close else ("", f"`{target}` takes {listed}")
    if target == "tags":
        tag = kebab_case(value)
        return (tag, "") if tag else ("", "no letter or digit is in it")
    if target == "contributing_factors":
        known = value.strip() in vocabulary.factor_by_id
        return (value.strip(), "") if known else ("", "no contributing factor of the vocabulary has this id")
    if target == "references":
        is_web = re.match(r"https?://[^\s/]", value, re.IGNORECASE)
        return (value.strip(), "") if is_web else ("", "no address that begins with https://")
    return value, ""


def _composed(metadata: Mapping[str, Tree], mapping: ArchiveMap) -> str:
    """The title that `compose` makes of old fields; empty where one of them is missing."""
    form = mapping.compose.get("title", "")
    texts = {name: clean(", ".join(texts_of(metadata.get(name.strip())))) for name in _BRACES.findall(form)}
    return clean(_BRACES.sub(lambda match: texts[match[1]], form)) if form and all(texts.values()) else ""
