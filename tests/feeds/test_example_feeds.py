"""What the example site's feeds and calendar hold, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.feeds.example_feeds import example_files
from tests.feeds.sound import read_feed
from tests.feeds.sound_calendar import read_events
from tests.feeds.sound_json import read_json_feed

GOLDEN = Path(__file__).parent / "golden"
FILES = ("feed.xml", "feed.json", "remediations.ics")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return example_files()


@pytest.mark.parametrize("name", FILES)
def test_golden(name: str, files: dict[str, bytes], update_golden: bool) -> None:
    if update_golden:
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / name).write_bytes(files[name])
    assert files[name] == (GOLDEN / name).read_bytes()


def test_each_is_sound_and_holds_something(files: dict[str, bytes]) -> None:
    assert sorted(files) == sorted(FILES)
    atom, json_feed = read_feed(files["feed.xml"]), read_json_feed(files["feed.json"])
    assert len(atom.entries) == len(json_feed["items"]) >= 10
    assert read_events(files["remediations.ics"])


@pytest.mark.parametrize(("seed", "zone", "locale"), [("0", "Asia/Tokyo", "C"), ("4711", "America/Lima", "C.UTF-8")])
def test_the_same_bytes_whatever_the_machine(seed: str, zone: str, locale: str, root: Path) -> None:
    environ = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
    environ["PYTHONPATH"] = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    ran = subprocess.run(
        [sys.executable, "-m", "tests.feeds.example_feeds"], cwd=root, env=environ, capture_output=True, check=True
    )
    assert ran.stdout == b"".join((GOLDEN / name).read_bytes() for name in FILES)
