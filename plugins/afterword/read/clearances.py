"""`_state/import-audit.json`: which imported reports a person has read and cleared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from afterword.model.flag import Clearance
from afterword.model.tree import DataProblem
from afterword.read.files import read_bytes

NAME = "import-audit.json"
SCHEMA = "import-audit/1"
_HINT = "mend it, or take it out and clear the reports again with `afterword import --clear`"


def read_clearances(path: Path, shown: str) -> tuple[Mapping[str, Clearance], tuple[DataProblem, ...]]:
    """Clearances by report id. A file that cannot be read clears nothing, and is one problem."""
    if not path.exists() and not path.is_symlink():
        return {}, ()
    data = read_bytes(path)
    if isinstance(data, str):
        return {}, (DataProblem(shown, 1, 1, f"the file cannot be read: {data}", _HINT),)
    try:
        content = json.loads(data)
        listed = content["cleared"]
        if content["schema"] != SCHEMA or not isinstance(listed, list):
            raise ValueError
    except json.JSONDecodeError as error:
        return {}, (DataProblem(shown, error.lineno, error.colno, "the file is no valid JSON", _HINT),)
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}, (DataProblem(shown, 1, 1, "the file is no list of clearances", _HINT),)
    found: dict[str, Clearance] = {}
    problems = []
    for place, entry in enumerate(listed, 1):
        clearance = _clearance(entry)
        if clearance is None:
            problems.append(DataProblem(shown, 1, 1, f"entry {place} is no clearance", _HINT))
        else:
            found[clearance.id] = clearance
    return found, tuple(problems)


def write_clearances(clearances: Mapping[str, Clearance]) -> bytes:
    """The file's content, sorted by id."""
    entries = [
        {"id": each.id, "cleared_on": each.cleared_on, "digest": each.digest, "marks": sorted(each.marks)}
        for _, each in sorted(clearances.items())
    ]
    return (json.dumps({"schema": SCHEMA, "cleared": entries}, indent=2) + "\n").encode()


def _clearance(entry: object) -> Clearance | None:
    if not isinstance(entry, dict):
        return None
    texts = [entry.get(key) for key in ("id", "digest", "cleared_on")]
    marks = entry.get("marks")
    if not all(isinstance(each, str) and each for each in texts) or not isinstance(marks, list):
        return None
    return Clearance(str(texts[0]), str(texts[1]), tuple(sorted(map(str, marks))), str(texts[2]))
