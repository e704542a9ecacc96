"""One file of prose that is no report, such as a README or a page of the guide, to a `Report` without fields."""

from __future__ import annotations

from afterword.model.front_matter import FrontMatter
from afterword.model.problem import Problem
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.markdown import body_limits, read_body
from afterword.read.report import broken_report
from afterword.read.text import read_source


def read_prose(data: bytes, *, path: str, settings: Settings) -> Report:
    """Read a whole file as a body; its wording is judged as that of a published report.

    Args:
        data: the file's bytes.
        path: its path as people see it.
        settings: the limits.
    """
    source = read_source(data, path, settings.limits)
    if isinstance(source, Problem):
        return broken_report(path, "", source)
    limits = body_limits(source, 0, settings.limits)
    if limits:
        return broken_report(path, "", Problem("over-limit", limits[0].span, limits[0].message, limits[0].hint), source)
    return Report(
        id=path,
        source=source,
        place="",
        front=FrontMatter(lifecycle="published"),
        body=read_body(source, 0),
        audience=None,
        spans={},
        keys={},
        mentioned=frozenset(),
    )
