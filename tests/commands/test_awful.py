"""One awful report, and the whole list of what is found in it, in every format.

The files in `awful/expected/` are written anew by `pytest --update-golden`; read what changed before it is kept.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from afterword.rules import BY_CODE

HERE = Path(__file__).parent / "awful"
TOKEN = re.compile(r"^::(stop-commands::)?[0-9a-f]{32}(::)?$", re.MULTILINE)


@pytest.fixture
def awful(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "awful"
    shutil.copytree(HERE, root, ignore=shutil.ignore_patterns("expected"))
    monkeypatch.chdir(root)
    return root


def output(afterword: Callable[..., Result], format_: str) -> str:
    result = afterword("check", "--pedantic", "--format", format_)
    assert result.exit_code == 1
    assert result.stderr == ""
    return TOKEN.sub(lambda found: f"::{found[1] or ''}TOKEN{found[2] or ''}", result.stdout)


@pytest.mark.parametrize("format_", ["text", "json", "github"])
@pytest.mark.usefixtures("awful")
def test_the_whole_list(afterword: Callable[..., Result], format_: str, *, update_golden: bool) -> None:
    told = output(afterword, format_)
    expected = HERE / "expected" / f"{format_}.txt"
    if update_golden:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.usefixtures("awful")
def test_the_formats_tell_the_same(afterword: Callable[..., Result]) -> None:
    findings = json.loads(output(afterword, "json"))["findings"]
    heads = [f"{each['path']}:{each['line']}:{each['column']} {each['code']} {each['level']}" for each in findings]
    text = [line for line in output(afterword, "text").splitlines() if line.startswith("postmortems/")]
    assert [" ".join(line.split(" ", 3)[:3]) for line in text] == heads
    places = [(each["line"], each["column"], each["code"]) for each in findings]
    assert places == sorted(places)
    assert len(findings) >= 15
    assert {each["code"] for each in findings} <= set(BY_CODE)


@pytest.mark.usefixtures("awful")
def test_carets_stand_under_what_is_meant(afterword: Callable[..., Result]) -> None:
    lines = output(afterword, "text").splitlines()
    place = next(number for number, line in enumerate(lines) if "AW113" in line and "`incidnt`" in line)
    assert lines[place + 1] == "    | kind: incidnt"
    assert lines[place + 2] == "    |       ^^^^^^^"


def test_fixing_helps_and_ends(afterword: Callable[..., Result], awful: Path) -> None:
    path = next(awful.glob("postmortems/reports/*/*.md"))
    before = len(json.loads(output(afterword, "json"))["findings"])
    first = afterword("check", "--pedantic", "--fix")
    assert re.match(r"fixed [0-9]+ in postmortems/", first.stdout)
    after = path.read_bytes()
    assert len(json.loads(output(afterword, "json"))["findings"]) < before
    assert "fixed" not in afterword("check", "--pedantic", "--fix").stdout
    assert path.read_bytes() == after
