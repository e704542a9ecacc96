"""The words of Explore: an answer holds every one of them, ids find who carries them, and nothing found leads on."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import open_context
from tests.browser.test_explore import ALL, found, search_of, titles, visit

pytestmark = pytest.mark.browser


# Which words are found does not depend on the width; a phone is asked once more with what is heavy.
PHONE = pytest.param((360, "dark"), id="phone", marks=pytest.mark.heavy)


@pytest.fixture(scope="module", params=[PHONE, pytest.param((1280, "light"), id="desk")])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    yield from open_context(browser, *request.param)


HELD_BY_NONE = (
    "xylophone", "x-ray", "x" * 300, "quantum", "qwerty", "blood", "PostgreSQL", "blockchain", "knowlege", "terraform",
    "zookeeper", "2031", "vaccine",
)  # fmt: skip
FORMS = {
    "discounts": {"discount"},
    "policies": {"policy"},
    "posts": {"post", "posted", "posting"},
    "using": {"use", "uses", "used"},
    "drifted": {"drift", "drifts", "drifting"},
}
"""Forms of a word that share its stem and do not begin with it."""


def words_of(content: str) -> set[str]:
    """Words as they are compared: with and without the signs within them."""
    plain = "".join(each for each in unicodedata.normalize("NFD", content).lower() if not unicodedata.combining(each))
    whole = {re.sub(r"[\W]", "", word) for word in plain.split()}
    return whole | set(re.findall(r"\w+", plain))


def reports_with(site: Path, query: str) -> int:
    """How many reports hold every word of `query`, read from the texts that were indexed."""
    number = 0
    for path in (site / "pagefind/fragment").iterdir():
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        if not re.match(r"/reports/\d", page["url"]):
            continue
        held = words_of(f"{page['content']} {page['meta'].get('title', '')}")
        number += all(
            any(each.startswith(word) or each in FORMS.get(word, ()) for each in held) for word in query.split()
        )
    return number


def offers(page: Page) -> list[str]:
    return [" ".join(each.split()) for each in page.locator(".aw-nothing__way:visible").all_inner_texts()]


def said(page: Page) -> str:
    return page.locator(".aw-nothing > p").first.inner_text()


def test_a_word_that_nothing_holds_finds_nothing(page: Page, explore_url: str) -> None:
    """The engine takes the longest shorter word, so that "xylophone" found the company X."""
    for query in HELD_BY_NONE:
        visit(page, explore_url, f"?q={query}")
        assert found(page) == f"0 of {ALL} reports", query
        assert page.locator(".aw-pages:visible").count() == 0, query
        assert page.evaluate("document.documentElement.scrollWidth") <= (page.viewport_size or {})["width"], query


def test_an_answer_holds_every_word(page: Page, explore_url: str, explore_site: Path) -> None:
    queries = (
        "disc", "discount", "discounts", "drifted", "regulat", "policies", "posts", "using", "ne", "discount model",
        "chatbot policies", "model using posts",
    )  # fmt: skip
    for query in queries:
        number = reports_with(explore_site, query)
        assert number > 0, query
        visit(page, explore_url, f"?q={quote(query)}")
        assert found(page) == f"{number} of {ALL} reports", query


def test_only_what_was_typed_is_marked(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=posts")
    expect(page.locator(".aw-card mark:visible").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    marks = {each.lower() for each in page.locator(".aw-card mark:visible").all_inner_texts()}
    assert marks <= {"post", "posts", "posted", "posting"}


def test_a_word_that_stands_nowhere_is_told_and_can_be_dropped(
    page: Page, explore_url: str, explore_site: Path
) -> None:
    visit(page, explore_url, "?q=discount+zebra")
    assert found(page) == f"0 of {ALL} reports"
    assert said(page) == "No report holds “zebra”."
    number = reports_with(explore_site, "discount")
    expect(page.locator(".aw-nothing__way")).to_have_text(re.compile(f"^Search for “discount” {number} reports$"))
    page.locator(".aw-nothing__way").press("Enter")
    expect(page.locator("#aw-found")).to_have_text(f"{number} of {ALL} reports")
    assert search_of(page) == "q=discount"
    assert page.get_by_label("Words, a phrase or a name").input_value() == "discount"
    assert page.evaluate("document.activeElement.id") == "aw-found"


def test_signs_say_nothing(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=discount+model")
    both = found(page)
    for query in ("discount -model", "discount, model", "(discount) model?", "'discount' + model", "discount model -"):
        visit(page, explore_url, f"?q={quote(query)}")
        assert found(page) == both, query
    for query in ('"', '""', "'", "*", "- -"):
        visit(page, explore_url, f"?q={quote(query)}")
        assert found(page) == f"{ALL} reports", query
        assert page.locator(".aw-nothing:visible, .aw-chips li:visible").count() == 0, query


def test_a_quote_that_begins_a_phrase_stays_in_the_field(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=discount")
    field = page.get_by_label("Words, a phrase or a name")
    field.fill('"')
    expect(page.locator("#aw-found")).to_have_text(f"{ALL} reports")
    assert field.input_value() == '"'
    field.fill('"different discounts"')
    expect(page.locator(".aw-card mark:visible").first).to_be_visible()
    assert titles(page)[0] == "Support assistant offered different discounts to different neighbourhoods"


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("discount xylophone", ["discount"]),
        ("discount vaccine", ["discount"]),
        ("asistant dicsounts", ["assistant discounts"]),
        ("why did the zebra invent a policy?", ["invent policy"]),
        ("vaccine", []),
        ("2031", []),
        ("zebra xylophone", []),
        ('"model different discounts"', ["model different discounts"]),
    ],
)
def test_what_is_offered_was_tried(page: Page, explore_url: str, query: str, offered: list[str]) -> None:
    visit(page, explore_url, f"?q={quote(query)}")
    if offered:
        page.locator(".aw-nothing__way").first.wait_for()
    page.wait_for_load_state("networkidle")
    told = offers(page)
    assert [re.sub(r"^Search for “(.*)” .*", r"\1", each) for each in told] == offered
    for each in told:
        words, number = re.fullmatch(r"Search for “(.*)” (\d+ reports?)", each).groups()  # type: ignore[union-attr]
        visit(page, explore_url, f"?q={quote(words)}")
        assert found(page) == f"{number.split()[0]} of {ALL} reports"
        assert int(number.split()[0]) > 0


def test_words_that_are_held_are_never_called_misspelt(page: Page, explore_url: str) -> None:
    for query in ("what happened when the model changed?", "discount OR vouchers"):
        visit(page, explore_url, f"?q={quote(query)}")
        assert titles(page), query
        expect(page.locator(".aw-card mark:visible").first).to_be_visible()
        assert page.get_by_text("another word").locator("visible=true").count() == 0


def test_an_offer_keeps_the_filters_where_they_leave_something(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=discount+zebra&severity=sev2")
    way = page.locator(".aw-nothing__way", has_text="Search for “discount”")
    number = re.fullmatch(r"Search for “discount” (\d+) reports?", way.inner_text()).group(1)  # type: ignore[union-attr]
    way.click()
    expect(page.locator("#aw-found")).to_have_text(f"{number} of {ALL} reports")
    assert search_of(page) == "q=discount&severity=sev2"
    visit(page, explore_url, "?q=asistant&severity=sev4&year=2016")
    page.locator(".aw-nothing__way", has_text="Search for “assistant” without filters").click()
    expect(page.locator(".aw-card mark:visible").first).to_be_visible()
    assert search_of(page) == "q=assistant"


@pytest.mark.parametrize(
    ("typed", "facet", "value"),
    [
        ("data-proxy-target", "factor", "data-proxy-target"),
        ("Eval-No-Subgroup-Tests", "factor", "eval-no-subgroup-tests"),
        ("data-proxy", "factor", "data-proxy-target"),
        ("sev1", "severity", "sev1"),
        ("shop-assistant", "system", "shop-assistant"),
    ],
)
def test_an_id_finds_the_reports_that_carry_it(
    page: Page, explore_url: str, typed: str, facet: str, value: str
) -> None:
    visit(page, explore_url, f"?{facet}={value}")
    carriers, name = titles(page), page.locator(".aw-chips li").inner_text().split(":")[1].strip(" ×\n")
    visit(page, explore_url, f"?q={typed}")
    # Reports that only speak of it stand behind those that carry it.
    assert set(carriers) == set(titles(page)[: len(carriers)])
    for card in page.locator(".aw-card:visible").all()[: len(carriers)]:
        assert any(name in each for each in card.locator(".aw-card__why li").all_inner_texts())


def test_an_id_and_words_come_together(page: Page, explore_url: str) -> None:
    visit(page, explore_url, "?q=discount&severity=sev1")
    both = titles(page)
    visit(page, explore_url, "?q=sev1+discount")
    assert both
    assert set(titles(page)) == set(both)
    # A common word is no id.
    visit(page, explore_url, "?q=media")
    assert page.locator(".aw-card__why:visible").count() == 0


def test_stems(page: Page, explore_url: str) -> None:
    """Words of each step of the algorithm, as the Snowball project's own list has them."""
    stems = {
        "drifted": "drift", "discounts": "discount", "policies": "polici", "policy": "polici", "using": "use", "ties": "tie",
        "cries": "cri", "gas": "gas", "this": "this", "agreed": "agre", "feed": "feed", "hopping": "hop", "hoping": "hope",
        "luxuriated": "luxuri", "cry": "cri", "by": "by", "say": "say", "relational": "relat", "conditional": "condit",
        "vietnamization": "vietnam", "operator": "oper", "hopefulness": "hope", "callousness": "callous",
        "formality": "formal", "sensitivity": "sensit", "sensibility": "sensibl", "analogy": "analog", "triplicate": "triplic",
        "formative": "format", "electrical": "electr", "goodness": "good", "revival": "reviv", "inference": "infer",
        "adjustment": "adjust", "adoption": "adopt", "probate": "probat", "rate": "rate", "controlling": "control",
        "generally": "general", "communication": "communic", "succeeding": "succeed", "news": "news", "dying": "die",
        "yesterday": "yesterday", "retraining": "retrain", "gpt4": "gpt4", "naive": "naiv",
    }  # fmt: skip
    visit(page, explore_url)
    told = page.evaluate(
        """async (words) => {
          const { stemOf } = await import(new URL('../assets/javascripts/stem.js', location));
          return words.map(stemOf);
        }""",
        list(stems),
    )
    assert dict(zip(stems, told, strict=True)) == stems
