"""Explore in a real browser: words and facets, the address, the way back, the table, the keyboard, hostile names."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import look
from tests.browser.explore_site import CHINESE, FORMULA, HOSTILE, JAPANESE

ALL = 41
"""Reports of the example and five of the tests' own."""
pytestmark = pytest.mark.browser


def visit(page: Page, url: str, search: str = "") -> None:
    page.goto(url + search)
    page.locator("#afterword-explore[data-limit]").wait_for()


def found(page: Page) -> str:
    return page.locator("#aw-found").inner_text()


def titles(page: Page) -> list[str]:
    return page.locator(".aw-card:visible h3").all_inner_texts()


def choose(page: Page, facet: str, value: str) -> None:
    """Choose a value as a reader does: unfold what is folded away, then press its line."""
    for fold in (page.locator(".aw-filters"), page.locator(f"[data-facet={facet}]")):
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()
    page.locator(f"[data-facet={facet}] .aw-value:has(input[value='{value}'])").click()


def count_of(page: Page, facet: str, value: str) -> int:
    place = page.locator(f"[data-facet={facet}] .aw-value:has(input[value='{value}']) .aw-value__count")
    return int(place.text_content() or "")


def search_of(page: Page) -> str:
    return str(page.evaluate("location.search")).removeprefix("?")


