"""Approvals as a machine wrote them."""

from __future__ import annotations

from pathlib import Path

from afterword.model.approvals import Approval, Approvals, approval_order
from afterword.model.tree import DataProblem
from afterword.read.state_file import StateForm, of_edition, one_line_each, read_state_file

NAME = "approvals.json"
FORMAT, VERSION = "afterword-approvals", 1
_FORM = StateForm(
    key="approvals",
    noun="approval",
    entry=Approval,
    head=of_edition(FORMAT, VERSION),
    none="the file holds no approvals of this edition of Afterword",
    cure="take it back from git, and record the reviews that came since with `afterword approvals record`",
)


def read_approvals(path: Path, shown: str) -> tuple[Approvals | None, tuple[DataProblem, ...]]:
    """The approvals, and the problems with single ones; an unreadable file is none and one problem."""
    found, problems = read_state_file(path, shown, _FORM)
    return (Approvals(tuple(sorted(found[1], key=approval_order))) if found else None), problems


def write_approvals(approvals: Approvals) -> str:
    """The file's text."""
    inner = one_line_each(sorted(approvals.entries, key=approval_order), "  ")
    return f'{{"format": "{FORMAT}", "version": {VERSION}, "approvals": [{inner}]}}\n'
