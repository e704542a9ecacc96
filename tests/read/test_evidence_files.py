"""Evidence in a real tree: links, pipes, stand-ins and large files are known for what they are, and never opened."""

from __future__ import annotations

import hashlib
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.evidence_file import EvidenceFile
from afterword.model.settings import Limits
from afterword.read.evidence import read_evidence
from afterword.read.evidence_content import judge_content, pointed_at
from afterword.read.file_digest import digest_file

LFS = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12\n"


def read(path: Path, most: int = 5_242_880) -> EvidenceFile:
    return read_evidence(path, uri=f"evidence/x/{path.name}", shown=path.name, limits=Limits(evidence_bytes=most))


def test_a_file_is_digested_whatever_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.log"
    path.write_bytes(b"x" * 3_000_000)
    found = read(path, 1000)
    assert (found.size, found.flaw, found.content) == (3_000_000, "over-limit", b"")
    assert found.sha256 == hashlib.sha256(b"x" * 3_000_000).hexdigest()
    assert read(path, 3_000_000).published_as == "text"


def test_a_sparse_file_takes_no_memory(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "sparse.bin"
    with path.open("wb") as file:
        file.truncate(64 << 20)
    tracemalloc.start()
    found = read(path, 1000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.size, found.flaw) == (64 << 20, "over-limit")
    assert peak < 8 << 20


def test_nothing_but_a_file_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = tmp_path / "real.txt"
    real.write_text("hello\n")
    (tmp_path / "link.txt").symlink_to(real)
    (tmp_path / "dangling.txt").symlink_to("nothing")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder.txt").symlink_to("/etc")
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.txt")
    for name in ("link", "dangling", "loop", "folder", "pipe", "socket"):
        found = read(tmp_path / f"{name}.txt")
        assert (found.flaw, found.sha256, found.published_as) == ("unreadable", "", None)
    assert digest_file(Path("/dev/zero"), 10) == "it is a pipe, a socket or a device, not a file of its own"
    assert digest_file(tmp_path / "gone", 10) == "no such file or directory"
    assert isinstance(digest_file(Path("a\x00b"), 10), str)


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        (LFS, "a" * 64), (LFS.replace("\n", "\r\n"), "a" * 64), (LFS.replace("oid", "ext-0-a sha256:1\noid"), "a" * 64),
        (LFS.upper(), ""), (f"\n{LFS}", ""), (LFS.replace("a" * 64, "a" * 63), ""), (LFS + "x" * 2000, ""),
    ],
)  # fmt: skip
def test_a_pointer_is_known_by_its_form(text: str, digest: str) -> None:
    assert pointed_at(text.encode()) == digest
    assert (judge_content(".csv", text.encode()).flaw == "pointer") == bool(digest)


@pytest.mark.parametrize(
    ("suffix", "data", "shown", "flaw"),
    [
        (".pdf", b"%PDF-1.7\n%\xe2\xe3", None, "unshown"), (".pdf", b"<html>", None, "misnamed"),
        (".txt", b"\x89PNG\r\n\x1a\n\x00", None, "misnamed"), (".xlsx", b"PK\x03\x04\x00", None, "unshown"),
        (".svg", b"<svg/>", "text", ""), (".webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image", ""),
        (".webp", b"RIFF\x00\x00\x00\x00WAVEfmt ", None, "misnamed"), (".jpg", b"\xff\xd8\xff<SVG >", None, "misnamed"),
        (".log", b"\x1b[31mred\x1b[0m\n", "text", ""), (".txt", b"\xef\xbb\xbfhello", "text", ""),
    ],
)  # fmt: skip
def test_content_decides_and_not_the_name(suffix: str, data: bytes, shown: str | None, flaw: str) -> None:
    judged = judge_content(suffix, data)
    assert (judged.published_as, judged.flaw) == (shown, flaw)
    assert bool(judged.why) == (shown is None)


@given(st.sampled_from([".txt", ".png", ".jsonl", ".svg", ".gif", ""]), st.binary(max_size=80))
def test_no_bytes_are_too_odd(suffix: str, data: bytes) -> None:
    judged = judge_content(suffix, data)
    if judged.published_as == "text":
        data.decode()
    file = EvidenceFile(f"evidence/x/a{suffix}", "a", len(data), "", judged.published_as, content=data)
    address = file.address or ""
    assert (file.address is None) == (judged.published_as is None)
    if judged.published_as == "text" and data.lstrip()[:1] == b"<":
        assert address.endswith(".txt")


@pytest.mark.parametrize(
    ("name", "content", "address"),
    [
        ("a.log", b"x", "a.log"), ("a.log", b"\n <html>", "a.log.txt"), ("A.TXT", b"<html>", "A.TXT"),
        ("a.html.jsonl", b"{}", "a.html.jsonl.txt"), ("a.2026.csv", b"a,b", "a.2026.csv"), ("a.csv", b"<a>,b", "a.csv.txt"),
        ("a.json", b"{}", "a.json"), ("a.yaml", b"%PDF-", "a.yaml.txt"), ("a", b"x", "a.txt"), ("a.js", b"x", "a.js.txt"),
    ],
)  # fmt: skip
def test_what_a_server_might_guess_is_served_as_text(name: str, content: bytes, address: str) -> None:
    file = EvidenceFile(f"evidence/x/{name}", name, len(content), "", "text", content=content)
    assert file.address == f"evidence/x/{address}"


def test_a_check_goes_past_pipes_and_folders_that_are_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from afterword.commands.main import cli

    run: Callable[..., Result] = CliRunner().invoke
    folder = tmp_path / "postmortems/evidence/2026-05-18-two"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pipe.log")
    (folder / "etc").symlink_to("/etc")
    (folder / "model.jsonl").write_text(LFS)
    report = tmp_path / "postmortems/reports/2026/2026-05-18-two.md"
    report.parent.mkdir(parents=True)
    digest = hashlib.sha256(b"x").hexdigest()
    entries = "".join(
        f'- {{kind: log, title: One, uri: evidence/2026-05-18-two/{name}, sha256: "{digest.upper()}"}}\n'
        for name in ("pipe.log", "model.jsonl", "etc/passwd", "upper.txt")
    )
    (folder / "upper.txt").write_text("x")
    report.write_text(f"---\ntitle: Assistant gave two answers\nsystem: {{name: chat}}\nevidence:\n{entries}---\n")
    monkeypatch.chdir(tmp_path)
    told = [line.split(" ")[:2] for line in run(cli, ["check"]).output.splitlines() if " AW5" in line]
    assert told == [
        ["postmortems/evidence/2026-05-18-two/etc:1:1", "AW527"],
        ["postmortems/evidence/2026-05-18-two/pipe.log:1:1", "AW527"],
        ["postmortems/reports/2026/2026-05-18-two.md:6:32", "AW526"],
        ["postmortems/reports/2026/2026-05-18-two.md:7:32", "AW504"],
    ]
