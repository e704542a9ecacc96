"""What makes a finding the same one after lines above it have moved, for programs that follow findings over time."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from afterword.findings.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One for each finding, 64 hex digits, all different.

    It is made from file, rule and message, and of findings alike in these from their order in the file: never from the
    line, so that a finding is not new because somebody wrote a paragraph above it.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding in findings:
        alike = (finding.path, finding.code, finding.message)
        text = "\0".join((*alike, str(seen[alike])))
        seen[alike] += 1
        found.append(hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest())
    return found
