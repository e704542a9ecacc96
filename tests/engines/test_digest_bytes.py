"""The same commit, week and ledger give the same bytes, whatever the clock, zone, locale, hash seed or folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.engines.site import NEAR_MISS, run, write_site

TITLES = {
    "2026-05-03-umlaut.md": "Ein Assistent nannte einen Preis, den niemand vereinbart hätte",
    "2026-05-04-numbers.md": "Forecast counted 1,234.5 customers twice",
}
SECOND_RUN = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "de_DE.UTF-8",
    "PYTHONHASHSEED": "4711",
    # A year later.
    "SOURCE_DATE_EPOCH": "1826928000",
}


def files_of(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(folder.iterdir())}


@pytest.mark.engine
@pytest.mark.parametrize("options", [(), ("--brief",), ("--team", "shop")])
def test_a_digest_is_the_same_wherever_and_whenever_it_is_made(tmp_path: Path, options: tuple[str, ...]) -> None:
    reports = {name: NEAR_MISS.format(title=title) for name, title in TITLES.items()}
    here = write_site(tmp_path / "here", "zone: America/St_Johns", reports)
    (here / "postmortems/_state").mkdir()
    (here / "postmortems/_state/digests.jsonl").write_text(
        '{"weeks":["2026-W18"],"edition":"company","state":"sent","reports":[{"id":"2026-05-03-umlaut","revision":1}]}\n'
    )
    there = tmp_path / "a much longer place – elsewhere"
    shutil.copytree(here, there)
    week = ("--week", "2026-W19", *options)
    run("afterword", "digest", *week, "--out", "out", cwd=here, TZ="UTC", PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    run("afterword", "digest", *week, "--out", str(tmp_path / "out2"), cwd=there, **SECOND_RUN)
    first = files_of(here / "out")
    assert files_of(tmp_path / "out2") == first
    assert sorted(first) == ["digest.eml", "digest.html", "digest.json", "digest.txt"]
    assert str(tmp_path).encode() not in b"".join(first.values())
