"""Collections for the page of insights: the example reports, and as few or as hostile ones as a test wants."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from afterword.index.index import Index, build_index
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.pages.insights import render_insights
from afterword.pages.page import Page, SiteFacts
from afterword.read.collection import read_collection

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(zone="Europe/Berlin", count_public_sources=True)
FACTS = SiteFacts("Afterword", "", "", "Europe/Berlin", disciplines=SETTINGS.disciplines)
TODAY = date(2026, 11, 23)


def example_index() -> Index:
    """The example reports, on one day."""
    project = Project(
        root=ROOT, docs=ROOT / "postmortems", config=ROOT / "mkdocs.yml", settings=SETTINGS, excludes=(), site_url="",
        site_name="", edit_url="",
    )  # fmt: skip
    view = read_collection(project, (), ()).for_audience("company")
    return build_index(view, TODAY, count_public_sources=True)


def example_page() -> Page:
    """Their insights."""
    return render_insights(example_index(), FACTS)


if __name__ == "__main__":
    # Another process, with other settings of the machine, writes the same bytes.
    sys.stdout.buffer.write(example_page().markdown.encode())
