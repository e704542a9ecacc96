"""Printing what a check found, in the format that was asked for."""

from __future__ import annotations

import os
import secrets
from collections.abc import Container, Iterable

import click

from afterword.commands.job_summary import add_job_summary
from afterword.commands.terminal import print_lines
from afterword.findings.finding import CATEGORIES, CheckResult
from afterword.findings.github import render_github
from afterword.findings.gitlab import render_gitlab
from afterword.findings.json import render_json
from afterword.findings.junit import render_junit
from afterword.findings.rule_facts import RuleFacts
from afterword.findings.sarif import render_sarif
from afterword.findings.text import SourceOf, render_text
from afterword.model.project import Project
from afterword.rules import RULES

FORMATS = ("auto", "text", "json", "github", "sarif", "gitlab", "junit")
FOR_PROGRAMS = frozenset(FORMATS) - {"auto", "text"}
"""Formats that a program reads, so that nothing else stands on standard output."""
FROM_ROOT = frozenset({"github", "sarif", "gitlab", "junit"})
"""Formats in which a forge or a CI looks for paths below the repository's root."""


def print_result(
    result: CheckResult,
    source_of: SourceOf,
    format_: str,
    project: Project,
    files: Iterable[str] = (),
    changed: Container[str] = (),
) -> None:
    """Print findings and summary.

    Args:
        result: what was found.
        source_of: the text of each file.
        format_: one of `FORMATS` but `auto`.
        project: the repository.
        files: paths of all files that were checked, as findings name them.
        changed: those of them that a pull request changes.
    """
    if format_ == "github":
        for line in render_github(result, source_of, secrets.token_hex(16), changed):
            click.echo(line)
    elif format_ == "text":
        print_lines(render_text(result, source_of))
    else:
        click.echo(_document(result, source_of, format_, project, files), nl=False)
    # Whatever a program reads, people look at the page of the job.
    if format_ != "text":
        add_job_summary(result, os.environ)


def _document(result: CheckResult, source_of: SourceOf, format_: str, project: Project, files: Iterable[str]) -> str:
    if format_ == "sarif":
        facts = {
            rule.code: RuleFacts(
                rule.name, rule.summary, rule.doc.strip(), rule.level, CATEGORIES[rule.code[2]], rule.link
            )
            for rule in RULES
        }
        return render_sarif(result, source_of, facts, project.site_url)
    if format_ == "gitlab":
        return render_gitlab(result)
    if format_ == "junit":
        return render_junit(result, files, project.settings.fail_on)
    return render_json(result, source_of)
