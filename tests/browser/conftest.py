"""A real Chromium, and a server for a built site on the loopback address."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.explore_site import build_example
from tests.browser.serving import serve_folder
from tests.built_once import built_once

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "the browser tests need Chromium: install Debian's package `chromium`"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def example_url(example_site: Path) -> Iterator[str]:
    """The example site, built and served."""
    with serve_folder(example_site) as url:
        yield url


@pytest.fixture(scope="session")
def explore_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site with texts that are hard to show."""
    return built_once(tmp_path_factory, "explore", build_example) / "site"


@pytest.fixture(scope="session")
def explore_url(explore_site: Path) -> Iterator[str]:
    """The address of that site's page Explore."""
    with serve_folder(explore_site) as url:
        yield f"{url}explore/"


@pytest.fixture(scope="module", params=[(360, "dark"), (1280, "light")], ids=["phone", "desk"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    yield from open_context(browser, *request.param)


def open_context(browser: Browser, width: int, scheme: Literal["light", "dark"]) -> Iterator[BrowserContext]:
    """A browser of one width and palette that may use the clipboard."""
    made = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which no dialog opens, nothing fails, and nothing is asked of anybody else."""
    made = context.new_page()
    made.set_default_timeout(5000)
    wrong: list[str] = []
    made.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    made.on("request", lambda sent: None if _is_ours(sent.url) else wrong.append(sent.url))
    yield made
    made.close()
    assert wrong == []


def _is_ours(url: str) -> bool:
    return urlsplit(url).hostname == "127.0.0.1" or url.startswith(("blob:http://127.0.0.1", "data:"))
