"""What every export holds whatever tool it is for: the list of its cases, and what only the judge reads."""

from __future__ import annotations

import json
from collections.abc import Sequence

from afterword.evals.export.canary import GUID, LINE
from afterword.evals.export.suite import SuiteCase
from afterword.evals.manifest import NAME, write_manifest

PATTERNS = "judge/patterns.json"


# A test with other line ends is another test, so git converts none.
_AS_IT_IS = f"# {LINE}\n* -text\n".encode()


def common_files(cases: Sequence[SuiteCase]) -> dict[str, bytes]:
    """The list of cases, their patterns, and for each case of data the columns that its target is not given."""
    found = {NAME: to_bytes(write_manifest((case.listed for case in cases), GUID)), ".gitattributes": _AS_IT_IS}
    programs = {key: program for case in cases for key, program in sorted(case.programs.items())}
    found[PATTERNS] = to_bytes(json.dumps({"canary": LINE, "programs": programs}, ensure_ascii=False) + "\n")
    for case in cases:
        if case.columns is not None:
            told = {"canary": LINE, **case.columns}
            found[case.judge_file] = to_bytes(json.dumps(told, ensure_ascii=False) + "\n")
    return found


def to_bytes(text: str) -> bytes:
    """JSON as UTF-8; halves of characters, which UTF-8 cannot spell, stand as JSON spells them."""
    return text.encode("utf-8", "backslashreplace")
