"""The plugin's block to typed settings, each mistake told with the setting's name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from afterword.model.settings import Settings
from afterword.read.former_settings import current_words
from afterword.read.gates import GateError, read_gates
from afterword.read.refusals import describe_refusal

_CODE = re.compile(r"AW[0-9]{0,3}\Z")


class SettingsError(ValueError):
    """Settings that cannot be taken: the file, the line and what to change."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message


def read_settings(block: Mapping[str, Any], path: str, lines: Mapping[str, int] | None = None) -> Settings:
    """Typed settings from the block as the configuration file gave it.

    Raises:
        SettingsError: with every mistake, joined into one message, at the first one's line.
    """
    located = lines or {}
    given = {key: value for key, value in current_words(block).items() if value is not None}
    given["levels"] = _switched_off(given.get("levels", {}))
    if given.get("names") is False:
        given["names"] = "off"  # which YAML reads as false
    mistakes: list[tuple[int, str]] = []
    settings = Settings()
    try:
        settings = Settings.model_validate(given)
    except ValidationError as invalid:
        for detail in invalid.errors(include_url=False):
            # Of several patterns each has its own line; of a key only the first is known.
            loc = [str(part) for part in detail["loc"]]
            place = [*loc, detail["input"]] if isinstance(detail["input"], str) and "secrets" in loc else loc
            mistakes.append((_line(place, located), _message(detail)))
    gates, levels = given.get("gates"), given["levels"]
    if isinstance(gates, Mapping) and all(isinstance(column, Mapping) for column in gates.values()):
        try:
            read_gates(gates)
        except GateError as error:
            mistakes.append((_line(["gates"], located), str(error)))
    for code in levels if isinstance(levels, Mapping) else ():
        if not _CODE.match(str(code)):
            message = f"`levels` names `{code}`, which is no rule code; write one such as `AW405` or `AW4`"
            mistakes.append((_line(["levels", str(code)], located), message))
    if mistakes:
        raise SettingsError(path, *_joined(mistakes))
    return settings


def _switched_off(levels: Any) -> Any:  # noqa: ANN401 - typed by people
    """The levels with a bare `off`, which YAML reads as false, as the word that was meant."""
    if not isinstance(levels, Mapping):
        return levels
    return {code: "off" if level is False else level for code, level in levels.items()}


def _line(loc: list[str], located: Mapping[str, int]) -> int:
    """The line of the last key of `loc` that is known."""
    return next((located[part] for part in reversed(loc) if part in located), located.get("afterword", 1))


def _joined(mistakes: list[tuple[int, str]]) -> tuple[int, str]:
    """The first mistake's line, and all messages in the order of the file, each with its line where it is another."""
    mistakes = sorted(mistakes, key=lambda each: each[0])
    first = mistakes[0][0]
    return first, "; ".join(message if line == first else f"line {line}: {message}" for line, message in mistakes)


def _message(detail: Any) -> str:  # noqa: ANN401 - pydantic's error details
    loc = [str(part) for part in detail["loc"]]
    name = ".".join(loc)
    if detail["type"] == "extra_forbidden":
        close = difflib.get_close_matches(loc[-1], _known(loc[:-1]), n=1, cutoff=0.6)
        return f"`{name}` is no known setting" + (f"; did you mean `{close[0]}`?" if close else "")
    return describe_refusal(name, detail)


def _known(group: list[str]) -> list[str]:
    """The settings of a group, such as those of `organisation`."""
    fields = {info.alias or name: info for name, info in Settings.model_fields.items()}
    if not group:
        return list(fields)
    model = fields[group[0]].annotation if group[0] in fields else None
    return list(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else []
