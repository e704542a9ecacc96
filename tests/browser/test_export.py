"""Exported pages in a real Chromium, as each engine builds them: nothing from elsewhere, no error, readable in the dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

from tests.browser.serving import serve_folder
from tests.browser.test_pages import CONTRAST, WIDER
from tests.engines.site import ROOT, run

PAGES = ("", "reports/2026-03-11-unequal-discounts/")


@pytest.fixture(scope="module", params=["mkdocs", "properdocs", "zensical"])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = tmp_path_factory.mktemp(request.param) / "tree"
    run("afterword", "export", str(tree), cwd=ROOT)
    run(request.param, "build", "--strict", "-f", "mkdocs.yml", cwd=tree)
    return tree / "site"


@pytest.mark.browser
def test_exported_pages_can_be_read(browser: Browser, exported: Path) -> None:
    told: list[str] = []
    foreign: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            told.append(message.text)

    with serve_folder(exported) as url:

        def see(request: Request) -> None:
            if not request.url.startswith((url, "data:", "blob:")):
                foreign.append(request.url)

        for width, scheme in ((360, "dark"), (1280, "light")):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            page.on("console", hear)
            page.on("pageerror", lambda error: told.append(str(error)))
            page.on("request", see)
            for name in PAGES:
                page.goto(url + name, wait_until="networkidle")
                assert page.locator("h1").count() == 1, name
                assert not page.evaluate(WIDER), f"{name} scrolls sideways at {width} px"
                assert page.evaluate(CONTRAST) == [], name
                assert "Do not publish this copy" not in page.content(), name
            if width == 1280:
                # The theme's own search finds a word of a report; Zensical opens it with a button.
                page.locator(".md-search__button:visible, .md-search__input:visible").first.click()
                page.wait_for_timeout(500)
                page.keyboard.type("neighbourhoods")
                page.get_by_text(re.compile(r"^\s*[1-9]\d* (matching documents?|results?)\s*$")).first.wait_for()
            context.close()
    assert told == []
    assert foreign == []
