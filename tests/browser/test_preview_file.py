"""A preview in a browser: read on a phone and on a desk, in both palettes and on paper, with nothing loaded or run."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from afterword.commands.main import cli
from tests.browser.accessibility import look
from tests.conftest import ROOT

ID = "2026-03-11-unequal-discounts"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("preview") / "preview.html"
    ran = CliRunner().invoke(
        cli, ["preview", ID, "--out", str(path), "--config", str(ROOT / "mkdocs.yml")], env=os.environ
    )
    assert ran.exit_code == 0, ran.output
    return path


@pytest.mark.heavy
@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (360, "light"), (1280, "light"), (1280, "dark")])
def test_it_reads_well_and_asks_nobody(browser: Browser, preview: Path, width: int, scheme: str) -> None:
    # axe is a script, which the file itself would not let in.
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(preview.as_uri())
    assert asked == [preview.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    dark = "rgb(30, 33, 41)"
    assert (page.evaluate("getComputedStyle(document.body).backgroundColor") == dark) == (scheme == "dark")
    assert look(page)[0] == []
    # No number stands on another, or outside of the sheet.
    places = page.evaluate(
        "[...document.querySelectorAll('.aw-p')].map(each => each.getBoundingClientRect())"
        ".map(each => [Math.round(each.left), Math.round(each.top + scrollY)])"
    )
    assert len({tuple(each) for each in places}) == len(places)
    assert all(0 <= left < width for left, _ in places)
    context.close()


@pytest.mark.heavy
@pytest.mark.browser
def test_it_prints_with_its_numbers_and_addresses(browser: Browser, preview: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(preview.as_uri())
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = "\n".join(each.extract_text() for each in pages)
    assert 5 <= len(pages) <= 25
    assert "do not pass this" in text
    assert "https://afterword.example.org/" in "".join(text.split())
    assert "¶ 4" in text
    page.close()
