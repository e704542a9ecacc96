"""What of a check is told: the files that were named, the codes that were asked for, the levels that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from afterword.audit.hiding import hide_private
from afterword.commands.find_project import Found, canonical
from afterword.findings.finding import CheckResult, Finding, Suppressed
from afterword.findings.visible import shown_path
from afterword.model.problem import FATAL
from afterword.read.files import printable
from afterword.rules import BY_CODE

_NAMED = 3
"""Files that a note names; more are counted alone."""


@dataclass(frozen=True)
class Selection:
    """What is told.

    Attributes:
        paths: files and folders, absolute; empty for all.
        select: codes or beginnings to be told; empty for all.
        ignore: codes or beginnings not to be told.
        pedantic: whether findings of level info are told.
        only: files to which a change limits what is told, absolute; None for no limit.
    """

    paths: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pedantic: bool = False
    only: frozenset[Path] | None = None

    @classmethod
    def of(
        cls, paths: Sequence[Path], select: tuple[str, ...], ignore: tuple[str, ...], *, pedantic: bool
    ) -> Selection:
        """A selection from what the user typed."""
        return cls(tuple(as_shown(canonical(path)) for path in paths), select, ignore, pedantic)

    def holds_path(self, path: Path) -> bool:
        """Whether the file at `path` was named, by itself or by a folder above it."""
        shown = as_shown(path)
        if self.only is not None and shown not in self.only:
            return False
        return not self.paths or any(shown.is_relative_to(each) for each in self.paths)

    def holds_code(self, code: str) -> bool:
        """Whether findings of `code` are told."""
        selected = not self.select or code.startswith(self.select)
        return selected and not (self.ignore and code.startswith(self.ignore))

    def holds(self, finding: Finding, found: Found) -> bool:
        """Whether `finding` is told."""
        if finding.level == "info" and not self.pedantic:
            return False
        return self.holds_code(finding.code) and self.holds_path(found.file(finding.path))

    def narrow(
        self, result: CheckResult, reports: Sequence[str], found: Found, prose: Sequence[str] = ()
    ) -> CheckResult:
        """The part of `result` that is told, with paths as printed.

        Args:
            result: all that was found.
            reports: the paths of all reports.
            found: the repository.
            prose: the paths of the files of which only the wording is judged.
        """
        findings = [_shown(each, found) for each in result.findings if self.holds(each, found)]
        suppressed = [
            Suppressed(_shown(each.finding, found), each.reason)
            for each in result.suppressed
            if self.holds_code(each.finding.code) and self.holds_path(found.file(each.finding.path))
        ]
        count = sum(self.holds_path(found.file(path)) for path in reports)
        # A check of nothing must not look like a check that found nothing.
        nothing = (
            [] if count or not self.paths or self.only is not None else ["no report lies at the paths that were given"]
        )
        if prose:
            nothing.append(_wording_alone([shown_path(found.display(each)) for each in prose]))
        return CheckResult(
            tuple(sorted(findings, key=lambda each: each.order)),
            tuple(sorted(suppressed, key=lambda each: each.finding.order)),
            count,
            (*found.notes, *result.notes, *nothing, *self._unread(result, found)),
        )

    def _unread(self, result: CheckResult, found: Found) -> Iterator[str]:
        """What is said of files in which nothing else could be looked for, where the selection keeps that quiet."""
        hidden = [each for each in result.findings if _stops_reading(each) and not self.holds_code(each.code)]
        hidden = [each for each in hidden if self.holds_path(found.file(each.path))]
        if hidden:
            count, codes = len({each.path for each in hidden}), ", ".join(sorted({each.code for each in hidden}))
            yield f"{count} file{'s were' if count > 1 else ' was'} not judged, as reading stopped there: see {codes}"


def _wording_alone(paths: Sequence[str]) -> str:
    named = ", ".join(f"`{each}`" for each in paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
    files = "1 file that is no report was" if len(paths) == 1 else f"{len(paths):,} files that are no reports were"
    return f"{files} judged by the wording alone: {named}"


def _stops_reading(finding: Finding) -> bool:
    return not FATAL.isdisjoint(BY_CODE[finding.code].reads)


def as_shown(path: Path) -> Path:
    """`path` as findings can name it: what no terminal should print is replaced in them, so it is replaced here too."""
    return Path(printable(str(path)))


def _shown(finding: Finding, found: Found) -> Finding:
    fix = finding.fix
    # A cure that would repeat a key is left to `--fix`, which prints none of it.
    told = fix if fix is None or hide_private(fix.text, found.project.settings) == fix.text else None
    return replace(finding, path=found.display(finding.path), fix=told)
