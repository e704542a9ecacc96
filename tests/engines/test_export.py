"""The exported tree: MkDocs, ProperDocs and Zensical build the same site of it, with no plugin of ours."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.engines.read_site import broken_links, read_pages
from tests.engines.site import NEAR_MISS, ROOT, all_bytes, run, write_site

ENGINES = ("mkdocs", "properdocs", "zensical")
ADDRESS = "https://afterword.example.org/"
OF_ENGINE = re.compile(
    # The theme's own files, the search index and the map of the site, which each engine makes in its own way.
    r"assets/(?!stylesheets/(?:afterword|[a-z]+)\.css$).*|search/search_index\.json|search\.json|pagefind/.*|sitemap\.xml(\.gz)?|objects\.inv|\.nojekyll"
)
WORD = b"zqwider"


def build(engine: str, tree: Path) -> Path:
    """The site that an engine builds strictly of a tree."""
    arguments = ("build", "--strict") if engine == "mkdocs" else ("build", "--strict", "-f", "mkdocs.yml")
    run(engine, *arguments, cwd=tree)
    return tree / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The example as each engine builds it of one export, in a copy of its own."""
    built: dict[str, Path] = {}
    exported = tmp_path_factory.mktemp("export") / "tree"
    run("afterword", "export", str(exported), cwd=ROOT)

    def site_of(engine: str) -> Path:
        if engine not in built:
            tree = tmp_path_factory.mktemp(engine) / "tree"
            shutil.copytree(exported, tree)
            built[engine] = build(engine, tree)
        return built[engine]

    return site_of


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_says_the_same_as_the_plugins(engine: str, sites: Callable[[str], Path], example_site: Path) -> None:
    ours, theirs = read_pages(example_site), read_pages(sites(engine))
    assert sorted(theirs) == sorted(ours)
    assert len(ours) > 250
    assert [name for name in ours if ours[name].text != theirs[name].text] == []


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_every_file_is_the_same_byte_for_byte(engine: str, sites: Callable[[str], Path], example_site: Path) -> None:
    def files(site: Path) -> dict[str, bytes]:
        found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
        return {
            name: path.read_bytes()
            for name, path in found.items()
            if not name.endswith(".html") and not OF_ENGINE.fullmatch(name)
        }

    ours, theirs = files(example_site), files(sites(engine))
    assert "api/v1/reports.json" in ours
    assert "evidence/2026-03-11-unequal-discounts/profile.csv" in ours
    assert "assets/stylesheets/afterword.css" in ours
    assert {"feed.xml", "feed.json", "remediations.ics"} <= set(ours)
    assert theirs == ours


@pytest.mark.engine
@pytest.mark.parametrize("engine", ENGINES)
def test_every_link_leads_somewhere_and_nothing_comes_from_elsewhere(engine: str, sites: Callable[[str], Path]) -> None:
    site = sites(engine)
    assert list(broken_links(site, ADDRESS)) == []
    loaded = {each for page in read_pages(site).values() for each in page.loaded}
    assert [each for each in loaded if re.match(r"(https?:)?//", each)] == []


@pytest.mark.heavy
@pytest.mark.engine
def test_an_alias_leads_to_its_report_with_each_engine(tmp_path: Path) -> None:
    text = NEAR_MISS.format(title="A near miss that has moved").replace("review:", "aliases: [2026-05-06-old]\nreview:")
    folder = write_site(tmp_path, reports={"2026-05-07-moved.md": text})
    for engine in ENGINES:
        run("afterword", "export", engine, cwd=folder)
        page = (build(engine, folder / engine) / "reports/2026-05-06-old/index.html").read_text()
        assert 'url=../2026-05-07-moved/"' in page


@pytest.mark.engine
def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    run("afterword", "export", "one", cwd=folder, PYTHONHASHSEED="1", TZ="UTC", LANG="C")
    run("afterword", "export", "two", cwd=folder, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="C.UTF-8")
    first = all_bytes(folder / "one")
    assert first == all_bytes(folder / "two")
    run("afterword", "export", "one", cwd=folder)
    assert all_bytes(folder / "one") == first


