"""Our own result file, which a gate writes and `afterword evals record` takes: verdicts, case by case."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from afterword.evals.results.case_result import CaseResult
from afterword.evals.results.trial import ResultError, inner
from afterword.model.eval_state import RunTool

FORMAT: Literal["afterword-results"] = "afterword-results"
Short = Annotated[str, Field(max_length=1_000)]


class OwnResults(BaseModel):
    """The verdicts of one run on the cases of one system."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    format: Literal["afterword-results"] = FORMAT
    version: Literal[1] = 1
    system: Short = Field(description="The system, by its name in addresses.")
    at: AwareDatetime = Field(description="When the cases ran; of several result files the earliest time.")
    tools: tuple[RunTool, ...] = Field((), description="The tools that ran them.")
    release: Short | None = Field(None, description="What answered.")
    stopped: bool = Field(description="Whether the gate stopped it.")
    cases: tuple[CaseResult, ...] = ()


def is_own(content: Any) -> bool:  # noqa: ANN401 - any JSON
    """Whether the file is of this form, of whatever version."""
    return bool(inner(content, "format") == FORMAT)


def read_own(content: Any) -> OwnResults:  # noqa: ANN401
    """The verdicts.

    Raises:
        ResultError: where the file is not as it was written.
    """
    try:
        return OwnResults.model_validate(content)
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        if first["loc"] == ("version",):
            message = "it was written by another edition of Afterword"
            raise ResultError(message) from None
        message = f"`{place}` cannot be read"
        raise ResultError(message) from None


def write_own(results: OwnResults) -> str:
    """The file's text, which ends in a line feed."""
    return json.dumps(results.model_dump(mode="json", exclude_none=True), ensure_ascii=False, indent=2) + "\n"
