"""While serving, a broken report is a page with its findings and without its text, and serving never stops."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.site import NEAR_MISS, QUIET, write_site

BROKEN = "---\ntitle: [never closed\nsystem: {name: chat}\n---\n\nA body that must not be shown.\n"
NARROW = "---\ntitle: Broken and restricted\naudience: restricted\nseverity: high\n---\n\nNot for this site.\n"


def _port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return f"status {error.code}"
    except OSError:
        return ""


def _wait(url: str, words: str, process: subprocess.Popen[bytes], seconds: float = 60) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "serving has stopped"
        text = _get(url)
        if words in text:
            return text
        time.sleep(0.2)
    message = f"{words!r} did not come to {url}: {text[:400]}"
    raise AssertionError(message)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, subprocess.Popen[bytes]]]:
    folder = write_site(tmp_path, "audience: company\nrepository_audience: restricted")
    reports = folder / "postmortems/reports/2026"
    (reports / "2026-05-03-broken.md").write_text(BROKEN)
    (reports / "2026-05-04-narrow.md").write_text(NARROW)
    port = _port()
    log = (tmp_path / "log").open("wb")
    process = subprocess.Popen(
        [Path(sys.executable).with_name("mkdocs"), "serve", "-a", f"127.0.0.1:{port}"],
        cwd=folder,
        env={**os.environ, **QUIET},
        stdout=log,
        stderr=log,
    )
    try:
        yield folder, f"http://127.0.0.1:{port}/", process
    finally:
        process.terminate()
        process.wait(20)
        log.close()


@pytest.mark.engine
def test_serving_goes_on(served: tuple[Path, str, subprocess.Popen[bytes]]) -> None:
    folder, url, process = served
    page = _wait(f"{url}reports/2026-05-03-broken/", "AW103", process)
    assert "2026-05-03-broken.md" in page
    assert "must not be shown" not in page
    lists = _get(f"{url}reports/") + _get(f"{url}near-misses/")
    assert "2026-05-01-price-nobody-agreed" in lists
    assert "2026-05-03-broken" not in lists
    assert _get(f"{url}reports/2026-05-04-narrow/") == "status 404"

    path = folder / "postmortems/reports/2026/2026-05-03-broken.md"
    path.write_text(NEAR_MISS.format(title="A report that was mended while serving"))
    page = _wait(f"{url}reports/2026-05-03-broken/", "mended while serving", process)
    assert "AW103" not in page

    path.write_text(BROKEN)
    _wait(f"{url}reports/2026-05-03-broken/", "AW103", process)
