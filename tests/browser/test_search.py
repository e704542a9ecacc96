"""The search in the bar: what it finds, by keyboard, on a phone, below a path, under a strict policy, and when it fails."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from afterword.engine.search_words import cut_words
from tests.browser.accessibility import look
from tests.browser.places import REPORT
from tests.browser.serving import serve_folder
from tests.browser.test_pages import CONTRAST
from tests.engines.site import NEAR_MISS, run, write_site

FIELD, ANSWERS, LINKS = ".aw-search__input", ".aw-search__answers", ".aw-search__list a"
CALM: dict[str, Any] = {"reduced_motion": "reduce"}
POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
JAPANESE = (
    NEAR_MISS.format(title="地域ごとに割引の基準が異なった")
    .replace(
        "An answer in the trial named a price.",
        "支援アシスタントは、配送の**状況**を尋ねたすべての\n顧客に同じ長い文を繰り返した。データが足りない（ＡＩモデル）。最後に検",
    )
    .replace("## What happened", "## 何が起きたか")
)
ENGLISH = NEAR_MISS.format(title="Labels in two languages").replace(
    "An answer in the trial named a price.",
    "The naïve label said 割引判定の基準 in the middle of English, in Zürich, 模型漂移 in 한국어 문장, and <b>no</b> tag &amp; sign.",
)
FIND = """async (query) => {
  const script = document.querySelector('script[src*="header-search.js"]').src;
  const { find } = await import(new URL('find.js', script));
  return Promise.all((await find(query)).slice(0, 9).map(async ({ id, score, load }) => {
    const found = await load();
    const shown = found.pieces.map(({ text, marked }) => marked ? `[${text}]` : text).join('');
    return { id, score, ...found, path: new URL(found.address).pathname, shown };
  }));
}"""


def visit(browser: Browser, address: str, width: int = 1280, **settings: Any) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 800}, **CALM, **settings).new_page()
    page.set_default_timeout(15_000)
    page.goto(address)
    return page


def ask(page: Page, query: str) -> None:
    page.locator(".aw-search__open, .aw-search__input").locator("visible=true").first.click()
    page.locator(FIELD).fill(query)
    page.locator(LINKS).first.wait_for()


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Japanese site, as its pages say, with a report in each language; below `a/path/` of the folder."""
    folder = tmp_path_factory.mktemp("other")
    reports = {"2026-05-02-ja.md": JAPANESE, "2026-05-03-en.md": ENGLISH}
    source = write_site(folder / "source", 'audience: company\nlevels: {AW: "off"}', reports)
    config = source / "mkdocs.yml"
    config.write_text(config.read_text().replace("  font: false\n", "  font: false\n  language: ja\n"))
    run("mkdocs", "build", "-q", "-d", str(folder / "site/a/path"), cwd=source)
    return folder / "site"


@pytest.fixture
def japanese(browser: Browser, other: Path) -> Iterator[Page]:
    with serve_folder(other) as url:
        page = visit(browser, f"{url}a/path/")
        assert page.evaluate("document.documentElement.lang") == "ja"
        yield page
        page.context.close()


JA, EN = "/a/path/reports/2026-05-02-ja/", "/a/path/reports/2026-05-03-en/"


@pytest.mark.browser
def test_phrases_of_every_language_are_found_wherever_they_stand(japanese: Page) -> None:
    for query, paths, shown in (
        ("割引", [JA, EN], "[割引]"),
        ("割引判定の基準", [EN], "[割引判定の基準]"),
        ("割引判定の模型", [], ""),
        ("すべての顧客", [JA], "[すべての顧客]"),
        ("状況を", [JA], "[状況を]"),
        ("検", [JA], "[検]"),
        ("漂", [EN], "漂"),
        ("準", [JA, EN], ""),
        ("ﾃﾞｰﾀ", [JA], "[データ]"),
        ("AIモデル", [JA], "（[AI モデル]）"),
        ("label 基準", [EN], "[label] said 割引判定の[基準]"),
        ("label 状況", [], ""),
        ("模型漂移 한국어", [EN], "[模型漂移] in [한국어] 문장"),
        ("문장", [EN], "[문장]"),
        ("zurich", [EN], "[Zürich]"),
        ("naïve", [EN], "[naïve]"),
        ("naive", [EN], "[naïve]"),
        ("LABELS", [EN], ""),
        ("tag sign", [EN], "<b>no</b> [tag] & [sign]"),
    ):
        found = japanese.evaluate(FIND, query)
        assert sorted(each["path"] for each in found if "/reports/" in each["path"]) == paths, query
        assert any(shown in each["shown"] for each in found) or not paths, (query, [each["shown"] for each in found])
    for query in ("", " ", "。", '"', "-", "zqnothing"):
        assert japanese.evaluate(FIND, query) == [], query
    assert japanese.evaluate("document.documentElement.lang") == "ja"


