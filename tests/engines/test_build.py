"""What a build promises: everything is told, nothing broken is published, and a refused build leaves the old site."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from afterword.model.addresses import ADDRESSES
from afterword.model.chapters import GUIDE_PAGES
from tests.engines.addresses import file_of, unmatched, unwritten
from tests.engines.site import NEAR_MISS, all_bytes, run, write_site

BROKEN = {
    "2026-05-03-broken.md": "---\nid: [broken\n---\n\nSecret body text.\n",
    "2026-05-04-wrong.md": "---\ntitle: A report with wrong words\nseverity: high\nkind: near-miss\n---\n\nText.\n",
}


@pytest.mark.engine
def test_broken_front_matter_fails_with_every_finding_and_keeps_the_old_site(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    run("mkdocs", "build", "--strict", cwd=folder)
    before = all_bytes(folder / "site")
    for name, text in BROKEN.items():
        (folder / "postmortems/reports/2026" / name).write_text(text)
    ran = run("mkdocs", "build", "--strict", cwd=folder, check=False)
    output = ran.stdout + ran.stderr
    assert ran.returncode == 1
    assert "Traceback" not in output
    assert "postmortems/reports/2026/2026-05-03-broken.md:3:1 AW103 error" in output
    assert "postmortems/reports/2026/2026-05-04-wrong.md:3:11 AW113 error" in output
    assert "postmortems/reports/2026/2026-05-04-wrong.md:4:7 AW113 error" in output
    assert "AW130 error" in output  # the draft's missing system
    assert all_bytes(folder / "site") == before


@pytest.mark.engine
def test_lesser_findings_do_not_stop_a_strict_build(tmp_path: Path) -> None:
    text = NEAR_MISS.format(title="A near miss with an unknown team").replace("published_on: 2026-05-04\n", "")
    folder = write_site(tmp_path, reports={"2026-05-05-warned.md": text})
    ran = run("mkdocs", "build", "--strict", cwd=folder)
    output = ran.stdout + ran.stderr
    assert "AW137 warning" in output
    assert "2 reports, 0 errors, 1 warning" in output


@pytest.mark.engine
def test_a_wrong_setting_is_one_sentence(tmp_path: Path) -> None:
    folder = write_site(tmp_path, "audience: everybody")
    ran = run("mkdocs", "build", cwd=folder, check=False)
    output = ran.stdout + ran.stderr
    assert ran.returncode == 1
    assert "Traceback" not in output
    assert "audience" in output


@pytest.mark.engine
@pytest.mark.parametrize("preview", [False, True])
def test_drafts_stand_in_previews_alone(tmp_path: Path, preview: bool) -> None:
    draft = "---\ntitle: A draft about zqunready\nsystem: {name: chat}\n---\n\nZqunready.\n"
    settings = "audience: company\npreview: true" if preview else "audience: company"
    folder = write_site(tmp_path, settings, {"2026-05-06-draft.md": draft})
    run("mkdocs", "build", "--strict", cwd=folder)
    found = [name for name, content in all_bytes(folder / "site").items() if b"zqunready" in content.lower()]
    assert bool(found) is preview
    if preview:
        assert b"aw-note--preview" in (folder / "site/reports/2026-05-06-draft/index.html").read_bytes()


@pytest.mark.engine
def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    run("mkdocs", "build", "-d", "one", cwd=folder, PYTHONHASHSEED="1", TZ="UTC", LANG="C")
    run("mkdocs", "build", "-d", "two", cwd=folder, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="C.UTF-8")
    assert all_bytes(folder / "one") == all_bytes(folder / "two")


@pytest.mark.engine
def test_an_alias_leads_to_its_report(tmp_path: Path) -> None:
    text = NEAR_MISS.format(title="A near miss that has moved").replace("review:", "aliases: [2026-05-06-old]\nreview:")
    folder = write_site(tmp_path, reports={"2026-05-07-moved.md": text})
    run("mkdocs", "build", "--strict", cwd=folder)
    page = (folder / "site/reports/2026-05-06-old/index.html").read_text()
    assert 'url=../2026-05-07-moved/"' in page


POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12\n".encode()


@pytest.mark.engine
def test_evidence_is_published_as_text_or_image_alone(tmp_path: Path) -> None:
    files = {
        "rows.csv": b"a,b\n1,2\n",
        "notes.md": b"# Notes\n\n<script>alert(1)</script>\n",
        "page.html": b"<script>alert(1)</script>\n",
        "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>\n",
        "dot.png": b"\x89PNG\r\n\x1a\n" + b"0" * 20,
        "data.bin": b"\x00\x01\x02",
        "false.png": b"<script>alert(1)</script>",
        "unlisted.txt": b"nobody named this file\n",
        "other.txt": b"its digest is another\n",
        # What some servers would take for a page, a script or a style, by its content or an ending further in front.
        "answer.txt": b"<html><script>alert(1)</script></html>\n",
        "answer.jsonl": b"\xef\xbb\xbf  <!doctype html><script>alert(1)</script>\n",
        "page.html.toml": b"[page]\n",
        "app.js": b"alert(1)\n",
        "look.css": b"body { display: none }\n",
        "page.xhtml": b"<html xmlns='http://www.w3.org/1999/xhtml'/>\n",
        "both.gif": b"GIF89a/*<script src=x>*/=1;alert(1)",
        "kept-elsewhere.jsonl": POINTER,
        "removed.txt": b"it came back with a merge\n",
    }
    removed = "removed: {at: 2026-05-09, because: It was time.}"
    entries = "".join(
        f"  - {{kind: log, title: The file {name}, uri: evidence/2026-05-08-files/{name}, sha256: {digest}"
        f"{', ' + removed if name == 'removed.txt' else ''}}}\n"
        for name, content in files.items()
        if name != "unlisted.txt"
        for digest in ["a" * 64 if name == "other.txt" else hashlib.sha256(content).hexdigest()]
    )
    text = NEAR_MISS.format(title="A near miss with many files").replace("review:", f"evidence:\n{entries}review:")
    folder = write_site(
        tmp_path,
        "audience: company\nlevels: {AW504: warning, AW526: warning, AW527: warning, AW531: warning}",
        {"2026-05-08-files.md": text},
    )
    place = folder / "postmortems/evidence/2026-05-08-files"
    place.mkdir(parents=True)
    for name, content in files.items():
        (place / name).write_bytes(content)
    (place / "passwords.txt").symlink_to("/etc/passwd")
    (place / "machine").symlink_to("/etc")
    run("mkdocs", "build", "--strict", cwd=folder)
    site = folder / "site/evidence"
    published = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert published == [
        f"2026-05-08-files/{name}"
        for name in (
            "answer.jsonl.txt", "answer.txt", "app.js.txt", "dot.png", "drawing.svg.txt", "look.css.txt", "notes.md.txt",
            "page.html.toml.txt", "page.html.txt", "page.xhtml.txt", "rows.csv",
        )
    ]  # fmt: skip
    for name in published:
        own = Path(name).name
        assert (site / name).read_bytes() == files[own if own in files else own.removesuffix(".txt")]
        assert mimetypes.guess_type(own)[0] in {"text/plain", "text/csv", "image/png"}
    page = (folder / "site/reports/2026-05-08-files/index.html").read_text()
    assert "removed on" in page
    assert "its digest remains" in page


class _Resources(HTMLParser):
    """Addresses that a page loads by itself, and ids that stand twice."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.headings = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.headings += tag == "h1"
        if tag in {"script", "img", "iframe", "source", "video", "audio", "embed", "object"}:
            self.loaded.append(given.get("src") or given.get("data") or "")
        if tag == "link" and given.get("rel") not in {"canonical", "next", "prev", "edit", "alternate"}:
            self.loaded.append(given.get("href") or "")


