"""Files below the state folder as machines wrote them: JSON with a head and a list, each entry judged by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from afterword.model.tree import DataProblem
from afterword.read.files import read_bytes

MOST = 20_000_000
"""Bytes; a hundred thousand entries need fewer."""
Entry = TypeVar("Entry", bound=BaseModel)
Head = TypeVar("Head")


@dataclass(frozen=True)
class StateForm(Generic[Entry, Head]):
    """One sort of state file.

    Attributes:
        key: the key of the list.
        noun: what an entry is, in a word.
        entry: the form of an entry.
        head: takes what stands beside the list; raises ValueError, KeyError or TypeError for another sort of file.
        none: that the file is of another sort, as a sentence without its full stop.
        cure: what to do about a file or an entry that cannot be read.
    """

    key: str
    noun: str
    entry: type[Entry]
    head: Callable[[Any], Head]
    none: str
    cure: str


def read_state_file(
    path: Path, shown: str, form: StateForm[Entry, Head]
) -> tuple[tuple[Head, tuple[Entry, ...]] | None, tuple[DataProblem, ...]]:
    """The head with the entries, and the problems with single entries; an unreadable file is None and one problem."""
    if not path.exists():
        return None, ()
    data = read_bytes(path)
    if isinstance(data, str):
        return None, (DataProblem(shown, 1, 1, f"the file cannot be read: {data}"),)
    if len(data) > MOST:
        return None, (DataProblem(shown, 1, 1, f"the file is larger than {MOST // 1_000_000} MB", form.cure),)
    try:
        content = json.loads(data)
        head, listed = form.head(content), content[form.key]
        if not isinstance(listed, list):
            raise TypeError
    except json.JSONDecodeError as error:
        told = "git has left marks of a conflict in the file" if b"<<<<<<<" in data else "the file is no valid JSON"
        return None, (DataProblem(shown, error.lineno, error.colno, told, form.cure),)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None, (DataProblem(shown, 1, 1, form.none, form.cure),)
    entries: list[Entry] = []
    problems: list[DataProblem] = []
    for place, raw in enumerate(listed, 1):
        try:
            entries.append(form.entry.model_validate(raw))
        except ValidationError as invalid:
            detail = invalid.errors(include_url=False, include_input=False)[0]
            field = ".".join(str(part) for part in detail["loc"]) or form.noun
            problems.append(DataProblem(shown, 1, 1, f"{form.noun} {place}: `{field}` cannot be read", form.cure))
    return (head, tuple(entries)), tuple(problems)


def one_line_each(entries: list[Entry], indent: str) -> str:
    """The entries as the inside of a JSON list, one on a line, so that git joins what two branches added."""
    lines = [json.dumps(each.model_dump(mode="json", exclude_none=True), ensure_ascii=False) for each in entries]
    body = ",\n".join(f"{indent}{line}" for line in lines)
    return f"\n{body}\n" if lines else ""


def of_edition(name: str, version: int) -> Callable[[Any], None]:
    """The head of a file that names its format and version."""

    def head(content: Any) -> None:  # noqa: ANN401 - any JSON
        if (content["format"], content["version"]) != (name, version):
            raise ValueError

    return head
