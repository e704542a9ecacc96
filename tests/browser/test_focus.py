"""Wherever the keyboard leads, the place is seen: nothing takes the focus beyond the edge of the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.places import REPORT

UNSEEN = """() => {
  let at = document.activeElement;
  if (!at || at === document.body) return '';
  if (at.matches('.md-option')) at = document.querySelector('label.md-header__button:not([hidden])[title]') ?? at; // shown by its label
  const box = at.getBoundingClientRect();
  const seen = box.width && box.height && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  return seen ? '' : at.outerHTML.slice(0, 160);
}"""


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["with a script", "without one"])
@pytest.mark.parametrize("place", ["", "explore/", REPORT, "remediations/open/"])
def test_the_focus_is_seen_on_a_phone(browser: Browser, example_url: str, place: str, scripts: bool) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, java_script_enabled=scripts, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(example_url + place, wait_until="load")
    hidden: list[str] = []
    for _ in range(30):
        page.keyboard.press("Tab")
        page.wait_for_timeout(40)
        if found := page.evaluate(UNSEEN):
            page.wait_for_timeout(400)  # what slides in takes a moment
            found = page.evaluate(UNSEEN)
        hidden += [found] if found else []
    assert hidden == []
    context.close()
