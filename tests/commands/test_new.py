import hashlib
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from afterword.commands.form import yaml_text
from afterword.model.front_matter import FrontMatter
from afterword.model.report_id import make_id, make_slug

TITLE = "Same question, different discount"
ID = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}-[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
MOST_LINES = {"incident": 50, "near_miss": 40, "exercise": 20}


def written(result: Result) -> Path:
    assert result.exit_code == 0, result.output
    first = result.stdout.splitlines()[0]
    assert first.startswith("wrote ")
    return Path(first.removeprefix("wrote "))


@pytest.mark.parametrize("kind", ["incident", "near_miss", "exercise"])
def test_a_new_report_passes_as_a_draft(afterword: Callable[..., Result], repository: Any, kind: str) -> None:
    path = written(afterword("new", TITLE, "--kind", kind))
    assert path.as_posix() == "postmortems/reports/2026/2026-05-18-same-question-different-discount.md"
    summary = json.loads(afterword("check", "--format", "json", "--pedantic").stdout)
    assert summary["findings"] == []
    text = path.read_text()
    assert len(text.splitlines()) <= MOST_LINES[kind]
    front = yaml.safe_load(text.split("---\n")[1])
    order = [info.alias or name for name, info in FrontMatter.model_fields.items()]
    assert list(front) == sorted(front, key=order.index)
    assert (front["schema"], front["title"], front["kind"], front["lifecycle"]) == (1, TITLE, kind, "draft")


def test_the_headings_are_those_of_the_gate(afterword: Callable[..., Result], repository: Any) -> None:
    path = written(afterword("new", TITLE, "--kind", "near_miss"))
    headings = [line for line in path.read_text().splitlines() if line.startswith("## ")]
    assert headings == ["## What happened", "## What stopped it", "## What we change"]


def test_every_empty_key_says_what_it_is_for(afterword: Callable[..., Result], repository: Any) -> None:
    for kind in MOST_LINES:
        text = written(afterword("new", f"{TITLE} {kind}", "--kind", kind)).read_text()
        for line in text.split("---\n")[1].splitlines():
            if line.endswith(":"):
                assert line in {"behaviour:", "system:", "near_miss:", "impact:", "review:"}


def test_the_next_commands_are_told(afterword: Callable[..., Result], repository: Any) -> None:
    result = afterword("new", TITLE)
    path = written(result)
    assert [line.strip() for line in result.stdout.splitlines()[-3:]] == [
        f"afterword check {path}", "mkdocs serve", f"afterword promote {path}",
    ]  # fmt: skip
    assert afterword(*shlex.split(result.stdout.splitlines()[-3])[1:]).exit_code == 0


def test_the_system_is_named_or_taken_or_left_open(afterword: Callable[..., Result], repository: Any) -> None:
    def system(result: Result) -> str:
        return str(yaml.safe_load(written(result).read_text().split("---\n")[1])["system"]["name"])

    open_ = afterword("new", TITLE)
    assert system(open_) == "to-be-named"
    assert "`to-be-named`" in open_.stdout
    assert system(afterword("new", TITLE, "--system", "no")) == "no"
    (repository.root / "postmortems" / "_systems.yml").write_text("- name: shop-assistant\n")
    only = afterword("new", TITLE)
    assert system(only) == "shop-assistant"
    assert "to-be-named" not in only.stdout
    (repository.root / "postmortems" / "_systems.yml").write_text("- name: a\n- name: b\n")
    assert system(afterword("new", TITLE)) == "to-be-named"


def test_nothing_is_ever_overwritten(afterword: Callable[..., Result], repository: Any) -> None:
    first = written(afterword("new", TITLE))
    first.write_text("mine")
    second, third = written(afterword("new", TITLE.upper())), written(afterword("new", TITLE))
    assert first.read_text() == "mine"
    assert [second.stem[-2:], third.stem[-2:]] == ["-2", "-3"]


@pytest.mark.parametrize(
    ("day", "folder"), [("2024-02-29", "2024"), ("2024-02", "2024"), ("1998", "1998")]
)  # fmt: skip
def test_the_date_may_be_known_less_exactly(
    afterword: Callable[..., Result], repository: Any, day: str, folder: str
) -> None:
    path = written(afterword("new", TITLE, "--date", day))
    assert path.parent.name == folder
    assert path.stem == f"{day}-same-question-different-discount"


@pytest.mark.parametrize("day", ["2023-02-29", "yesterday", "2026-05-18T10:00:00Z", ""])
def test_an_odd_date_exits_with_2(afterword: Callable[..., Result], repository: Any, day: str) -> None:
    assert afterword("new", TITLE, "--date", day).exit_code == 2


@pytest.mark.parametrize("title", ["", "   ", "bell \x07", "right \u202e left", "lone \udc80"])
def test_an_odd_title_exits_with_2(afterword: Callable[..., Result], repository: Any, title: str) -> None:
    assert afterword("new", title).exit_code == 2
    assert not repository.reports.exists()


@pytest.mark.parametrize(
    "title",
    ["It's: \"close\" #1 - {a} [b] %", "- a list or a title", "no reply for nine days", "2026-05-18 it stopped",
     "模型回答了错误的问题", "& * ! | > @ ` what stands here", "null and void answers", "a  lot   of   blanks"],
)  # fmt: skip
def test_titles_come_back_as_they_were(afterword: Callable[..., Result], repository: Any, title: str) -> None:
    path = written(afterword("new", "--", title))
    assert yaml.safe_load(path.read_text().split("\n---\n")[0])["title"] == " ".join(title.split())
    assert afterword("check", "--select", "AW10,AW11", path).exit_code == 0


def test_without_a_folder_it_is_made(
    afterword: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert written(afterword("new", TITLE)).as_posix().startswith("postmortems/reports/2026/")


@pytest.mark.parametrize("names", [("learning",), ("learning", "teams/search")])
def test_at_the_root_of_a_larger_repository_the_folder_is_named(
    afterword: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    (tmp_path / ".git").mkdir()
    for name, text in {**dict.fromkeys(names, "plugins:\n  - afterword\n"), "docs": "site_name: x\n"}.items():
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "mkdocs.yml").write_text(text)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "issue.md").write_text("It gave a voucher twice.")
    for arguments in ((TITLE,), ("--from-issue", "issue.md")):
        made = afterword("new", *arguments)
        assert made.exit_code == 2
        assert f"go to {' or '.join(f'`{each}`' for each in names)} first" in made.stderr
    assert not (tmp_path / "postmortems").exists()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Same question, different discount", "same-question-different-discount"),
        ("Straße, Œuvre & Ångström", "strasse-oeuvre-angstrom"),
        ("3 answers for 1 question", "report-3-answers-for-1-question"),
        ("The model's output", "the-models-output"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert make_slug(title) == slug


def test_a_title_in_another_script_gives_its_digest() -> None:
    for title in ("模型回答", "--- !!! ---", "2026"):
        assert make_slug(title) == f"report-{hashlib.sha256(title.encode()).hexdigest()[:8]}"


@given(st.text(max_size=300), st.sets(st.text(alphabet="ab", min_size=1, max_size=3)))
def test_every_title_gives_a_sound_id(title: str, taken: set[str]) -> None:
    first = make_id("2026-05-18", title, taken)
    second = make_id("2026-05-18", title, {first.upper()})
    for each in (first, second):
        assert ID.match(each)
        assert len(each.encode()) <= 120
    assert first.casefold() != second.casefold()


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1))
def test_yaml_text_reads_back_and_is_quoted_only_where_it_must_be(text: str) -> None:
    text = " ".join(text.split())
    if not text or not text.isprintable():
        return
    line = yaml_text(text)
    assert "\n" not in line
    assert yaml.safe_load(f"title: {line}") == {"title": text}
    assert yaml.safe_load(f"title: {line}  # comment") == {"title": text}


def test_plain_titles_stay_plain() -> None:
    assert yaml_text(TITLE) == TITLE
