"""One Markdown file to one `Report`, whatever is in it: never an exception, one problem for what stops the reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from afterword.audit.audit import audit_report
from afterword.model.body import Body
from afterword.model.choices import Audience
from afterword.model.front_matter import FrontMatter
from afterword.model.problem import Problem
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.model.source import Source
from afterword.read.fields import read_fields
from afterword.read.front_matter import Fences, find_fences
from afterword.read.markdown import body_limits, read_body
from afterword.read.node import Node
from afterword.read.nodes import NodeError, read_nodes
from afterword.read.text import read_source

NO_BODY = Body(text="", first_line=1, headings=(), links=(), blocks=(), html=(), attributes=(), suppressions=())


def read_report(data: bytes, *, path: str, place: str, settings: Settings) -> Report:
    """Read one file.

    Args:
        data: the file's bytes.
        path: its path as people see it.
        place: its path below the documents folder, empty for a file outside of it.
        settings: limits, zone and default audiences.
    """
    source = read_source(data, path, settings.limits)
    if isinstance(source, Problem):
        return broken_report(path, place, source)
    fences = find_fences(source, settings.limits)
    if isinstance(fences, Problem):
        return broken_report(path, place, fences, source)
    try:
        root = _read_root(source, fences, settings)
    except NodeError as error:
        return broken_report(path, place, error.problem, source)
    fields = read_fields(source, root, settings.zone_info)
    limits = body_limits(source, fences.body, settings.limits)
    over = tuple(Problem("over-limit", limit.span, limit.message, limit.hint) for limit in limits[:1])
    report = Report(
        id=_stem(path),
        source=source,
        place=place,
        front=fields.front,
        body=NO_BODY if over else read_body(source, fences.body),
        audience=_audience(fields.front, settings),
        spans=fields.spans,
        keys=fields.keys,
        mentioned=fields.mentioned,
        problems=(*fields.problems, *over),
    )
    # Here and not later, so that whoever reads an imported report without asking for clearances holds it back.
    return replace(report, held_for=audit_report(report, settings)) if report.lifecycle == "imported" else report


def broken_report(path: str, place: str, problem: Problem, source: Source | None = None) -> Report:
    """A file of which nothing can be said but the problem; no audience may read it."""
    return Report(
        id=_stem(path),
        source=source or Source(path, ""),
        place=place,
        front=FrontMatter(),
        body=NO_BODY,
        audience=None,
        spans={},
        keys={},
        mentioned=frozenset(),
        problems=(problem,),
    )


def _read_root(source: Source, fences: Fences, settings: Settings) -> Node:
    root = read_nodes(source, fences.start, fences.end, max_depth=settings.limits.front_matter_depth)
    if root is None or root.is_null:
        return Node(fences.start, fences.start, entries=[])
    if root.entries is None:
        what = "a list" if root.items is not None else "plain text"
        span = source.span(root.start, root.start)
        hint = "write `key: value` lines, such as `title: …`"
        raise NodeError(Problem("yaml-feature", span, f"the front matter is {what}, not a map of fields", hint))
    return root


def _audience(front: FrontMatter, settings: Settings) -> Audience | None:
    if front.audience is not None:
        return front.audience
    return settings.import_.audience if front.lifecycle == "imported" else settings.default_audience


def _stem(path: str) -> str:
    return PurePosixPath(path).stem
