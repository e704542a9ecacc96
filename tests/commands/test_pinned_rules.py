"""`rules: DATE`: newer rules only warn, whatever a report says of its publication, and nobody forgets it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result
from tests.commands.conftest import CONFIG, Repository

Run = Callable[..., Result]
# AW529 came on 2026-11-30, and is an error.
REPORT = """\
---
title: Assistant quoted a price nobody had agreed
lifecycle: {lifecycle}
system: {{name: shop}}
evidence:
  - {{id: EV-1, kind: log, title: A log of one day, uri: evidence/{id}/log.txt, personal_data: present}}
{more}---
"""
IDS = {"2026-03-11-before": ("published", "published_on: 2026-03-20\n"), "2026-12-11-after": ("published", "published_on: 2026-12-20\n"),
       "2026-12-12-draft": ("draft", "")}  # fmt: skip


@pytest.fixture
def three(repository: Repository) -> Repository:
    for name, (lifecycle, more) in IDS.items():
        repository.write(name, REPORT.format(lifecycle=lifecycle, more=more, id=name))
        kept = repository.root / f"postmortems/evidence/{name}/log.txt"
        kept.parent.mkdir(parents=True)
        kept.write_text("a line\n")
    return repository


def levels(afterword: Run) -> list[str]:
    lines = afterword("check", "--select", "AW529").output.splitlines()
    return [line.split(" AW529 ")[1].split()[0] for line in lines if " AW529 " in line]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", ["warning", "error", "error"]),
        ("      rules: 2026-11-29\n", ["warning", "warning", "warning"]),
        # From its own day on a rule holds, for older reports as well: the setting stands in for the day of each report.
        ("      rules: 2026-11-30\n", ["error", "error", "error"]),
        ("      rules: 2026-11-29\n      levels: {AW529: error}\n", ["error", "error", "error"]),
    ],
)
def test_the_day_stands_in_for_that_of_every_report(
    three: Repository, afterword: Run, setting: str, expected: list[str]
) -> None:
    (three.root / "mkdocs.yml").write_text(CONFIG + setting)
    assert levels(afterword) == expected


def test_what_is_held_back_is_told_in_the_summary(three: Repository, afterword: Run) -> None:
    (three.root / "mkdocs.yml").write_text(CONFIG + "      rules: 2026-11-29\n")
    told = afterword("check").output
    assert "note: mkdocs.yml:10: `rules: 2026-11-29` lets" in told
    assert "newer rules only warn: AW" in told
    (three.root / "mkdocs.yml").write_text(CONFIG + "      rules: 2027-01-01\n")
    assert "only warn" not in afterword("check").output
