"""axe-core in a page: what it finds, apart from the theme's own faults that nothing of ours can mend."""

from __future__ import annotations

from typing import NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules whose outcome depends on the palette; all others are settled by one of the two."""
_RUN = """async ([chosen, theirs]) => {
  // Without loading the style sheets once more, which one rule wants, on locked orientation, and we lock none.
  const options = { runOnly: chosen, resultTypes: ['violations'], preload: false };
  const found = [];
  for (const { id, nodes } of (await axe.run(document, options)).violations) {
    for (const { target, html, failureSummary } of nodes) {
      const place = document.querySelector(target.flat().at(-1));
      const selector = theirs.filter(([rule, each]) => rule === id && place && place.matches(each)).map((each) => each[1]);
      found.push([id, selector[0] || '', `${target} ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`]);
    }
  }
  return found;
}"""


class Fault(NamedTuple):
    """A fault of the theme: axe's rule, and what the faulty elements match."""

    rule: str
    selector: str


THEIRS: dict[Fault, str] = {
    Fault("landmark-unique", ".md-code__nav"): "made by the theme's script for each block of code once it has loaded",
}
"""Faults that are left, with the reason. Nothing else of the theme's is excused, and nothing of ours."""


def look(page: Page, *, colours_only: bool = False) -> tuple[list[str], set[Fault]]:
    """What axe finds on the whole page as it stands: what has to be mended, and which known faults are there."""
    page.evaluate(AXE_SCRIPT)
    chosen = {"type": "rule", "values": OF_COLOUR} if colours_only else {"type": "tag", "values": TAGS}
    found = page.evaluate(_RUN, [chosen, [list(each) for each in THEIRS]])
    ours = [f"{rule}: {what}" for rule, selector, what in found if not selector]
    return ours, {Fault(rule, selector) for rule, selector, _ in found if selector}