@pytest.mark.engine
def test_no_page_of_the_example_loads_anything_from_elsewhere(example_site: Path) -> None:
    for path in example_site.rglob("*.html"):
        page = _Resources()
        page.feed(path.read_text())
        assert [each for each in page.loaded if re.match(r"(https?:)?//", each)] == [], path


@pytest.mark.engine
def test_no_page_of_the_example_shows_marks_that_were_meant_for_the_renderer(example_site: Path) -> None:
    left = re.compile(r"\{:? ?(?:data-label|[.#]aw-|[.#](?:cf|rm|ev|ec)-)|\x02|\x03|markdown=\"1\"")
    assert {
        path.name: found[0] for path in example_site.rglob("*.html") if (found := left.search(path.read_text()))
    } == {}


@pytest.mark.engine
def test_every_page_of_the_example_has_one_first_heading(example_site: Path) -> None:
    for path in example_site.rglob("index.html"):
        if "http-equiv" in (text := path.read_text()):
            continue
        page = _Resources()
        page.feed(text)
        assert page.headings == 1, path


@pytest.mark.engine
def test_report_pages_stay_out_of_the_navigation(example_site: Path) -> None:
    home = (example_site / "index.html").read_text()
    navigation = home[home.index("<nav") : home.index("<main")] + home[home.index("md-sidebar--primary") :][:20_000]
    ids = [path.parent.name for path in example_site.glob("reports/*/index.html")]
    assert len(ids) >= 26
    start = home.index("md-sidebar--primary")
    sidebar = home[start : home.index("md-sidebar--secondary", start)]
    assert [each for each in ids if f"reports/{each}/" in sidebar] == []
    assert navigation


@pytest.mark.engine
def test_the_addresses_of_the_reference_are_those_that_stand(example_site: Path) -> None:
    """All but what the example has no need of: the index of another plugin, and rows beyond those on a page."""
    paths = [file_of(address.path) for address in ADDRESSES]
    published = list(all_bytes(example_site))
    assert unmatched(published, paths) == []
    assert unwritten(published, paths) == ["remediations/open/rows.json", "search/search_index.json"]
    guide = {path.removesuffix(".md").removesuffix("index").rstrip("/") for path in GUIDE_PAGES}
    assert {f"{place}/index.html" for place in guide} <= set(published)
    for name in ("reports", "factors", "remediations", "systems", "schema"):
        assert json.loads((example_site / f"api/v1/{name}.json").read_text())
    assert (example_site / "evidence/2026-03-11-unequal-discounts/profile.csv").is_file()
    assert (example_site / "404.html").is_file()
    for name in ("feed.xml", "feed.json", "remediations.ics"):
        assert (example_site / name).read_bytes()


@pytest.mark.engine
def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    run("mkdocs", "build", "--strict", "-d", "one", cwd=folder)
    run("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", "two", cwd=folder)
    one, two = all_bytes(folder / "one"), all_bytes(folder / "two")
    assert sorted(one) == sorted(two)
    name = "reports/2026-05-01-price-nobody-agreed/index.html"
    article = re.compile(rb"<article.*?</article>", re.DOTALL)
    assert article.findall(one[name]) == article.findall(two[name])
