"""The summary of a check on the page of a GitHub Actions job: what is left standing and why, and the counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from afterword.findings.finding import CheckResult
from afterword.findings.summary import summarise

VARIABLE = "GITHUB_STEP_SUMMARY"
"""The environment variable that names the file to which a step of a job adds its summary."""
_BACKTICKS = re.compile(r"`+")


def add_job_summary(result: CheckResult, environment: Mapping[str, str]) -> None:
    """Add the summary to the job's page, where there is one; a page that cannot be written stops no check."""
    path = environment.get(VARIABLE, "")
    if not path:
        return
    with suppress(OSError), Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as page:
        page.write(describe_result(result))


def describe_result(result: CheckResult) -> str:
    """The summary as Markdown: one block of code, so that nothing that a report says becomes a part of the page."""
    return f"### Afterword\n\n{fenced(chr(10).join(summarise(result)))}\n"


def fenced(said: str) -> str:
    """`said` as a block of code that nothing in it can close."""
    fence = "`" * max(3, 1 + max((len(each) for each in _BACKTICKS.findall(said)), default=0))
    return f"{fence}text\n{said}\n{fence}"
