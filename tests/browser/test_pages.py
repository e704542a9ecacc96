"""The example's pages in a real Chromium: wide and narrow, light and dark, with and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

PAGES = (
    "",
    "reports/",
    "reports/2026-03-11-unequal-discounts/",
    "reports/2026-05-18-incoherent-answers-after-provider-change/",
    "reports/2025-07-23-hostile-prompt-in-coding-extension/",
    "near-misses/",
    "silent-checks/",
    "factors/",
    "factors/eval-no-subgroup-tests/",
    "remediations/",
    "remediations/gold-dataset/",
    "systems/",
    "systems/shop-assistant/",
    "teams/ml-platform/",
    "providers/openai/",
    "guide/",
    "guide/first-report/",
    "guide/fields/",
    "guide/gates/",
    "guide/rules/",
    "guide/rules/AW403/",
    "guide/vocabulary/",
    "404.html",
)
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
CONTRAST = """() => {
  // Relative luminance and contrast as WCAG 2 defines them, for every element of the article with text of its own.
  const parse = (value) => (value.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((each) => each / 255)
    .map((each) => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, place) => sum + each * [0.2126, 0.7152, 0.0722][place], 0);
  const over = (top, below) => top.slice(0, 3).map((each, i) => each * (top[3] ?? 1) + below[i] * (1 - (top[3] ?? 1)));
  const ground = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      const colour = parse(getComputedStyle(each).backgroundColor);
      if ((colour[3] ?? 1) > 0) { layers.push(colour); if ((colour[3] ?? 1) === 1) break; }
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const found = [];
  for (const element of document.querySelectorAll('article *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const style = getComputedStyle(element);
    if (!own || style.visibility === 'hidden' || !element.getClientRects().length) continue;
    const back = ground(element), fore = over(parse(style.color), back);
    const [a, b] = [light(fore), light(back)].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${element.outerHTML.slice(0, 120)}`);
  }
  return found;
}"""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_fit_and_can_be_read(browser: Browser, example_url: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    told: list[str] = []
    foreign: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            told.append(message.text)

    def see(request: Request) -> None:
        if not request.url.startswith((example_url, "data:", "blob:")):
            foreign.append(request.url)

    page.on("console", hear)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", see)
    for name in PAGES:
        page.goto(example_url + name, wait_until="networkidle")
        assert page.locator("h1").count() == 1, name
        assert not page.evaluate(WIDER), f"{name} scrolls sideways at {width} px"
        assert page.evaluate(CONTRAST) == [], name
        assert "Do not publish this copy" not in page.content(), name
    assert told == []
    assert foreign == []
    context.close()


@pytest.mark.browser
def test_pages_can_be_read_without_javascript(browser: Browser, example_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 900})
    page = context.new_page()
    page.goto(example_url + "reports/2026-03-11-unequal-discounts/")
    text = page.locator("article").inner_text()
    for words in ("For nine days our shop assistant", "37 of 200", "discount_total_daily", "Equal-offer gold set"):
        assert words in text
    page.goto(example_url + "reports/")
    assert page.locator("article a[href*='2026-03-11-unequal-discounts']").first.is_visible()
    context.close()


@pytest.mark.browser
def test_the_address_of_a_missing_page_helps(browser: Browser, example_url: str) -> None:
    page = browser.new_page()
    page.goto(example_url + "404.html")
    assert page.locator("article a").count() >= 2
    page.close()
