"""The lock that `init` writes: it fits what the package asks for, on every Python and system that it names."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from afterword.commands.scaffold import parts

LOCK = Path(parts.__file__).parent / "templates/requirements.lock"
PYPROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
NEEDED = [
    *PYPROJECT["project"]["dependencies"],
    *PYPROJECT["project"]["optional-dependencies"]["mkdocs"],
    *PYPROJECT["build-system"]["requires"],
]
PLACES = [
    {"python_version": python, "python_full_version": f"{python}.{patch}", "sys_platform": system,
     "platform_system": name, "os_name": "nt" if system == "win32" else "posix", "extra": ""}
    for python, patch in (("3.11", 0), ("3.11", 9), ("3.12", 3), ("3.13", 1))
    for system, name in (("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows"))
]  # fmt: skip


def blocks() -> list[list[str]]:
    """Each pinned line with its digests."""
    lines = [line for line in LOCK.read_text().splitlines() if not line.startswith("#")]
    joined = "\n".join(lines).replace(" \\\n", " ")
    return [line.split(" --hash=") for line in joined.splitlines()]


def pinned(place: dict[str, str]) -> dict[str, Version]:
    """The version of each package at one place."""
    found: dict[str, Version] = {}
    for line, *_ in blocks():
        asked = Requirement(line.strip())
        if asked.marker is None or asked.marker.evaluate(place):
            name = canonicalize_name(asked.name)
            assert name not in found, f"{name} stands twice for {place}"
            (exact,) = asked.specifier
            assert exact.operator == "=="
            found[name] = Version(exact.version)
    return found


def test_every_line_has_digests_and_no_place_of_its_own() -> None:
    text = LOCK.read_text()
    assert text.startswith("# All that afterword[mkdocs] rests on")
    assert "://" not in text
    assert "--index" not in text
    assert "--find" not in text
    for _, *digests in blocks():
        assert digests
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", each) for each in digests)


@pytest.mark.parametrize("place", PLACES, ids=lambda each: f"{each['python_full_version']}-{each['sys_platform']}")
def test_it_fits_what_the_package_asks_for(place: dict[str, str]) -> None:
    """After a change of `pyproject.toml`, `make lock` brings it up to date."""
    versions = pinned(place)
    for line in NEEDED:
        asked = Requirement(line)
        version = versions.get(canonicalize_name(asked.name))
        assert version is not None, f"`make lock`: {asked.name} is not in the lock"
        assert asked.specifier.contains(version, prereleases=True), f"`make lock`: {line}, and {version} is locked"


def test_what_those_packages_ask_for_is_in_it_too() -> None:
    """As far as the same versions are installed here; a newer one may ask for something else."""
    here = {"python_version": f"{sys.version_info[0]}.{sys.version_info[1]}", "extra": ""}
    versions = pinned({**here, "python_full_version": sys.version.split()[0], "sys_platform": sys.platform})
    looked_at = 0
    for name, version in versions.items():
        try:
            installed = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        if Version(installed.version) != version:
            continue
        for line in installed.requires or ():
            asked = Requirement(line)
            if asked.marker is None or asked.marker.evaluate({"extra": ""}):
                looked_at += 1
                assert asked.specifier.contains(versions[canonicalize_name(asked.name)], prereleases=True), line
    assert looked_at > 20
