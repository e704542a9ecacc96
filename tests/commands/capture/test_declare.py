"""`afterword declare`: nothing has to be given, and what was named lies in a private folder with its digests."""

from __future__ import annotations

import hashlib
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from afterword.commands.capture import copying
from afterword.model.choices import SystemType

from .conftest import manifest, modes, trace

pytestmark = pytest.mark.usefixtures("outside")


def test_nothing_has_to_be_given(declare: Callable, captures: Path) -> None:
    result, folder = declare()
    assert result.exit_code == 0, result.output
    assert folder.name == "2026-05-18T011405Z"
    held = manifest(folder)
    assert (held["schema"], held["declared_at"], held["offset"]) == (1, "2026-05-18T01:14:05Z", "+02:00")
    assert (held["files"], held["missed"], held["system"]) == ([], [], None)
    assert result.stdout.splitlines()[0] == f"saved {folder}"
    assert "[ ] The prompts, as they are filled in" in result.stdout
    assert "--from 2026-05-18T011405Z" in result.stdout
    assert result.stderr == ""


def test_files_lie_there_with_their_digests(declare: Callable, outside: Path) -> None:
    data = bytes(range(256)) * 999
    (outside / "weights.bin").write_bytes(data)
    (outside / "alerts.yaml").write_text("- alert: quiet\n")
    result, folder = declare("weights.bin", "alerts.yaml")
    assert result.exit_code == 0
    weights, alerts = manifest(folder)["files"]
    assert (folder / weights["stored"]).read_bytes() == data
    assert (weights["sha256"], weights["size"]) == (hashlib.sha256(data).hexdigest(), len(data))
    assert (weights["name"], weights["stored"]) == ("weights.bin", "files/01-weights.bin")
    assert [each["kind"] for each in (weights, alerts)] == ["model-artifact", "alert-config"]
    assert weights["modified_at"].endswith("Z")


def test_only_the_owner_can_read_it_whatever_the_umask(declare: Callable, outside: Path, captures: Path) -> None:
    import os

    (outside / "a.txt").write_text("x")
    before = os.umask(0)
    try:
        _, folder = declare("a.txt")
    finally:
        os.umask(before)
    assert dict(modes(folder)) == {
        "CHECKLIST.md": 0o600, "manifest.json": 0o600, "files": 0o700, "files/01-a.txt": 0o600,
    }  # fmt: skip
    for each in (folder, captures, captures.parent):
        assert stat.S_IMODE(each.stat().st_mode) == 0o700


def test_two_in_one_second_are_two_folders(declare: Callable, captures: Path) -> None:
    names = [declare()[1].name for _ in range(3)]
    assert names == ["2026-05-18T011405Z", "2026-05-18T011405Z-2", "2026-05-18T011405Z-3"]
    assert sorted(each.name for each in captures.iterdir()) == sorted(names)
    assert "--from 2026-05-18T011405Z-2" in (captures / names[1] / "CHECKLIST.md").read_text()


def test_the_same_name_twice_is_stored_twice(declare: Callable, outside: Path) -> None:
    for name in ("a", "b"):
        (outside / name).mkdir()
        (outside / name / "log.txt").write_text(name)
    _, folder = declare("a/log.txt", "b/log.txt")
    assert [(each["name"], each["stored"]) for each in manifest(folder)["files"]] == [
        ("a/log.txt", "files/01-log.txt"), ("b/log.txt", "files/02-log.txt"),
    ]  # fmt: skip
    assert (folder / "files/02-log.txt").read_text() == "b"


def test_every_file_in_a_folder_is_saved(declare: Callable, outside: Path) -> None:
    (outside / "logs/deep/.git").mkdir(parents=True)
    (outside / "logs/deep/.git/config").write_text("x")
    (outside / "logs/deep/b.log").write_text("b")
    (outside / "logs/.env").write_text("A=1")
    (outside / "logs/empty").mkdir()
    (outside / "logs/link").symlink_to("/etc/passwd")
    result, folder = declare("logs")
    held = manifest(folder)
    assert [each["name"] for each in held["files"]] == ["logs/.env", "logs/deep/b.log"]
    assert {each["name"]: each["why"].split(";")[0] for each in held["missed"]} == {
        "logs/deep/.git": "a git folder is left out",
        "logs/empty": "the folder is empty",
        "logs/link": "it is a link in a folder, and those are not followed",
    }
    assert result.exit_code == 1


def test_a_link_that_is_named_is_followed_and_told(declare: Callable, outside: Path) -> None:
    (outside / "app-17.log").write_text("x")
    (outside / "current.log").symlink_to("app-17.log")
    result, folder = declare("current.log")
    assert result.exit_code == 0
    (file,) = manifest(folder)["files"]
    assert file["notes"] == ["it is what the link leads to: app-17.log"]
    assert (folder / file["stored"]).read_text() == "x"


def test_standard_input_is_taken_along_or_asked_for(declare: Callable, outside: Path) -> None:
    (outside / "a.txt").write_text("x")
    for arguments in ((), ("-",), ("a.txt",), ("-", "a.txt")):
        result, folder = declare(*arguments, given=b"one\ntwo\n")
        assert result.exit_code == 0
        first = manifest(folder)["files"][0]
        assert (first["name"], first["size"]) == ("standard input", 8)
        assert (folder / first["stored"]).read_bytes() == b"one\ntwo\n"


