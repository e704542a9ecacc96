"""An archive stands on a strictly built, searchable site; what its audit holds back is in no byte of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from afterword.engine.search_words import cut_words
from tests.archive.sample import write_archive, write_many
from tests.engines.site import all_bytes, run, write_site
from tests.engines.test_search_index import fragments

HELD = "2014-02-03-node-not-drained"
WORDS = (
    b"node-not-drained",
    b"Node not drained",
    b"to drain the node.",
    b"sk-ant-api03",
    b"Jane Doe",
    b"2014-03-03-named-author",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("import")
    write_many(write_archive(folder / "archive"), 140)
    # `first` begins the sort order, so that a held report is among the newest too.
    (folder / "archive/2026-06-01-held.md").write_text(
        "# Jane Doe forgot the newest of all\n\nSee [the queue](_posts/2019-03-01-queue-stopped.md).\n"
    )
    write_site(folder / "site", "audience: company\nimport: {audience: company}")
    ran = run("afterword", "import", str(folder / "archive"), "--into", "site", cwd=folder)
    assert "158 reports (158 new)" in ran.stdout
    assert "3 held back" in ran.stdout
    run("mkdocs", "build", "--strict", cwd=folder / "site")
    return folder / "site"


def _page(site: Path, report_id: str) -> str:
    return (site / "site/reports" / report_id / "index.html").read_text(encoding="utf-8")


@pytest.mark.engine
def test_every_report_is_there_and_can_be_searched(site: Path) -> None:
    pages = {path.parent.name for path in site.glob("site/reports/*/index.html")}
    assert len(pages) == 158 - 3 + 1
    texts = " ".join(each["content"] for each in fragments(site / "site").values())
    for number in range(140):
        assert re.search(rf"\bword{number}\b", texts)
    assert cut_words("検索は二時間止まった").strip() in texts


@pytest.mark.engine
def test_what_is_held_back_is_in_no_byte(site: Path) -> None:
    for name, content in all_bytes(site / "site").items():
        assert not [word for word in WORDS if word in content], name


@pytest.mark.engine
def test_links_lead_on_and_lost_ones_are_text(site: Path) -> None:
    page = _page(site, "2018-05-04-search-was-down")
    assert "See x and" in page
    assert 'src="../../evidence/2018-05-04-search-was-down/graph.png"' in page
    assert (site / "site/evidence/2018-05-04-search-was-down/graph.png").exists()
    assert not (site / "site/evidence/2018-05-04-search-was-down/evil.svg").exists()
    outage = 'href="../2018-05-04-search-was-down/'
    assert f'{outage}#impact"' in _page(site, "2019-03-outage-of-the-thing")
    assert f'{outage}"' in _page(site, "2019-03-01-queue-stopped")
    assert 'href="../2019-03-01-queue-stopped/"' in _page(site, "2020-07-08-model-drift")
    assert "Mentions this report" in page


@pytest.mark.engine
def test_a_page_says_what_it_is(site: Path) -> None:
    page = _page(site, "2018-05-04-search-was-down")
    assert "Taken over as it was, not reviewed in this form." in page
    article = page[page.index("<article") : page.index("</article>")]
    assert article.count(">Search was down on 2018-05-04<") == 1
    assert "<h2" in article.split("Impact")[0].rpartition("</h1>")[2]
    assert "March 2019" in _page(site, "2019-03-outage-of-the-thing")
    assert "<b>HTML</b>" not in _page(site, "2011-05-06-a-bundle")


@pytest.mark.engine
def test_what_is_cleared_is_shown(site: Path) -> None:
    run("afterword", "import", "--into", ".", "--clear", HELD, cwd=site)
    run("mkdocs", "build", "--strict", "-d", "cleared", cwd=site)
    assert "to drain the node." in (site / "cleared/reports" / HELD / "index.html").read_text()
    assert not (site / "cleared/reports/2014-03-03-named-author").exists()
