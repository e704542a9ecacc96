"""The work for one report is the same in a large collection as in a small one, counted in calls and not in seconds."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import FrameType

from benchmarks.corpus import write_corpus

from afterword.build import Checked, check_project, render_site
from afterword.engine.layout import make_facts
from afterword.model.project import Project
from afterword.model.settings import Settings

SIZES = (30, 60, 120)
"""Each twice the one before: from step to step linear work grows by 2, work of reports with reports by 4."""
LINEAR, MOST = 2.0, 3.5
FEWEST = 30
"""How many calls for each report a function takes at least before its growth is judged."""
SETTINGS = Settings(default_audience="company", repository_audience="company")


def checked_corpus(folder: Path, number: int) -> Checked:
    write_corpus(folder / "postmortems", number)
    project = Project(root=folder, docs=folder / "postmortems", settings=SETTINGS)
    return check_project(project, date(2026, 11, 23))


def count_calls(checked: Checked) -> Counter[str]:
    """How often each Python function is called, and each generator resumed, while the whole site is made."""
    found: Counter[str] = Counter()

    def see(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            code = frame.f_code
            found[f"{code.co_filename}:{code.co_firstlineno} {code.co_name}"] += 1

    sys.setprofile(see)
    try:
        render_site(checked, make_facts(checked.project, ["index.md"]), preview=False, broken_pages=False)
    finally:
        sys.setprofile(None)
    return found


def test_no_function_does_more_for_a_report_among_many(tmp_path: Path) -> None:
    checked = [checked_corpus(tmp_path / str(number), number) for number in SIZES]
    # What is made once for a whole process is no work of the first site.
    count_calls(checked[0])
    few, more, many = (count_calls(each) for each in checked)
    steps = {name: (more[name] - few[name], many[name] - more[name]) for name in many}
    grown = {
        name: round(second / max(first, 1), 1)
        for name, (first, second) in steps.items()
        if second > FEWEST * (SIZES[2] - SIZES[1]) and second > MOST * max(first, 1)
    }
    assert grown == {}
    first, second = (sum(each) for each in zip(*steps.values(), strict=True))
    assert second / first < LINEAR * 1.5
