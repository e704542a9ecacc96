"""The plugin's block to typed settings, each mistake told with the setting's name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from afterword.model.settings import Settings
from afterword.read.gates import GateError, read_gates

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
    given = {key: value for key, value in block.items() if value is not None}
    try:
        settings = Settings.model_validate(given)
        read_gates(settings.gates)
    except ValidationError as invalid:
        details = invalid.errors(include_url=False, include_input=False)
        first = [str(part) for part in details[0]["loc"]]
        line = next((located[part] for part in reversed(first) if part in located), located.get("afterword", 1))
        raise SettingsError(path, line, "; ".join(_message(detail) for detail in details)) from None
    except GateError as error:
        raise SettingsError(path, located.get("gates", 1), str(error)) from None
    for code in settings.levels:
        if not _CODE.match(code):
            message = f"`levels` names `{code}`, which is no rule code; write one such as `AW405` or `AW4`"
            raise SettingsError(path, located.get(code, located.get("levels", 1)), message)
    return settings


def _message(detail: Any) -> str:  # noqa: ANN401 - pydantic's error details
    loc = [str(part) for part in detail["loc"]]
    name = ".".join(loc)
    if detail["type"] == "extra_forbidden":
        known = [info.alias or key for key, info in Settings.model_fields.items()]
        close = difflib.get_close_matches(loc[-1], known, n=1, cutoff=0.6)
        return f"`{name}` is no known setting" + (f"; did you mean `{close[0]}`?" if close else "")
    message = str(detail["msg"]).removeprefix("Value error, ")
    return f"`{name}`: {message[:1].lower()}{message[1:]}"
