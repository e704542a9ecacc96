"""One finding for the names that act in one section, or line after line: they are one thing to change, not ten.

Which role stands for a name is settled once in a report, so a name that was told under a heading further up is counted
there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from afterword.findings.finding import Finding
from afterword.model.given_names import unaccented
from afterword.model.report import Report
from afterword.model.span import Span

NEAR = 3
"""Within how many lines a second place of one name is told with the first."""


@dataclass
class _Group:
    findings: list[Finding]
    last: Span
    """The block in which the last of them stands."""
    section: int
    """The line of the heading above them; 0 where there is none."""


def tell_together(findings: Iterable[Finding], report: Report) -> list[Finding]:
    """The findings with those that follow one another merged into the first, which says how many places follow.

    Findings are those of one report. Merged are those under one heading; where there is none, those of one name within
    `NEAR` lines, and whatever the name those in blocks with no line between them, such as the entries of a tight list
    or the rows of a table. Of what stands under headings, names that were told further up go to where they were told.
    """
    in_order = sorted(findings, key=lambda each: each.order)
    if not in_order:
        return []
    headings = [each.span.line for each in report.body.headings]
    blocks = sorted((block.extent for block in report.body.blocks), key=lambda each: (each.line, each.column))
    starts = [(each.line, each.column) for each in blocks]
    groups: list[_Group] = []
    for finding in in_order:
        at = bisect_right(starts, (finding.span.line, finding.span.column)) - 1
        block = blocks[at] if at >= 0 else finding.span
        above = bisect_right(headings, finding.span.line)
        section = headings[above - 1] if above else 0
        group = groups[-1] if groups else None
        if group and group.findings[0].level == finding.level and _follows(group, finding, block, section):
            group.findings.append(finding)
            group.last = block
        else:
            groups.append(_Group([finding], block, section))
    return [_told(findings) for findings in _once_for_each_name(groups)]


def _once_for_each_name(groups: Iterable[_Group]) -> list[list[Finding]]:
    """The findings of each group that tells a name for the first time, with all that come later of its names."""
    told: list[list[Finding]] = []
    above: dict[tuple[str, str], list[Finding]] = {}
    for group in groups:
        if not group.section:
            told.append(group.findings)
            continue
        new = [each for each in group.findings if _key(each) not in above]
        for each in group.findings:
            if _key(each) in above:
                above[_key(each)].append(each)
        if new:
            told.append(new)
            above.update((_key(each), new) for each in new)
    return told


def _key(finding: Finding) -> tuple[str, str]:
    return finding.level, _name(finding)


def _follows(group: _Group, finding: Finding, block: Span, section: int) -> bool:
    if section or group.section:
        return section == group.section
    if block.line - group.last.end_line <= 1:
        return True
    before = group.findings[-1]
    return _name(finding) == _name(before) and finding.span.line - before.span.end_line <= NEAR


def _name(finding: Finding) -> str:
    """The first word of what was found: `Andrew` and `Andrew B` are one name."""
    words = unaccented(finding.match).casefold().lstrip("@").split()
    return words[0] if words else ""


def _told(group: list[Finding]) -> Finding:
    more = len(group) - 1
    if not more:
        return group[0]
    places = "one place" if more == 1 else f"{more} places"
    return replace(group[0], message=f"{group[0].message}, and so it goes on in {places} after it")
