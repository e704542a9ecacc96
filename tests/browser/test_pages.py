"""The example's pages in a real Chromium, wide and narrow, light and dark: no error, and nothing from elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

from tests.browser.places import KINDS

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
def test_no_page_complains_or_asks_anyone_else(browser: Browser, example_url: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    told: list[str] = []
    foreign: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            told.append(f"{page.url}: {message.text}")

    def see(request: Request) -> None:
        if not request.url.startswith((example_url, "data:", "blob:")):
            foreign.append(f"{page.url}: {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    page.on("request", see)
    for kind, place in KINDS.items():
        page.goto(example_url + place)
        assert "Do not publish this copy" not in page.content(), kind
    # What a page asks for late, it asks for before the last one has come to rest.
    page.wait_for_load_state("networkidle")
    context.close()
    assert told == []
    assert foreign == []
