"""A command that publishes stops where a report has errors: it lists them, as `check` does."""

from __future__ import annotations

from dataclasses import replace

import click

from afterword.build import Checked
from afterword.commands.find_project import Found
from afterword.commands.print_result import print_result
from afterword.commands.sources import sources_of


def stop_at_errors(checked: Checked, found: Found, because: str) -> None:
    """Print every error and leave with exit code 1, where there is any; `because` says what was not done, and why."""
    errors = checked.result.at_level("error")
    if errors:
        shown = tuple(replace(finding, path=found.display(finding.path)) for finding in errors)
        note = f"{because}; `afterword check` shows all findings"
        result = replace(checked.result, findings=shown, suppressed=(), notes=(*found.notes, note))
        print_result(result, sources_of(checked.collection.reports, found), "text", found.project)
        raise click.exceptions.Exit(1)
