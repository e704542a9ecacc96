"""An export for one tool: all of its files, and what it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from afterword.evals.export import inspect_ai, promptfoo, pytest_suite
from afterword.evals.export.choose import Choice
from afterword.evals.export.left_out import LeftOut
from afterword.evals.export.suite import SuiteCase, build_suite
from afterword.model.collection import AudienceView

Tool = Literal["promptfoo", "inspect", "pytest"]
TOOLS: tuple[Tool, ...] = ("promptfoo", "inspect", "pytest")


@dataclass(frozen=True)
class Exporter:
    """How the cases are written for one tool.

    Attributes:
        title: the tool's name as people write it.
        refuses: why the tool cannot run a case, in words; empty where it can.
        write: the files of an export by path.
        yours: files that are written once and belong to whoever fills them in.
    """

    title: str
    refuses: Callable[[SuiteCase], str]
    write: Callable[[Sequence[SuiteCase]], dict[str, bytes]]
    yours: tuple[str, ...] = ()


EXPORTERS: Mapping[Tool, Exporter] = {
    "promptfoo": Exporter("promptfoo", promptfoo.refuses, promptfoo.write),
    "inspect": Exporter("Inspect AI", lambda _: "", inspect_ai.write),
    "pytest": Exporter("pytest", lambda _: "", pytest_suite.write, yours=("target.py",)),
}


@dataclass(frozen=True)
class Made:
    """An export: its files by path, its cases, and the committed ones that it does not hold."""

    files: Mapping[str, bytes]
    cases: tuple[SuiteCase, ...]
    left_out: tuple[LeftOut, ...]


def make_export(view: AudienceView, choice: Choice, tool: Tool) -> Made:
    """The export of what the view's audience may read; nothing narrower is in any byte of it.

    Raises:
        ChoiceError: where no report knows the factor or the system that is asked for.
    """
    suite, exporter = build_suite(view, choice), EXPORTERS[tool]
    refused = {id(case): told for case in suite.cases if (told := exporter.refuses(case))}
    cases = tuple(case for case in suite.cases if id(case) not in refused)
    left = [
        LeftOut(each.listed.report, each.listed.case, refused[id(each)], each.listed.blocking)
        for each in suite.cases
        if id(each) in refused
    ]
    return Made(exporter.write(cases) if cases else {}, cases, (*suite.left_out, *left))
