"""What a rule reports: where, how serious, what is wrong, and the cure."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.model.problem import Fix
from afterword.model.settings import Level
from afterword.model.span import Span

LEVELS: tuple[Level, ...] = ("error", "warning", "info")
"""From most to least serious."""
CATEGORIES = {
    "1": "fields",
    "2": "references",
    "3": "wording",
    "4": "factors-and-remediations",
    "5": "evidence-and-audience",
    "6": "eval-cases",
    "7": "collection",
    "9": "suppressions",
}


@dataclass(frozen=True)
class Finding:
    """One finding, ready to be shown.

    Attributes:
        path: the file as people see it.
        span: where in the file, 1-based, columns in code points, end exclusive.
        code: the rule's code, such as `AW403`.
        rule: the rule's name, such as `factor-unaddressed`.
        level: how serious it is, after lifecycle, settings and age have been weighed.
        message: what is wrong.
        hint: the cure; may be empty.
        match: the text it is about; may be empty.
        why: what a reader would miss without the cure; may be empty.
        link: the rule's page below the site's root.
        fix: the mechanical cure, where there is one.
    """

    path: str
    span: Span
    code: str
    rule: str
    level: Level
    message: str
    hint: str = ""
    match: str = ""
    why: str = ""
    link: str = ""
    fix: Fix | None = None

    @property
    def category(self) -> str:
        """The rule's family in words."""
        return CATEGORIES.get(self.code[2:3], "other")

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The one order in which findings are listed: by place, then by code."""
        return (self.path, self.span.line, self.span.column, self.code, self.message)


@dataclass(frozen=True)
class Suppressed:
    """A finding that is left standing, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True)
class CheckResult:
    """All that one check found, sorted.

    Attributes:
        findings: what is to be told.
        suppressed: what is left standing, each with its reason.
        reports: how many reports were checked.
        notes: sentences for the summary, such as that no settings were found.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    reports: int
    notes: tuple[str, ...] = ()

    def at_level(self, level: Level) -> tuple[Finding, ...]:
        """The findings of exactly `level`."""
        return tuple(finding for finding in self.findings if finding.level == level)

    def reaches(self, level: Level) -> bool:
        """Whether any finding is at least as serious as `level`."""
        return any(LEVELS.index(finding.level) <= LEVELS.index(level) for finding in self.findings)
