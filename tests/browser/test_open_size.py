"""Open remediations that have no room on the page: filters, orders and the download hold all of them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.accessibility import look
from tests.browser.serving import serve_folder
from tests.engines.site import ROOT, run, write_site

REPORTS, EACH, ROOM = 30, 24, 500
HOSTILE = '<img src=x onerror="alert(1)"> | "quoted" </td><script>alert(2)</script>'
pytestmark = pytest.mark.browser


def _report(number: int) -> str:
    lines = "".join(
        f"  - {{id: RM-{each}, title: {json.dumps(HOSTILE if (number, each) == (9, 21) else f'Work {number}-{each}')}, kind: monitor-alert, "
        f"{'' if each % 4 == 3 else f'owner_team: team-{each % 4}, '}status: {'in_progress' if each % 5 else 'accepted'}, "
        f"due: 2026-{9 + number % 4:02}-{1 + each:02}}}\n"
        for each in range(EACH)
    )
    return (
        f"---\ntitle: What was told of case {number}\nlifecycle: published\nseverity: sev{1 + number % 4}\n"
        f"system: {{name: search-{number % 3}}}\npublished_on: 2026-{1 + number % 9:02}-{1 + number % 28:02}\nremediations:\n{lines}---\n\n"
        "## What happened\n\nText.\n"
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    write_site(folder, "", {f"2026-01-{1 + number:02}-case.md": _report(number) for number in range(REPORTS)})
    frame = re.sub(r"(?m)^      (targets|levels): .*\n", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = "      targets: {sev1: 14, sev2: 30}\n      levels: {AW: 'off'}\n"
    (folder / "mkdocs.yml").write_text(re.sub(r"(?m)^  - afterword:\n", lambda found: found[0] + settings, frame))
    (folder / "postmortems/reports/2026/2026-05-01-price-nobody-agreed.md").unlink()
    run("mkdocs", "build", "-q", cwd=folder)
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with serve_folder(folder / "site") as url:
        yield f"{url}remediations/open/"


@pytest.fixture(params=[(360, "dark"), (1280, "light")], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, accept_downloads=True)
    page = context.new_page()
    page.goto(site, wait_until="load")
    page.locator(".aw-open__found").wait_for()
    yield page
    context.close()


SHOWN = "[...document.querySelectorAll('.aw-open tbody tr')].filter((row) => row.checkVisibility())"


def test_all_that_is_open_is_counted_and_the_page_stays_bounded(page: Page) -> None:
    assert page.locator(".aw-open__found").inner_text().startswith(f"{REPORTS * EACH} remediations, ")
    assert page.evaluate(f"{SHOWN}.length") <= ROOM
    assert page.locator(".aw-open__bound").count() == 0
    assert "more: a choice above brings them" in page.locator(".aw-open__more").first.inner_text()


def test_orders_begin_with_the_first_of_all(page: Page) -> None:
    page.select_option("#aw-open-sort", "newest")
    ages = page.evaluate(f"{SHOWN}.map((row) => Number.parseInt(row.cells[2].textContent))")
    teams = page.evaluate("[...document.querySelectorAll('.aw-open__team')].length")
    assert teams == 4
    # The youngest reports are of September and stand behind all others in the order of the page.
    assert min(ages) == ages[0]
    assert page.evaluate(f"{SHOWN}.length") <= ROOM


def test_filters_hold_all_and_ask_for_nothing(page: Page) -> None:
    asked: list[Request] = []
    # The browser asks for the icon of its tab whenever the address changes.
    page.on("request", lambda each: asked.append(each) if not each.url.endswith("favicon.png") else None)
    page.select_option("#aw-open-status", "accepted")
    accepted = sum(1 for each in range(EACH) if not each % 5) * REPORTS
    assert page.locator(".aw-open__found").inner_text().startswith(f"{accepted} of {REPORTS * EACH} remediations")
    assert page.evaluate(f"{SHOWN}.length") == accepted
    page.fill("#aw-open-q", "Work 29-20")
    assert page.evaluate(f"{SHOWN}.map((row) => row.querySelector('a').textContent)") == ["Work 29-20"]
    assert asked == []


FORM = r"""(row) => row.innerHTML.replace(/ href="[^"]*"/g, "").replace(/ data-(?!label)[a-z]+="[^"]*"/g, "")
  .replace(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/g, "").replace(/in progress|accepted|in_progress/g, "status")
  .replace(/[0-9]+/g, "0").replace(/0 days?/g, "0 days").replace(/, 0 left|, <span class="aw-open__over">0 over<.span>/g, "").replace(/\s+/g, " ")
  .replace(/ ?(<br>|<.?td[^>]*>) ?/g, "$1")"""


def test_a_row_from_the_file_is_like_those_of_the_page(page: Page) -> None:
    """But for figures, days and addresses, a drawn row has the very form of a static one, and its links lead somewhere."""
    static = set(page.evaluate(f"[...document.querySelectorAll('.aw-open tbody tr')].map({FORM})"))
    page.fill("#aw-open-q", "Work 29-20")
    drawn = page.locator(".aw-open tbody tr:visible")
    assert drawn.count() == 1
    assert drawn.evaluate(FORM) in static
    title, report = drawn.locator("a").nth(0), drawn.locator("a").nth(1)
    assert title.get_attribute("href").endswith("reports/2026-01-30-case/#rm-20")
    assert report.get_attribute("href").endswith("reports/2026-01-30-case/")
    title.click()
    assert page.locator("h1").inner_text() == "What was told of case 29"


def test_text_of_reports_is_text(page: Page) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda each: (dialogs.append(each.message), each.dismiss()))
    page.fill("#aw-open-q", "onerror")
    row = page.locator(".aw-open tbody tr:visible")
    assert row.locator("a").first.inner_text() == HOSTILE
    assert row.locator("img, script").count() == 0
    assert dialogs == []


def test_the_download_holds_all(page: Page) -> None:
    with page.expect_download() as found:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.reader(io.StringIO(Path(found.value.path()).read_text("utf-8-sig"))))
    assert len(rows) == REPORTS * EACH + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    place = rows[0].index("Remediation")
    assert {row[place] for row in rows[1:]} >= {f"Work {number}-0" for number in range(REPORTS)}


@pytest.mark.heavy
def test_axe_finds_nothing(page: Page) -> None:
    page.select_option("#aw-open-sort", "newest")
    assert look(page) == ([], set())


@pytest.mark.parametrize("broken", ["missing", "of another form"])
def test_where_the_file_does_not_come_the_page_says_what_it_holds(browser: Browser, site: str, broken: str) -> None:
    page = browser.new_page()
    page.route(
        "**/rows.json",
        lambda route: (
            route.fulfill(status=404) if broken == "missing" else route.fulfill(json={"schema": "afterword-open/9"})
        ),
    )
    page.goto(site)
    page.locator(".aw-open__found").wait_for()
    assert "on this page" in page.locator(".aw-open__found").inner_text()
    assert page.locator(".aw-open__bound").is_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_script_every_team_has_its_whole_list(browser: Browser, site: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=False, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(site)
    assert (
        "stand on the pages of their teams, and those without an owner team in their reports"
        in page.locator(".aw-open__bound").inner_text()
    )
    page.locator(".aw-open__more a", has_text="the team's page").first.click()
    page.locator("summary", has_text="more open remediations").click()
    titles = page.locator("article").inner_text()
    assert all(f"Work {number}-{each}" in titles for number in range(REPORTS) for each in range(0, EACH, 4))
    context.close()
