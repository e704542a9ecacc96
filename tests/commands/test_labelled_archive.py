"""An older archive becomes filled pages of factors: imported, suggested, accepted by a person, built."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from tests.archive.older import TEXTS, write_older

from afterword.build import check_project, render_site
from afterword.model.project import Project
from afterword.pages.page import SiteFacts
from afterword.read.site_config import read_site_config
from conftest import CONFIG, Repository

Run = Callable[..., Result]
FOR_COMPANY = CONFIG.replace("zone:", "audience: company\n      import: {audience: company}\n      zone:")
MAPPING = "archive: older\nfields: {product: system.name}\n"
IN_REVIEW = """---
title: The assistant answered everybody anew
lifecycle: in-review
system: {name: shop-model}
contributing_factors:
  - {factor: deploy-no-staged-rollout, how: The assistant's new answers went to all customers in one step.}
---

It happened.
"""


@pytest.fixture
def labelled(tmp_path: Path, repository: Repository, afterword: Run) -> Repository:
    """The archive, with each suggestion accepted that a person would accept, and a line added where it is missing."""
    (repository.root / "mkdocs.yml").write_text(FOR_COMPANY)
    Path("import.yml").write_text(MAPPING)
    ran = afterword("import", write_older(tmp_path / "older"), "--into", repository.root, "--map", "import.yml")
    assert "12 new" in ran.output, ran.output
    assert afterword("suggest-factors", "--all", "--out", "labels.csv").exit_code == 0
    rows = list(csv.DictReader(io.StringIO(Path("labels.csv").read_bytes().decode("utf-8-sig"))))
    right = {title: factor for _, title, factor, _ in TEXTS}
    for row in rows:
        row["accepted"] = "yes" if right[row["title"]] == row["factor"] else "no"
    missing = {row["report"]: right[row["title"]] for row in rows}
    missing = {key: factor for key, factor in missing.items() if not _suggested(key, factor, rows)}
    rows += [
        dict.fromkeys(rows[0], "") | {"accepted": "yes", "report": key, "factor": factor}
        for key, factor in missing.items()
    ]
    with Path("judged.csv").open("w", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    ran = afterword("labels", "apply", "judged.csv")
    assert "12 labels for 12 reports" in ran.output, ran.output
    return repository


def _suggested(report: str, factor: str, rows: list[dict[str, str]]) -> bool:
    return any(row["report"] == report and row["factor"] == factor for row in rows)


def pages(repository: Repository) -> dict[str, str]:
    """What the site shows, by path; pieces of the home page by their markers."""
    site = read_site_config(repository.root / "mkdocs.yml", {})
    project = Project(repository.root, site.docs, repository.root / "mkdocs.yml", site.settings, site.excludes)
    checked = check_project(project, date(2026, 5, 18))
    built = render_site(checked, SiteFacts("Reports", "", "", "Europe/Berlin"), preview=False)
    return {page.path: page.markdown for page in built.pages} | dict(built.fragments)


def test_labels_fill_the_pages_of_factors(labelled: Repository) -> None:
    found = pages(labelled)
    for factor, number in Counter(factor for _, _, factor, _ in TEXTS).items():
        page = found[f"factors/{factor}.md"]
        assert f"[In {number} reports](#reports), taken over as they were" in page
        assert f"{number} reports name it, without a word on how it fed in there. All were labelled in bulk" in page
        assert "leave out reports taken over as they were." in page
        assert "By year, of all reports of the year that are counted, or taken over as they were with factors: " in page
        assert "<svg" in page
    line = next(
        line for line in found["factors/index.md"].splitlines() if "Everyone got it at once" in line and "|" in line
    )
    assert "4 reports, taken over as they were" in line
    assert "## What recurs" in found["factors/index.md"]


def test_home_shows_what_was_taken_over_and_says_so(labelled: Repository) -> None:
    found = pages(labelled)
    newest = found["newest"]
    assert "No report was written here yet. These are the newest of those that were taken over as they were:" in newest
    assert newest.index("A small language") < newest.index("Delivery times") < newest.index("A prompt was changed")
    assert "Everyone got it at once" in newest
    assert "in 4 reports, taken over as they were" in found["recurring"]
    assert "[12 reports taken over as they were](reports/index.md)" in found["glance"]


def test_a_report_in_review_hears_of_them(labelled: Repository, afterword: Run) -> None:
    labelled.write("2026-05-01-answered-anew", IN_REVIEW)
    ran = afterword("check", "--select", "AW701")
    assert "the fifth report that names `deploy-no-staged-rollout` on this system" in ran.output, ran.output
