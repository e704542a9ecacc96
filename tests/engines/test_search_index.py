"""The search index: the same bytes each time, whole or not at all, and nothing in it that is not to be found."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from afterword.engine.search_index import SearchError, _first_word, build_search
from tests.engines.site import NEAR_MISS, run, write_site

WITHDRAWN = (
    NEAR_MISS.format(title="A report that was withdrawn")
    .replace("lifecycle: published", "lifecycle: withdrawn\nwithdrawn: {because: It told of another system}")
    .replace("An answer in the trial named a price.", "A zqwithdrawn body.")
)


def fragments(site: Path) -> dict[str, dict[str, Any]]:
    """What the index holds of each page, by Pagefind's name of it."""
    found = {}
    for path in (site / "pagefind/fragment").iterdir():
        found[path.stem] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
    return found


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_pages(folder: Path, **articles: str) -> Path:
    for name, article in articles.items():
        place = folder / name.replace("__", "/") / "index.html"
        place.parent.mkdir(parents=True)
        place.write_text(f"<html><body><article>{article}</article></body></html>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports = {
        "2026-05-02-withdrawn.md": WITHDRAWN,
        "2026-05-03-old-one.md": NEAR_MISS.format(title="Another one").replace(
            "review:", "aliases: [2026-05-04-x]\nreview:"
        ),
    }
    folder = write_site(tmp_path_factory.mktemp("search"), reports=reports)
    docs = folder / "postmortems"
    (docs / "hidden.md").write_text("---\nsearch:\n  exclude: true\n---\n\n# Hidden\n\nzqhidden text.\n")
    (docs / "ours.md").write_text("# Ours\n\nBy hand, and not zqleft out.\n\n## Not this { data-search-exclude }\n")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("plugins:\n", "plugins:\n  - search\n"))
    ran = run("mkdocs", "build", "--strict", cwd=folder)
    assert "the plugin `search` makes an index that nothing reads" in ran.stderr
    return folder


@pytest.mark.engine
def test_every_page_but_those_about_pages_can_be_found(site: Path) -> None:
    found = {each["url"]: each for each in fragments(site / "site").values()}
    for url in ("/", "/ours/", "/guide/", "/glossary/", "/systems/chat/", "/remediations/release-gate/"):
        assert url in found, url
    assert found["/reports/2026-05-01-price-nobody-agreed/"]["meta"]["title"].startswith("Assistant named a price")
    assert found.keys().isdisjoint({"/404.html", "/explore/", "/hidden/", "/reports/2026-05-04-x/"})
    text = json.dumps(list(found.values()))
    for word in ("zqwithdrawn", "zqhidden", "Link to this section", "Not this", "Edit this page"):
        assert word not in text
    assert "zqleft" in text
    # A title is found on its own page, not on the lists that lead there.
    titled = {url for url in found if "Assistant named a price nobody had agreed" in found[url]["content"]}
    assert "/reports/2026-05-01-price-nobody-agreed/" in titled
    assert titled.isdisjoint({"/reports/", "/near-misses/", "/remediations/", "/factors/eval-no-regression-suite/"})


@pytest.mark.engine
def test_reports_are_known_by_their_place_in_the_facet_data(site: Path) -> None:
    names = json.loads((site / "site/pagefind/reports.json").read_text())
    found = fragments(site / "site")
    urls = [found[name]["url"] for name in names]
    assert sorted(urls) == ["/reports/2026-05-01-price-nobody-agreed/", "/reports/2026-05-03-old-one/"]


@pytest.mark.engine
def test_the_same_pages_give_the_same_bytes(site: Path) -> None:
    first = files(site / "site/pagefind")
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind", "reports.json"} < set(
        first
    )
    assert not [name for name in first if "ui" in name or "highlight" in name or name.startswith("filter")]
    other = site.parent / "a folder of its own"
    shutil.copytree(site, other, ignore=shutil.ignore_patterns("site"))
    run("mkdocs", "build", cwd=other, PYTHONHASHSEED="7", LC_ALL="C", TZ="Asia/Tokyo", RAYON_NUM_THREADS="1")
    assert files(other / "site/pagefind") == first


@pytest.mark.engine
def test_one_core_gives_the_same_bytes(tmp_path: Path) -> None:
    texts = {f"p{number}": f"<h1>Page {number}</h1><p>{'word ' * number}割引判定 {number}</p>" for number in range(120)}
    cores = os.sched_getaffinity(0)
    built = []
    for name, used in (("all", cores), ("one", {min(cores)})):
        folder = write_pages(tmp_path / name, **texts)
        os.sched_setaffinity(0, used)
        try:
            build_search(folder, ())
        finally:
            os.sched_setaffinity(0, cores)
        built.append(files(folder / "pagefind"))
    assert built[0] == built[1]


def test_pages_are_named_wherever_their_files_stand(tmp_path: Path) -> None:
    folder = write_pages(tmp_path, reports__2026_a="<h1>A</h1>", explore="<h1>No</h1>", explore__more="<h1>No</h1>")
    (folder / "reports/2026-b.html").write_text("<article><h1>B</h1></article>")
    (folder / "404.html").write_text("<article><h1>No</h1></article>")
    (folder / "private.html").write_text("<article><h1>No</h1></article>")
    build_search(folder, ("2026_a", "2026-b", "2026-c"), {"private.html"})
    names = json.loads((folder / "pagefind/reports.json").read_text())
    found = fragments(folder)
    assert [found[name]["meta"]["title"] if name else "" for name in names] == ["A", "B", ""]
    assert len(found) == 2


