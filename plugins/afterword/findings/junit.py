"""Findings as JUnit XML, which nearly every CI shows as tests: each report is one, and it fails by what stops a check.

Lesser findings stand in the output of their test: nothing is lost, and nothing looks like a failure that is none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from afterword.findings.finding import LEVELS, CheckResult, Finding
from afterword.findings.visible import visible
from afterword.model.settings import Level

_ILLEGAL = frozenset({"Cc", "Cs", "Cn", "Co"})


def render_junit(result: CheckResult, reports: Iterable[str], fail_on: Level) -> str:
    """The whole document, with a line end after it.

    Args:
        result: what was found.
        reports: paths of all files that were checked, as findings name them.
        fail_on: the level at which a finding stops the check.
    """
    found: dict[str, list[Finding]] = {path: [] for path in reports}
    for finding in result.findings:
        found.setdefault(finding.path, []).append(finding)
    stopping = LEVELS[: LEVELS.index(fail_on) + 1]
    suite = ET.Element("testsuite", name="afterword check")
    failures = sum(_test(suite, path, found[path], stopping) for path in sorted(found))
    counts = {"tests": str(len(found)), "failures": str(failures), "errors": "0", "skipped": "0"}
    suite.attrib.update(counts)
    root = ET.Element("testsuites", {"name": "afterword", **counts})
    root.append(suite)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _test(suite: ET.Element, path: str, findings: Sequence[Finding], stopping: Sequence[Level]) -> bool:
    """Add one file as a test; whether it fails."""
    test = ET.SubElement(suite, "testcase", name=_legal(path), classname="afterword", file=_legal(path))
    grave = [each for each in findings if each.level in stopping]
    rest = [each for each in findings if each.level not in stopping]
    if grave:
        first = f"{grave[0].code}: {grave[0].message}" + (f" (and {len(grave) - 1} more)" if len(grave) > 1 else "")
        failure = ET.SubElement(test, "failure", message=_legal(visible(first)), type=grave[0].code)
        failure.text = _lines(grave)
    if rest:
        ET.SubElement(test, "system-out").text = _lines(rest)
    return bool(grave)


def _lines(findings: Iterable[Finding]) -> str:
    said = []
    for each in findings:
        hint = f" ({visible(each.hint)})" if each.hint else ""
        place = f"{each.path}:{each.span.line}:{each.span.column}"
        said.append(f"{place} {each.code} {each.level} {visible(each.message)}{hint}")
    return _legal("\n".join(said))


def _legal(text: str) -> str:
    """`text` without what no XML may hold, each such character by its number."""
    return "".join(
        f"<U+{ord(each):04X}>" if each not in "\n\t" and unicodedata.category(each) in _ILLEGAL else each
        for each in text
    )
