"""What is broken, hostile or full at 3 a.m.: told in plain words, with everything else saved."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from afterword.commands.capture import copying, folders, gather
from afterword.commands.capture import write as writing
from afterword.commands.capture.copying import NotSavedError, copy_stream
from afterword.commands.capture.names import stored_name, told_name

from .conftest import manifest

pytestmark = pytest.mark.usefixtures("outside")
NO_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")


def missed(folder: Path) -> dict[str, str]:
    return {each["name"]: each["why"] for each in manifest(folder)["missed"]}


def test_what_is_no_file_is_told_and_the_rest_is_saved(declare: Callable, outside: Path) -> None:
    os.mkfifo(outside / "pipe")
    (outside / "dangling").symlink_to("nowhere")
    (outside / "loop").symlink_to("loop")
    (outside / "good.txt").write_text("kept")
    result, folder = declare("pipe", "missing", "dangling", "loop", "n" * 300, "/dev/null", "good.txt")
    why = missed(folder)
    assert "is a pipe, a socket or a device" in why["pipe"]
    assert "declare -" in why["/dev/null"]
    assert why["missing"] == why["dangling"] == "no such file or directory"
    assert "symbolic links" in why["loop"]
    assert next(told for name, told in why.items() if name.startswith("nnn")) == "file name too long"
    assert [each["name"] for each in manifest(folder)["files"]] == ["good.txt"]
    assert result.exit_code == 1
    assert "not saved:" in result.stdout


def test_a_file_that_may_not_be_read_is_missed(
    declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (outside / name).write_text("x")
    opening = os.open

    def refuse(path, *arguments, **named):
        if str(path) == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opening(path, *arguments, **named)

    monkeypatch.setattr(copying.os, "open", refuse)
    _, folder = declare("a.txt", "b.txt")
    assert missed(folder) == {"a.txt": "permission denied"}
    assert [each["name"] for each in manifest(folder)["files"]] == ["b.txt"]


def test_a_disk_that_is_full_leaves_what_fits_and_a_manifest(
    declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, size in (("small", 10), ("large", 200_000), ("last", 10)):
        (outside / name).write_bytes(bytes(size))
    opening = os.fdopen

    def small_disk(descriptor, mode="r", *arguments, **named):
        file = opening(descriptor, mode, *arguments, **named)
        writes = file.write

        class Full:
            def write(self, data: bytes) -> int:
                if len(data) > 100_000:
                    raise OSError(errno.ENOSPC, "No space left on device")
                return writes(data)

            def __enter__(self):
                return self

            def __exit__(self, *error: object) -> None:
                file.close()

            def __getattr__(self, name: str):
                return getattr(file, name)

        return Full()

    monkeypatch.setattr(copying.os, "fdopen", small_disk)
    result, folder = declare("small", "large", "last")
    assert missed(folder) == {"large": "the disk is full; make room and declare it once more"}
    assert [each["name"] for each in manifest(folder)["files"]] == ["small", "last"]
    assert sorted(each.name for each in (folder / "files").iterdir()) == ["01-small", "02-last"]
    assert result.exit_code == 1


def test_a_manifest_that_cannot_be_written_loses_no_file(
    declare: Callable, outside: Path, captures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (outside / "a.txt").write_text("x")
    write = writing._write

    def refuse(path: Path, data: bytes) -> None:
        if path.name == "manifest.json":
            raise OSError(errno.EIO, "Input/output error")
        write(path, data)

    monkeypatch.setattr(writing, "_write", refuse)
    result, _ = declare("a.txt")
    assert result.exit_code == 2
    (begun,) = captures.iterdir()
    assert str(begun) in result.stderr
    assert (begun / "files/01-a.txt").read_text() == "x"
    monkeypatch.undo()
    monkeypatch.setenv("XDG_STATE_HOME", str(captures.parents[1]))
    os.utime(begun, (0, 0))
    assert f"an earlier capture was cut off, and lies in `{begun}`" in declare()[0].stderr


def test_a_file_that_breaks_off_is_kept_as_far_as_it_came(tmp_path: Path) -> None:
    pieces = iter([b"one", b"two"])

    def read() -> bytes:
        piece = next(pieces, None)
        if piece is None:
            raise OSError(errno.EIO, "Input/output error")
        return piece

    copied = copy_stream(read, tmp_path / "a", keep_on_interrupt=True)
    assert (tmp_path / "a").read_bytes() == b"onetwo"
    assert copied.notes == ("it could not be read beyond 6 bytes: input/output error",)
    with pytest.raises(NotSavedError):
        copy_stream(lambda: b"", tmp_path / "no/folder", keep_on_interrupt=True)


def test_ctrl_c_keeps_what_came(
    declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pieces = iter([b"one"])

    def read() -> bytes:
        piece = next(pieces, None)
        if piece is None:
            raise KeyboardInterrupt
        return piece

    copied = copy_stream(read, tmp_path / "a", keep_on_interrupt=True)
    assert (copied.size, copied.notes) == (3, ("it was cut after 3 bytes, with Ctrl-C",))
    for name in ("a", "b", "c"):
        (outside / name).write_text(name)
    copy = gather.copy_file

    def interrupted(source: str, target: Path, *, follow: bool):
        if source == "b":
            raise KeyboardInterrupt
        return copy(source, target, follow=follow)

    monkeypatch.setattr(gather, "copy_file", interrupted)
    result, folder = declare("a", "b", "c")
    assert [each["name"] for each in manifest(folder)["files"]] == ["a"]
    assert missed(folder) == {"b": "stopped with Ctrl-C before it", "c": "stopped with Ctrl-C before it"}
    assert result.exit_code == 1


HOSTILE = [
    "line\nbreak.log", "esc\x1b[2J.json", "bidi\u202egnp.exe", "`code`.md", "::error::x", "## x", "-rf", "…", "...",
    "a" * 250 + ".txt", "~", "CON", "naïve ✓.json", "|x|.md", "$(touch x)", "<b>.html", " ",
]  # fmt: skip


def test_hostile_names_are_visible_and_stored_plainly(declare: Callable, outside: Path) -> None:
    names = [*HOSTILE, os.fsdecode(b"\xff\xfe.bin")]
    for name in names:
        Path(name).write_text("x")
    result, folder = declare("--", *names)
    held = manifest(folder)
    assert (len(held["files"]), held["missed"]) == (len(names), [])
    for each in held["files"]:
        assert each["name"].isprintable()
        assert each["stored"].isascii()
        assert len(each["stored"]) < 100
        assert (folder / each["stored"]).parent == folder / "files"
        assert (folder / each["stored"]).read_text() == "x"
    for text in (result.output, (folder / "CHECKLIST.md").read_text(), (folder / "manifest.json").read_text()):
        assert not set(text) & set("\x1b\u202e\r\x00")
        assert not any(line.startswith(("::", "##[")) for line in text.splitlines())
    assert not Path("x").exists()


def test_names_never_leave_the_folder() -> None:
    for path in ("../../etc/passwd", "/etc/passwd", "..", ".", "a/..", "\\..\\x", "a\0b", ""):
        assert "/" not in stored_name(1, path)
        assert not stored_name(1, path).startswith(".")
    assert told_name("a\nb\x1b") == "a b<U+001B>"
    assert len(told_name("x" * 5000)) < 200


BOMBS = {
    "deep.json": '{"gen_ai.request.model": ' + "[" * 200_000,
    "deep-lines.jsonl": '{"gen_ai.a": 1}\n' + '{"gen_ai.b": ' + "[" * 100_000 + "\n",
    "twice.json": '{"gen_ai.request.model": "a", "gen_ai.request.model": "b"}',
    "numbers.json": '{"gen_ai.request.seed": ' + "9" * 10_000 + ', "gen_ai.request.top_p": NaN, "gen_ai.x": 1e9999}',
    "many.json": json.dumps({f"gen_ai.name{number}": number for number in range(5000)}),
    "values.jsonl": "".join(f'{{"gen_ai.response.id": "{number}"}}\n' for number in range(30_000)),
    "long.txt": "gen_ai.request.model=" + "x" * 3_000_000,
    "long-name.json": json.dumps({"gen_ai." + "n" * 100_000: 1}),
    "alias.yaml": "gen_ai.request.model: &a [x]\n" + "b: [*a, *a]\n" * 10,
    "cut.json": '{"resourceSpans": [{"gen_ai.request.model": "a"}, {"gen_ai.req',
    "bad.json": '{"gen_ai.request.model": "\udcff\x00\x1b[2J\u202e", "gen_ai.\x1b[2J": "x"}',
}


def test_bombs_are_saved_and_read_within_bounds(declare: Callable, outside: Path) -> None:
    for name, text in BOMBS.items():
        (outside / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    result, folder = declare(*BOMBS)
    assert result.exit_code == 0, result.output
    held = manifest(folder)
    assert len(held["files"]) == len(BOMBS)
    attributes = {each["name"]: each for each in held["attributes"]}
    assert {"a", "b"} <= set(attributes["gen_ai.request.model"]["values"])
    assert attributes["gen_ai.response.id"]["others"] == 10_000 - 20
    assert (folder / "manifest.json").stat().st_size < 3_000_000
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    notes = {each["name"]: " ".join(each["notes"]) for each in held["files"]}
    assert "JSON ends early" in notes["cut.json"]
    assert "more than 400 different" in notes["many.json"]


def test_more_names_than_anybody_has_are_told_in_few_lines(declare: Callable, outside: Path) -> None:
    for number in range(3):
        names = {f"gen_ai.f{number}.n{name}": 1 for name in range(400)}
        (outside / f"{number}.json").write_text(json.dumps(names))
    result, folder = declare("0.json", "1.json", "2.json")
    assert len(manifest(folder)["attributes"]) == 1000
    assert "more than 1,000 different names" in missed(folder)["gen_ai.* attributes"]
    assert result.stderr.count("note: ") == 21
    assert "further names are in doubt" in result.stderr


def test_no_secret_is_printed(declare: Callable, outside: Path) -> None:
    key = "".join(("sk-", "proj-", "Qm7Zp2Lx9Vb4Tn8Rw3Ky6Hd1"))
    (outside / f"{key}.json").write_text(json.dumps([{"gen_ai.agent.name": key}, {"gen_ai.agent.name": "b"}]))
    result, folder = declare(f"{key}.json", "missing", "--what", f"Key {key}", "--type", key, "--system", key)
    assert result.exit_code == 1
    assert key not in result.output
    assert key not in (folder / "CHECKLIST.md").read_text()
    assert stored_name(1, "a/m.okonjo@bramblewick-energy.eu.txt") == "01-file.txt"


def test_too_many_files_are_told(declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "MOST_FILES", 3)
    for number in range(5):
        (outside / f"{number}").write_text("x")
    _, folder = declare(".")
    assert len(manifest(folder)["files"]) == 3
    assert missed(folder)["."].startswith("more than 3 files")


def test_a_slip_that_names_everything_ends_soon(
    declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MOST_SEEN", 10)
    for number in range(30):
        (outside / f"{number:02}").mkdir()
    (outside / "zz").write_text("never reached")
    _, folder = declare(".")
    assert manifest(folder)["files"] == []
    assert missed(folder)["."].startswith("more than 10 entries")
    deep = outside / "/".join("abcdefghij")
    deep.mkdir(parents=True)
    (deep / "x").write_text("x")
    assert [name for name, why in missed(declare("a")[1]).items() if "folders deep" in why] == ["a/b/c/d/e/f/g/h/i"]


def test_a_large_file_leaves_room_on_the_disk(
    declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "SMALL", 100)
    monkeypatch.setattr(copying.shutil, "disk_usage", lambda _: SimpleNamespace(free=50_000))
    (outside / "large").write_bytes(bytes(200))
    (outside / "small").write_bytes(bytes(100))
    _, folder = declare("-", "large", "small", given=bytes(200_000))
    assert missed(folder)["large"].startswith("it holds 200 bytes, and 50,000 are free on that disk")
    stream, small = manifest(folder)["files"]
    assert (small["name"], small["size"]) == ("small", 100)
    assert "as the disk is nearly full" in stream["notes"][0]
    assert stream["size"] < 200_000


def test_a_folder_of_captures_does_not_copy_itself(declare: Callable, captures: Path) -> None:
    declare("-", given=b"x")
    _, folder = declare(captures)
    assert len(manifest(folder)["files"]) == 3
    assert [why for why in missed(folder).values()] == ["a capture that is being written"]


def test_a_changing_file_is_told(declare: Callable, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (outside / "a.log").write_text("x")
    reading = os.read

    def grow(descriptor: int, size: int) -> bytes:
        with (outside / "a.log").open("a") as file:
            file.write("" if (outside / "a.log").stat().st_size > 3 else "y")
        return reading(descriptor, size)

    monkeypatch.setattr(copying.os, "read", grow)
    _, folder = declare("a.log")
    (file,) = manifest(folder)["files"]
    assert "it was being written while it was copied" in file["notes"]


def test_no_group_can_read_what_another_left_open(declare: Callable, captures: Path) -> None:
    captures.mkdir(parents=True, mode=0o755)
    captures.chmod(0o755)
    declare()
    assert stat.S_IMODE(captures.stat().st_mode) == 0o700
