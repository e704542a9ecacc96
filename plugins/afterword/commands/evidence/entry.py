"""An evidence entry as it is written into a report: its fields in the order of the form, as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

from afterword.commands.evidence.plan import PlannedFile
from afterword.model.choices import Audience, EvidenceKind, PersonalData
from afterword.read.nodes import resolve_tag

_BARE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._/()-]*[A-Za-z0-9._/()-])?\Z")
_ALWAYS_QUOTED = frozenset({"captured_at", "sha256"})

Entry = Mapping[str, str]
"""The fields of one entry by name, in the order in which they are written."""


def make_entry(
    file: PlannedFile,
    entry_id: str,
    kind: EvidenceKind | None,
    *,
    title: str | None = None,
    captured_at: str | None = None,
    uri: str | None = None,
    access: Audience | None = None,
    personal_data: PersonalData | None = None,
    retention_until: date | None = None,
) -> Entry:
    """The entry of a planned file. What is None is left out, but for the title and the `uri` that the plan has."""
    told = {
        "id": entry_id,
        "kind": kind,
        "title": title or file.title,
        "captured_at": captured_at,
        "uri": uri or file.uri,
        "sha256": file.sha256,
        "access": access,
        "personal_data": personal_data,
        "retention_until": retention_until.isoformat() if retention_until else None,
    }
    return {key: value for key, value in told.items() if value is not None}


def block_lines(entry: Entry) -> list[str]:
    """The entry as `key: value` lines, without the dash of the list."""
    return [f"{key}: {scalar(key, value)}" for key, value in entry.items()]


def flow_text(entry: Entry) -> str:
    """The entry on one line within braces, for a list that is written in brackets."""
    return "{" + ", ".join(block_lines(entry)) + "}"


def scalar(key: str, value: str) -> str:
    """A value as YAML on one line, good within braces too; in quotes where it is not plainly a word or a path."""
    is_day = key in {"retention_until", "at"}
    if is_day or (key not in _ALWAYS_QUOTED and _BARE.match(value) and resolve_tag(value) == "str"):
        return value
    # JSON's quotes and escapes are YAML's, and what is left unescaped is printed as it is.
    return "".join(each if each.isprintable() else _escape(each) for each in json.dumps(value, ensure_ascii=False))


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\U{code:08X}" if code > 0xFFFF else f"\\u{code:04X}"