@pytest.mark.engine
def test_no_engine_is_needed_to_export(tmp_path: Path) -> None:
    """A module that stops every import of an engine stands before the command."""
    folder = write_site(tmp_path)
    for name in ("mkdocs", "material", "properdocs", "zensical", "markdown"):
        (tmp_path / "shut" / name).mkdir(parents=True)
        (tmp_path / "shut" / name / "__init__.py").write_text("raise ImportError('no engine here')\n")
    run("afterword", "export", "out", cwd=folder, PYTHONPATH=str(tmp_path / "shut"))
    assert (folder / "out/docs/reports/2026-05-01-price-nobody-agreed.md").is_file()


@pytest.mark.engine
def test_a_tree_holds_markdown_json_and_settings_of_its_own(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    run("afterword", "export", "out", cwd=folder)
    tree = folder / "out"
    settings = yaml.safe_load((tree / "mkdocs.yml").read_text())
    assert settings["plugins"] == ["search"]
    assert "organisation" not in (tree / "mkdocs.yml").read_text()
    report = (tree / "docs/reports/2026-05-01-price-nobody-agreed.md").read_text()
    front, body = report.removeprefix("---\n").split("\n---\n", 1)
    meta = yaml.safe_load(front)
    assert meta["title"] == "Assistant named a price nobody had agreed"
    assert meta["description"].startswith("A shop assistant nearly offered")
    assert body.lstrip().startswith("# Assistant named a price")
    assert "<!-- afterword:newest -->" not in (tree / "docs/index.md").read_text()
    index = json.loads((tree / "index.json").read_text())
    assert (index["schema"], index["audience"]) == ("afterword-export/1", "company")
    assert [each["path"] for each in index["pages"] if not (tree / each["path"]).is_file()] == []
    assert [each for each in index["api"] if not (tree / each).is_file()] == []
    assert "`company`" in (tree / "README.md").read_text()


@pytest.mark.engine
def test_links_by_hand_lead_to_reports_by_their_files(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    (folder / "postmortems/guide/ours.md").write_text(
        "# Ours\n\n[By file](../reports/2026/2026-05-01-price-nobody-agreed.md#what-happened), "
        "[on the site](../reports/2026-05-01-price-nobody-agreed.md) and [a *lost* one](../reports/2026/2026-01-01-none.md).\n"
    )
    ran = run("afterword", "export", "out", cwd=folder)
    page = (folder / "out/docs/guide/ours.md").read_text()
    assert "[By file](../reports/2026-05-01-price-nobody-agreed.md#what-happened)" in page
    assert "and a lost one." in page
    assert "`guide/ours.md` links to `../reports/2026/2026-01-01-none.md`" in ran.stderr
    for engine in ("mkdocs", "zensical"):
        build(engine, folder / "out")
    ran = run("mkdocs", "build", "--strict", cwd=folder, check=False)
    assert ran.returncode == 1
    assert "`guide/ours.md` links to `../reports/2026/2026-01-01-none.md`" in ran.stdout + ran.stderr
    built = (folder / "site/guide/ours/index.html").read_text()
    assert "2026-01-01-none" not in built
    assert 'href="../../reports/2026-05-01-price-nobody-agreed/#what-happened"' in built


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A repository for the company with one public report; what only the company may read carries the word."""
    word = WORD.decode()
    public = NEAR_MISS.format(title="A report that everybody may read").replace(
        "kind: near_miss", "audience: public\nkind: near_miss", 1
    ).replace("An answer in the trial", "![The trial](../../assets/open.png) An answer in the trial")  # fmt: skip
    inner = NEAR_MISS.format(title=f"A report of the company {word}").replace("shop", word)
    draft = f"---\ntitle: A public draft {word}\naudience: public\nsystem: {{name: chat}}\n---\n\n{word}\n"
    reports = {"2026-05-02-open.md": public, f"2026-05-03-{word}.md": inner, "2026-05-04-draft.md": draft}
    folder = write_site(tmp_path, "audience: company\npreview: true", reports)
    docs = folder / "postmortems"
    (docs / "assets").mkdir()
    for name in ("open.png", f"{word}.png", "other.png"):
        (docs / "assets" / name).write_bytes(b"\x89PNG\r\n\x1a\n" + (WORD if word in name else b"open"))
    (docs / "guide/index.md").write_text(f"# Guide {word}\n")
    (docs / "guide/outside.md").write_text(
        "---\ntitle: For outsiders\naudience: public\n---\n\n# For outsiders\n\n"
        f"[Inner](../reports/2026/2026-05-03-{word}.md), [guide](index.md), [page]({word}.md), [one][r], "
        f"![picture](../assets/other.png).\n\n[r]: ../reports/2026/2026-05-03-{word}.md\n"
    )
    (docs / f"guide/{word}.md").write_text("# An inner page\n")
    (docs / "_vocabulary").mkdir()
    (docs / "_vocabulary/contributing-factors.yml").write_text(
        f"- {{id: x-{word}, title: An own term, side: technical, group: data, definition: A condition of {word}.}}\n"
    )
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text()
        .replace("learning.example.org", f"{word}.example.org")
        .replace("example-org/learning", f"example-org/{word}")
        + f"nav:\n  - index.md\n  - Inner {word}: guide/{word}.md\n  - Outside: guide/outside.md\n"
        f"  - Forge: https://{word}.example.org/\ncopyright: {word}\nsite_description: {word}\n"
    )
    return folder


@pytest.mark.engine
def test_a_wider_audience_gets_nothing_that_was_written_for_fewer(company: Path) -> None:
    run("afterword", "export", "out", "--audience", "public", "--site-url", "https://open.example.org", cwd=company)
    tree = all_bytes(company / "out")
    assert [name for name, content in tree.items() if WORD in content.lower()] == []
    assert "docs/reports/2026-05-02-open.md" in tree
    assert {"docs/assets/open.png", "docs/assets/other.png"} <= set(tree)  # both are shown by what is public
    assert "docs/guide/outside.md" in tree
    assert b"2026-05-02-open" in tree["docs/index.md"]  # the first page is made, since nobody wrote one for outsiders
    assert b"https://open.example.org/reports/2026-05-02-open/" in tree["docs/api/v1/reports.json"]
    for engine in ("mkdocs", "zensical"):
        build(engine, company / "out")


@pytest.mark.engine
def test_an_export_for_its_own_audience_holds_all_of_it(company: Path) -> None:
    run("afterword", "export", "out", cwd=company)
    tree = all_bytes(company / "out")
    assert f"docs/reports/2026-05-03-{WORD.decode()}.md" in tree
    assert "docs/reports/2026-05-04-draft.md" in tree  # the settings ask for a preview
    assert f"docs/assets/{WORD.decode()}.png" in tree


@pytest.mark.engine
def test_what_the_settings_shut_out_stays_out(tmp_path: Path) -> None:
    folder = write_site(tmp_path, 'audience: company\nlevels: {AW505: "off"}')
    docs = folder / "postmortems"
    for name in ("private/a.md", ".hidden/b.md", "_notes.md", "drafts/c.md", "templates/d.md", "reports/stray.csv"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("# zqshut\n")
    (docs / "link.md").symlink_to(folder / "mkdocs.yml")
    config = folder / "mkdocs.yml"
    text = (
        config.read_text().replace("  /_*\n", "  /_*\n  /private/\n").replace("theme:", "draft_docs: drafts/\ntheme:")
    )
    config.write_text(text)
    ran = run("afterword", "export", "out", cwd=folder)
    assert [name for name, content in all_bytes(folder / "out").items() if b"zqshut" in content] == []
    assert "`link.md` is left out: it is a link or a special file" in ran.stderr
    assert not (folder / "out/docs/link.md").exists()
