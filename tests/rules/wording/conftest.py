"""A file of prose, read as `check` reads it, and what the wording rules find in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from afterword.findings.finding import Finding
from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.read.gates import read_gates
from afterword.read.prose import read_prose
from afterword.read.vocabulary import shipped_vocabulary
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_report

WORDING = tuple(rule for rule in RULES if rule.code.startswith("AW3"))
FindIn = Callable[..., list[Finding]]


def find_in(text: str, settings: Settings | None = None) -> list[Finding]:
    """All findings of the wording rules in a file of prose, sorted."""
    project = Project(Path("root"), Path("root/postmortems"), settings=settings or Settings())
    prose = read_prose(text.encode(), path="prose.md", settings=project.settings)
    context = Context(
        project, Collection((), shipped_vocabulary()), link_reports(()), read_gates({}), date(2026, 11, 23)
    )
    found, _ = check_report(prose, context, WORDING, is_prose=True)
    return sorted(found, key=lambda each: each.order)


@pytest.fixture(name="find_in")
def _find_in() -> FindIn:
    return find_in
