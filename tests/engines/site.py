"""Little repositories, and real engines that build them as a user would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "1795392000"}

CONFIG = """\
site_name: Learning
site_url: https://learning.example.org/
repo_url: https://github.com/example-org/learning
edit_uri: edit/main/postmortems/
docs_dir: postmortems
exclude_docs: |
  /reports/
  /evidence/
  /_*
theme:
  name: material
  custom_dir: overrides
  font: false
markdown_extensions: [tables, admonition, attr_list, def_list, md_in_html, pymdownx.details, pymdownx.superfences]
plugins:
  - afterword:
"""

NEAR_MISS = """\
---
title: {title}
kind: near_miss
lifecycle: published
published_on: 2026-05-04
system: {{name: chat}}
plain_summary: >-
  A shop assistant nearly offered a price that nobody had agreed. A colleague from the pricing team saw the draft answer
  in a trial before any customer did, so nothing was sold. We now test prices before each release of the assistant.
behaviour: {{observed: The assistant named a price that is in no list.}}
near_miss: {{caught_by: A trial run by the pricing team, potential: Hundreds of wrong offers in one evening}}
contributing_factors:
  - factor: eval-no-regression-suite
    how: No automated comparison held a new prompt's prices against the price list before release.
remediations:
  - {{title: Price list cases block the release, kind: release-gate, owner_team: shop}}
review: {{approved_by_roles: [product-owner]}}
---

## What happened

An answer in the trial named a price.

## What stopped it

The pricing team read the trial's answers.

## What we change

The price list is part of the release check.
"""


def write_site(folder: Path, settings: str = "", reports: dict[str, str] | None = None) -> Path:
    """A repository with one sound near miss and the given `reports` (file name below reports/2026/ to text)."""
    reports_folder = folder / "postmortems/reports/2026"
    reports_folder.mkdir(parents=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    block = "".join(f"      {line}\n" for line in (settings or "audience: company").splitlines())
    (folder / "mkdocs.yml").write_text(CONFIG + block)
    (folder / "postmortems/index.md").write_text(
        "# Learning\n\n<!-- afterword:newest -->\n\n<!-- afterword:recurring -->\n"
    )
    (folder / "postmortems/guide").mkdir()
    (folder / "postmortems/guide/index.md").write_text("# Guide\n\nBy hand.\n")
    sound = {"2026-05-01-price-nobody-agreed.md": NEAR_MISS.format(title="Assistant named a price nobody had agreed")}
    for name, text in {**sound, **(reports or {})}.items():
        path = reports_folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def run(tool: str, *arguments: str, cwd: Path, check: bool = True, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the tests' own environment; `check` fails the test with its output where it exits non-zero."""
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "AFTERWORD_"))}
    ran = subprocess.run(
        command, cwd=cwd, env={**clean, **QUIET, **environ}, capture_output=True, text=True, timeout=300, check=False
    )
    assert not check or ran.returncode == 0, ran.stdout + ran.stderr
    return ran


def all_bytes(site: Path) -> dict[str, bytes]:
    """Every file of a built site, packed ones unpacked as well, and each file's own path among its bytes.

    What is packed is known by its first bytes: the search index packs files of many endings.
    """
    import gzip

    found: dict[str, bytes] = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if content.startswith(b"\x1f\x8b"):
                content += gzip.decompress(content)
            name = path.relative_to(site).as_posix()
            found[name] = name.encode() + b"\n" + content
    return found
