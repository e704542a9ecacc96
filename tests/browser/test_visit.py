"""New since the last visit, in a real Chromium: what a browser remembers, and that it keeps it to itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.browser.accessibility import look

FIRST_DAY, NEXT_DAY = "2026-11-20T09:00:00Z", "2026-11-21T10:00:00Z"
REVISION = re.compile(r'(<a[^>]*?)data-aw-changed="[^"]*"([^>]*?)data-aw-revision="1"')
LINE = re.compile(r"<li><a[^>]*data-aw-revision[^>]*>.*?</a></li>\s*")
SHUT = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
pytestmark = pytest.mark.browser
Change = Callable[[str], str]


# What is remembered does not depend on the width; the wide page is looked at once more with what is heavy.
WIDE = pytest.param((1280, "dark"), id="wide", marks=pytest.mark.heavy)


@pytest.fixture(params=[pytest.param((360, "light"), id="narrow"), WIDE])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    width, scheme = request.param
    found = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield found
    found.close()


def visit(context: BrowserContext, url: str, day: str, change: Change | None = None) -> Page:
    """The home page on a day; `change` makes of it what it was on another."""
    page = context.new_page()
    page.clock.install(time=day)

    def answer(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=change(body) if change else body, content_type="text/html")

    page.route(url, answer)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return page


def without(number: int) -> Change:
    """The page before the newest reports were published."""
    return lambda body: LINE.sub("", body, count=number)


def updated(body: str) -> str:
    """The page after the oldest report that it names was changed."""
    start = body.rindex("<a", 0, body.rindex('data-aw-revision="1"'))
    return body[:start] + REVISION.sub(r'\1data-aw-changed="2026-11-21"\2data-aw-revision="2"', body[start:], count=1)


def memory(page: Page) -> str | None:
    return page.evaluate("Object.values({ ...localStorage }).find((each) => each.includes('seen')) ?? null")


def test_the_first_visit_says_nothing_and_is_remembered(context: BrowserContext, example_url: str) -> None:
    page = visit(context, example_url, FIRST_DAY)
    expect(page.locator("#afterword-visit")).to_be_hidden()
    assert page.locator(".aw-new").count() == 0
    kept = json.loads(memory(page) or "")
    assert len(kept["now"]["seen"]) == page.locator("#afterword-visit a").count()
    page.reload()
    expect(page.locator("#afterword-visit")).to_be_hidden()


def test_what_is_new_is_counted_marked_and_listed(context: BrowserContext, example_url: str) -> None:
    visit(context, example_url, FIRST_DAY, without(2)).close()
    page = visit(context, example_url, NEXT_DAY, updated)
    summary = page.locator("#afterword-visit summary")
    assert summary.inner_text() == "New since your last visit on 20 November 2026: 2 new reports, 1 updated report"
    newest = page.locator("#afterword-visit a").evaluate_all("all => all.map((each) => each.href)")
    marked = page.locator(".aw-new").evaluate_all(
        "all => all.map((each) => each.parentElement.querySelector('a').href)"
    )
    assert marked
    assert set(marked) <= set(newest)
    assert set(page.locator(".aw-new").all_inner_texts()) <= {"new", "updated"}
    assert look(page)[0] == []
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#afterword-visit a")).to_have_count(3)
    assert page.locator("#afterword-visit .aw-meta").first.is_visible()
    assert page.locator("#afterword-visit li").last.inner_text().endswith("updated 21 November 2026")
    assert look(page)[0] == []
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide


def test_it_stays_new_for_the_whole_visit_and_no_longer(context: BrowserContext, example_url: str) -> None:
    visit(context, example_url, FIRST_DAY, without(1)).close()
    page = visit(context, example_url, NEXT_DAY)
    expect(page.locator("#afterword-visit")).to_be_visible()
    page.goto(f"{example_url}reports/")
    page.goto(example_url)
    expect(page.locator("#afterword-visit")).to_be_visible()
    page.close()
    page = visit(context, example_url, "2026-11-22T10:00:00Z")
    expect(page.locator("#afterword-visit")).to_be_hidden()


def test_another_page_begins_a_visit_as_well(context: BrowserContext, example_url: str) -> None:
    """Who comes by a link in a mail and then goes home is told what is new since the visit before."""
    visit(context, example_url, "2026-11-10T09:00:00Z", without(2)).close()
    visit(context, example_url, FIRST_DAY, without(1)).close()
    page = context.new_page()
    page.clock.install(time=NEXT_DAY)
    page.goto(f"{example_url}factors/")
    page.wait_for_load_state("networkidle")
    page.goto(example_url)
    expect(page.locator("#afterword-visit summary")).to_have_text(
        "New since your last visit on 20 November 2026: 1 new report"
    )


def test_a_report_that_was_opened_is_no_longer_new(context: BrowserContext, example_url: str) -> None:
    visit(context, example_url, FIRST_DAY, without(1)).close()
    page = visit(context, example_url, NEXT_DAY)
    page.locator("#afterword-visit summary").click()
    page.locator("#afterword-visit a").click()
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").is_visible()
    page.goto(example_url)
    page.wait_for_load_state("networkidle")
    expect(page.locator("#afterword-visit")).to_be_hidden()


def test_all_can_be_marked_as_read(context: BrowserContext, example_url: str) -> None:
    visit(context, example_url, FIRST_DAY, without(3)).close()
    page = visit(context, example_url, NEXT_DAY)
    button = page.get_by_role("button", name="Mark all as read")
    button.focus()
    page.keyboard.press("Enter")
    said = page.get_by_role("status").get_by_text("All marked as read.")
    expect(said).to_be_focused()
    assert page.locator(".aw-new").count() == 0
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#afterword-visit")).to_be_hidden()


def test_what_comes_back_into_the_list_is_not_new(context: BrowserContext, example_url: str) -> None:
    """Of many reports the page names the last ones: an older one that returns was there before."""

    def shorter(body: str) -> str:
        body = body.replace('id="afterword-visit"', 'id="afterword-visit" data-aw-floor="2026-06-30"')
        return re.sub(r'<li><a[^>]*data-aw-changed="2026-0[1-5][^>]*>.*?</a></li>', "", body)

    visit(context, example_url, FIRST_DAY, shorter).close()
    page = visit(context, example_url, NEXT_DAY)
    assert page.locator("#afterword-visit").count() == 1
    expect(page.locator("#afterword-visit")).to_be_hidden()


@pytest.mark.parametrize("script", [SHUT, FULL], ids=["shut", "full"])
def test_without_a_storage_the_page_is_as_it_was(context: BrowserContext, example_url: str, script: str) -> None:
    told: list[str] = []
    context.add_init_script(script)
    # The theme's own scripts complain of a storage that is shut.
    context.on("weberror", lambda error: told.append(error.error.stack or ""))
    for day in (FIRST_DAY, NEXT_DAY):
        page = visit(context, example_url, day, None if day == NEXT_DAY else without(2))
        expect(page.locator("#afterword-visit")).to_be_hidden()
        page.goto(f"{example_url}reports/")
        page.close()
    assert [each for each in told if "visit" in each] == []


@pytest.mark.parametrize(
    "kept",
    [
        "null", "7", "[]", "no JSON", '{"version":2}', '{"version":1,"since":1,"at":1,"before":{"seen":[]},"now":null}',
        '{"version":1,"since":"x","at":1,"before":{"seen":{},"floor":""},"now":{"seen":{},"floor":""}}',
        '{"version":1,"since":1,"at":1,"before":{"seen":{"a":"b"},"floor":""},"now":{"seen":{},"floor":""}}',
    ],
)  # fmt: skip
def test_a_memory_that_makes_no_sense_is_a_first_visit(browser: Browser, example_url: str, kept: str) -> None:
    context = browser.new_context()
    page = visit(context, example_url, FIRST_DAY)
    key = page.evaluate("Object.keys({ ...localStorage }).find((each) => each.startsWith('afterword-visit:'))")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#afterword-visit")).to_be_hidden()
    assert json.loads(memory(page) or "")["version"] == 1
    context.close()


def test_nothing_is_sent(browser: Browser, example_url: str) -> None:
    """Every request of a later visit is one that the first one made as well, and none carries anything along."""
    context = browser.new_context()
    asked: list[Request] = []
    context.on("request", lambda request: asked.append(request))
    visit(context, example_url, FIRST_DAY, without(2)).close()
    before = {request.url for request in asked}
    asked.clear()
    page = visit(context, example_url, NEXT_DAY)
    page.get_by_role("button", name="Mark all as read").click()
    page.wait_for_load_state("networkidle")
    assert {request.url for request in asked} <= before
    assert all(request.method == "GET" and request.post_data is None and "?" not in request.url for request in asked)
    assert context.cookies() == []
    context.close()


def test_without_a_script_nothing_is_said(browser: Browser, example_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_url)
    assert not page.locator("#afterword-visit").is_visible()
    context.close()
