"""The base as it can be: none, another one, a hostile one; it is read beside the work tree, which stays as it is."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.impact.conftest import Tell
from tests.impact.sample import (
    CONFIG,
    FIRST,
    FIRST_TEXT,
    HIDDEN,
    SECOND,
    SECOND_TEXT,
    THIRD,
    THIRD_TEXT,
    Files,
    History,
    make_history,
)

from afterword.commands.base_tree import BaseTree
from afterword.commands.git import Git
from afterword.impact.view import Impact

Run = Callable[..., Result]
ID = "2026-02-10-wrong-opening-hours"


def on_main(history: History, files: Files) -> None:
    """Put the files into the base."""
    history.git("checkout", "-q", "main")
    history.commit(files)
    history.git("checkout", "-qB", "change")


def ids(impact: Impact) -> tuple[list[str], list[str], list[str]]:
    return (
        [each.report.id for each in impact.new],
        [each.report.id for each in impact.changed],
        [each.report.id for each in impact.gone],
    )


@pytest.mark.parametrize("reference", ["nowhere", "--output=/tmp/x", "main:mkdocs.yml", "-h"])
def test_what_is_no_commit_is_told(reference: str, history: History, afterword: Run) -> None:
    result = afterword("impact", "--base", reference)
    assert (result.exit_code, "git knows no commit" in result.output) == (2, True)


def test_outside_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, afterword: Run) -> None:
    (tmp_path / "postmortems").mkdir()
    monkeypatch.chdir(tmp_path)
    result = afterword("impact", "--base", "main")
    assert (result.exit_code, "no git repository" in result.output) == (2, True)


def test_no_commit_in_common(history: History, afterword: Run) -> None:
    history.git("checkout", "-q", "--orphan", "other")
    history.git("commit", "-qm", "other")
    result = afterword("impact", "--base", "main")
    assert (result.exit_code, "no commit in common" in result.output) == (2, True)


def test_a_shallow_clone_says_what_to_fetch(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, afterword: Run
) -> None:
    history.commit({THIRD: THIRD_TEXT})
    history.git("clone", "-q", "--depth", "1", f"file://{history.root}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    result = afterword("impact", "--base", "main")
    assert (result.exit_code, "fetch-depth: 0" in result.output) == (2, True)


def test_the_work_tree_the_index_and_the_ledger_stay_as_they_are(history: History, tell: Tell) -> None:
    ledger = history.root / "postmortems/_state/digests.jsonl"
    history.write({THIRD: THIRD_TEXT, "postmortems/_state/digests.jsonl": "", SECOND: None})
    before = {path: path.read_bytes() for path in sorted(history.root.rglob("*")) if path.is_file()}
    status = history.git("status", "--porcelain")
    tell({})
    after = {path: path.read_bytes() for path in sorted(history.root.rglob("*")) if path.is_file()}
    assert {path for path in before if after.get(path) != before[path]} <= {history.root / ".git/index"}
    assert history.git("status", "--porcelain") == status
    assert ledger.read_bytes() == b""
    assert not history.git("worktree", "list").strip().count("\n")


def test_what_main_got_since_is_no_part_of_the_change(history: History, tell: Tell) -> None:
    history.git("checkout", "-q", "main")
    history.commit({THIRD: THIRD_TEXT})
    history.git("checkout", "-q", "change")
    assert ids(tell({})) == ([], [], [])


def test_files_that_git_does_not_know_yet_count(tell: Tell) -> None:
    assert ids(tell({THIRD: THIRD_TEXT})) == (["2026-05-12-third-list-of-areas"], [], [])


def test_line_ends_are_no_change(tell: Tell) -> None:
    assert tell({SECOND: SECOND_TEXT.replace("\n", "\r\n")}).is_empty


def test_a_base_without_any_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, afterword: Run) -> None:
    history = make_history(tmp_path / "fresh", {"README.md": "Nothing yet.\n"})
    history.write({"mkdocs.yml": CONFIG, FIRST: FIRST_TEXT})
    monkeypatch.chdir(history.root)
    made = Impact.model_validate_json(afterword("impact", "--base", "main", "--format", "json").stdout)
    assert ids(made) == (["2025-11-04-unequal-offers"], [], [])
    assert made.notes == ("the base has no settings, so those of now hold for both sides",)
    assert made.shared == ()


def test_a_base_with_another_folder(history: History, tell: Tell) -> None:
    moved = {name.replace("postmortems/", "learning/"): (history.root / name).read_text() for name in (FIRST, SECOND)}
    made = tell({"mkdocs.yml": CONFIG.replace("docs_dir: postmortems", "docs_dir: learning"), **moved})
    assert ids(made) == ([], [], ["2026-01-15-refund-invented"])


@pytest.mark.parametrize("config", ["plugins: [", "plugins:\n  - afterword: {audience: nobody}\n", "docs_dir: [1]\n"])
def test_a_base_whose_settings_cannot_be_read(config: str, history: History, tell: Tell) -> None:
    on_main(history, {"mkdocs.yml": config})
    made = tell({"mkdocs.yml": CONFIG, THIRD: THIRD_TEXT})
    assert ids(made)[0] == ["2026-05-12-third-list-of-areas"]
    assert made.notes == ("the settings of the base cannot be read, so those of now hold for both sides",)


def test_a_base_that_keeps_its_documents_outside(history: History, tell: Tell) -> None:
    on_main(history, {"mkdocs.yml": CONFIG.replace("docs_dir: postmortems", "docs_dir: ../elsewhere")})
    made = tell({"mkdocs.yml": CONFIG})
    assert "outside of the repository" in made.notes[0]


def test_settings_that_are_inherited(history: History, tell: Tell) -> None:
    on_main(history, {"mkdocs.yml": "INHERIT: shared/base.yml # ours\n", "shared/base.yml": CONFIG})
    assert tell({}).is_empty
    made = tell({"shared/base.yml": CONFIG.replace("Europe/Berlin", "Europe/Paris")})
    assert [each.what for each in made.shared] == ["setting zone"]


def test_settings_that_inherit_without_end_or_from_outside(history: History, tell: Tell) -> None:
    for parent in ("mkdocs.yml", "../../etc/passwd", "/etc/passwd"):
        on_main(history, {"mkdocs.yml": f"INHERIT: {parent}\n"})
        assert "cannot be read" in tell({"mkdocs.yml": CONFIG}).notes[0]


def test_a_folder_in_a_larger_repository(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, afterword: Run
) -> None:
    inside = {f"docs/learning/{name}": (history.root / name).read_text() for name in ("mkdocs.yml", FIRST, SECOND)}
    larger = make_history(
        tmp_path / "larger", {**inside, "README.md": "x\n", "docs/learning/postmortems/a.md": "# A\n"}
    )
    larger.write({f"docs/learning/{THIRD}": THIRD_TEXT})
    for folder in ("docs/learning", "docs/learning/postmortems"):
        monkeypatch.chdir(larger.root / folder)
        made = Impact.model_validate_json(afterword("impact", "--base", "main", "--format", "json").stdout)
        assert (ids(made)[0], made.reports_before) == (["2026-05-12-third-list-of-areas"], 2)
    monkeypatch.chdir(larger.root)
    result = afterword("impact", "--base", "main", "--format", "json", "--config", "docs/learning/mkdocs.yml")
    assert Impact.model_validate_json(result.stdout).reports_before == 2


def test_links_and_odd_names_in_the_base_lead_nowhere(history: History, tmp_path: Path, tell: Tell) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(FIRST_TEXT.replace("Offers differed", "Canary of another folder"))
    history.git("checkout", "-q", "main")
    folder = history.root / "postmortems/reports/2026"
    (folder / "2026-01-01-link.md").symlink_to(secret)
    (history.root / "postmortems/reports/2024").symlink_to(tmp_path)
    (folder / "2026-01-02-*[a].md").write_text("---\ntitle: [\n---\n")
    history.git("add", "-A")
    history.git("commit", "-qm", "links")
    history.git("checkout", "-qB", "change")
    for path in (folder / "2026-01-01-link.md", history.root / "postmortems/reports/2024"):
        path.unlink()
    made = tell({})
    assert "Canary" not in made.model_dump_json()
    assert ids(made)[2] == []


def test_a_tree_made_by_hand_writes_nothing_outside(history: History, tmp_path: Path) -> None:
    blob = _git(history, b"x: 1\n", "hash-object", "-w", "--stdin")
    names = ("..", "../evil.yml", "../../evil.yml", "/evil.yml", ".git", "a.yml")
    inner = _tree(history, [("100644", name, blob) for name in names])
    docs = _tree(history, [("40000", "..", inner), ("40000", "inner", inner), ("100644", "b.yml", blob)])
    outer = _tree(history, [("40000", "postmortems", docs)])
    folder = tmp_path / "into" / "deep"
    folder.mkdir(parents=True)
    BaseTree(Git(history.root, {}), outer, folder).write_docs("postmortems")
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.yml")}
    place = "into/deep/postmortems"
    assert written - {"repository/mkdocs.yml", "repository/postmortems/_systems.yml"} == {
        f"{place}/b.yml", f"{place}/inner/a.yml"
    }  # fmt: skip
    assert not list(tmp_path.rglob("evil*"))


def test_names_that_are_patterns_are_taken_by_the_letter(history: History, tmp_path: Path) -> None:
    history.commit({"post*/_systems.yml": "[]\n"})
    folder = tmp_path / "into"
    folder.mkdir()
    BaseTree(Git(history.root, {}), "HEAD", folder).write_docs("post*")
    assert [path.name for path in folder.iterdir()] == ["post*"]


def test_evidence_and_pictures_of_the_base_are_not_read(history: History, tmp_path: Path) -> None:
    history.commit(
        {"postmortems/evidence/x/log.json": "{}", "postmortems/assets/a.png": "x", "postmortems/index.md": "x"}
    )
    folder = tmp_path / "into"
    folder.mkdir()
    BaseTree(Git(history.root, {}), "HEAD", folder).write_docs("postmortems")
    names = {path.name for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "_systems.yml",
        *(Path(name).name for name in (FIRST, SECOND, HIDDEN)),
        "2026-01-15-refund-invented.md",
    }


def test_json_is_written_whole_on_standard_output(history: History, afterword: Run) -> None:
    assert json.loads(afterword("impact", "--base", "main", "--format", "json").stdout)["version"] == 1


def _tree(history: History, entries: list[tuple[str, str, str]]) -> str:
    """A tree as somebody could make it by hand: git itself refuses such names elsewhere."""
    ordered = sorted(entries, key=lambda entry: entry[1])
    raw = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(digest) for mode, name, digest in ordered)
    return _git(history, raw, "hash-object", "-w", "-t", "tree", "--stdin", "--literally")


def _git(history: History, data: bytes, *arguments: str) -> str:
    ran = subprocess.run(["git", *arguments], cwd=history.root, input=data, capture_output=True, check=True)
    return ran.stdout.decode().strip()
