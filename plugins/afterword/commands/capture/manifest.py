"""What a capture says of itself: `manifest.json`, written once and read with care."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from afterword.findings.visible import visible
from afterword.model.choices import DetectedBy, EvidenceKind, SystemType

NAME = "manifest.json"
BEGUN = ".declaring-"
"""The name of a folder begins like this until it is whole."""
CHECKLIST = "CHECKLIST.md"
FILES = "files"
SCHEMA = 1
MOST_BYTES = 32 << 20
"""Of a manifest that is read."""
MOST_NAMES = 1000
"""Of files, and of different attributes."""
_DEEPEST = 200
_TIME = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class File(_Part):
    """One file that was saved."""

    name: str = Field(description="Its name as it was given; `standard input` for what came from there.")
    stored: str = Field(pattern=r"^files/[A-Za-z0-9][A-Za-z0-9._-]{0,119}$", description="Where it lies in the folder.")
    size: int = Field(ge=0, description="In bytes.")
    sha256: str = Field(pattern="^[0-9a-f]{64}$", description="The digest of its bytes.")
    kind: EvidenceKind = Field(description="What sort of evidence it seems to be.")
    modified_at: str | None = Field(None, pattern=_TIME, description="When the original was last changed, in UTC.")
    restricted: bool = Field(description="Whether it holds what people wrote, so that only a few may read it.")
    notes: list[str] = Field(default_factory=list, description="What is to be said of it.")


class Attribute(_Part):
    """One attribute that was read from the files."""

    name: str = Field(max_length=200)
    values: list[Any] = Field(default_factory=list, description="Its different values, as far as they are short.")
    others: int = Field(0, ge=0, description="How many more there are, in the files alone.")
    content: bool = Field(False, description="Whether it holds what people wrote, which stays in the files.")
    files: list[str] = Field(default_factory=list, description="Where it was read, as `stored`.")


class Missed(_Part):
    """One thing that could not be saved."""

    name: str
    why: str


class Manifest(_Part):
    """The whole file."""

    schema_: int = Field(SCHEMA, alias="schema", ge=1, le=SCHEMA)
    declared_at: str = Field(pattern=_TIME, description="When it was declared, in UTC.")
    offset: str = Field(pattern=r"^[+-][0-9]{2}:[0-9]{2}$", description="The offset of the machine's clock then.")
    tool: str = Field(description="What wrote it, with its version.")
    system: str | None = None
    type: SystemType | None = None
    what: str | None = None
    detected_at: str | None = Field(None, pattern=_TIME)
    detected_by: DetectedBy | None = None
    rolled_back_at: str | None = Field(None, pattern=_TIME)
    rolled_back: bool = False
    files: list[File] = Field(default_factory=list, max_length=MOST_NAMES)
    attributes: list[Attribute] = Field(default_factory=list, max_length=MOST_NAMES)
    environment: dict[str, list[str]] = Field(default_factory=dict)
    flags: dict[str, list[str]] = Field(default_factory=dict)
    schemas: list[str] = Field(default_factory=list, description="Versions of the set of names that traces give.")
    missed: list[Missed] = Field(default_factory=list)

    def dump(self) -> bytes:
        """The file's bytes, in ASCII."""
        return (json.dumps(self.model_dump(by_alias=True), indent=2) + "\n").encode("ascii")


def parse_manifest(data: bytes) -> Manifest:
    """Read one.

    Raises:
        ValueError: where it is none, in words.
    """
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        message = "is no JSON"
        raise ValueError(message) from None
    if _is_deep(held):
        message = "is nested too deeply"
        raise ValueError(message)
    version = held.get("schema") if isinstance(held, dict) else None
    if isinstance(version, int) and version > SCHEMA:
        message = f"is of form {version}, and this version of Afterword reads up to {SCHEMA}; take a newer one"
        raise ValueError(message)
    try:
        manifest = Manifest.model_validate(held)
    except ValidationError as invalid:
        place = ".".join(str(part) for part in invalid.errors()[0]["loc"])[:80]
        message = f"does not have the form of one{f', at `{visible(place)}`' if place else ''}"
        raise ValueError(message) from None
    if len({each.stored for each in manifest.files}) < len(manifest.files):
        message = "lists one file twice"
        raise ValueError(message)
    return manifest


def _is_deep(root: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Whether maps and lists lie deeper in one another than in any manifest that was written here."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [below for each in level if isinstance(each, dict | list) for below in _below(each)]
        if not level:
            return False
    return True


def _below(value: dict[str, Any] | list[Any]) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value
