"""Whatever people type, a page shows it as text: no script runs, no element appears, no request goes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Request

from tests.browser.serving import serve_folder
from tests.engines.site import run, write_site

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "</title><script>alert(1)</script>",
    "{{ 7*7 }} {% raw %} ${7*7}",
    "{: onclick=alert(1) } { #__config .x onclick=alert(1) }",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "# heading\n\n- list\n\n```\nfence",
    "*emphasis* _under_ `code` ~~~ ***",
    "<!-- comment --> -->",
    "&lt;b&gt; &amp; &#60;script&#62;alert(1)&#60;/script&#62;",
    "!!! note\n    block",
    "https://evil.example/ www.evil.example user@evil.example",
    "\u202egnp.exe \u200bzero\u2028line",
)
BODY = """
## What happened

<script>alert(1)</script>

<img src=x onerror=alert(1)> and [a link](javascript:alert(1)) and [another](data:text/html,<script>alert(1)</script>)

A paragraph.
{: onclick="alert(1)" }

<iframe src="https://evil.example/"></iframe>

<details ontoggle=alert(1) open>x</details>

[ref][r] ![pic](https://evil.example/p.png)

[r]: javascript:alert(1)

## What stopped it

<a href="jav&#x61;script:alert(1)">x</a> <form id="__config"><input name=x></form>

## What we change

<style>body{display:none}</style> <base href="https://evil.example/">
"""


def _report(payload: str) -> str:
    text = json.dumps(payload)  # a JSON string is a YAML string
    return f"""\
---
title: {text}
kind: near_miss
lifecycle: published
published_on: 2026-05-04
tags: [{text}]
system: {{name: {text}, owner_team: {text}, provider: {text}, decision: {text}}}
plain_summary: {text}
behaviour: {{expected: {text}, observed: {text}, failing: 1, sampled: 2, how_sampled: {text}}}
trade_off: {text}
near_miss: {{caught_by: {text}, potential: {text}, margin: {text}}}
timeline:
  - {{at: 2026-05-01, kind: alert_missed, what: {text}, signal: {text}, missed_because: muted, would_have_seen: {text}}}
  - {{at: 2026-05-02, kind: note, what: {text}}}
impact: {{harm: averted, harm_types: [{text}], groups: {text}, unknowns: [{text}], people_affected: {{min: 1, basis: {text}}}}}
snapshot: {{model: {{{text}: {text}}}, prompt: {{name: {text}}}, data: [{{name: {text}}}], tools: [{text}]}}
evidence: [{{kind: log, title: {text}, uri: {text}}}]
contributing_factors:
  - {{id: CF-1, factor: eval-no-regression-suite, how: {text}, led_to: [CF-2, {text}]}}
  - {{id: CF-2, factor: {text}}}
  - {{id: {text}, factor: {text}, led_to: [CF-1]}}
remediations:
  - {{title: {text}, kind: release-gate, owner_team: {text}, tracker: {text}, success_check: {text}}}
ideas: [{text}]
eval_cases:
  - title: {text}
    kind: regression
    input: {{prompt: {text}}}
    checks: [{{type: contains, value: {text}}}]
    recorded_outputs: [{text}]
    reference_output: {text}
participants: [{{role: {text}, team: {text}}}]
review: {{approved_by_roles: [{text}], surprises: [{text}]}}
updates: [{{at: 2026-05-06, what: {text}}}]
references: [{{title: {text}, url: {text}}}]
external: {{code: [{text}]}}
digest: {{takeaway: {text}}}
x-own: {text}
---
{BODY}"""


@pytest.fixture(scope="module", params=["plugin", "export"])
def hostile_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the plugin builds it, and as Zensical builds the exported tree, where nothing cleans the HTML."""
    reports = {f"2026-05-{place:02d}-hostile.md": _report(payload) for place, payload in enumerate(PAYLOADS, 2)}
    # Every rule is off, so that nothing but the escaping itself stands between these texts and the page.
    folder = write_site(tmp_path_factory.mktemp("hostile"), 'audience: company\nlevels: {AW: "off"}', reports)
    if request.param == "plugin":
        run("mkdocs", "build", "-q", cwd=folder)
        return folder / "site"
    run("afterword", "export", "out", cwd=folder)
    run("zensical", "build", "--strict", "-f", "mkdocs.yml", cwd=folder / "out")
    return folder / "out/site"


@pytest.mark.browser
def test_no_text_becomes_anything_else(browser: Browser, hostile_site: Path) -> None:
    page = browser.new_page()
    dialogs: list[str] = []
    foreign: list[str] = []

    def meet(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with serve_folder(hostile_site) as url:

        def see(request: Request) -> None:
            if not request.url.startswith((url, "data:", "blob:")):
                foreign.append(request.url)

        page.on("dialog", meet)
        page.on("request", see)
        names = sorted(path.relative_to(hostile_site).as_posix() for path in hostile_site.rglob("*.html"))
        names = [name for name in names if not name.startswith(("guide/", "factors/", "remediations/"))] + [
            "factors/eval-no-regression-suite/index.html",
            "remediations/release-gate/index.html",
        ]
        for name in names:
            page.goto(url + name, wait_until="load")
            # The form of Explore is ours, too, and leads nowhere but to its own page.
            unsafe = page.evaluate(
                """() => [...document.querySelectorAll('article *')].filter((each) =>
                  !each.matches('#afterword-explore > form[action="."]:only-of-type') && (
                  ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'BASE', 'STYLE', 'META'].includes(each.tagName)
                  || (each.closest('svg:not([viewBox="0 0 24 24"])')
                    && !each.closest('div.aw-drawing > svg.aw-svg:only-of-type'))
                  || (each.closest('svg.aw-svg')
                    && (!['svg', 'g', 'path', 'circle', 'rect', 'text', 'a', 'title', 'desc'].includes(each.tagName)
                      || !/^(#cf-[0-9]+)?$/.test(each.getAttribute('href') || '')))
                  || [...each.attributes].some((given) => given.name.startsWith('on') || given.name === 'style')
                  || /^\\s*(javascript|data|vbscript):/i.test(each.getAttribute('href') || each.getAttribute('src') || ''))
                ).map((each) => each.outerHTML.slice(0, 200))
                .filter((each) => !each.includes('viewBox="0 0 24 24"'))"""
            )
            assert unsafe == [], name
            # Ours are the drawings of timeline, factors and share, and the charts; there are no others.
            drawn = page.locator("article svg.aw-svg").count()
            charts = page.locator("article svg.aw-svg--chart").count()
            report = name.startswith("reports/2026-05-") and "hostile" in name
            assert (drawn, charts > 0) == (3 if report else charts, name == "insights/index.html"), name
            assert page.locator("h1").count() == 1, name
    assert dialogs == []
    assert foreign == []
    page.close()
