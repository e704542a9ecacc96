"""A reader whose system is dark and who has no JavaScript gets the dark palette, the same as with it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import KINDS, REPORT
from tests.browser.test_pages import CONTRAST

pytestmark = pytest.mark.browser
SEEN = """() => ['body', '.md-header', '.md-tabs', 'h1', 'article p', 'article a', 'article code', '.aw-facts', '.aw-status', 'table th', '.md-footer-meta']
  .map((each) => document.querySelector(each)).map((each) => each && [each.className, ...['color', 'background-color', 'border-top-color']
    .map((name) => getComputedStyle(each).getPropertyValue(name))])"""


def _open(browser: Browser, url: str, width: int, *, scheme: str, scripts: bool) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url, wait_until="load")
    return page


def _colours(page: Page) -> list[list[str] | None]:
    found: list[list[str] | None] = page.evaluate(SEEN)
    # Without a script some parts bear other classes and stand closed; their colours are what counts.
    return [each and each[1:] for each in found]


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("place", ["", REPORT, "insights/", "remediations/open/", "404.html"])
def test_the_colours_are_those_of_the_script(
    browser: Browser, example_url: str, place: str, width: int, scheme: str
) -> None:
    with_script = _open(browser, example_url + place, width, scheme=scheme, scripts=True)
    with_script.wait_for_function("document.documentElement.classList.contains('js')")
    without = _open(browser, example_url + place, width, scheme=scheme, scripts=False)
    assert _colours(without) == _colours(with_script)
    is_light = without.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert is_light == (scheme == "light")
    with_script.context.close()
    without.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_every_kind_of_page_can_be_read(browser: Browser, example_url: str, width: int) -> None:
    page = _open(browser, example_url, width, scheme="dark", scripts=False)
    faint = {}
    for kind, place in KINDS.items():
        page.goto(example_url + place)
        if found := page.evaluate(CONTRAST):
            faint[kind] = found
    assert faint == {}
    page.context.close()
