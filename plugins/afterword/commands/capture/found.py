"""The attributes of all saved files, as the manifest holds them and as they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from afterword.commands.capture.manifest import Attribute
from afterword.findings.visible import visible
from afterword.model.gen_ai import GenAiNames
from afterword.read.gen_ai import shipped_names
from afterword.read.seen_attributes import SeenAttributes, Values

_MANIFOLD = ("gen_ai.operation.", "gen_ai.output.", "gen_ai.agent.")
"""One run has several of these anyway."""
_MOST = 20
"""Lines that are told; a trace of another library can hold hundreds of names."""


def attributes_of(seen: Mapping[str, SeenAttributes]) -> list[Attribute]:
    """Each name once, with its different values over all files; what people wrote is named and not repeated."""
    names = shipped_names()
    merged: dict[str, tuple[list[Any], list[str], int]] = {}
    for stored, found in seen.items():
        for name, values in found.values.items():
            kept, files, others = merged.get(name, ([], [], 0))
            new = [each for each in values.kept if not any(_is_same(each, other) for other in kept)]
            merged[name] = ([*kept, *new], [*files, stored], others + values.count - len(values.kept))
    return [
        Attribute(name=name, values=[], others=len(kept) + others, content=True, files=files)
        if names.is_content(name)
        else Attribute(name=name, values=kept, others=others, files=files)
        for name, (kept, files, others) in sorted(merged.items())
    ]


def texts_of(found: Iterable[Mapping[str, Values]]) -> dict[str, list[str]]:
    """The values of environment or flags over all files, each once, sorted by name."""
    return merged_texts({name: values.kept for name, values in each.items()} for each in found)


def merged_attributes(lists: Iterable[Sequence[Attribute]]) -> list[Attribute]:
    """The attributes of several captures, each name once with its different values."""
    merged: dict[str, Attribute] = {}
    for each in (one for listed in lists for one in listed):
        before = merged.get(each.name, Attribute(name=each.name))
        new = [value for value in each.values if not any(_is_same(value, other) for other in before.values)]
        merged[each.name] = Attribute(
            name=each.name,
            values=[*before.values, *new],
            others=before.others + each.others,
            content=before.content or each.content,
        )
    return [merged[name] for name in sorted(merged)]


def merged_texts(maps: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, list[str]]:
    """The texts of several captures, each name once with its different texts."""
    merged: dict[str, list[str]] = {}
    for each in maps:
        for name, texts in each.items():
            kept = merged.setdefault(name, [])
            kept += [text for text in texts if text not in kept]
    return dict(sorted(merged.items()))


def doubts(attributes: Sequence[Attribute], names: GenAiNames) -> Iterator[str]:
    """What is to be said of the names, one line each: several models that answered, unknown or deprecated names."""
    found = [*_different(attributes, names), *islice(_flaws(attributes, names), _MOST + 1)]
    yield from found[:_MOST]
    if found[_MOST:]:
        yield "further names are in doubt, too; the manifest lists them all"


def _flaws(attributes: Sequence[Attribute], names: GenAiNames) -> Iterator[str]:
    for each in attributes:
        if flaw := names.flaw(each.name):
            message, hint = flaw
            known = names.find(each.name)
            # With a name that took its place, the cure is said already.
            yield f"`{visible(each.name)}` {message}{'' if known and known.now else f': {hint}'}"


def _different(attributes: Sequence[Attribute], names: GenAiNames) -> Iterator[str]:
    for each in attributes:
        if _is_state(each, names) and len(each.values) + each.others > 1:
            shown = ", ".join(f"`{visible(str(value))}`" for value in each.values[:5])
            more = len(each.values[5:]) + each.others
            yield f"`{each.name}` has different values: {shown}{f' and {more:,} more' if more else ''}"


def _is_state(attribute: Attribute, names: GenAiNames) -> bool:
    """Whether it tells the state of the system, so that two values of it are two states."""
    known = names.find(attribute.name)
    is_one = known is not None and known.part in {"model", "prompt", "retrieval"}
    return is_one and not attribute.content and not attribute.name.startswith(_MANIFOLD)


def _is_same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any JSON value
    return type(one) is type(other) and one == other
