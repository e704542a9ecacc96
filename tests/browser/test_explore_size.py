"""Explore at size: how much a first answer loads, that facets load once, and how much work a change is.

What counts is what the words bring along: the engine, the pieces of its index, the passage, and the page Explore itself.
The theme's own styles and scripts are loaded by whichever page of the site was read first, and are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.explore_site import enlarge
from tests.browser.packed import serve_packed

WORDS = ("answers", "drift retrieval", "割引判定の基準")
MOST, MOST_FACETS = 250_000, 350_000
FIRST = "/first-answer"
TELL = f"""new MutationObserver((_, me) => {{
  if (!document.querySelector('.aw-card a')?.textContent) return;
  me.disconnect();
  fetch('{FIRST}');
}}).observe(document, {{ subtree: true, childList: true, characterData: true }});"""
pytestmark = pytest.mark.browser


class Served(NamedTuple):
    """A site, the folder of its reports, what its server sent, and how many reports it holds."""

    reports: Path
    url: str
    sent: list[tuple[str, int]]
    number: int


@pytest.fixture(scope="module", params=[pytest.param(number, marks=pytest.mark.heavy) for number in (1000, 5000)])
def served(
    request: pytest.FixtureRequest, explore_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("large")
    with serve_packed(enlarge(explore_site, folder, request.param)) as (url, sent):
        yield Served(folder / "postmortems/reports", url, sent, request.param)


@pytest.mark.parametrize("words", WORDS)
def test_the_first_answer_is_light(browser: Browser, served: Served, words: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    served.sent.clear()
    page.goto(served.url)
    page.wait_for_load_state("networkidle")
    frame = {path for path, _ in served.sent}
    page.close()
    context.close()
    # Another context, so that nothing comes from a cache.
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(TELL)
    served.sent.clear()
    page.goto(f"{served.url}explore/?q={words}")
    page.locator("#afterword-explore[data-limit]").wait_for()
    paths = [path for path, _ in served.sent]
    before = served.sent[: paths.index(FIRST)]
    assert any("/pagefind/fragment/" in path for path, _ in before)
    assert sum(size for path, size in before if path not in frame) <= MOST
    facets = [size for path, size in served.sent if path.endswith("facets.json")]
    assert len(facets) == 1
    assert facets[0] <= MOST_FACETS
    context.close()


def test_a_change_at_size(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto(f"{served.url}explore/")
    page.locator("#afterword-explore[data-limit]").wait_for()
    assert page.locator("#aw-found").inner_text() == f"{served.number:,} reports"
    page.wait_for_load_state("networkidle")
    served.sent.clear()
    for facet, value in (("severity", "sev3"), ("kind", "near_miss"), ("status", "verified"), ("severity", "sev3")):
        page.evaluate(
            """([facet, value]) => {
              const box = document.querySelector(`[data-facet=${facet}] input[value=${value}]`);
              const start = performance.now();
              box.click();
              window.took = performance.now() - start;
            }""",
            [facet, value],
        )
        work = page.locator("#afterword-explore").evaluate("each => ({ ...each.dataset })")
        assert int(work["comparisons"]) <= int(work["limit"]) == served.number * 12
        assert int(work["nodes"]) <= 200
        # Far below what a reader would call waiting, on a machine that does much else as well.
        assert page.evaluate("window.took") < 1500
    assert [path for path, _ in served.sent if not path.endswith("favicon.png")] == []
    page.close()


def test_the_search_is_the_same_at_size(browser: Browser, served: Served) -> None:
    """Every report that holds the phrase is found, among them those that only quote it."""
    page = browser.new_page()
    page.goto(f"{served.url}explore/?q=割引判定の基準")
    page.locator("#afterword-explore[data-limit]").wait_for()
    expect(page.locator(".aw-card mark:visible").first).to_have_text("割引判定の基準")
    number = int(page.locator("#aw-found").inner_text().split(" of ")[0].replace(",", ""))
    assert number == len([path for path in served.reports.rglob("*.md") if "割引判定の基準" in path.read_text("utf-8")])
    page.close()
