"""What a designer checks by eye, measured: one title, lines of a good length, nothing on top of anything else, room for
a finger, and a first screen that says what the page is for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import KINDS
from tests.browser.serving import serve_folder
from tests.browser.test_pages import CONTRAST
from tests.engines.site import run, write_site

MEASURES = (Path(__file__).parent / "design.js").read_text(encoding="utf-8")
SHORTEST, LONGEST = 55, 85
"""Characters on a full line of running text, on average. The aim is 60 to 80; a font with wide letters takes fewer."""
LONG = "The assistant repeated the same long sentence to every customer who asked about the state of a delivery, " * 3
STRESS = f"""\
---
title: {LONG[:230].strip()}
kind: incident
lifecycle: published
published_on: 2026-05-04
severity: sev3
system: {{name: an-assistant-with-a-name-that-nobody-ever-shortened-in-any-document-of-the-organisation}}
plain_summary: The assistant repeated itself. Nobody was harmed.
behaviour: {{expected: One answer, observed: "{"https://shop.example.org/" + "a" * 120}"}}
remediations:
  - {{title: "{LONG[:160].strip()}", kind: release-gate, owner_team: a-team-with-quite-a-long-name-of-its-own}}
---

## 何が起きたか

支援アシスタントは、配送の状況を尋ねたすべての顧客に同じ長い文を繰り返した。監視の合計値は正常の範囲にとどまり、誰にも警告が届かなかった。

## 次に同じことが起きたときに誰もが気づけるようにするために変えること

一つの合計だけを見るのをやめ、地域ごとの値を並べて見る。
"""


def look(browser: Browser, width: int, scheme: Literal["light", "dark"], height: int = 800) -> Page:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.add_init_script(MEASURES)
    return context.new_page()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_kind_of_page_is_sound(
    browser: Browser, example_url: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page, wrong = look(browser, width, scheme), []
    for kind, address in KINDS.items():
        page.goto(example_url + address)
        found = {
            "titles": [] if page.locator("h1").count() == 1 else [page.locator("h1").count()],
            "first screen": page.evaluate("design.firstScreen()"),
            "sideways": page.evaluate("design.beyond()"),
            "overlapping": page.evaluate("design.overlaps()"),
            "targets": page.evaluate("design.smallTargets()"),
            "contrast": page.evaluate(CONTRAST),
        }
        wrong += [f"{kind}, {name}: {each}" for name, told in found.items() for each in told[:5]]
    page.context.close()
    assert wrong == []


@pytest.mark.browser
def test_running_text_has_lines_of_a_good_length(browser: Browser, example_url: str) -> None:
    page = look(browser, 1280, "light")
    means = {}
    for kind, address in KINDS.items():
        page.goto(example_url + address)
        means[kind] = page.evaluate("design.meanLine()")
    page.context.close()
    measured = {kind: mean for kind, mean in means.items() if mean is not None}
    assert len(measured) >= 12
    assert {kind: mean for kind, mean in measured.items() if not SHORTEST <= mean <= LONGEST} == {}


@pytest.mark.browser
def test_no_page_scrolls_sideways_on_the_narrowest_phone(browser: Browser, example_url: str) -> None:
    page = look(browser, 320, "light")
    wrong = {}
    for kind, address in KINDS.items():
        page.goto(example_url + address)
        wrong[kind] = page.evaluate("design.beyond()")
    page.context.close()
    assert {kind: told for kind, told in wrong.items() if told} == {}


@pytest.fixture(scope="module")
def stress_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of one report: a title of 230 characters, names and addresses without a break, Japanese headings."""
    reports = {"2026-05-04-long.md": STRESS}
    folder = write_site(tmp_path_factory.mktemp("stress"), 'audience: company\nlevels: {AW: "off"}', reports)
    run("mkdocs", "build", "-q", cwd=folder)
    with serve_folder(folder / "site") as url:
        yield url


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_long_titles_names_and_other_scripts_stay_inside(browser: Browser, stress_url: str, width: int) -> None:
    page, wrong = look(browser, width, "light"), []
    for address in ("reports/2026-05-04-long/", "reports/", "remediations/", "systems/"):
        page.goto(stress_url + address)
        wrong += [f"{address}: {each}" for each in page.evaluate("[...design.beyond(), ...design.overlaps()]")]
    page.context.close()
    assert wrong == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_the_way_back_stands_above_the_title(browser: Browser, example_url: str, width: int) -> None:
    page = look(browser, width, "light")
    ways = {
        KINDS["factor"]: ["Home", "Contributing factors", "Evaluation"],
        KINDS["report"]: ["Home", "Reports"],
        KINDS["remediation kind"]: ["Home", "Remediations", "Stronger"],
        KINDS["system"]: ["Home", "Systems"],
        KINDS["rule"]: ["Home", "Guide", "To look up", "Rules"],
    }
    for address, names in ways.items():
        page.goto(example_url + address)
        assert [each.strip() for each in page.locator(".md-path li").all_inner_texts()] == names
        assert page.locator(".md-tabs__item--active").all_text_contents()[0].strip() in names
    page.context.close()


@pytest.mark.browser
def test_what_is_meant_for_the_engine_is_not_read(browser: Browser, example_url: str) -> None:
    """A label of a cell is an attribute, also where the cell is empty, and the site's name stands above each page."""
    page = look(browser, 1280, "light")
    for kind, address in KINDS.items():
        page.goto(example_url + address, wait_until="networkidle")
        assert "data-label=" not in page.locator("article").inner_text(), kind
        assert page.locator(".md-header__title--active").count() == 0, kind
    page.context.close()
