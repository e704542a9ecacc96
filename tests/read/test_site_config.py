"""Mistakes in the site's configuration: each is told with its place and its cure, and none is a fault of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.model.settings import Settings
from afterword.read.settings import SettingsError
from afterword.read.site_config import SiteConfig, read_site_config

BLOCK = "docs_dir: postmortems\nplugins:\n  - afterword:\n      "


def read(folder: Path, text: str | bytes) -> SiteConfig:
    path = folder / "mkdocs.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_site_config(path, {"ZONE": "Europe/Paris"})


def settings(folder: Path, block: str) -> Settings:
    return read(folder, BLOCK + block).settings


WRONG = {
    "plugins: 5\n": (1, "`plugins` takes a list"),
    "site_name: x\nplugins: afterword\n": (2, "`plugins` takes a list"),
    "plugins:\n  - afterword: [zone]\n": (
        2,
        "`afterword` takes a map of settings; write `key: value` lines below it, indented",
    ),
    "plugins:\n  - afterword: zone\n": (
        2,
        "`afterword` takes a map of settings; write `key: value` lines below it, indented",
    ),
    'docs_dir: "a\\0b"\n': (1, "`docs_dir` takes the path of a folder"),
    "docs_dir: [a]\n": (1, "`docs_dir` takes the path of a folder"),
    "a: b\nc: \0\n": (2, "a character that YAML does not allow stands here (U+0000)"),
    "a: b\nc: 2021-11-31\n": (2, "this is no valid YAML: `2021-11-31` is no date"),
    "a: b\nINHERIT: nope.yml\n": (2, "`INHERIT` names no file: `nope.yml`"),
    "INHERIT: [a]\n": (1, "`INHERIT` names no file: `['a']`"),
    "INHERIT: mkdocs.yml\n": (1, "`INHERIT` leads back to this file or one below it"),
    BLOCK + "audience: internal\n": (
        4,
        "`audience` does not know `internal`; write one of `restricted`, `company`, `public`",
    ),
    BLOCK + "organisation: {team: [a]}\n": (4, "`organisation.team` is no known setting; did you mean `teams`?"),
    BLOCK + "organisation: {teams: ml}\n": (4, "`organisation.teams` takes a list"),
    BLOCK + "levels: [AW405]\n": (4, "`levels` takes a map of fields"),
    BLOCK + "limits: {file_bytes: 1}\n": (4, "`limits.file_bytes` is at least 1,024"),
    BLOCK + "targets: {sev9: 1}\n": (
        4,
        "`targets` does not know `sev9`; write one of `sev1`, `sev2`, `sev3`, `sev4`",
    ),
    BLOCK + "rules: yesterday\n": (4, "`rules` takes a day such as `2026-03-11`"),
    BLOCK + "preview: maybe\n": (4, "`preview` takes `true` or `false`"),
    BLOCK + "state: [a]\n": (4, "`state` takes text; put it in quotes"),
    BLOCK + "gates: {near-miss: {published: {add: 5}}}\n": (4, "`gates.near-miss.published.add` takes a list"),
    BLOCK + "gates: {near-miss: {published: {add: severity}}}\n": (
        4,
        "`gates.near-miss.published.add` takes a list",
    ),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_is_told_with_its_line_and_cure(text: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    assert (caught.value.line, caught.value.message) == WRONG[text]
    assert Path(caught.value.path).name == "mkdocs.yml"


def test_no_mistake_hides_another(tmp_path: Path) -> None:
    block = "fail_on: never\n      zone: Mars/X\n      levels: {aw1: error}\n      gates: {all: {}}\n"
    with pytest.raises(SettingsError) as caught:
        settings(tmp_path, block)
    told = caught.value.message.split("; line ")
    assert [each.partition(":")[0] for each in told] == [
        "`fail_on` does not know `never`; write one of `error`, `warning`, `info`",
        "5",
        "6",
        "7",
    ]


def test_a_bare_off_is_off(tmp_path: Path) -> None:
    assert settings(tmp_path, "levels: {AW405: off, AW4: warning}\n").levels == {"AW405": "off", "AW4": "warning"}


@pytest.mark.parametrize(
    "tag", ["!!python/name:a.b.c", "!!python/object/apply:os.system [a]", "!!own", "!own", "!<tag:x>"]
)
def test_other_tags_stand_for_nothing(tag: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"docs_dir: texts\nextra: {tag}\nplugins:\n").docs == tmp_path / "texts"


def test_the_environment_is_read(tmp_path: Path) -> None:
    assert settings(tmp_path, "zone: !ENV [NOPE, ZONE, UTC]\n").zone == "Europe/Paris"
    assert settings(tmp_path, "zone: !ENV [NOPE, Asia/Tokyo]\n").zone == "Asia/Tokyo"


def test_what_is_inherited_is_told_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("plugins:\n  - afterword:\n      zone: Mars/X\n")
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, "INHERIT: base.yml\n")
    assert (Path(caught.value.path).name, caught.value.line) == ("base.yml", 3)


def test_a_circle_of_files_ends(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("site_name: x\nINHERIT: mkdocs.yml\n")
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, "INHERIT: base.yml\n")
    assert (Path(caught.value.path).name, caught.value.line) == ("base.yml", 2)
