"""On paper: the whole report, nothing cut off, nothing closed, dark on white, and addresses in full."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.places import KINDS, REPORT, WITH_CODE
from tests.browser.test_pages import CONTRAST

PAPER = {"width": 718, "height": 1047}
"""A4 without Chromium's margins of a centimetre, in CSS pixels."""
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
GONE = (
    ".md-header",
    ".md-tabs",
    ".md-sidebar",
    ".aw-search",
    ".md-footer",
    ".md-top",
    ".md-content__button",
    ".md-path",
    ".md-code__nav",
)
CUT = """() => {
  const found = [];
  for (const element of document.querySelectorAll('article, article *')) {
    const style = getComputedStyle(element);
    if (!element.getClientRects().length || style.position === 'absolute') continue;
    const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const wide = element.scrollWidth > element.clientWidth + 1, high = element.scrollHeight > element.clientHeight + 1;
    const box = element.getBoundingClientRect();
    if ((hides && element.clientWidth && (wide || high)) || box.right > document.documentElement.clientWidth + 1)
      found.push(`${element.outerHTML.slice(0, 160)} ${element.scrollWidth} ${element.clientWidth}`);
  }
  return found;
}"""
# The filters of Explore are of no use on paper.
UNSEEN = """() => [...document.querySelectorAll('article details:not(.aw-filters, .aw-filters *)')].flatMap((each) => [...each.children])
  .filter((each) => each.textContent.trim() && !each.checkVisibility({ contentVisibilityAuto: true }))
  .map((each) => each.outerHTML.slice(0, 160))"""
BARE = """() => [...document.querySelectorAll('article a[href^="http"]:not(.headerlink)')]
  .filter((each) => each.getClientRects().length
    && !getComputedStyle(each, '::after').content.includes(each.getAttribute('href')))
  .map((each) => each.outerHTML.slice(0, 160))"""


@pytest.fixture(scope="module", params=["light without a script", "dark"])
def paper(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page as it is printed, in either palette; in the first no script helps."""
    scheme, scripts = request.param.split()[0], " " not in request.param
    context = browser.new_context(
        viewport=PAPER, color_scheme=scheme, java_script_enabled=scripts, reduced_motion="reduce"
    )
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.browser
def test_nothing_is_cut_off_or_closed(paper: Page, example_url: str) -> None:
    wrong: dict[str, object] = {}
    for kind, place in KINDS.items():
        paper.emulate_media(media="screen")
        paper.goto(example_url + place)
        paper.emulate_media(media="print")
        shown = [each for each in GONE if any(one.is_visible() for one in paper.locator(each).all())]
        told = [shown, paper.evaluate(CUT), paper.evaluate(UNSEEN), paper.evaluate(BARE), paper.evaluate(CONTRAST)]
        if any(told):
            wrong[kind] = told
        assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", kind
    assert wrong == {}


@pytest.mark.browser
def test_a_long_line_of_code_wraps(paper: Page, example_url: str) -> None:
    paper.emulate_media(media="print")
    paper.goto(example_url + WITH_CODE)
    block = paper.locator("article pre > code").first
    block.evaluate("each => { each.textContent = 'a long line '.repeat(40) + 'x'.repeat(400) }")
    assert paper.evaluate(CUT) == []


def _letters(text: str) -> str:
    """The text without blanks and ligatures: where lines and cells break tells nothing of what is there."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.browser
def test_a_printed_report_holds_everything(paper: Page, example_url: str) -> None:
    paper.emulate_media(media="print")
    paper.goto(example_url + REPORT)
    closed = paper.locator("article details > :not(summary)").all_text_contents()
    explained = paper.locator(".aw-word").all_text_contents()
    reader = PdfReader(io.BytesIO(paper.pdf(format="A4")))
    text = _letters("".join(each.extract_text() for each in reader.pages))
    assert closed
    assert explained
    assert len(reader.pages) < 25
    for words in (
        "For nine days our shop assistant",
        "37 of 200",
        "discount_total_daily",
        "Model and prompt and data snapshot stored before any rollback",
        "Equal-offer gold set blocks release",
        "https://github.com/example-org/shop-assistant/issues/412",
        "Related reports",
        *explained,
        *(line for each in closed for line in each.splitlines() if line.strip()),
    ):
        assert _letters(words) in text, words
    for words in ("Skip to content", "Table of contents", "Near misses Silent checks"):
        assert _letters(words) not in text, words
