"""A whole site of thousands of reports: that it is built, what that takes, and that its search comes out alike."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.build import MOST, measure, write_large_site

from afterword.engine.search_index import FOLDER, build_search
from tests.engines.site import all_bytes

SMALL, LARGE = 1000, 5000
MOST_MEMORY = 4096
"""MiB that the build, or the program that makes its search index, takes at most."""


@pytest.mark.heavy
def test_five_thousand_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sites = {number: tmp_path / str(number) for number in (SMALL, LARGE)}
    told: dict[int, dict[str, Any]] = {}
    for number, folder in sites.items():
        folder.mkdir()
        told[number] = measure(write_large_site(folder, number))
        with capsys.disabled():
            sys.stdout.write(f"\n{number} reports: {told[number]}\n")
    site = sites[LARGE] / "site"
    assert len(list(site.glob("reports/*/index.html"))) == LARGE
    assert told[LARGE]["kinds"]["one of reports"][0] == LARGE
    assert told[LARGE]["seconds"] / LARGE < MOST * told[SMALL]["seconds"] / SMALL
    assert told[LARGE]["megabytes"] < MOST_MEMORY
    # The search index is made once more of the same pages, and is the same.
    ids = tuple(sorted((path.name for path in (site / "reports").iterdir() if path.is_dir()), reverse=True))
    build_search(site, ids)
    first = all_bytes(site / FOLDER)
    build_search(site, ids)
    assert all_bytes(site / FOLDER) == first
