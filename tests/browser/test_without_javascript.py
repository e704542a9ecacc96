"""Without a script every page can be read to its end, and every part of the site can be reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import KINDS, REPORT

# The way through a report is a line of links where the window has no room for the contents list beside the text. The
# last changes are for a script to compare; each of them stands in the list of all reports.
UNREADABLE = """() => [...document.querySelectorAll('article *')].filter((each) =>
    [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
    && !each.closest('details:not([open]), .headerlink, .aw-jump, noscript, script, style, template, svg, .aw-timeline thead, .aw-jump--narrow, #afterword-visit')
    && !each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  ).map((each) => each.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module", params=[360, 1280])
def plain(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in which no script runs."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 900})
    page = context.new_page()
    page.set_default_timeout(5000)
    yield page
    context.close()


def width_of(page: Page) -> int:
    assert page.viewport_size is not None
    return page.viewport_size["width"]


@pytest.mark.browser
def test_all_of_every_page_is_shown(plain: Page, example_url: str) -> None:
    wrong = {}
    for kind, place in KINDS.items():
        plain.goto(example_url + place)
        assert plain.locator("article h1").is_visible(), kind
        if found := plain.evaluate(UNREADABLE):
            wrong[kind] = found
    assert wrong == {}


@pytest.mark.browser
def test_a_report_tells_everything(plain: Page, example_url: str) -> None:
    plain.goto(example_url + REPORT)
    text = plain.locator("article").inner_text()
    for words in ("For nine days our shop assistant", "37 of 200", "discount_total_daily", "Equal-offer gold set"):
        assert words in text


@pytest.mark.browser
def test_the_sections_of_a_report_can_be_reached(plain: Page, example_url: str) -> None:
    plain.goto(example_url + REPORT)
    links = plain.locator(".aw-jump a[href='#timeline'], .md-sidebar--secondary a[href='#timeline']")
    links.locator("visible=true").first.click()
    assert plain.url == example_url + REPORT + "#timeline"


@pytest.mark.browser
def test_a_term_is_explained_where_it_stands(plain: Page, example_url: str) -> None:
    plain.goto(example_url + REPORT)
    term = plain.locator(".aw-term").first
    opened = plain.locator(".aw-word:popover-open")
    assert opened.count() == 0
    term.scroll_into_view_if_needed()
    term.press("Enter")
    box, place = opened.bounding_box(), term.bounding_box()
    assert box is not None
    assert place is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width_of(plain)
    assert abs(box["y"] - place["y"]) < 200
    # The link inside comes next after the term, and leads to the glossary.
    plain.keyboard.press("Tab")
    assert "glossary/#" in plain.locator(":focus").evaluate("each => each.href")
    plain.keyboard.press("Escape")
    assert opened.count() == 0
    assert term.evaluate("each => each === document.activeElement")
    term.click()
    assert opened.count() == 1
    plain.mouse.click(2, 2)
    assert opened.count() == 0
    # In the list at the end it is read without a click.
    assert plain.locator(".aw-words .aw-word").first.is_visible()


@pytest.mark.browser
def test_what_is_closed_opens(plain: Page, example_url: str) -> None:
    plain.goto(example_url + REPORT)
    closed = plain.locator("article details:not([open])").first
    inside = closed.locator("> :not(summary)").first
    assert not inside.is_visible()
    closed.locator("> summary").click()
    assert plain.locator("article details[open] > :not(summary)").first.is_visible()


@pytest.mark.browser
@pytest.mark.parametrize(
    "part", ["Explore", "Reports", "Contributing factors", "Remediations", "Systems", "Insights", "Guide"]
)
def test_every_part_can_be_reached(plain: Page, example_url: str, part: str) -> None:
    plain.goto(example_url)
    if width_of(plain) < 800:
        plain.locator("label[for=__drawer].md-header__button").click()
        link = plain.locator(".md-sidebar--primary .md-nav__link", has_text=part).locator("visible=true").first
    else:
        link = plain.locator(".md-tabs__link", has_text=part).first
    link.click()
    if plain.url.rstrip("/") == example_url.rstrip("/"):
        # A section of the drawer that opens in place.
        plain.locator(".md-nav__toggle:checked ~ .md-nav .md-nav__link").locator("visible=true").first.click()
    assert plain.url != example_url
    assert plain.locator("article h1").is_visible()


@pytest.mark.browser
def test_a_list_leads_to_its_report(plain: Page, example_url: str) -> None:
    plain.goto(example_url + "reports/")
    plain.locator("article a[href*='2026-03-11-unequal-discounts']").first.click()
    assert plain.url == example_url + REPORT


@pytest.mark.browser
def test_the_address_of_a_missing_page_helps(plain: Page, example_url: str) -> None:
    plain.goto(example_url + "404.html")
    plain.get_by_role("link", name="All reports").first.click()
    assert plain.url == example_url + "reports/"
