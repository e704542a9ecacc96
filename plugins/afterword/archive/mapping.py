"""The mapping file: what the fields of an archive are called here, and what a person says of single files."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails

from afterword.model.choices import Audience, Kind, Origin, Severity
from afterword.model.dates import DateError, parse_partial_date
from afterword.model.loose_dates import Order
from afterword.model.settings import Settings
from afterword.model.source import Source
from afterword.model.tree import DataProblem
from afterword.read.data_file import problem_at, read_tree
from afterword.read.node import Node
from afterword.read.refusals import describe_refusal

Target = Literal[
    "title", "kind", "origin", "audience", "severity", "plain_summary", "description", "occurred_on", "tags",
    "system.name", "system.type", "system.owner_team", "system.provider", "contributing_factors", "references",
]  # fmt: skip
TARGETS: tuple[str, ...] = get_args(Target)
LISTS = frozenset({"tags", "contributing_factors", "references"})
"""Fields of which a file may have several."""


class Block(BaseModel):
    """A closed group of keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FileEntry(Block):
    """What a person says of one file."""

    skip: str | None = Field(None, min_length=1, description="Why the file is not taken.")
    title: str | None = Field(None, min_length=1, description="Its title.")
    date: str | None = Field(None, description="Its date: `2019-03-01`, `2019-03` or `2019`.")
    encoding: str | None = Field(None, min_length=1, description="Its encoding, where that is not UTF-8.")
    kind: Kind | None = Field(None, description="Its kind.")
    origin: Origin | None = Field(None, description="Its origin.")
    audience: Audience | None = Field(None, description="Who may read it.")
    severity: Severity | None = Field(None, description="Its severity.")

    @field_validator("date")
    @classmethod
    def _is_date(cls, text: str | None) -> str | None:
        if text is None:
            return None
        try:
            return parse_partial_date(text.strip()).text
        except DateError as error:
            raise ValueError(str(error)) from None


class ArchiveMap(Block):
    """The whole file. Without one every field is empty."""

    archive: str | None = Field(None, min_length=1, description="The archive's name; without it the folder's.")
    encoding: str | None = Field(None, min_length=1, description="The encoding of files that are not UTF-8.")
    zone: str | None = Field(None, description="The zone in which the day of a time is counted.")
    date_order: Order | None = Field(None, description="What `03/04/2019` means: dmy or mdy.")
    fields: Mapping[str, tuple[Target, ...]] = Field(default_factory=dict, description="Old field to fields here.")
    values: Mapping[str, Mapping[str, tuple[str, ...]]] = Field(
        default_factory=dict, description="Old field to its old values, each with the new ones; empty leaves it out."
    )
    split: Mapping[str, str] = Field(default_factory=dict, description="Old field to what parts its labels.")
    compose: Mapping[Literal["title"], str] = Field(
        default_factory=dict, description="A title of old fields in braces."
    )
    defaults: Mapping[Target, tuple[str, ...]] = Field(default_factory=dict, description="Field to value, for all.")
    images: Literal["copy", "leave"] = Field("copy", description="Whether pictures are copied as evidence.")
    files: Mapping[str, FileEntry] = Field(default_factory=dict, description="Single files by path.")

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str | None) -> str | None:
        if zone is not None:
            Settings.model_validate({"zone": zone})
        return zone


def read_mapping(path: Path, shown: str) -> tuple[ArchiveMap, tuple[DataProblem, ...]]:
    """The mapping, and every mistake in it with its place; with any, the mapping is not to be used."""
    tree = read_tree(path, shown)
    if tree is None:
        return ArchiveMap(), ()
    if isinstance(tree, DataProblem):
        return ArchiveMap(), (tree,)
    source, root = tree
    if root.entries is None:
        return ArchiveMap(), (problem_at(source, root, "the mapping is no map", "write `key: value` lines"),)
    try:
        return ArchiveMap.model_validate(_shaped(_plain(root))), ()
    except ValidationError as invalid:
        found = (_problem(source, root, detail) for detail in invalid.errors(include_url=False))
        return ArchiveMap(), tuple(sorted(set(found), key=lambda each: (each.line, each.column, each.message)))


def _plain(node: Node) -> Any:  # noqa: ANN401 - a tree of texts, lists and maps
    if node.entries is not None:
        return {key.text: _plain(value) for key, value in node.entries}
    if node.items is not None:
        return [_plain(item) for item in node.items]
    return "" if node.is_null else node.text


def _shaped(content: Any) -> Any:  # noqa: ANN401
    """One word where several may stand is a list of one; an empty text is a list of none; empty keys are left out."""
    shaped = {key: value for key, value in content.items() if value != ""}
    for name in ("fields", "defaults"):
        if isinstance(shaped.get(name), dict):
            shaped[name] = {key: _listed(value) for key, value in shaped[name].items() if value != ""}
    if isinstance(shaped.get("values"), dict):
        shaped["values"] = {
            key: {old: _listed(new) for old, new in value.items()} if isinstance(value, dict) else value
            for key, value in shaped["values"].items()
            if value != ""
        }
    if isinstance(shaped.get("files"), dict):
        shaped["files"] = {
            key: {name: inner for name, inner in value.items() if inner != ""}
            if isinstance(value, dict)
            else value or {}
            for key, value in shaped["files"].items()
        }
    return shaped


def _listed(value: Any) -> Any:  # noqa: ANN401
    return ([value] if value else []) if isinstance(value, str) else value


def _problem(source: Source, root: Node, detail: ErrorDetails) -> DataProblem:
    place = root
    unknown = detail["type"] == "extra_forbidden"
    for part in detail["loc"]:
        for key, value in place.entries or ():
            if key.text == part:
                place = key if unknown and part == detail["loc"][-1] else value
                break
        else:
            items = place.items or ()
            place = items[part] if isinstance(part, int) and part < len(items) else place
    names = [str(part) for part in detail["loc"] if not isinstance(part, int) and part != "[key]"]
    name = ".".join(names)
    if unknown:
        close = difflib.get_close_matches(names[-1], list(_known(names[:-1])), n=1, cutoff=0.6)
        hint = f"did you mean `{close[0]}`?" if close else f"write one of {_words(_known(names[:-1]))}"
        return problem_at(source, place, f"`{name}` is no known key of a mapping", hint)
    if detail["type"] == "literal_error" and names[0] == "fields":
        typed = str(detail.get("input"))
        close = difflib.get_close_matches(typed, TARGETS, n=1, cutoff=0.6)
        hint = f"did you mean `{close[0]}`?" if close else f"write one of {_words(TARGETS)}"
        return problem_at(source, place, f"`{typed}` is no field that an archive's can become", hint)
    message, _, hint = describe_refusal(name, detail).partition("; ")
    return problem_at(source, place, message, hint)


def _known(group: list[str]) -> Iterator[str]:
    yield from FileEntry.model_fields if group[:1] == ["files"] else ArchiveMap.model_fields


def _words(names: Any) -> str:  # noqa: ANN401
    return ", ".join(f"`{name}`" for name in names)
