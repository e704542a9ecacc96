"""A digest's HTML in a real browser: nothing for axe to find, no sideways scroll, nothing asked of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from afterword.digest.forms.forms import write_forms
from tests.browser.accessibility import look
from tests.digest.examples import BRIEF, EMPTY, LINKS, RICH, overfull, retyped

DIGESTS = {
    "rich": RICH,
    "brief": BRIEF,
    "empty": EMPTY,
    "overfull": overfull(60, 200),
    "long-words": retyped(RICH, lambda held: f"{'Donaudampfschifffahrt' * 8} {held}"),
}
_SIDEWAYS = """() => [document.documentElement.scrollWidth - innerWidth,
  ...[...document.querySelectorAll('td, p, h1, h2, h3, li')].filter((each) => each.scrollWidth > each.clientWidth + 1
    && getComputedStyle(each).display !== 'inline').map((each) => each.outerHTML.slice(0, 120))]"""


@pytest.fixture(scope="module")
def mails(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("mails")
    paths = {name: folder / f"{name}.html" for name in DIGESTS}
    for name, path in paths.items():
        path.write_text(write_forms(DIGESTS[name], LINKS).html, encoding="utf-8")
    return paths


@pytest.fixture(
    params=[(360, "light"), (360, "dark"), (800, "light"), (800, "dark")], ids=lambda each: f"{each[0]}-{each[1]}"
)
def mail_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    yield page
    context.close()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert len(asked) == len(DIGESTS), "one file for each, and nothing beside it"


@pytest.mark.browser
def test_nothing_to_mend(mail_page: Page, mails: dict[str, Path]) -> None:
    wrong: dict[str, list[str]] = {}
    for name, path in mails.items():
        mail_page.goto(path.as_uri())
        sideways = mail_page.evaluate(_SIDEWAYS)
        if found := [*look(mail_page)[0], *([f"sideways: {sideways}"] if sideways[0] > 0 or sideways[1:] else [])]:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.browser
def test_way_out_and_page_are_in_the_first_screen(browser: Browser, mails: dict[str, Path]) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(mails["long-words"].as_uri())
    for words in ("Read these weeks as pages", "Unsubscribe"):
        box = page.get_by_role("link", name=words).first.bounding_box()
        assert box
        assert box["y"] + box["height"] < 640
    context.close()


@pytest.mark.browser
def test_legible_where_a_mail_program_takes_the_styles_away(browser: Browser, mails: dict[str, Path]) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 900}, color_scheme="dark")
    page = context.new_page()
    page.goto(mails["rich"].as_uri())
    page.evaluate("document.querySelectorAll('style, meta[name*=color]').forEach((each) => each.remove())")
    found = look(page, colours_only=True)[0]
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()
    assert found == []
    assert sideways <= 0
