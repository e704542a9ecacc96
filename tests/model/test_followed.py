"""What took the place of a retired id is on every page before anybody writes it."""

from __future__ import annotations

from pathlib import Path

from afterword.model.project import Project
from afterword.read.collection import read_collection

REPORT = """\
---
title: Assistant quoted a price nobody had agreed
lifecycle: published
published_on: 2026-03-20
system: {name: shop}
contributing_factors:
  - {factor: x-old}
  - {factor: x-two}
remediations:
  - {title: Say it again, kind: x-word}
---
"""
ENTRY = "- {{id: {}, title: About it, {}, definition: A condition of data., replaced_by: {}}}\n"


def test_pages_labels_and_systems_follow(tmp_path: Path) -> None:
    docs = tmp_path / "postmortems"
    for name, text in {
        "reports/2026/2026-03-11-price.md": REPORT,
        "reports/2018/2018-01-03-import.md": "---\ntitle: Older one\nlifecycle: imported\naudience: company\n---\n",
        "_vocabulary/contributing-factors.yml": ENTRY.format("x-old", "side: technical, group: data", "data-poisoned")
        + ENTRY.format("x-two", "side: technical, group: data", "[data-poisoned, data-proxy-target]"),
        "_vocabulary/remediation-kinds.yml": ENTRY.format("x-word", "strength: weaker, analogue: none", "eval-case"),
        "_systems.yml": "- {name: shop, factors_guarded: [x-old, data-poisoned, x-two]}\n",
        "_labels.csv": "report,factor,accepted_on\n2018-01-03-import,x-old,2026-01-01\n"
        "2018-01-03-import,data-poisoned,2026-01-01\n2018-01-03-import,x-two,2026-01-01\n",
    }.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text)
    collection = read_collection(Project(tmp_path, docs))
    assert [(each.path.rpartition("/")[2], each.line, each.message) for each in collection.data_problems] == [
        ("_systems.yml", 1, "`x-two` in `factors_guarded` is retired; several took its place"),
        ("_labels.csv", 4, "`x-two` is retired; several took its place"),
    ]
    view = collection.for_audience("company")
    imported, report = view.reports
    assert [each.factor for each in report.front.contributing_factors] == ["data-poisoned", "x-two"]
    assert [each.kind for each in report.front.remediations] == ["eval-case"]
    assert [each.factor for each in imported.front.contributing_factors] == ["data-poisoned"]
    assert view.systems.by_name["shop"].factors_guarded == ("data-poisoned",)
    assert collection.vocabulary.strength("x-word", blocking=False) == "intermediate"
    # A site tells nothing of ids that were once in use: they may tell of reports that it does not show.
    assert (view.vocabulary.retired_factors, view.vocabulary.retired_kinds) == ({}, {})