@pytest.mark.browser
def test_a_title_is_shown_as_it_was_written(japanese: Page) -> None:
    ask(japanese, "基準が")
    assert japanese.locator(".aw-search__title").first.text_content() == "地域ごとに割引の基準が異なった"
    assert japanese.locator(".aw-search__title mark").first.text_content() == "基準が"
    assert japanese.locator(".aw-search__about").first.text_content() == "Report"
    assert (
        " "
        not in (japanese.locator(".aw-search__excerpt").first.text_content() or "").replace(" …", "").split("A shop")[0]
    )


@pytest.mark.browser
def test_scripts_cut_a_query_as_the_builder_cuts_a_page(japanese: Page) -> None:
    alphabet = "割引判定の基準ー模型々ｶﾞガカﾞＡ１ aZ.、。「」<&é𠮷𪛖한\n\u200b\u3099（〆〇・ヵ豈"
    # Every string of one and two, and long ones in which each pair has many neighbours.
    texts = [*alphabet, *(one + two for one in alphabet for two in alphabet)]
    texts += [("".join(alphabet[(at * step) % len(alphabet)] for at in range(60))) for step in range(1, 40)]
    texts += [
        f"a{chr(code)}b{chr(code)}{chr(code)}"
        for code in range(0x2E80, 0xFFF0, 7)
        if not 0xD800 <= code < 0xE000 and code != 0xFEFF
    ]
    cut, back = japanese.evaluate(
        """async (texts) => {
          const script = document.querySelector('script[src*="header-search.js"]').src;
          const { cutWords, joinWords } = await import(new URL('words.js', script));
          const join = (text) => joinWords(text.split(/\\s+/u).filter(Boolean).map((word) => ({ text: word, marked: false })))
            .map((piece) => piece.text).join('');
          return [texts.map(cutWords), texts.map((text) => join(cutWords(text)))];
        }""",
        texts,
    )
    assert cut == [cut_words(text) for text in texts]
    for text, joined in zip(texts, back, strict=True):
        # Whatever was cut is whole again; only spaces may differ.
        assert cut_words(joined).split() == cut_words(text).split() or "\n" in text or " " in text, text


@pytest.mark.browser
def test_a_report_comes_before_the_pages_that_list_it(browser: Browser, example_url: str) -> None:
    page = visit(browser, example_url)
    for query, first in (
        ("different discounts", REPORT),
        ("2026-03-11-unequal-discounts", REPORT),
        ("postcode", REPORT),
        ("hiring filter", "reports/2020-age-filter-rejected-applicants/"),
        ("AW403", "guide/rules/AW403/"),
        ("ml-platform", "teams/ml-platform/"),
    ):
        assert page.evaluate(FIND, query)[0]["path"] == f"/{first}", query
    place = page.evaluate(FIND, "shrugs")[0]
    assert place["place"]["title"] == "What made it hard"
    assert place["address"].endswith("#what-made-it-hard")
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_answers_hold_what_was_typed(browser: Browser, example_url: str, width: int, scheme: str) -> None:
    page = visit(browser, example_url, width, color_scheme=scheme)
    ask(page, "discounts")
    said, entries = page.locator(".aw-search__said"), page.locator(LINKS)
    # The beginning of a word alone, and words beside one that stands nowhere, are no answers.
    for query in ("xylophone", "x" * 300, "zookeeper", "knowlege", "né qwerty", "discount zebra"):
        page.locator(FIELD).fill(query)
        expect(said).to_have_text("No page holds these words.")
        assert entries.count() == 0, query
    page.locator(FIELD).fill("disc")
    expect(page.locator(".aw-search__excerpt mark").first).to_have_text(re.compile("^disc", re.IGNORECASE))
    page.locator(FIELD).fill('"')
    expect(page.locator(ANSWERS)).to_be_hidden()
    page.locator(FIELD).press("Enter")
    assert page.url == example_url
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_open_answers_can_be_read(browser: Browser, example_url: str, width: int, scheme: str) -> None:
    page = visit(browser, example_url + REPORT, width, color_scheme=scheme)
    where = page.locator("article h1").bounding_box()
    ask(page, "drift")
    assert page.locator("article h1").bounding_box() == where, "nothing moves when the search opens"
    assert look(page)[0] == []
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator(ANSWERS).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 800
    for field in page.locator(f"{LINKS}, .aw-search__all a").all():
        assert (field.bounding_box() or {})["height"] >= 24
    page.context.close()


