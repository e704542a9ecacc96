"""Mechanical cures: the fixes of findings, applied until none is left, every other byte as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from afterword.build import Checked
from afterword.commands.write_file import replace_file
from afterword.findings.finding import Finding
from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.files import read_bytes
from afterword.read.report import read_report

ROUNDS = 10
"""How often fixes are looked for: one fix can make room for the next, and two rules must not take turns for ever."""
_BOM = "\ufeff"


def apply_fixes(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """`text` with those of `fixes` that do not overlap an earlier one, and how many these are."""
    chosen: list[Fix] = []
    for fix in sorted(set(fixes), key=lambda each: (each.start, each.end, each.text)):
        inside = 0 <= fix.start <= fix.end <= len(text)
        follows = not chosen or (fix.start >= chosen[-1].end and (fix.start, fix.end) != (chosen[-1].start,) * 2)
        if inside and follows and text[fix.start : fix.end] != fix.text:
            chosen.append(fix)
    for fix in reversed(chosen):
        text = text[: fix.start] + fix.text + text[fix.end :]
    return text, len(chosen)


def fix_files(checked: Checked, shown: Callable[[Checked], Iterable[Finding]], again: Callable[[], Checked]) -> Fixed:
    """Apply the fixes of the findings that `shown` picks, check `again`, and go on until none is left."""
    done: Counter[str] = Counter()
    for _ in range(ROUNDS):
        fixed = _fix_once(checked, shown(checked))
        if not fixed:
            break
        done.update(fixed)
        checked = again()
    return Fixed(checked, done)


class Fixed:
    """The state after fixing, and how many fixes each file took."""

    def __init__(self, checked: Checked, done: Counter[str]) -> None:
        self.checked = checked
        self.done = done


def _fix_once(checked: Checked, findings: Iterable[Finding]) -> Counter[str]:
    reports = {report.path: report for report in checked.collection.reports}
    by_path: dict[str, list[Fix]] = {}
    for finding in findings:
        if finding.fix is not None and finding.path in reports:
            by_path.setdefault(finding.path, []).append(finding.fix)
    done: Counter[str] = Counter()
    for path in sorted(by_path):
        count = fix_report(checked.project.root / path, reports[path], by_path[path], checked.project.settings)
        if count:
            done[path] = count
    return done


def fix_report(path: Path, report: Report, fixes: Iterable[Fix], settings: Settings) -> int:
    """Apply `fixes` to the file of one report; 0 where nothing was changed.

    The file is left alone where it has changed since it was read, and where the outcome could no longer be read.
    """
    before = report.source.text
    text, count = apply_fixes(before, fixes)
    data = ((_BOM if report.source.bom else "") + before).encode()
    if not count or text == before or read_bytes(path) != data:
        return 0
    fixed = ((_BOM if report.source.bom else "") + text).encode()
    outcome = read_report(fixed, path=report.path, place=report.place, settings=settings)
    if outcome.is_unreadable and not report.is_unreadable:
        return 0
    replace_file(path, fixed)
    return count
