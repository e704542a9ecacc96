"""The filters and orders of open remediations in a real Chromium, by mouse and by keyboard, with and without a script."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import look
from tests.browser.open_site import FORMULA, HOSTILE, build_open_site
from tests.browser.serving import serve_folder

BEYOND = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
TITLES = "[...document.querySelectorAll('.aw-open tbody tr')].filter((row) => row.checkVisibility()).map((row) => row.querySelector('a').textContent)"
EVERY = [
    HOSTILE, "Tell the callers", "Alert by area", "Pin the version", "割引判定の基準", FORMULA,
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page."""
    with serve_folder(build_open_site(tmp_path_factory.mktemp("open"))) as url:
        yield f"{url}remediations/open/"


@pytest.fixture(params=[(360, "dark"), (1280, "light")], ids=["phone, dark", "desk, light"])
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(5000)
    page.goto(site, wait_until="load")
    page.locator(".aw-open__found").wait_for()
    yield page
    context.close()


def titles(page: Page) -> list[str]:
    found: list[str] = page.evaluate(TITLES)
    return found


def said(page: Page) -> str:
    """What is announced, once it is."""
    page.wait_for_timeout(450)
    return page.locator(".aw-open__status").inner_text()


@pytest.mark.browser
def test_everything_stands_until_something_is_chosen(page: Page) -> None:
    assert titles(page) == EVERY
    assert page.locator(".aw-open__found").inner_text() == "6 remediations, 2 overdue"
    assert page.locator(".aw-open__status").text_content() == "", "nothing is announced that nobody asked for"
    assert page.get_by_role("button", name="Show all").is_disabled()
    assert not page.evaluate(BEYOND)


@pytest.mark.browser
def test_filters_leave_fewer_rows_without_asking_for_anything(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: None if "favicon" in request.url else asked.append(request.url))
    page.get_by_label("Kind", exact=True).select_option("monitor-alert")
    page.get_by_label("Severity", exact=True).select_option("sev3")
    assert titles(page) == [HOSTILE, "割引判定の基準"]
    assert said(page) == "2 of 6 remediations"
    assert page.locator(".aw-open__team:visible h3").count() == 2
    assert page.get_by_label("Status", exact=True).locator("option").all_inner_texts()[0] == "All"
    page.get_by_label("Severity", exact=True).select_option("")
    page.get_by_label("Overdue", exact=True).check()
    assert titles(page) == ["Alert by area"]
    assert said(page) == "1 of 6 remediations, 1 overdue"
    assert "late=yes" in page.url
    page.get_by_role("button", name="Show all").click()
    assert len(titles(page)) == 6
    assert page.evaluate("document.activeElement.id") == "aw-open-found"
    assert "?" not in page.url
    assert asked == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?status=in_progress", ["Tell the callers", "Pin the version"]),
        ("?drift=yes", ["Pin the version"]),
        ("?over=yes", ["Tell the callers", "Alert by area", "Pin the version"]),
        ("?strength=stronger&team=ml-platform", ["Pin the version"]),
        ("?team=no-owner-team", [FORMULA]),
        ("?q=AREA+alert", ["Alert by area"]),
        ("?q=判定", ["割引判定の基準"]),
        ("?system=search&sort=newest", ["Tell the callers", "Alert by area", "Pin the version"]),
        ("?q=nothing+like+this", []),
    ],
)
def test_an_address_holds_a_selection(page: Page, site: str, query: str, expected: list[str]) -> None:
    page.goto(site + query)
    page.locator(".aw-open__found").wait_for()
    assert sorted(titles(page)) == sorted(expected)
    assert "left out" not in page.locator(".aw-open__tools").inner_text()


@pytest.mark.browser
def test_what_an_address_asks_for_and_the_list_lacks_is_named(page: Page, site: str) -> None:
    page.goto(f"{site}?team=nobody&kind=<b>&late=no&sort=sideways&status=proposed")
    page.locator(".aw-open__found").wait_for()
    note = "Not in this list and left out: team: nobody, kind: <b>, late: no, sort: sideways."
    assert page.locator(".aw-open__tools .aw-note").inner_text() == note
    assert len(titles(page)) == 3


@pytest.mark.browser
def test_back_and_forward_go_through_the_selections(page: Page) -> None:
    page.get_by_label("Status", exact=True).select_option("proposed")
    page.get_by_label("Words in the list").press_sequentially("hyperlink")
    assert titles(page) == [FORMULA]
    page.go_back()
    assert len(titles(page)) == 3
    assert page.get_by_label("Words in the list").input_value() == ""
    assert page.get_by_label("Status", exact=True).input_value() == "proposed"
    page.go_back()
    assert len(titles(page)) == 6
    page.go_forward()
    assert len(titles(page)) == 3


