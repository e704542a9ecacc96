"""The mapping file: every mistake with its place, and nothing taken over that it does not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.archive.fields import map_fields
from afterword.archive.mapping import ArchiveMap, FileEntry, read_mapping
from afterword.archive.old_file import read_old_file
from afterword.archive.outcome import Left
from afterword.archive.starter import write_starter
from afterword.model.settings import Limits, Organisation
from afterword.read.vocabulary import shipped_vocabulary

WHOLE = """\
archive: old
zone: Europe/Berlin
date_order: dmy
fields:
  headline: title
  sev: severity
  labels: [tags, contributing_factors]
  keywords: tags
  product: system.name
  link: references
values:
  sev: {P1: sev1, "2": sev2, none: ""}
  labels:
    Bad config: [config-change, ops-config-change]
split: {keywords: ","}
compose: {title: "{company}: {product}"}
defaults: {audience: company, origin: own}
files:
  a/b.md: {title: Another, date: 2019-03, skip: }
"""


def read(tmp_path: Path, text: str) -> tuple[ArchiveMap, list[str]]:
    (tmp_path / "map.yml").write_text(text, encoding="utf-8")
    mapping, problems = read_mapping(tmp_path / "map.yml", "map.yml")
    return mapping, [f"{each.line}:{each.column} {each.message} | {each.hint}" for each in problems]


def test_a_whole_mapping(tmp_path: Path) -> None:
    mapping, problems = read(tmp_path, WHOLE)
    assert problems == []
    assert mapping.files["a/b.md"] == FileEntry(title="Another", date="2019-03")
    old = {
        "company": "Grid (A, B)", "product": "Grids", "sev": "p1", "labels": ["Bad config", "data, stale", "設定 変更"],
        "keywords": "a b, c", "link": "https://example.com/x", "other": "kept out",
    }  # fmt: skip
    mapped = map_fields(old, mapping, FileEntry(), shipped_vocabulary())
    assert mapped.fields == {
        "title": "Grid (A, B): Grids", "severity": "sev1", "tags": ["config-change", "ops-config-change", "data-stale", "設定-変更", "a-b", "c"],
        "system.name": "Grids", "references": ["https://example.com/x"], "audience": "company", "origin": "own",
    }  # fmt: skip
    assert {key for key, _, _ in mapped.left} == {"labels"}


def test_what_a_field_does_not_take_is_told() -> None:
    mapping = ArchiveMap.model_validate({"fields": {"sev": ("severity",), "tag": ("tags",), "url": ("references",)}})
    old = {"sev": "Critical", "tag": "!!", "url": "javascript:alert(1)"}
    mapped = map_fields(old, mapping, FileEntry(), shipped_vocabulary())
    assert mapped.fields == {}
    assert [(key, value) for key, value, _ in mapped.left] == list(old.items())


def test_what_is_said_of_a_file_wins() -> None:
    mapping = ArchiveMap.model_validate({"fields": {"t": ("title",)}, "defaults": {"audience": ("public",)}})
    entry = FileEntry(title="Said", audience="company")
    assert map_fields({"t": "Mapped"}, mapping, entry, shipped_vocabulary()).fields == {
        "title": "Said",
        "audience": "company",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("feilds: {}\n", "1:1 `feilds` is no known key of a mapping | did you mean `fields`?"),
        ("fields:\n  sev: severty\n", "2:8 `severty` is no field that an archive's can become | did you mean `severity`?"),
        ("files:\n  a.md: {date: 2019-13}\n", "2:16 `files.a.md.date`: `2019-13` is not a date: months run from 01 to 12 | "),
        ("files:\n  a.md: {dat: 2019}\n", "2:10 `files.a.md.dat` is no known key of a mapping | did you mean `date`?"),
        ("date_order: ymd\n", "1:13 `date_order` does not know `ymd` | write one of `dmy`, `mdy`"),
        ("defaults: {audience: [company, public]\n", "2:1 a map in braces is not closed"),
        ("- a\n", "1:1 the mapping is no map | write `key: value` lines"),
        ("archive: &a x\n", "1:10 an anchor"),
    ],
)  # fmt: skip
def test_mistakes_have_a_place_and_a_cure(tmp_path: Path, text: str, told: str) -> None:
    mapping, problems = read(tmp_path, text)
    assert mapping == ArchiveMap()
    assert len(problems) == 1
    assert told in problems[0]


def test_a_zone_that_is_none(tmp_path: Path) -> None:
    assert "IANA" in read(tmp_path, "zone: Europe/Nowhere\n")[1][0]


def test_the_starter_is_a_mapping_that_changes_nothing(tmp_path: Path) -> None:
    files = {"a.md": '---\nsev: P1\nlabels: [\'a, "b": #c\']\n"odd: key": x\n---\nx', "ü.md": "# x\n"}
    olds = [read_old_file(text.encode(), place, None, Limits()) for place, text in files.items()]
    left = [
        Left("ü.md", "no date in its front matter, its name or its headings", mend=True),
        Left("x: #.md", "odd", mend=True),
    ]
    text = write_starter("old", olds, left, Organisation())
    mapping, problems = read(tmp_path, text)
    assert problems == []
    assert mapping == ArchiveMap(archive="old")
    filled = "\n".join(line.replace("# ", "", 1) if line.startswith("  # ") else line for line in text.splitlines())
    filled = filled.replace("  origin: own              # or public-sources", "").replace('"P1": ', '"P1": sev1')
    mapping, problems = read(tmp_path, filled + "\n")
    assert problems == []
    assert set(mapping.fields) == {"sev", "labels", "odd: key"}
    assert set(mapping.files) == {"ü.md", "x: #.md"}
