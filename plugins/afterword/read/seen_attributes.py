"""What was seen of attributes: every name with its different values, and what else says where a system ran."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from afterword.model.gen_ai import PREFIX

MOST_NAMES = 400
MOST_VALUES = 20
"""Different values of one name that are kept; of more their number is told."""
LONGEST_NAME = 120
LONGEST_VALUE = 300
"""Characters of a value, written as JSON, that is kept; a longer one stays in the file it came from."""
_COUNTED = 10_000
_PLACES = {
    "service.version": "release",
    "vcs.ref.head.revision": "commit",
    "cloud.region": "region",
}
_FLAG_VALUES = ("feature_flag.result.variant", "feature_flag.result.value", "feature_flag.variant")


@dataclass
class Values:
    """The different values of one name.

    Attributes:
        kept: those that are short enough, in the order in which they were met.
        long: how many are too long to be kept.
        known: what tells all of them apart.
    """

    kept: list[Any] = field(default_factory=list)
    long: int = 0
    known: set[int] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many there are; counting ends at ten thousand."""
        return len(self.known)

    def add(self, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Take one more value, where it is another one."""
        written = json.dumps(value, ensure_ascii=False, default=str)
        mark = hash(written)
        if mark in self.known or len(self.known) >= _COUNTED:
            return
        self.known.add(mark)
        if len(written) > LONGEST_VALUE:
            self.long += 1
        elif len(self.kept) < MOST_VALUES:
            self.kept.append(value)


@dataclass
class SeenAttributes:
    """What one file or several hold.

    Attributes:
        values: by name, sorted by nothing but the order of the text.
        environment: `release`, `commit` and `region`, each with its different values.
        flags: feature flags with theirs.
        schemas: versions of the set of names, as the traces give them.
        notes: what was left, in words.
    """

    values: dict[str, Values] = field(default_factory=dict)
    environment: dict[str, Values] = field(default_factory=dict)
    flags: dict[str, Values] = field(default_factory=dict)
    schemas: Values = field(default_factory=Values)
    notes: list[str] = field(default_factory=list)

    def add(self, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Take one attribute."""
        if len(name) > LONGEST_NAME or name == PREFIX:
            self._note(f"a name of more than {LONGEST_NAME} characters was left in the file")
        elif name not in self.values and len(self.values) >= MOST_NAMES:
            self._note(f"it holds more than {MOST_NAMES} different `gen_ai.*` names; the others stay in the file")
        else:
            self.values.setdefault(name, Values()).add(value)

    def add_facts(self, pairs: Iterable[tuple[str, Any]]) -> None:
        """Take what one object says beside its `gen_ai.*` attributes: where it ran, its flags, its set of names."""
        held = {key: _text(value) for key, value in pairs if key == "schemaUrl" or key == "schema_url" or "." in key}
        for key, place in _PLACES.items():
            if told := held.get(key):
                self.environment.setdefault(place, Values()).add(told)
        for key in ("schemaUrl", "schema_url"):
            if told := held.get(key):
                self.schemas.add(told.rstrip("/").rpartition("/")[2])
        flag = held.get("feature_flag.key")
        variant = next((told for key in _FLAG_VALUES if (told := held.get(key))), "")
        if flag and variant and len(self.flags) < MOST_NAMES:
            self.flags.setdefault(flag, Values()).add(variant)

    def _note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)


def _text(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """A short text, however it is wrapped; else nothing."""
    if isinstance(value, list):
        held = dict(value) if all(isinstance(each, tuple) for each in value) else {}
        value = held.get("stringValue")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_NAME and text.isprintable() else ""
