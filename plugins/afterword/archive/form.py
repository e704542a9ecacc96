"""The imported report as a file: new front matter, the old one kept below `x-imported`, and the prose as it was."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import yaml

from afterword.model.imported import KEY
from afterword.read.nodes import resolve_tag

_SEAL = re.compile(rb"^  written: '?([0-9a-f]{64})'?\r?$", re.MULTILINE)
_UNSEALED = "0" * 64
_UNPLAIN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_BARE = frozenset({"str", "timestamp"})


class Bare(str):
    """A text that stands without quotes where YAML reads it as text or a date: a word of ours, never an author's."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401 - as yaml has it
        return True


def _represent_bare(dumper: yaml.SafeDumper, text: Bare) -> yaml.ScalarNode:
    tag = resolve_tag(str(text))
    tag = tag if tag in _BARE else "str"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", str(text))


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # In double quotes a line end is an escape, so that every text stands on one line and comes back as it was.
    style = '"' if _UNPLAIN.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(Bare, _represent_bare)
_Dumper.add_representer(str, _represent_text)


def write_report(fields: Mapping[str, Any], origin: Mapping[str, Any], prose: str) -> bytes:
    """The file's bytes: `fields` in their order, the origin, its seal, and the prose byte for byte."""
    front = {**fields, KEY: {**origin, "written": Bare(_UNSEALED)}}
    dumped = yaml.dump(front, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**30)
    data = f"---\n{dumped}---\n".encode() + prose.encode()
    return _SEAL.sub(f"  written: '{seal_of(data)}'".encode(), data, count=1)


def seal_of(data: bytes) -> str:
    """SHA-256 of a file with its seal taken for zeros."""
    return hashlib.sha256(_SEAL.sub(f"  written: '{_UNSEALED}'".encode(), data, count=1)).hexdigest()


def is_as_written(data: bytes) -> bool:
    """Whether nobody has changed a file since the import wrote it."""
    found = _SEAL.search(data)
    return found is not None and found[1].decode() == seal_of(data)