@pytest.mark.browser
def test_by_keyboard(browser: Browser, example_url: str) -> None:
    page = visit(browser, example_url + REPORT)
    link = page.locator("article .aw-facts a").first
    link.focus()
    page.keyboard.press("/")
    assert focused(page, FIELD)
    page.keyboard.type("drift/s")
    expect(page.locator(FIELD)).to_have_value("drift/s")
    page.locator(FIELD).fill("drift")
    page.locator(LINKS).first.wait_for()
    expect(page.locator("[role=status].aw-search__said")).to_contain_text("pages, the first 7 of them")
    page.keyboard.press("ArrowDown")
    assert focused(page, LINKS)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page, ".aw-search__all a"), "from the field upwards to the last"
    page.keyboard.press("ArrowDown")
    assert focused(page, FIELD)
    page.keyboard.press("Escape")
    expect(page.locator(ANSWERS)).to_be_hidden()
    assert focused(page, FIELD)
    page.keyboard.press("ArrowDown")
    assert focused(page, LINKS), "the arrow opens the answers again"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert link.evaluate("each => each === document.activeElement"), "back where somebody came from"
    page.keyboard.press("s")
    assert focused(page, FIELD)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.locator(FIELD).focus()
    page.keyboard.press("ArrowDown")
    target = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    page.context.close()


@pytest.mark.browser
def test_enter_leads_to_all_answers(browser: Browser, example_url: str) -> None:
    page = visit(browser, example_url + REPORT)
    ask(page, "drift")
    every = page.locator(".aw-search__all a").get_attribute("href")
    assert every == f"{example_url}explore/?q=drift"
    page.locator(FIELD).press("Enter")
    page.wait_for_url(every)
    page.go_back()
    page.locator(FIELD).fill("  ")
    page.locator(FIELD).press("Enter")
    assert page.url == example_url + REPORT
    page.context.close()


@pytest.mark.browser
def test_on_a_phone_the_field_opens_over_the_bar(browser: Browser, example_url: str) -> None:
    page = visit(browser, example_url + REPORT, 360, has_touch=True)
    opener = page.locator(".aw-search__open")
    expect(page.locator(FIELD)).to_be_hidden()
    assert opener.get_attribute("aria-expanded") == "false"
    opener.tap()
    assert focused(page, FIELD)
    assert opener.get_attribute("aria-expanded") == "true"
    box, bar = page.locator(FIELD).bounding_box(), page.locator(".md-header").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["width"] > 280
    assert bar["y"] <= box["y"]
    assert box["y"] + box["height"] <= bar["y"] + bar["height"]
    page.locator(".aw-search__close").tap()
    expect(page.locator(FIELD)).to_be_hidden()
    assert focused(page, ".aw-search__open")
    page.keyboard.press("Enter")
    assert focused(page, FIELD)
    page.keyboard.press("Escape")
    assert focused(page, ".aw-search__open")
    opener.tap()
    page.locator(FIELD).fill("drift")
    page.locator(LINKS).nth(1).tap()
    page.wait_for_url(lambda url: REPORT not in url)
    # The theme's own parts stand where they stood.
    page.locator("label[for=__drawer].md-header__button").tap()
    page.locator(".md-sidebar--primary .md-nav__link").locator("visible=true").first.wait_for()
    page.context.close()


@pytest.mark.browser
def test_the_themes_own_parts_still_work(browser: Browser, example_url: str) -> None:
    page = visit(browser, example_url + REPORT)
    page.locator("[data-md-component=palette] label:visible").click()
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body[data-md-color-scheme=slate]")).to_have_count(1)
    page.mouse.wheel(0, 2000)
    expect(page.locator(".md-header__title--active")).to_have_count(1)
    page.context.close()


