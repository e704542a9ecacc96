"""The charts in a real Chromium: legible on a phone and on a desk, light, dark and on paper, with the figures at hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import serve_folder
from tests.browser.test_drawings import LOOK
from tests.engines.site import run, write_site

BEYOND = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
MONTHS = {
    "2026-02-11-a": "support-report", "2026-03-02-b": "monitoring", "2026-03-21-c": "audit", "2026-05-01-d": "eval",
    "2026-05-09-e": "user-report", "2026-06-15-f": "internal-user",
}  # fmt: skip


def _reports() -> dict[str, str]:
    """Within a year and a half, so that quarters stand side by side; roles with names as long as people make them."""
    roles = "".join(f"  - {{role: keeper-of-{'very-' * 9}long-names-{each}, count: 1}}\n" for each in range(9))
    found = {}
    for place, (name, source) in enumerate(MONTHS.items()):
        day = date.fromisoformat(name[:10])
        found[f"{name}.md"] = (
            f"---\ntitle: A title that is long enough for it\nlifecycle: published\npublished_on: {day + timedelta(7)}\n"
            f"timeline:\n  - {{at: {day - timedelta(3**place)}, kind: reached_production}}\n"
            f"  - {{at: {day}, kind: detected, detected_by: {source}}}\n"
            f"contributing_factors: [{{factor: data-historical-bias}}, {{factor: eval-no-subgroup-tests}}]\n"
            f"participants:\n{roles}"
            f"remediations: [{{title: Work, kind: monitor-alert, status: accepted}}]\n---\n\n## What happened\n\nText.\n"
        )
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = write_site(tmp_path_factory.mktemp("insights"), 'audience: company\nlevels: {AW: "off"}', _reports())
    run("mkdocs", "build", "-q", cwd=folder)
    with serve_folder(Path(folder) / "site") as url:
        yield f"{url}insights/"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 700, 1280])
def test_charts_can_be_read(browser: Browser, example_url: str, small: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for address, charts in ((f"{example_url}insights/", 7), (small, 10)):
        page.goto(address, wait_until="load")
        assert page.locator("article svg.aw-svg--chart").count() == charts
        assert page.evaluate(LOOK) == [], address
        for summary in page.locator(".aw-figures > summary").all():
            summary.click()
        assert page.locator(".aw-figures table").first.is_visible()
        assert not page.evaluate(BEYOND), address
    context.close()


@pytest.mark.browser
def test_charts_and_figures_stand_on_paper(browser: Browser, example_url: str, small: str) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 900}, color_scheme="dark", java_script_enabled=True)
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    for address in (f"{example_url}insights/", small):
        page.goto(address, wait_until="load")
        assert page.evaluate(LOOK) == [], address
        assert page.locator(".aw-figures table").last.is_visible()
    context.close()


@pytest.mark.browser
def test_a_chart_has_a_name_and_a_long_description_and_no_script(browser: Browser, example_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example_url}insights/")
    charts = page.locator("article svg.aw-svg--chart[role=img]")
    assert charts.count() == 7
    assert page.get_by_role("img", name="Reports over time", exact=True).count() == 1
    described = page.locator("#chart-over-time-description").text_content() or ""
    assert "2025: 7 incidents, 1 near miss" in described
    assert page.locator("article script, article svg style, article svg [style]").count() == 0
    page.locator(".aw-figures > summary").first.click()
    assert page.locator(".aw-figures td").first.is_visible()
    context.close()
