"""A finding is shown with its line, and says what it is about; a key that stands there is in no output."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

KEY = "ghp_" + "a1B2" * 9
REPORT = f"""\
---
title: Two answers with {KEY}
lifecycle: published
system: {{name: shop}}
tags: [Old {KEY}]
x-note: {KEY}
---

## What happened

The engineer forgot to rotate {KEY} after the test.

<!-- afterword-ignore AW302: the key {KEY} is void -->
The engineer forgot to rotate password: hunter2x9! after the test.

-----BEGIN PRIVATE KEY-----
MIIEabcmiieabcmiieabcmiieabc, the engineer forgot to rotate
abcmiieabcmiieabcmiieabcSECRET
-----END PRIVATE KEY-----
"""


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_no_format_repeats_a_key(
    afterword: Callable[..., Result], repository: Any, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    page = repository.root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    repository.write("2026-05-18-two-answers", REPORT)
    said = afterword("check", "--pedantic", "--format", format_).stdout
    assert "AW302" in said
    for secret in (KEY, KEY.lower(), "hunter2x9", "miieabc", "SECRET", "a1b2a1b2"):
        assert secret not in said
        assert format_ != "github" or secret not in page.read_text(encoding="utf-8")


def test_the_line_is_shown_with_the_carets_in_place(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", REPORT)
    lines = afterword("check", "--select", "AW302").stdout.splitlines()
    assert lines[1] == f"    | The engineer forgot to rotate {'•' * len(KEY)} after the test."
    assert lines[2] == "    |              ^^^^^^"


def test_a_cure_that_would_repeat_a_key_is_not_printed(afterword: Callable[..., Result], repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", REPORT)
    found = json.loads(afterword("check", "--pedantic", "--format", "json").stdout)["findings"]
    assert {each["fix"] for each in found if each["code"] == "AW127"} == {None}
    afterword("check", "--fix")
    assert KEY in path.read_text(encoding="utf-8")
