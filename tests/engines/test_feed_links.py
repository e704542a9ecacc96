"""Pages name the feeds of reports in their head, and say in words where feeds and the calendar are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from afterword.engine.feed_links import with_feeds
from afterword.pages.follow import follow_line
from afterword.pages.open_remediations import render_open_remediations
from tests.engines.site import CONFIG, run, write_site
from tests.pages.lists_sample import FACTS, index_of, reports

PAGE = "<head><title>a</title></head><body></head></body>"
LINK = re.compile(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">')


def test_the_links_stand_at_the_end_of_the_head() -> None:
    page = with_feeds(PAGE, {"feed.xml", "feed.json"}, lambda path: f'../"{path}')
    head, rest = page.split("</head>", 1)
    assert LINK.findall(head) == [
        ("application/atom+xml", "../&quot;feed.xml"),
        ("application/feed+json", "../&quot;feed.json"),
    ]
    assert rest == "<body></head></body>"
    assert with_feeds("no head", {"feed.xml"}, str) == "no head"


def test_only_what_is_published_is_named() -> None:
    assert with_feeds(PAGE, set(), str) == PAGE
    assert LINK.findall(with_feeds(PAGE, {"feed.json"}, str)) == [("application/feed+json", "feed.json")]


def test_pages_say_where_they_are_or_why_there_are_none() -> None:
    said = follow_line(FACTS)
    assert re.findall(r"\(<([^>]+)>\)", said) == ["feed.xml", "feed.json", "remediations.ics", "digests/index.md"]
    index = index_of(reports())
    page = render_open_remediations(index, FACTS).markdown
    assert "[a calendar](<../remediations.ics>)" in page
    bare = replace(FACTS, url="")
    for text in (follow_line(bare), render_open_remediations(index, bare).markdown):
        assert "the settings name no address of this site (`site_url`)" in text
        assert not re.search(r"feed\.(?:xml|json)|\.ics", text)


@pytest.mark.engine
def test_every_page_of_a_site_names_them_and_one_without_an_address_has_none(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    (folder / "postmortems/index.md").write_text("# Learning\n\n<!-- afterword:follow -->\n")
    run("mkdocs", "build", "--strict", cwd=folder)
    pages = sorted((folder / "site").rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        text = page.read_text()
        if 'http-equiv="refresh"' not in text:
            found = [href for _, href in LINK.findall(text)]
            way = "/" if page.name == "404.html" else "../" * (len(page.relative_to(folder / "site").parts) - 1)
            assert found == [f"{way}feed.xml", f"{way}feed.json"], page
    assert 'href="remediations.ics"' in (folder / "site/index.html").read_text()

    config = folder / "mkdocs.yml"
    assert "site_url: https://learning.example.org/\n" in CONFIG
    config.write_text(config.read_text().replace("site_url: https://learning.example.org/\n", ""))
    run("mkdocs", "build", "--strict", "-d", "bare", cwd=folder)
    assert not [
        path for path in (folder / "bare").rglob("*") if path.name in {"feed.xml", "feed.json", "remediations.ics"}
    ]
    home = (folder / "bare/index.html").read_text()
    assert LINK.findall(home) == []
    assert "no feed of new reports" in home
