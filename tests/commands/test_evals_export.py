"""`afterword evals export`: what it writes and says, what it refuses, and when a committed export is stale."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from afterword.commands.export_folder import LIST
from conftest import DRAFT, Repository
from tests.rules.samples import NEAR_MISS

Run = Callable[..., Result]
CASES = """\
eval_cases:
  - title: The public voucher is named
    kind: regression
    status: committed
    blocking: true
    input: {prompt: Is there a discount code for me?}
    checks: [{type: contains, value: WELCOME10}]
    recorded_outputs: [SAVE25]
    reference_output: WELCOME10
  - title: No price is named
    kind: regression
    status: committed
    input: {prompt: What does it cost?}
    checks: [{type: not_regex, value: "[0-9]+ euros"}]
    recorded_outputs: [12 euros]
    reference_output: I do not know.
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
