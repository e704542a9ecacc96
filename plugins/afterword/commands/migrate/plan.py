"""Every file that a migration looks at, as it is to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from afterword.commands.edit_tree import read_tree as read_front
from afterword.commands.find_project import Found
from afterword.commands.migrate.labels import plan_labels
from afterword.commands.migrate.planned import Asked, Planned, Tree, plan_text, plan_tree, unread, unread_data
from afterword.commands.migrate.settings import plan_settings
from afterword.model.front_matter import SCHEMA
from afterword.model.labels import NAME as LABELS
from afterword.model.report import Report
from afterword.model.tree import DataProblem
from afterword.model.vocabulary import Vocabulary
from afterword.read.data_file import read_tree
from afterword.read.node import Node, child_of

_TERM_PAGE = re.compile(r"(?:^|/)(factors|remediations)/([a-z][a-z0-9-]*)(?:\.md|/|#|$)")


def plan_files(found: Found, vocabulary: Vocabulary, environ: Mapping[str, str]) -> Iterator[Planned]:
    """The settings and the lists beside the reports."""
    settings = plan_settings(found, environ)
    if settings is not None:
        yield settings
    project = found.project
    systems = project.docs / project.settings.systems
    read = read_tree(systems, project.shown(systems))
    if isinstance(read, DataProblem):
        yield unread_data(systems, read)
    elif read is not None:
        source, root = read
        yield plan_tree(systems, Tree(source, 0, len(source.text), root), "systems", vocabulary)
    labels = project.docs / LABELS
    planned = plan_labels(labels, project.shown(labels), vocabulary)
    if planned is not None:
        yield planned


def plan_reports(reports: Iterable[Report], found: Found, vocabulary: Vocabulary) -> Iterator[Planned]:
    """Each report, by its path."""
    for report in sorted(reports, key=lambda each: each.path):
        yield _report(report, found.file(report.path), vocabulary)


def _report(report: Report, file: Path, vocabulary: Vocabulary) -> Planned:
    if report.is_unreadable:
        first = report.problems[0]
        return unread(file, report.path, first.span.line, f"{first.message}; the report is left as it is")
    fences, root = read_front(report.source)
    if fences is None:
        return plan_text(file, report.source, report.source.text, (), ())
    newer = _newer_form(root)
    if newer is not None:
        line = report.source.span(newer.start, newer.start).line
        told = f"the report is written in form {newer.text}, and this version knows {SCHEMA}; it is left as it is"
        return plan_text(file, report.source, report.source.text, (), (Asked(line, told),))
    planned = plan_tree(file, Tree(report.source, fences.start, fences.end, root), "report", vocabulary)
    return replace(planned, asked=(*planned.asked, *_links(report, vocabulary)))


def _links(report: Report, vocabulary: Vocabulary) -> Iterator[Asked]:
    """Links of the body to pages that retired ids once had; a body is changed by nobody but its author."""
    for link in report.body.links:
        found = _TERM_PAGE.search(link.href)
        if found is None:
            continue
        retired = vocabulary.retired_factors if found[1] == "factors" else vocabulary.retired_kinds
        if found[2] in retired:
            message, cure = retired[found[2]].words
            told = f"let it lead to `{retired[found[2]].now[0]}`" if len(retired[found[2]].now) == 1 else cure
            yield Asked(link.href_span.line, f"a link leads to `{found[2]}`, which {message}: {told}")


def _newer_form(root: Node) -> Node | None:
    typed = child_of(root, "schema")
    number = (typed.text or "").strip() if typed is not None else ""
    is_newer = number.isascii() and number.isdigit() and len(number) < 10 and int(number) > SCHEMA
    return typed if is_newer else None