@pytest.mark.browser
def test_without_a_script_the_way_leads_on(browser: Browser, example_url: str) -> None:
    page = visit(browser, example_url + REPORT, java_script_enabled=False)
    page.locator(FIELD).fill("drift")
    page.locator(FIELD).press("Enter")
    assert page.url == f"{example_url}explore/?q=drift"
    page.context.close()
    page = visit(browser, example_url + REPORT, 360, java_script_enabled=False)
    page.locator(".aw-search__open").click()
    assert page.url == f"{example_url}explore/"
    page.context.close()


@pytest.mark.browser
def test_a_missing_page_below_a_path_searches_too(browser: Browser, other: Path) -> None:
    text = (other / "a/path/404.html").read_text()
    deep = other / "a/path/no/such/page"
    deep.mkdir(parents=True, exist_ok=True)
    (deep / "index.html").write_text(
        text.replace("https://learning.example.org/", "/a/path/")
        .replace('"/assets', '"/a/path/assets')
        .replace('"/explore', '"/a/path/explore')
    )
    with serve_folder(other) as url:
        page = visit(browser, f"{url}a/path/no/such/page/")
        ask(page, "languages")
        assert page.locator(LINKS).first.get_attribute("href") == f"{url[:-1]}{EN}"
        assert page.locator(".aw-search__all a").get_attribute("href") == f"{url}a/path/explore/?q=languages"
        page.context.close()


@pytest.mark.browser
def test_when_the_index_does_not_come(browser: Browser, example_url: str) -> None:
    page = visit(browser, example_url + REPORT)
    page.context.set_offline(True)
    said = page.locator(".aw-search__said")
    page.locator(FIELD).fill("discount")
    expect(said).to_contain_text("could not be loaded", timeout=20_000)
    expect(page.locator(".aw-search__count")).to_be_visible()
    assert look(page)[0] == []
    page.context.set_offline(False)
    page.locator(FIELD).fill("discounts")
    page.locator(LINKS).first.wait_for()
    # Loaded, and then a piece of it does not come: that is not "nothing found".
    page.context.set_offline(True)
    page.locator(FIELD).fill("voucher")
    expect(said).to_contain_text("could not be loaded", timeout=20_000)
    page.context.set_offline(False)
    page.locator(FIELD).fill("vouchers")
    page.locator(LINKS).first.wait_for()
    page.locator(FIELD).fill("zqnothing")
    expect(said).to_have_text("No page holds these words.")
    page.context.close()


class _Strict(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header(
            "Content-Security-Policy",
            POLICY if "wasm" not in self.headers.get("X-Policy", "") else POLICY.replace(" 'wasm-unsafe-eval'", ""),
        )
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def strict_url(other: Path) -> Iterator[str]:
    """A server that sends the policy which the pages' scripts are written for."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Strict, directory=str(other))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/a/path/"
        server.shutdown()
        thread.join()


@pytest.mark.browser
def test_a_strict_policy_lets_the_search_and_its_worker_run(browser: Browser, strict_url: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **CALM)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.goto(strict_url)
    ask(page, "languages")
    answer = """async () => {
      const script = document.querySelector('script[src*="header-search.js"]').src;
      const engine = await import(new URL('../../pagefind/pagefind.js', script));
      return (await engine.search('languages', { verbose: true })).search_environment;
    }"""
    assert page.evaluate(answer) == "webworker"
    # What the theme writes into its pages is its own affair; nothing of ours is stopped.
    assert [each for each in told if "policy" in each.lower() and "inline" not in each.lower()] == []
    assert [each for each in told if "pagefind" in each.lower()] == []
    context.close()


@pytest.mark.browser
def test_a_policy_that_forbids_the_engine_is_told(browser: Browser, strict_url: str) -> None:
    context = browser.new_context(extra_http_headers={"X-Policy": "no wasm"}, **CALM)
    page = context.new_page()
    page.goto(strict_url)
    page.locator(FIELD).fill("languages")
    expect(page.locator(".aw-search__said")).to_contain_text("could not be loaded", timeout=20_000)
    context.close()


@pytest.mark.browser
def test_nothing_is_asked_of_anybody_else_or_before_it_is_needed(browser: Browser, example_url: str) -> None:
    context = browser.new_context(**CALM)
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto(example_url, wait_until="networkidle")
    assert [each for each in asked if "/pagefind/" in each] == []
    ask(page, "drift")
    assert [each for each in asked if not each.startswith((example_url, "data:", "blob:"))] == []
    assert any(each.endswith(".pf_index") for each in asked)
    context.close()
