"""The same relations whatever the hash seed and the number of threads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
from afterword.link.similar import vectors
vectors._DENSE = {dense}
from tests.link.sample import relate, report
from benchmarks.related.speed import make_reports
found = relate(*(report(f"2024-01-01-r{{n}}", f"Title {{n}}", t.body) for n, t in enumerate(make_reports(240, 40))))
for key in sorted(found):
    print(key, [(each.id, each.score, each.because) for each in found[key]])
"""


def run(root: Path, dense: int, **environment: str) -> bytes:
    script = SCRIPT.format(dense=dense)
    return subprocess.run(
        [sys.executable, "-c", script], cwd=root, env={**os.environ, **environment}, capture_output=True, check=True
    ).stdout


@pytest.mark.parametrize("dense", [1500, 100], ids=["exact", "iterated"])
def test_same_bytes(root: Path, dense: int) -> None:
    first = run(root, dense, PYTHONHASHSEED="1", OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    second = run(root, dense, PYTHONHASHSEED="2", OPENBLAS_NUM_THREADS="2", OMP_NUM_THREADS="2")
    assert first == second
    assert first.count(b"\n") == 240


def test_a_check_does_not_load_the_libraries_of_vectors(root: Path) -> None:
    script = "import sys, afterword.commands.main, afterword.commands.check, afterword.build; print('scipy' in sys.modules, 'numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True, text=True)
    assert ran.stdout.split() == ["False", "False"]
