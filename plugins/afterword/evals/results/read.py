"""The bytes of a result file to what they tell, whichever tool wrote them."""

from __future__ import annotations

import json
from typing import Any

from afterword.evals.manifest import FORMAT as MANIFEST
from afterword.evals.results.inspect_log import is_inspect, read_archive, read_inspect
from afterword.evals.results.junit import is_junit, read_junit
from afterword.evals.results.own_form import OwnResults, is_own, read_own
from afterword.evals.results.promptfoo import is_promptfoo, read_promptfoo
from afterword.evals.results.trial import ResultError, Results, inner

BYTES = 64 * 2**20
"""The largest result file that is read, also unpacked."""


def read_results(data: bytes) -> Results | OwnResults:
    """What the file tells.

    Raises:
        ResultError: where it is no result file of a tool that is known here, or cannot be read.
    """
    if len(data) > BYTES:
        message = f"it is larger than {BYTES // 2**20} MiB"
        raise ResultError(message)
    if data.startswith(b"PK\x03\x04"):
        return read_archive(data, BYTES)
    if is_junit(data):
        return read_junit(data)
    content = _json(data)
    if is_own(content):
        return read_own(content)
    if is_promptfoo(content):
        return read_promptfoo(content)
    if is_inspect(content):
        return read_inspect(content)
    if inner(content, "format") == MANIFEST:
        message = "it is the list of exported cases, not what came of running them"
        raise ResultError(message)
    message = "it is no result file of promptfoo (`-o FILE.json`), Inspect AI, pytest (`--junitxml`) or a gate of ours"
    raise ResultError(message)


def _json(data: bytes) -> Any:  # noqa: ANN401 - any JSON
    if not data.strip():
        message = "it is empty"
        raise ResultError(message)
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        message = "it is no valid JSON, XML or archive"
        raise ResultError(message) from error
