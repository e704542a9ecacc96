"""axe finds nothing on any kind of page, in any state, but for the theme's own faults that are listed with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import THEIRS, Fault, look
from tests.browser.places import KINDS, REPORT

TERM = ".aw-term"
CALM = {"reduced_motion": "reduce"}


PAIRS = {
    "light": [pytest.param(360, marks=pytest.mark.heavy), 1280],
    "dark": [360, pytest.param(1280, marks=pytest.mark.heavy)],
}
"""A wide light page and a narrow dark one each time; the other two pairs with what is heavy."""


@pytest.mark.browser
@pytest.mark.parametrize("width", PAIRS["light"])
def test_every_kind_of_page(browser: Browser, example_url: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="light", **CALM)
    page = context.new_page()
    wrong: dict[str, list[str]] = {}
    known: set[Fault] = set()
    for kind, place in KINDS.items():
        page.goto(example_url + place)
        found, theirs = look(page)
        known |= theirs
        if found:
            wrong[kind] = found
    context.close()
    assert wrong == {}
    assert known == set(THEIRS), "a fault that is gone is taken off the list"


@pytest.mark.browser
@pytest.mark.parametrize("width", PAIRS["dark"])
def test_every_kind_of_page_in_the_dark(browser: Browser, example_url: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark", **CALM)
    page = context.new_page()
    wrong: dict[str, list[str]] = {}
    for kind, place in KINDS.items():
        page.goto(example_url + place)
        assert page.locator("body[data-md-color-scheme=slate]").count() == 1, kind
        if found := look(page, colours_only=True)[0]:
            wrong[kind] = found
    context.close()
    assert wrong == {}


def _search(page: Page) -> None:
    # On a phone the field opens by its icon, elsewhere by a click into it.
    page.locator(".aw-search__open, .aw-search__input").locator("visible=true").first.click()
    page.locator(".aw-search__input").fill("discount")
    page.locator(".aw-search__list a").first.wait_for()


def _drawer(page: Page) -> None:
    page.locator("label[for=__drawer].md-header__button").click()
    page.locator(".md-sidebar--primary .md-nav__link").locator("visible=true").first.wait_for()


def _details(page: Page) -> None:
    closed = page.locator("article details:not([open]) > summary")
    while closed.count():
        closed.first.click()


def _term(page: Page) -> None:
    page.locator(TERM).first.focus()
    page.keyboard.press("Enter")
    page.locator(".aw-word:popover-open").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("state", "width"),
    [(_search, 360), (_search, 1280), (_drawer, 360), (_details, 360), (_details, 1280), (_term, 360), (_term, 1280)],
)
def test_every_state(
    browser: Browser, example_url: str, state: Callable[[Page], None], width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **CALM)
    page = context.new_page()
    page.goto(example_url + REPORT)
    state(page)
    assert look(page, colours_only=scheme == "dark")[0] == []
    context.close()
