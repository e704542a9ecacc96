"""The drawings in a real Chromium: legible on a phone and on a desk, light, dark and on paper, however much they hold."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import serve_folder
from tests.engines.site import run, write_site

KINDS = (
    "introduced", "reached_production", "first_symptom", "alert_missed", "detected", "declared", "evidence_preserved",
    "escalated", "decision", "mitigated", "resolved", "communicated", "note",
)  # fmt: skip
FACTORS = (
    "data-historical-bias", "comm-silo", "data-proxy-target", "org-risk-not-assessed", "eval-no-subgroup-tests",
    "mon-aggregate-masks-slice", "data-drift", "eval-no-regression-suite",
)  # fmt: skip
EXAMPLES = (
    "2026-03-11-unequal-discounts",
    "2026-05-18-incoherent-answers-after-provider-change",
    "2020-05-29-income-averaging-raised-debts",
    "2025-07-23-hostile-prompt-in-coding-extension",
    "2021-06-21-sepsis-alert-missed-most-cases",
)
LOOK = """() => {
  const found = [];
  const parse = (value) => {
    const numbers = (value.match(/[\\d.]+/g) || []).map(Number);
    return value.startsWith('color(') ? [...numbers.slice(0, 3).map((each) => each * 255), numbers[3] ?? 1] : numbers;
  };
  const light = ([r, g, b]) => [r, g, b].map((each) => each / 255)
    .map((each) => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, place) => sum + each * [0.2126, 0.7152, 0.0722][place], 0);
  const over = (top, below) => top.slice(0, 3).map((each, i) => each * (top[3] ?? 1) + below[i] * (1 - (top[3] ?? 1)));
  const contrast = (fore, back) => {
    const [a, b] = [light(over(fore, back)), light(back)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const ground = over(parse(getComputedStyle(document.body).backgroundColor), [255, 255, 255]);
  for (const svg of document.querySelectorAll('article svg.aw-svg')) {
    const name = svg.getAttribute('class');
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    const texts = [...svg.querySelectorAll('text')].filter((each) => each.textContent.trim());
    const boxes = texts.map((each) => each.getBoundingClientRect());
    texts.forEach((text, place) => {
      const box = boxes[place], words = text.textContent, style = getComputedStyle(text);
      const size = parseFloat(style.fontSize) * scale;
      if (size < 11.9) found.push(`${name}: "${words}" is ${size} px high`);
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
        || box.bottom > frame.bottom + 1) found.push(`${name}: "${words}" is cut off`);
      const own = text.parentElement.querySelector(':scope > .aw-d-frame');
      if (own) {
        const around = own.getBoundingClientRect();
        if (box.left < around.left || box.right > around.right || box.top < around.top - 1
          || box.bottom > around.bottom + 1) found.push(`${name}: "${words}" leaves its frame`);
      }
      const back = own ? over(parse(getComputedStyle(own).fill), ground) : ground;
      const ratio = contrast(parse(style.fill), back);
      if (ratio < 4.5) found.push(`${name}: "${words}" has a contrast of ${ratio.toFixed(2)}`);
      for (let other = 0; other < place; other++) {
        const there = boxes[other];
        if (box.left < there.right - 1 && there.left < box.right - 1 && box.top < there.bottom - 2.5
          && there.top < box.bottom - 2.5) found.push(`${name}: "${words}" over "${texts[other].textContent}"`);
      }
    });
    for (const part of svg.querySelectorAll('path, rect, circle')) {
      const style = getComputedStyle(part);
      const colour = style.stroke !== 'none' ? style.stroke : style.fill;
      if (part.matches('.aw-d-halo, .aw-d-tick') || colour === 'none') continue;
      const ratio = contrast(parse(colour), ground);
      if (ratio < 3) found.push(`${name}: ${part.getAttribute('class')} has a contrast of ${ratio.toFixed(2)}`);
    }
  }
  const drawing = document.querySelector('.aw-drawing--timeline'), table = document.querySelector('.aw-timeline');
  if (drawing && table) {
    const a = drawing.getBoundingClientRect(), b = table.getBoundingClientRect();
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.push('table over drawing');
  }
  return found;
}"""


def _report(timeline: list[str], factors: list[str]) -> str:
    rows = "".join(f"  - {{{each}}}\n" for each in timeline)
    conditions = "".join(f"  - {{{each}}}\n" for each in factors)
    return (
        "---\ntitle: A title that is long enough for it\nlifecycle: published\nsystem: {name: chat}\n"
        "behaviour: {observed: " + "A sentence on what was seen to happen. " * 4 + ", failing: 1, sampled: 100000}\n"
        f"timeline:\n{rows}contributing_factors:\n{conditions}---\n\n## What happened\n\nText.\n"
    )


def _crowded() -> dict[str, str]:
    forty = [
        f'at: "2026-03-{1 + each // 2:02d}T1{each % 5}:{each:02d}:00Z", kind: {KINDS[each % 13]}, '
        f"signal: p95_latency_of_region_{each}, missed_because: threshold-too-loose"
        for each in range(40)
    ]
    twenty = [
        f"id: CF-{each}, factor: {FACTORS[each % 8]}, led_to: [CF-{each * 7 % 20 + 1}, CF-{each * 3 % 20 + 1}]"
        for each in range(1, 21)
    ]
    mixed = [
        "at: 1998, kind: introduced", 'at: "2018-03-01T10:00:00Z", kind: reached_production',
        'at: "2018-03-01T10:00:10Z", kind: first_symptom', "at: 2018-03, kind: note",
        "unknown_because: Nobody can tell, kind: alert_missed, signal: " + json.dumps("警報が鳴らなかった" * 9),
        'at: "2025-01-01T10:00:00Z", kind: detected, detected_by: internal-user', "at: 2024-12, kind: resolved",
    ]  # fmt: skip
    same = [f'at: "2026-03-01T10:00:00Z", kind: {each}' for each in KINDS]
    odd = [f"id: CF-{each}, factor: {json.dumps('Ω≈ç√ ЩЖШ ' * 9)}" for each in (1, 2, 2, 3)]
    return {
        "2026-05-02-forty.md": _report(forty, twenty),
        "2026-05-03-mixed.md": _report(mixed, odd),
        "2026-05-04-same.md": _report(same, twenty[:2]),
    }


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = write_site(tmp_path_factory.mktemp("crowded"), 'audience: company\nlevels: {AW: "off"}', _crowded())
    run("mkdocs", "build", "-q", cwd=folder)
    with serve_folder(folder / "site") as url:
        yield url, folder / "site"


def _look(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    assert page.locator("article svg.aw-svg").count() >= 2, address
    assert page.evaluate(LOOK) == [], address
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), address


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 700, 1280])
def test_drawings_can_be_read(
    browser: Browser, example_url: str, crowded: tuple[str, Path], width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for name in EXAMPLES:
        _look(page, f"{example_url}reports/{name}/")
    for name in _crowded():
        _look(page, f"{crowded[0]}reports/{name.removesuffix('.md')}/")
    context.close()


@pytest.mark.browser
def test_drawings_can_be_read_on_paper(browser: Browser, example_url: str, crowded: tuple[str, Path]) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 900}, color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    _look(page, f"{example_url}reports/{EXAMPLES[0]}/")
    _look(page, f"{crowded[0]}reports/2026-05-02-forty/")
    context.close()


@pytest.mark.browser
def test_drawings_are_read_aloud_once(browser: Browser, example_url: str, crowded: tuple[str, Path]) -> None:
    page = browser.new_page()
    page.goto(f"{example_url}reports/{EXAMPLES[0]}/")
    # The timeline and the share are pictures with a name; what they tell stands beside them as text.
    pictures = page.locator("article svg.aw-svg[role=img]")
    assert pictures.count() == 2
    for place in range(2):
        assert pictures.nth(place).get_attribute("aria-label")
        assert pictures.nth(place).locator("a, [tabindex]").count() == 0
    boxes = page.get_by_role("group", name="Map of contributing factors").get_by_role("link")
    assert boxes.count() == 6
    for place in range(6):
        aim = boxes.nth(place).get_attribute("href") or ""
        assert page.locator(f"article [id='{aim.removeprefix('#')}']").count() == 1
    # Search finds the text and not its picture.
    pieces = sorted((crowded[1] / "pagefind/fragment").iterdir())
    index = "".join(gzip.decompress(each.read_bytes()).decode() for each in pieces)
    assert "p95_latency_of_region_3" in index
    assert "to scale" not in index
    page.close()
