"""What all tests share: the option that refreshes golden files, and how hypothesis runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.built_once import built_once
from tests.engines.site import run

# Two busy cores can make one example slow; the time of one example says nothing about correctness.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("heavy", deadline=None, max_examples=2000, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read them afterwards")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the folders of the longest files: each file stays with one worker, and one that is long and comes last
    leaves the others idle.
    """
    places = {name: place for place, name in enumerate(("browser", "engines", "size", "evals", "pages"))}
    items.sort(key=lambda item: places.get(item.path.relative_to(ROOT / "tests").parts[0], len(places)))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site as MkDocs builds it; no test changes it."""
    return built_once(
        tmp_path_factory, "example", lambda folder: run("mkdocs", "build", "--strict", "-d", str(folder), cwd=ROOT)
    )