def test_everything_is_listed_the_newest_first(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    assert found(page) == f"{ALL} reports"
    assert titles(page)[0] == "A ticket quoted two languages"
    assert len(titles(page)) == 20
    page.get_by_role("button", name="Show 20 more of 21 reports").click()
    assert len(titles(page)) == 40
    # The reader goes on where the new ones begin.
    assert page.evaluate("document.activeElement.textContent") == titles(page)[20]
    page.get_by_role("button", name="Show 1 more of 1 report").click()
    assert len(titles(page)) == ALL
    assert page.locator(".aw-results .aw-more").is_hidden()


def test_values_add_and_facets_narrow(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    sev1, sev2 = count_of(page, "severity", "sev1"), count_of(page, "severity", "sev2")
    near = count_of(page, "kind", "near_miss")
    choose(page, "severity", "sev1")
    assert found(page) == f"{sev1} of {ALL} reports"
    # A facet's own choice does not reduce its own counts, and those of the others follow it.
    assert (count_of(page, "severity", "sev1"), count_of(page, "severity", "sev2")) == (sev1, sev2)
    assert count_of(page, "kind", "near_miss") < near
    choose(page, "severity", "sev2")
    assert found(page) == f"{sev1 + sev2} of {ALL} reports"
    expected = count_of(page, "kind", "incident")
    choose(page, "kind", "incident")
    assert found(page) == f"{expected} of {ALL} reports"
    assert search_of(page) == "severity=sev1,sev2&kind=incident"


def test_a_remediation_carries_all_that_is_asked_of_remediations(page: Page, explore_url: str) -> None:
    """Who asks for a verified alert means one remediation, not an alert here and something verified there."""
    visit(page, explore_url, "?remediation=monitor-alert&status=done")
    assert titles(page)
    for card in page.locator(".aw-card:visible").all():
        reasons = card.locator(".aw-card__why li").all_inner_texts()
        assert any(re.fullmatch(r"Remediation: .*\(\w+, done\)", reason) for reason in reasons), reasons
    every = page.evaluate(
        """async () => {
          const { remedies, facets } = await (await fetch('facets.json')).json();
          const place = (id, value) => facets.find((each) => each.id === id).values.indexOf(value);
          const [kind, status] = [place('remediation', 'monitor-alert'), place('status', 'done')];
          const fits = remedies.values.map((each) => each[0] === kind && each[2] === status);
          return remedies.reports.filter((each) => each.some((at) => fits[at])).length;
        }"""
    )
    assert found(page).startswith(f"{every} of ")


def test_values_that_would_leave_nothing_stay_and_are_dimmed(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?year=2016")
    dim = page.locator(".aw-value--none")
    assert dim.count() > 20
    assert set(dim.locator(".aw-value__count").all_text_contents()) == {"0"}
    assert dim.first.locator("input").is_enabled()


def test_each_answer_says_why_it_is_there(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=discount&factor=eval-no-subgroup-tests&severity=sev2")
    card = page.locator(".aw-card:visible", has_text="Support assistant offered different discounts")
    expect(card.locator("mark:visible").first).to_have_text(re.compile("discount", re.IGNORECASE))
    assert card.locator(".aw-card__why li").all_inner_texts()[0].startswith("Technical factor: ")
    assert "Severity: sev2" in card.locator(".aw-card__why li").all_inner_texts()
    place = page.locator(".aw-card__place a:visible").first
    expect(place).to_be_visible()
    name = place.inner_text()
    place.click()
    page.wait_for_url(re.compile(r"/reports/2[^/]+/#.+"))
    assert name in page.locator(f"[id='{urlsplit(page.url).fragment}']").inner_text()


def test_words_narrow_while_typing_and_are_one_step_back(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    field = page.get_by_label("Words, a phrase or a name")
    field.press_sequentially("discoun", delay=20)
    expect(page.locator("#aw-found")).to_have_text(re.compile(f" of {ALL} reports"))
    field.press_sequentially("ts", delay=300)
    expect(page.locator(".aw-card mark:visible").first).to_be_visible()
    assert search_of(page) == "q=discounts"
    assert page.locator("#aw-sort").input_value() == "relevance"
    assert field.evaluate("each => each === document.activeElement")
    page.go_back()
    expect(page.locator("#aw-found")).to_have_text(f"{ALL} reports")
    assert (search_of(page), field.input_value()) == ("", "")
    assert page.locator(".aw-card mark:visible").count() == 0
    page.go_forward()
    expect(page.locator(".aw-card mark:visible").first).to_be_visible()
    assert field.input_value() == "discounts"


def test_the_way_back_takes_one_choice_at_a_time(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    choose(page, "kind", "near_miss")
    first = titles(page)
    choose(page, "severity", "sev3")
    assert titles(page) != first
    page.go_back()
    expect(page.locator(".aw-chips li")).to_have_count(1)
    assert titles(page) == first
    assert page.locator("input[value=near_miss]").is_checked()
    assert not page.locator("input[value=sev3]").is_checked()
    page.go_back()
    expect(page.locator("#aw-found")).to_have_text(f"{ALL} reports")
    assert not page.locator("input[value=near_miss]").is_checked()


def test_from_a_report_the_way_back_leads_to_the_same_list(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?kind=incident")
    page.locator(".aw-results .aw-more").click()
    before = titles(page)
    assert len(before) > 20
    page.locator(".aw-card:visible h3 a").last.click()
    page.wait_for_url(re.compile("/reports/"))
    page.go_back()
    page.locator("#afterword-explore[data-limit]").wait_for()
    assert titles(page) == before


def test_the_address_is_sorted_and_read_again(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?severity=sev2&severity=sev1&kind=incident&q=the%20%20model&sort=severity")
    selection = titles(page)
    choose(page, "year", "2026")
    choose(page, "year", "2026")
    assert search_of(page) == "q=the+model&severity=sev1,sev2&kind=incident&sort=severity"
    assert parse_qs(search_of(page))["q"] == ["the model"]
    assert titles(page) == selection


def test_what_the_site_does_not_know_is_left_out_with_a_note(page: Page, explore_url: str) -> None:
    hostile = "<img src=x onerror=alert(9)>"
    visit(page, explore_url, f"?severity=sev1,sev9&colour=red&factor={quote(hostile)}&sort=backwards")
    note = page.locator(".aw-explore .aw-note:visible")
    for told in ("Severity: sev9", "colour", hostile, "sort: backwards"):
        assert told in note.inner_text()
    assert page.locator(".aw-chips li").all_text_contents() == ["Severity: sev1×"]
    choose(page, "kind", "incident")
    assert page.locator(".aw-explore .aw-note:visible").count() == 0
    assert search_of(page) == "severity=sev1&kind=incident"


def test_chips_take_away_and_keep_the_focus(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=model&severity=sev1,sev2&kind=incident")
    chips = page.locator(".aw-chips button")
    assert [each.replace("×", "") for each in chips.all_text_contents()] == [
        "Words: model", "Severity: sev1", "Severity: sev2", "Kind of report: Incident",
    ]  # fmt: skip
    page.get_by_role("button", name="Take away Severity: sev1").press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Take away Severity: sev2"
    page.get_by_role("button", name="Take away Words: model").click()
    expect(chips).to_have_count(2)
    assert page.get_by_label("Words, a phrase or a name").input_value() == ""
    page.get_by_role("button", name="Clear all").click()
    assert found(page) == f"{ALL} reports"
    assert search_of(page) == ""
    assert page.locator(".aw-chosen").is_hidden()


def test_many_values_of_a_facet_are_one_chip(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    values = page.locator("[data-facet=factor] input[type=checkbox]").evaluate_all(
        "all => all.map((each) => each.value).slice(0, 7)"
    )
    visit(page, explore_url, f"?factor={','.join(values[:6])}")
    expect(page.locator(".aw-chips button")).to_have_count(6)
    visit(page, explore_url, f"?factor={','.join(values)}&severity=sev1")
    chips = page.locator(".aw-chips button")
    assert [each.replace("×", "") for each in chips.all_text_contents()] == [
        "Contributing factor: 7 chosen", "Severity: sev1",
    ]  # fmt: skip
    page.get_by_role("button", name="Take away Contributing factor: 7 chosen").press("Enter")
    assert search_of(page) == "severity=sev1"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Take away Severity: sev1"


def test_reports_by_the_side_of_their_factors(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    choose(page, "side", "organisational")
    assert search_of(page) == "side=organisational"
    count = int(found(page).split(" of ")[0])
    assert count == page.evaluate(
        """async () => {
          const { facets } = await (await fetch('facets.json')).json();
          const factor = facets.find((each) => each.id === 'factor');
          const sides = factor.grouped.map((at) => factor.groups[at][0]);
          return factor.reports.filter((each) => [each].flat().some((at) => sides[at] === 'Organisational')).length;
        }"""
    )
    assert 0 < count < ALL


def test_orders(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    order = page.get_by_label("Order", exact=True)
    assert order.locator("option[value=relevance]").is_disabled()
    newest = titles(page)
    order.select_option("oldest")
    assert titles(page) != newest
    dates = [int(each[-4:]) for each in re.findall(r"\b\d{4}\b", " ".join(_about(page)))]
    assert dates == sorted(dates)
    order.select_option("severity")
    marks = page.locator(".aw-card:visible .aw-severity").all_inner_texts()
    assert marks == sorted(marks)
    assert search_of(page) == "sort=severity"


def _about(page: Page) -> list[str]:
    return [
        each.split("·")[0]
        for each in page.locator(".aw-card:visible .aw-card__meta > span:last-child").all_inner_texts()
    ]


def test_a_value_is_found_in_a_long_list(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    choose(page, "factor", "eval-no-subgroup-tests")
    choose(page, "factor", "eval-no-subgroup-tests")
    facet = page.locator("[data-facet=factor]")
    every = facet.locator(".aw-value").count()
    facet.get_by_label("Find in Contributing factor").fill("MONITOR")
    left = facet.locator(".aw-value:visible").count()
    assert 0 < left < every
    expect(page.locator(".aw-tools [role=status]")).to_have_text(f"{left} of {every} shown in Contributing factor")
    assert facet.locator(".aw-facet__group:visible").count() < facet.locator(".aw-facet__group").count()
    facet.get_by_label("Find in Contributing factor").fill("")
    assert facet.locator(".aw-value:visible").count() == every


def test_nothing_found_says_what_would_help(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?severity=sev4&year=2016")
    assert found(page) == f"0 of {ALL} reports"
    expected = (
        count_of(page, "severity", "sev1") + count_of(page, "severity", "sev2") + count_of(page, "severity", "sev3")
    )
    ways = page.locator(".aw-nothing__way")
    without = ways.filter(has_text="Without Severity: sev4")
    assert without.inner_text().endswith(f" {expected} report{'' if expected == 1 else 's'}")
    without.click()
    assert search_of(page) == "year=2016"
    assert found(page) == f"{expected} of {ALL} reports"
    assert page.evaluate("document.activeElement.id") == "aw-found"


def test_a_misspelt_word_is_corrected(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=asistant+dicsounts")
    page.get_by_role("button", name="Search for “assistant discounts”").click()
    expect(page.locator(".aw-card mark:visible").first).to_be_visible()
    assert search_of(page) == "q=assistant+discounts"
    assert page.get_by_label("Words, a phrase or a name").input_value() == "assistant discounts"


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("順位が入れ替わ", JAPANESE),
        ("割引判定の基準", JAPANESE),
        ("重新训练后", CHINESE),
        ("阈值设置得太宽", CHINESE),
        ("商品券の二重発行", "A ticket quoted two languages"),
        ("优惠券重复发放", "A ticket quoted two languages"),
    ],
)
def test_japanese_and_chinese(page: Page, explore_url: str, phrase: str, title: str) -> None:
    """Within an English page, and in a page of their own; the passage is shown as it was written."""
    visit(page, explore_url, f"?q={quote(phrase)}")
    card = page.locator(".aw-card:visible", has_text=title)
    expect(card.locator("mark:visible").first).to_be_visible()
    assert phrase in card.inner_text()


def test_hostile_names_are_text(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=price")
    link = page.get_by_role("link", name=HOSTILE)
    expect(link).to_be_visible()
    choose(page, "system", "b-chat-b-script-alert-3-script")
    choose(page, "team", "i-onclick-alert-4-shop-i")
    assert titles(page) == [HOSTILE]
    chips = page.locator(".aw-chips").inner_text()
    assert "<b>chat</b><script>alert(3)</script>" in chips
    assert "<i onclick=alert(4)>shop</i>" in chips
    assert page.locator(".aw-explore :is(img, script, b, i, [onclick], [onerror])").count() == 0


def test_pages_that_are_no_reports(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=subgroup")
    others = page.locator(".aw-pages__list a")
    expect(others.first).to_be_visible()
    assert all("/reports/2" not in (each.get_attribute("href") or "") for each in others.all())
    if page.locator(".aw-pages .aw-more").is_visible():
        page.locator(".aw-pages .aw-more").click()
        expect(others.nth(5)).to_be_focused()


def test_the_link_is_copied(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    choose(page, "severity", "sev1")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    chosen = titles(page)
    visit(page, copied)
    assert titles(page) == chosen


def test_the_address_can_be_copied_where_the_clipboard_is_shut(page: Page, explore_url: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    visit(page, explore_url, "?severity=sev1")
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Address of this selection")
    assert field.input_value() == page.url
    assert field.evaluate("each => each === document.activeElement && each.selectionEnd === each.value.length")


def test_the_table_is_read_by_other_programs(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    with page.expect_download() as loading:
        page.get_by_role("button", name="Download CSV").click()
    assert loading.value.suggested_filename == "reports.csv"
    content = loading.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == ALL
    by_id = {row["Report"]: row for row in rows}
    discounts = by_id["2026-03-11-unequal-discounts"]
    assert discounts["Title"] == "Support assistant offered different discounts to different neighbourhoods"
    assert (discounts["Date"], discounts["Severity"], discounts["Kind of report"]) == ("2026-03-11", "sev2", "Incident")
    assert "; " in discounts["Contributing factor"]
    assert discounts["Address"].endswith("/reports/2026-03-11-unequal-discounts/")
    assert by_id["2026-11-01-hostile"]["Title"] == HOSTILE
    assert by_id["2026-11-03-japanese"]["Title"] == JAPANESE
    # A spreadsheet computes neither the cell nor, where it takes semicolons as its commas, the rest of it.
    assert by_id["2026-11-02-formula"]["Title"] == "'" + FORMULA.replace(";=", ";'=")
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", "\uff1d", "\uff0b", "\uff0d", "\uff20", "a;=", "a;\t@")


def test_no_cell_begins_a_formula(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    texts = [f'{start}1+1"' for start in STARTS]
    cells = page.evaluate(
        """async (texts) => {
          const { cellOf } = await import(new URL('../assets/javascripts/explore/csv.js', location));
          return texts.map(cellOf);
        }""",
        texts,
    )
    for text, cell in zip(texts, cells, strict=True):
        ((read,),) = csv.reader(io.StringIO(cell, newline=""))
        assert re.search(r"(^|;\s*)'", read)
        assert read.replace("'", "") == text


def test_a_change_of_a_facet_asks_nothing_and_makes_little(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=model")
    expect(page.locator(".aw-card mark:visible").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    # The browser itself looks for the site's icon at each new address.
    page.on("request", lambda sent: None if sent.url.endswith("favicon.png") else asked.append(sent.url))
    page.evaluate(COUNT_NODES)
    for facet, value in (("severity", "sev2"), ("kind", "incident"), ("status", "done"), ("severity", "sev2")):
        page.evaluate("window.made = 0")
        choose(page, facet, value)
        work = page.locator("#afterword-explore").evaluate("each => ({ ...each.dataset })")
        made = page.evaluate("window.made")
        assert int(work["comparisons"]) <= int(work["limit"]) == ALL * 12
        assert made <= int(work["nodes"]) <= 200
    page.wait_for_timeout(300)
    assert asked == []
    # Passages of cards that came in are fetched when the reader turns to them.
    page.locator(".aw-card:visible").first.hover()
    expect(page.locator(".aw-card:visible").last.locator("mark:visible").first).to_be_visible()
    assert all("/pagefind/fragment/" in each for each in asked)


COUNT_NODES = """() => {
  const size = (node) => 1 + [...node.childNodes].reduce((sum, each) => sum + size(each), 0);
  window.made = 0;
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) window.made += size(node);
  }).observe(document.getElementById('afterword-explore'), { subtree: true, childList: true });
}"""


def test_by_keyboard_alone(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    page.get_by_label("Words, a phrase or a name").focus()
    for _ in range(3):  # the button, the help, the way past the facets
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the reports"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "aw-found"
    page.locator(".aw-skip").focus()
    if page.locator(".aw-filters").get_attribute("open") is None:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Contributing factor")
    if page.locator("[data-facet=factor]").get_attribute("open") is None:
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("split by group")
    page.keyboard.press("Tab")
    box = page.evaluate("document.activeElement.value")
    page.keyboard.press("Space")
    assert search_of(page) == f"factor={box}"
    # The focus stays, the number is told.
    assert page.evaluate("document.activeElement.value") == box
    expect(page.locator(".aw-tools [role=status]")).to_have_text(found(page))
    page.keyboard.press("Space")
    assert found(page) == f"{ALL} reports"


def test_facets_are_groups_with_names(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    page.evaluate("document.querySelectorAll('.aw-filters, .aw-facet').forEach((each) => { each.open = true; })")
    for name in ("Contributing factor", "Severity", "Year"):
        assert page.get_by_role("group", name=name, exact=True).count() >= 1
    assert page.get_by_role("checkbox", name=re.compile("^sev1")).count() == 1


def test_filters_fold_on_a_phone(page: Page, explore_url: str) -> None:
    visit(page, explore_url)
    is_phone = (page.viewport_size or {})["width"] < 800
    assert page.locator(".aw-filters").get_attribute("open") == (None if is_phone else "")
    assert page.evaluate("document.documentElement.scrollWidth") <= (page.viewport_size or {})["width"]
    if is_phone:
        choose(page, "severity", "sev1")
        assert page.locator(".aw-filters > summary").inner_text() == "Filters (1 chosen)"
        page.get_by_role("button", name=re.compile(r"^Show \d+ reports$")).click()
        assert page.locator(".aw-filters").get_attribute("open") is None
        assert page.evaluate("document.activeElement.id") == "aw-found"


def test_the_lists_stand_where_the_data_does_not_come(browser: Browser, explore_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/facets.json", lambda route: route.abort())
    page.goto(explore_url)
    assert "could not be loaded" in page.get_by_role("alert").inner_text()
    assert page.locator(".aw-folded details").count() > 8
    context.close()


def test_facets_work_where_the_search_index_does_not_come(browser: Browser, explore_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    visit(page, explore_url, "?q=model&severity=sev1")
    expect(page.locator(".aw-explore .aw-note:visible")).to_contain_text("could not be loaded")
    assert titles(page)
    context.close()


STATES = {
    "all": "",
    "chosen": "?q=model&severity=sev1,sev2&kind=incident",
    "nothing": "?q=asistant&severity=sev4&year=2016",
    "unknown": "?colour=red",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser: Browser, explore_url: str, width: int, scheme: str, state: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    visit(page, explore_url, STATES[state])
    page.evaluate("document.querySelectorAll('.aw-filters, .aw-facet').forEach((each) => { each.open = true; })")
    page.wait_for_load_state("networkidle")
    assert look(page, colours_only=scheme == "dark")[0] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_script_lists_lead_to_the_same(browser: Browser, explore_url: str, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(explore_url + "?q=model")
    assert page.get_by_text("Searching by words needs JavaScript").is_visible()
    lists = page.locator(".aw-folded > details")
    names = (
        "factor",
        "side",
        "kind",
        "strength",
        "status",
        "system",
        "team",
        "severity",
        "report",
        "detected by",
        "check",
        "year",
    )
    assert lists.count() == len(names)
    for fold, name in zip(lists.all(), names, strict=True):
        assert name in fold.locator("summary").inner_text()
        fold.locator("summary").click()
        assert fold.locator("li a").first.is_visible()
    with_counts = lists.filter(has_text="By severity").locator("li")
    assert re.fullmatch(r"sev1 \d+ reports?", with_counts.first.inner_text())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    number = int(with_counts.first.inner_text().split()[1])
    with_counts.first.locator("a").click()
    page.wait_for_url(re.compile(r"/explore/severity/#sev1$"))
    section = page.locator("#sev1 + .aw-lines li")
    assert section.count() == number
    section.first.locator("a").click()
    page.wait_for_url(re.compile("/reports/2"))
    context.close()