def test_hostile_text_is_text(tmp_path: Path) -> None:
    shell = "$(touch zqtouched) `touch zqtouched`; touch zqtouched"
    folder = write_pages(
        tmp_path, a=f"<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1><p>{shell} &lt;/main&gt; \u200b</p>"
    )
    build_search(folder, ())
    (page,) = fragments(folder).values()
    assert page["meta"]["title"] == "<script>alert(1)</script>"
    assert "</main>" in page["content"]
    assert "$(touch zqtouched)" in page["content"]
    assert "\u200b" not in page["content"]
    assert list(tmp_path.rglob("*zqtouched*")) == []


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'no more room' >&2; exit 3", "no more room"),
        ("exit 3", "it ended with 3"),
        ("exit 0", "made no `pagefind.js`"),
        (None, "could not be run"),
    ],
)
def test_a_failure_is_told_and_leaves_no_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None, said: str
) -> None:
    folder = write_pages(tmp_path / "site", a="<h1>A</h1>", pagefind__fragment="of an earlier build")
    program = tmp_path / "pagefind"
    if script is not None:
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    with pytest.raises(SearchError, match=said):
        build_search(folder, ())
    assert not (folder / "pagefind").exists()


FITTING = "var pagefind=0; async enterPlaygroundMode()"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (FITTING, "`x.pf_fragment` cannot be read"),
        ("new", "`pagefind.js` cannot say which words it found"),
        (FITTING + "export{enterPlaygroundMode}", "`pagefind.js` cannot say which words it found"),
    ],
)
def test_a_file_of_another_form_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    folder = write_pages(tmp_path / "site", a="<h1>A</h1>")
    program = tmp_path / "pagefind"
    names = "pagefind-worker.js pagefind-entry.json wasm.unknown.pagefind fragment/x.pf_fragment"
    program.write_text(
        f'#!/bin/sh\nmkdir -p "$4/fragment" "$4/index"; cd "$4"; for name in {names}; do echo new > $name; done\n'
        f"echo '{script}' > pagefind.js\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    with pytest.raises(SearchError, match=f"{said}: its version does not fit"):
        build_search(folder, ())
    assert not (folder / "pagefind").exists()


def test_pages_can_ask_which_words_were_found(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "site", a="<h1>A</h1>")
    build_search(folder, ())
    script = (folder / "pagefind/pagefind.js").read_text("utf-8")
    assert script.endswith("\nexport const enterPlaygroundMode=()=>pagefind.enterPlaygroundMode();\n")


@pytest.mark.engine
def test_a_build_without_pagefind_stops_with_the_cure(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    (tmp_path / "shut/pagefind").mkdir(parents=True)
    (tmp_path / "shut/pagefind/__init__.py").write_text("raise ImportError('not here')\n")
    ran = run("mkdocs", "build", cwd=folder, check=False, PYTHONPATH=_first(tmp_path / "shut"))
    assert ran.returncode == 1
    assert (
        "the search index needs Pagefind, which is not installed: `pip install --upgrade 'afterword[mkdocs]'`"
        in ran.stderr
    )
    assert "Traceback" not in ran.stderr
    assert not (folder / "site/pagefind").exists()


def _first(folder: Path) -> str:
    return os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")]))


@pytest.mark.parametrize("words", [1, 23, 24, 200, 256, 70_000])
@pytest.mark.parametrize("first", ["a", "word", "w" * 23, "w" * 24, "w" * 300, "割引", "_labelscsv"])
def test_the_first_word_of_a_piece_is_read(words: int, first: str) -> None:
    """The heads of CBOR's arrays and texts have one, two, three or five bytes, by what they hold."""

    def head(kind: int, size: int) -> bytes:
        if size < 24:
            return bytes([kind << 5 | size])
        wide = 1 if size < 1 << 8 else 2 if size < 1 << 16 else 4
        return bytes([kind << 5 | {1: 24, 2: 25, 4: 26}[wide]]) + size.to_bytes(wide)

    text = first.encode()
    assert _first_word(head(4, 1) + head(4, words) + head(4, 3) + head(3, len(text)) + text + b"rest") == first


@pytest.mark.parametrize("piece", [b"", b"\x81", b"\x81\x81\x83", b"\xa1\x81\x83\x61a", b"\x81\x81\x83\x7fa"])
def test_another_form_is_refused(piece: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        _first_word(piece)


def test_every_piece_begins_with_a_word_that_is_listed(tmp_path: Path) -> None:
    site = write_pages(
        tmp_path, one="<h1>Words</h1>" + "".join(f"<p>word{number} zebra{number}</p>" for number in range(9000))
    )
    build_search(site, ())
    listed = json.loads((site / "pagefind/pieces.json").read_text())
    assert listed == sorted(listed)
    assert len(listed) == len(list((site / "pagefind/index").iterdir())) > 1
    assert [each for each in listed if not re.fullmatch(r"(?:words?|zebra)?\d*|one", each)] == []
