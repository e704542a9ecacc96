"""An engine that skips the plugin publishes no report, no evidence and no working file, and says so on every page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.engines.site import ROOT, all_bytes, run

CANARY = b"CANARY"
BANNER = b"Do not publish this copy"


@pytest.fixture(scope="module")
def source_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own settings, pages and overrides, with canaries where nothing may be published."""
    folder = tmp_path_factory.mktemp("closed")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    docs = folder / "postmortems"
    shutil.copytree(ROOT / "postmortems", docs)
    places = {
        "reports/2026/2026-03-11-canary.md": "---\ntitle: CANARY\nsystem: {name: x}\n---\n\nCANARY\n",
        "reports/index.md": "# CANARY\n",
        "evidence/2026-03-11-canary/rows.csv": "a,CANARY\n",
        "evidence/2026-03-11-canary/notes.md": "# CANARY\n",
        "_systems.yml": "- name: CANARY\n",
        "_notes.md": "# CANARY\n",
        "_state/trackers.json": '{"items": ["CANARY"]}\n',
        "_state/notes.md": "# CANARY\n",
        "guide/our-own-chapter.md": "# A chapter written by hand\n",
    }
    for name, text in places.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "no-plugin.yml").write_text("INHERIT: mkdocs.yml\nplugins: [search]\n")
    return folder


@pytest.mark.engine
@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("mkdocs", ("build", "-q", "-f", "no-plugin.yml", "-d", "{out}")),
        ("properdocs", ("build", "-q", "-f", "no-plugin.yml", "-d", "{out}")),
        ("zensical", ("build", "-f", "mkdocs.yml")),
    ],
    ids=["mkdocs", "properdocs", "zensical"],
)
def test_without_the_plugin_nothing_is_published(
    source_tree: Path, tmp_path: Path, tool: str, arguments: tuple[str, ...]
) -> None:
    site = source_tree / "site" if tool == "zensical" else tmp_path / "site"
    run(tool, *(each.format(out=site) for each in arguments), cwd=source_tree)
    published = all_bytes(site)
    pages = {name: content for name, content in published.items() if name.endswith(".html")}
    assert {"index.html", "404.html", "guide/our-own-chapter/index.html"} <= set(pages)
    assert [name for name, content in pages.items() if BANNER not in content] == []
    assert [name for name, content in published.items() if CANARY in content] == []
    assert [name for name in published if name.startswith(("reports/", "evidence/", "_"))] == []
    assert [name for name in published if "2026-" in name] == []
