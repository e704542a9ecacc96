"""What `init` wrote and was told, in the folder of machine-written state: `_state/init.json`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from afterword.commands.refusal import Refusal
from afterword.commands.scaffold.answers import Answers
from afterword.findings.visible import shown_path
from afterword.read.files import read_bytes

RECORD = "_state/init.json"
SCHEMA = "init/1"


class Written(BaseModel):
    """One part as it was last written.

    Attributes:
        sha256: hex digest of its bytes.
        version: the version of Afterword that wrote it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str
    version: str


class Record(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_: str = SCHEMA
    version: str
    answers: Answers
    parts: dict[str, Written]

    def to_bytes(self) -> bytes:
        """The file, sorted, with a line end."""
        content = {"schema": SCHEMA, **self.model_dump(exclude={"schema_"})}
        return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def read_record(path: Path, shown: str) -> Record | None:
    """The record, or None where there is none.

    Raises:
        Refusal: where it was damaged; guessing might overwrite what somebody edited.
    """
    if not path.exists() and not path.is_symlink():
        return None
    content = read_bytes(path)
    try:
        data = json.loads(content) if isinstance(content, bytes) else None
        if isinstance(data, dict) and data.pop("schema", None) == SCHEMA:
            return Record.model_validate(data)
    except (ValueError, RecursionError, ValidationError):
        pass
    message = f"`{shown_path(shown)}` is not as `afterword init` wrote it; take it back from git, or delete it"
    raise Refusal(message)


def digest(data: bytes) -> str:
    """The SHA-256 of `data`, in hex."""
    return hashlib.sha256(data).hexdigest()