@pytest.mark.browser
def test_rows_are_ordered_within_their_team_and_the_unknown_stands_last(page: Page) -> None:
    team = "#team-ml-platform ~ .aw-table tbody tr td:first-child > a"

    def order() -> list[str]:
        return page.locator(team).all_inner_texts()

    assert order() == ["Alert by area", "Pin the version", "割引判定の基準"]
    page.get_by_label("Order", exact=True).select_option("due-last")
    assert order() == ["Pin the version", "割引判定の基準", "Alert by area"]
    page.get_by_label("Order", exact=True).select_option("newest")
    assert order() == ["割引判定の基準", "Alert by area", "Pin the version"]
    assert page.locator("th[aria-sort=ascending]").count() == 4
    page.get_by_label("Order", exact=True).select_option("")
    assert page.locator("th[aria-sort]").count() == 0
    assert order() == ["Alert by area", "Pin the version", "割引判定の基準"]


@pytest.mark.browser
def test_a_head_sorts_by_keyboard_and_says_how(page: Page) -> None:
    head = page.locator("#team-ml-platform ~ .aw-table th").nth(3)
    button = head.locator("button")
    if page.viewport_size and page.viewport_size["width"] == 360:
        assert not button.is_visible(), "where the rows are blocks the field does it"
        return
    button.focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert page.get_by_label("Order", exact=True).input_value() == "due"
    page.keyboard.press("Space")
    assert head.get_attribute("aria-sort") == "descending"
    assert "sort=due-last" in page.url
    assert page.evaluate("document.activeElement.matches('.aw-open__sort')")


@pytest.mark.browser
def test_everything_can_be_done_by_keyboard(page: Page) -> None:
    page.get_by_label("Words in the list").focus()
    page.keyboard.type("remediation that is not there")
    assert said(page) == "0 of 6 remediations. Nothing here fits all of what is chosen."
    assert titles(page) == []
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    names = []
    for _ in range(14):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.id || document.activeElement.textContent"))
        if names[-1] == "aw-open-late":
            page.keyboard.press("Space")
    assert names[:10] == [
        "aw-open-team", "aw-open-kind", "aw-open-strength", "aw-open-status", "aw-open-severity", "aw-open-system", "aw-open-sort",
        "aw-open-late", "aw-open-over", "aw-open-drift",
    ]  # fmt: skip
    assert titles(page) == ["Tell the callers", "Alert by area"]
    assert names[10:12] == ["Show all", "Download CSV"]


@pytest.mark.browser
def test_the_table_for_spreadsheets_holds_what_is_shown_and_computes_nothing(page: Page) -> None:
    page.get_by_label("Team", exact=True).select_option("no-owner-team")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    head, row = csv.reader(io.StringIO(text))
    found = dict(zip(head, row, strict=True))
    assert found["Remediation"] == f"'{FORMULA}"
    assert (found["Owner team"], found["Status"], found["Open for days"], found["Due"]) == (
        "No owner team",
        "proposed",
        "53",
        "",
    )
    assert found["Address"].endswith("/reports/2026-10-01-two/#rm-2")
    assert said(page) == "The table of 1 remediation is downloaded."


@pytest.mark.browser
def test_text_of_reports_is_text_in_every_field(browser: Browser, site: str) -> None:
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(site, wait_until="load")
    page.locator(".aw-open__found").wait_for()
    assert page.locator("article :is(img, script, iframe, [onclick], [onerror])").count() == 0
    names = page.get_by_label("Team", exact=True).locator("option").all_inner_texts()
    assert names == ["All", HOSTILE, "customer-care", "ml-platform", "No owner team"], "by name, and without counts"
    assert f"{HOSTILE} (1)" in page.get_by_label("Kind", exact=True).locator("option").all_inner_texts()
    page.get_by_label("System", exact=True).select_option(label=f"{HOSTILE} (3)")
    assert HOSTILE in titles(page)
    assert dialogs == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", ["?team=nobody", "?late=yes&sort=due"])
def test_axe_finds_nothing(browser: Browser, site: str, width: int, scheme: str, query: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(site + query)
    page.locator(".aw-open__found").wait_for()
    assert look(page, colours_only=scheme == "dark")[0] == []
    assert not page.evaluate(BEYOND)
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_script_the_tables_stand_alone(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{site}?team=ml-platform")
    assert page.locator(".aw-open tbody tr:visible").count() == 6
    assert page.locator("article :is(form, button, select, input)").count() == 0
    assert page.locator("#team-ml-platform").is_visible()
    assert "target 30 days" in page.locator(".aw-open").inner_text()
    context.close()


@pytest.mark.browser
def test_controls_are_large_enough_and_stay_off_paper(page: Page) -> None:
    small = page.evaluate(
        "[...document.querySelectorAll('.aw-open__tools :is(button, select, input[type=search], label:has(input)), .aw-open__sort')]"
        ".filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 24).map((each) => each.outerHTML)"
    )
    assert small == []
    page.emulate_media(media="print")
    assert not page.locator(".aw-open__tools").is_visible()
    assert len(titles(page)) == 6
