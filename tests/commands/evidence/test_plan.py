"""Files looked at before they are kept: names, kinds, flaws, and copies that are taken back."""

from __future__ import annotations

import hashlib
import os
import socket
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afterword.commands.evidence.copies import placed
from afterword.commands.evidence.kinds import guess_kind
from afterword.commands.evidence.names import safe_name, title_of
from afterword.commands.evidence.plan import FilePlan, Place, plan_files
from afterword.commands.refusal import Refusal
from afterword.model.settings import Settings
from afterword.rules.safety.evidence_uri import misplaced

ID = "2026-05-18-two-answers"
KEY = "sk-" + "proj-" + "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7dEf0h"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(4) + b"IEND" + bytes(4)
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12\n".encode()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "postmortems").mkdir()
    return Place(tmp_path / "postmortems", Settings(), date(2026, 5, 18))


def look(place: Place, path: Path, *, copied: bool = True) -> FilePlan:
    return plan_files([path], ID, place, copied=copied)


def test_a_file_is_planned_with_all_that_an_entry_needs(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "Alert rules (live).YAML"
    path.write_text("groups: []\n")
    (file,) = look(place, path).files
    assert file.uri == f"evidence/{ID}/Alert-rules-live.yaml"
    assert (file.kind, file.title, file.size) == ("alert-config", "Alert rules (live)", 11)
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert not place.folder(ID).exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("page.png", b"<html><script>alert(1)</script>", "its content is something else"),
        ("chart.png", PNG + b"PK\x03\x04hidden", "something else beside it"),
        ("chart.gif", b"GIF89a/*<script >*/", "something else beside it"),
        ("model.bin", bytes(range(256)), "neither UTF-8 text"),
        ("chat.txt", "hello".encode("utf-16"), "neither UTF-8 text"),
        ("chat.csv", b"a\x00b", "control characters"),
        ("chat.pdf", b"MZ\x90", "its content is something else"),
        ("chat.jsonl", POINTER, "Git LFS pointer"),
        ("chart.jpg", POINTER, "Git LFS pointer"),
        ("chat.txt", b"", "empty"),
        ("chat.txt", b"line\nkey " + KEY.encode(), "an OpenAI key"),
        ("chat.txt", b"write to m.okonjo@bramblewick-energy.eu", "e-mail address"),
        ("m.okonjo@bramblewick-energy.eu.txt", b"hello", "stands in its name"),
    ],
)  # fmt: skip
def test_what_may_not_lie_in_the_tree_is_told(
    place: Place, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    plan = look(place, path)
    assert plan.files == ()
    assert told in plan.flaws[0].shown
    assert KEY not in plan.flaws[0].shown
    assert "okonjo" not in plan.flaws[0].message


def test_a_secret_is_told_with_its_place(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(f"\ufeffline\nkey {KEY}\n")
    (flaw,) = look(place, path).flaws
    assert (flaw.line, flaw.column) == (2, 5)
    assert "revoke it" in flaw.hint


def test_links_and_special_files_are_not_opened(place: Place, tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_text("hello\n")
    made = {each: tmp_path / each for each in ("link", "dangling", "pipe", "folder", "linked-folder", "socket", "none")}
    made["link"].symlink_to(real)
    made["dangling"].symlink_to(tmp_path / "nothing")
    made["linked-folder"].symlink_to(tmp_path)
    made["folder"].mkdir()
    os.mkfifo(made["pipe"])
    with socket.socket(socket.AF_UNIX) as opened:
        os.chdir(tmp_path)
        opened.bind("socket")
    for copied in (True, False):
        plan = plan_files([*made.values(), Path("/dev/zero")], ID, place, copied=copied)
        assert plan.files == ()
        assert [Path(each.path).name for each in plan.flaws] == [*made, "zero"]
        assert all(each.hint for each in plan.flaws)


def test_a_large_file_is_pointed_to_and_never_copied(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(bytes(5_242_881))
    assert "more than the 5,242,880 allowed" in look(place, path).flaws[0].message
    (file,) = look(place, path, copied=False).files
    assert (file.uri, file.content, file.sha256) == (None, None, hashlib.sha256(bytes(5_242_881)).hexdigest())


def test_what_is_only_pointed_to_may_not_lie_in_the_tree(place: Place) -> None:
    folder = place.folder(ID)
    folder.mkdir(parents=True)
    (folder / "chat.txt").write_text("hello\n")
    assert "documents folder" in look(place, folder / "chat.txt", copied=False).flaws[0].message
    (file,) = look(place, folder / "chat.txt").files
    assert (file.uri, file.content) == (f"evidence/{ID}/chat.txt", None)


def fail(raised: type[BaseException], copy: Path) -> None:
    assert copy.read_text() == "hello\n"
    raise raised


def test_copies_are_taken_back_where_what_follows_fails(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("hello\n")
    plan = look(place, path)
    for raised in (KeyboardInterrupt, ValueError):
        with pytest.raises(raised), placed(plan.files, place.docs):
            fail(raised, place.folder(ID) / "chat.txt")
        assert list(place.docs.iterdir()) == []
    with placed(plan.files, place.docs):
        pass
    assert [each.name for each in place.folder(ID).iterdir()] == ["chat.txt"]
    with pytest.raises(Refusal, match="was taken"), placed(plan.files, place.docs):
        pass
    assert (place.folder(ID) / "chat.txt").read_text() == "hello\n"


@pytest.mark.parametrize("linked", ["evidence", f"evidence/{ID}"])
def test_nothing_is_written_through_a_linked_folder(place: Place, tmp_path: Path, linked: str) -> None:
    path, outside = tmp_path / "chat.txt", tmp_path / "outside"
    path.write_text("hello\n")
    outside.mkdir()
    (place.docs / linked).parent.mkdir(exist_ok=True)
    (place.docs / linked).symlink_to(outside)
    with pytest.raises(Refusal, match="is a link"), placed(look(place, path).files, place.docs):
        pass
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("original", "name"),
    [
        ("chat.txt", "chat.txt"), ("page.html", "page-html.txt"), ("chart.SVG", "chart-SVG.txt"),
        (".env", "env.txt"), ("CON.log", "file-CON.log"), ("..", "file.txt"), ("日本.csv", "file.csv"),
        ("café menü.md", "cafe-menu.md"), ("a%2e%2e.txt", "a-2e-2e.txt"), ("page.html.toml", "page-html.toml"),
        ("C:\\Users\\x\\chat.log", "chat.log"), ("no ending", "no-ending.txt"), ("app.js", "app-js.txt"),
    ],
)  # fmt: skip
def test_names_are_safe(original: str, name: str) -> None:
    assert safe_name(original, ()) == name


def test_names_are_unique_without_regard_to_case_and_published_form() -> None:
    assert safe_name("chat.txt", {"CHAT.TXT", "chat-2.txt"}) == "chat-3.txt"
    assert safe_name("page.yaml", {"page.yaml.txt"}) == "page-2.yaml"


@given(st.text(min_size=1), st.sets(st.text(), max_size=3))
@example("/etc/passwd", set())
def test_every_name_is_one_that_evidence_may_have(original: str, taken: set[str]) -> None:
    name = safe_name(original, taken)
    assert misplaced(f"evidence/{ID}/{name}", ID) == ""
    assert len(name.encode()) <= 120
    assert name.casefold() not in {each.casefold() for each in taken}
    assert title_of(original).isprintable()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("export.log", b"x", "log"), ("alerts.yaml", b"x", "alert-config"), ("prompt.txt", b"x", "prompt"),
        ("Screen Shot 2026.png", b"x", "screenshot"), ("rates-chart.png", b"x", "metric-chart"),
        ("export.json", b'{"messages": [{"role": "user"}]}', "transcript"),
        ("export.jsonl", b'{"role": "user", "content": "x"}\n', "transcript"),
        ("export.json", b'{"resourceSpans": []}', "trace"), ("export.json", b"[" * 50_000, None),
        ("picture.png", b"x", None), ("data.csv", b"x", None), ("prompt-log.txt", b"x", None),
        ("export.json", b'{"messages": 3}', None),
        ("total.csv", b"time,total\n2026-03-02,9\n2026-03-03,\n", "metric-series"),
        ("total.csv", b"\xef\xbb\xbfDate;a;b\r\n2026-03-02;9;NaN\r\n", "metric-series"),
        ("total.csv", b"time,total\n" + b"".join(b"%d-01-01,9\n" % year for year in range(2000, 9999)), "metric-series"),
        ("total.csv", b"time,total\n2026-03-02,many\n", None), ("total.csv", b"time,total\nx,9\n", None),
        ("total.csv", b"time,total\n2026-03-02,9\n2026-03-02,8\n", None), ("total.csv", b"time\n2026-03-02\n", None),
        ("total.csv", b"time,customer_id\n2026-03-02,9\n", None), ("total.csv", b"time,total\n2026-03-02,\n", None),
        ("total.csv", b"total,other\n9,9\n", None), ("total.csv", b"time,total\n\xff,9\n", None),
        ("requests.csv", b"time,total\n2026-03-02,9\n", "data-payload"),
    ],
)  # fmt: skip
def test_a_kind_is_guessed_only_where_it_is_certain(name: str, content: bytes, kind: Any) -> None:
    assert guess_kind(name, content) == kind
