"""Approvals as a machine wrote them."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from afterword.model.approvals import Approval, Approvals, approval_order
from afterword.model.tree import DataProblem
from afterword.read.files import read_bytes

NAME = "approvals.json"
FORMAT, VERSION = "afterword-approvals", 1
_CURE = "take it back from git, and record the reviews that came since with `afterword approvals record`"


def read_approvals(path: Path, shown: str) -> tuple[Approvals | None, tuple[DataProblem, ...]]:
    """The approvals, and the problems with single ones; an unreadable file is none and one problem."""
    if not path.exists():
        return None, ()
    data = read_bytes(path)
    if isinstance(data, str):
        return None, (DataProblem(shown, 1, 1, f"the file cannot be read: {data}"),)
    try:
        content = json.loads(data)
        listed = content["approvals"]
        if (content["format"], content["version"]) != (FORMAT, VERSION) or not isinstance(listed, list):
            raise TypeError
    except json.JSONDecodeError as error:
        return None, (DataProblem(shown, error.lineno, error.colno, "the file is no valid JSON", _CURE),)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None, (DataProblem(shown, 1, 1, "the file holds no approvals of this edition of Afterword", _CURE),)
    found: list[Approval] = []
    problems: list[DataProblem] = []
    for place, raw in enumerate(listed, 1):
        try:
            found.append(Approval.model_validate(raw))
        except ValidationError as invalid:
            detail = invalid.errors(include_url=False, include_input=False)[0]
            field = ".".join(str(part) for part in detail["loc"]) or "approval"
            problems.append(DataProblem(shown, 1, 1, f"approval {place}: `{field}` cannot be read", _CURE))
    return Approvals(tuple(sorted(found, key=approval_order))), tuple(problems)


def write_approvals(approvals: Approvals) -> str:
    """The file's text: one approval on a line, so that git joins what two branches recorded."""
    lines = [
        json.dumps(each.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
        for each in sorted(approvals.entries, key=approval_order)
    ]
    body = ",\n".join(f"  {line}" for line in lines)
    inner = f"\n{body}\n" if lines else ""
    return f'{{"format": "{FORMAT}", "version": {VERSION}, "approvals": [{inner}]}}\n'
