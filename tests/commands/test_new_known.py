"""What `afterword new` tells of the system that it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from conftest import Repository

TITLE = "Assistant promised a price nobody had set"
TEXT = """---
title: {title}
lifecycle: {lifecycle}
{front}system: {{name: {system}}}
contributing_factors: [{{factor: comm-silo}}, {{factor: {factor}}}]
---

It happened.
"""


def told(
    repository: Repository, name: str, *, title: str = "It happened before", lifecycle: str = "published",
    front: str = "", system: str = "shop-assistant", factor: str = "data-drift",
) -> None:  # fmt: skip
    repository.write(name, TEXT.format(title=title, lifecycle=lifecycle, front=front, system=system, factor=factor))


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    listed = result.output.splitlines()
    return listed[1 : listed.index("Next:")]


def test_what_is_known_already_is_told(repository: Repository, afterword: Callable[..., Result]) -> None:
    told(repository, "2025-03-01-one", title="The first of them")
    told(repository, "2026-01-01-two", system="Shop Assistant", title="The second \u202eof them")
    told(repository, "2024-01-01-three", system="other, also_affected: [shop_assistant]", factor="hil-absent")
    assert lines(afterword("new", TITLE, "--system", "shop-assistant")) == [
        "Three reports already name this system:",
        "  2026-01-01-two: The second <U+202E>of them",
        "  2025-03-01-one: The first of them",
        "  2024-01-01-three: It happened before",
        "Contributing factors that they name most: `comm-silo` (3), `data-drift` (2), `hil-absent` (1)",
    ]


@pytest.mark.parametrize(
    ("front", "lifecycle", "system"),
    [
        ("audience: restricted\n", "published", "shop-assistant"), ("", "withdrawn", "shop-assistant"),
        ("", "superseded", "shop-assistant"), ("", "published", "shop-assistant-two"), ("", "published", "shop"),
        ("title: twice\n", "published", "shop-assistant"), ("", "imported", "shop-assistant"),
    ],
)  # fmt: skip
def test_what_is_not_for_everybody_or_of_no_use_is_not_told(
    repository: Repository, afterword: Callable[..., Result], front: str, lifecycle: str, system: str
) -> None:
    told(repository, "2025-03-01-one", front=front, lifecycle=lifecycle, system=system)
    assert lines(afterword("new", TITLE, "--system", "shop-assistant")) == []


def test_a_system_without_reports_or_without_a_name_has_nothing_to_tell(
    repository: Repository, afterword: Callable[..., Result]
) -> None:
    assert lines(afterword("new", TITLE, "--system", "new-one")) == []
    told(repository, "2025-03-01-one", system="to-be-named")
    assert not any("name this system" in line for line in lines(afterword("new", TITLE)))


def test_of_many_the_newest_stand_there(repository: Repository, afterword: Callable[..., Result]) -> None:
    for year in range(2011, 2025):
        told(repository, f"{year}-01-01-one", system="検索")
    found = lines(afterword("new", TITLE, "--system", "検索"))
    assert found[0] == "14 reports already name this system, the newest of them:"
    assert [line.split(":")[0].strip() for line in found[1:-1]] == [
        "2024-01-01-one",
        "2023-01-01-one",
        "2022-01-01-one",
    ]
