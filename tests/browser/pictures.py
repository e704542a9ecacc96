"""The pictures that the README shows, taken in a real Chromium, light and dark: five pages of the example site, and a digest.

    python -m tests.browser.pictures

Builds the site and writes `docs/pictures/<name>.webp` and `<name>-dark.webp`. The day of the build is fixed, so that ages
and what is overdue stay as they are until the reports change.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.serving import serve_folder
from tests.engines.site import ROOT, run

FOLDER = ROOT / "docs/pictures"
PAGES = {
    "home": "",
    "report": "reports/2026-03-11-unequal-discounts/",
    "explore": "explore/?q=customers&severity=sev2",
    "factor": "factors/data-proxy-target/",
    "insights": "insights/#what-came-together",
    "digest": "digest-files/digest.html",
}
WEEK = "2026-W23"
WIDTH, HEIGHT = 1280, 800
MAIL_WIDTH = 800
"""As in a mail program beside its list of messages."""
QUALITY, MOST_BYTES = 78, 150_000


def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        run("mkdocs", "build", "--strict", "-d", str(site), cwd=ROOT)
        run("afterword", "digest", "--week", WEEK, "--out", str(site / "digest-files"), cwd=ROOT)
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        with serve_folder(site) as url:
            take(browser, url, "light")
            take(browser, url, "dark")
        browser.close()


def take(browser: Browser, url: str, scheme: Literal["light", "dark"]) -> None:
    """Take the pictures of one palette."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)
    page = context.new_page()
    for name, address in PAGES.items():
        page.set_viewport_size({"width": MAIL_WIDTH if name == "digest" else WIDTH, "height": HEIGHT})
        page.goto(url + address)
        page.wait_for_load_state("networkidle")
        packed = io.BytesIO()
        Image.open(io.BytesIO(page.screenshot(animations="disabled"))).save(packed, "WEBP", quality=QUALITY, method=6)
        content = packed.getvalue()
        if len(content) > MOST_BYTES:
            message = f"the picture `{name}` is too large: {len(content):,} bytes"
            raise ValueError(message)
        (FOLDER / f"{name}{'-dark' if scheme == 'dark' else ''}.webp").write_bytes(content)
    context.close()


if __name__ == "__main__":
    main()