def test_empty_input_is_nothing_and_an_empty_file_is_one(declare: Callable, outside: Path) -> None:
    (outside / "empty.log").write_bytes(b"")
    result, folder = declare("empty.log")
    assert [(each["name"], each["notes"]) for each in manifest(folder)["files"]] == [("empty.log", ["it is empty"])]
    assert [each.name for each in (folder / "files").iterdir()] == ["01-empty.log"]
    assert result.exit_code == 0
    result, folder = declare("-")
    assert manifest(folder)["missed"] == [{"name": "standard input", "why": "nothing came from it"}]
    assert result.exit_code == 1


@pytest.mark.parametrize("type_", get_args(SystemType))
def test_each_type_has_its_list(declare: Callable, type_: str) -> None:
    result, folder = declare("--type", type_)
    told = [line for line in result.stdout.splitlines() if line.startswith("  [ ] ")]
    assert 7 <= len(told) <= 12
    listed = (folder / "CHECKLIST.md").read_text()
    for line in told:
        assert f"- [ ] **{line.removeprefix('  [ ] ')}.**" in listed
    assert manifest(folder)["type"] == type_


def test_what_is_mistyped_stops_nothing(declare: Callable, outside: Path) -> None:
    (outside / "a.txt").write_text("x")
    result, folder = declare(
        "a.txt", "--type", "robot\x1b[2J", "--detected", "25:99", "--detected-by", "me", "--rolled-back-at", "2026-05-17"
    )  # fmt: skip
    assert result.exit_code == 0
    held = manifest(folder)
    assert len(held["files"]) == 1
    assert (held["type"], held["detected_at"], held["detected_by"], held["rolled_back_at"]) == (None,) * 4
    assert held["rolled_back"] is True
    assert result.stderr.count("note: ") == 4
    assert "\x1b" not in result.output


def test_times_are_those_of_the_clock_on_the_wall(declare: Callable) -> None:
    _, folder = declare("--detected", "02:40", "--rolled-back-at", "23:50", "--detected-by", "on-call")
    held = manifest(folder)
    assert (held["detected_at"], held["rolled_back_at"]) == ("2026-05-18T00:40:00Z", "2026-05-17T21:50:00Z")
    assert "- Detected: `2026-05-18T02:40:00+02:00`" in (folder / "CHECKLIST.md").read_text()


def test_after_a_rollback_the_list_says_what_is_left(declare: Callable) -> None:
    result, folder = declare("--rolled-back", "--type", "rag")
    assert "What can still be saved" in result.stdout
    assert "before anything is rolled back" not in result.stdout
    assert "## What can still be saved" in (folder / "CHECKLIST.md").read_text()


def test_attributes_are_read_and_names_in_doubt_told(declare: Callable, outside: Path) -> None:
    (outside / "t.json").write_text(
        trace("large-2", "small-1", **{"gen_ai.input.messages": "my words", "gen_ai.system": "x"})
    )
    (outside / "env").write_text("gen_ai.request.modle=large\nA=1\n")
    result, folder = declare("t.json", "env")
    held = {each["name"]: each for each in manifest(folder)["attributes"]}
    assert held["gen_ai.response.model"]["values"] == ["large-2", "small-1"]
    assert held["gen_ai.input.messages"] == {
        "name": "gen_ai.input.messages", "values": [], "others": 1, "content": True, "files": ["files/01-t.json"],
    }  # fmt: skip
    assert "my words" not in (folder / "manifest.json").read_text() + (folder / "CHECKLIST.md").read_text()
    assert "did you mean `gen_ai.request.model`?" in result.stderr
    assert "`gen_ai.system` is deprecated; it is called `gen_ai.provider.name` now" in result.stderr
    assert "`gen_ai.response.model` has different values: `large-2`, `small-1`" in result.stderr
    files = manifest(folder)["files"]
    assert [(each["kind"], each["restricted"]) for each in files] == [("trace", True), ("environment", False)]


def test_the_system_is_known_from_the_list(declare: Callable, repository) -> None:
    docs = repository.root / "postmortems"
    (docs / "_systems.yml").write_text("- {name: shop-assistant, type: rag}\n- {name: b, type: forecast}\n")
    _, folder = declare("--system", "Shop Assistant")
    assert (manifest(folder)["system"], manifest(folder)["type"]) == ("Shop Assistant", "rag")
    result, folder = declare("--system", "unheard-of")
    assert (manifest(folder)["system"], manifest(folder)["type"]) == ("unheard-of", None)
    assert "stands in no list" in result.stderr
    (docs / "_systems.yml").write_text("- {name: b, type: forecast}\n")
    _, folder = declare()
    assert (manifest(folder)["system"], manifest(folder)["type"]) == ("b", "forecast")
    (repository.root / "mkdocs.yml").write_text("plugins: [{afterword: {zone: Nowhere}}]\n[")
    result, folder = declare()
    assert result.exit_code == 0
    assert "settings of this folder cannot be read" in result.stderr


def test_no_network_is_touched(declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (outside / "t.json").write_text(trace("a"))
    assert declare("t.json", "--system", "x")[0].exit_code == 0


def test_a_file_beyond_the_limit_is_missed_and_a_stream_is_cut(
    declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "LARGEST", 1000)
    (outside / "big").write_bytes(bytes(1001))
    result, folder = declare("-", "big", given=bytes(5000))
    (stream,) = manifest(folder)["files"]
    assert stream["notes"][0].startswith("it was cut after 5,000 bytes")
    (missed,) = manifest(folder)["missed"]
    assert missed["why"].startswith("it holds 1,001 bytes, more than the 1,000 that are copied")
    assert result.exit_code == 1
