import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from afterword import __version__
from afterword.commands.main import cli
from afterword.commands.refusal import Refusal
from afterword.commands.scaffold import parts, write
from afterword.commands.scaffold.by_hand import EXTENSIONS
from afterword.read.site_config import read_site_config
from afterword.read.site_loader import make_loader

Run = Callable[..., Result]
DRAFT = "postmortems/reports/2026/2026-05-18-our-first-near-miss.md"
RECORD = "postmortems/_state/init.json"
FILES = {
    "mkdocs.yml", "overrides/main.html", "requirements.txt", "requirements.lock", "README.md", ".gitignore", ".editorconfig",
    ".github/CODEOWNERS", ".github/pull_request_template.md", ".github/workflows/check.yml",
    ".github/workflows/publish.yml", ".github/workflows/digest.yml", ".github/workflows/trackers.yml",
    ".github/workflows/draft.yml", ".github/ISSUE_TEMPLATE/learning-report.yml",
    ".gitlab/issue_templates/learning-report.md", ".gitlab/approvals.py", ".gitlab/keep.sh", ".github/workflows/approvals.yml", ".github/approvals.sh",
    ".gitlab-ci.yml", ".vscode/tasks.json",
    ".vscode/afterword.code-snippets", "postmortems/index.md", "postmortems/_systems.yml",
    "postmortems/evidence/.gitkeep", "postmortems/evidence/.gitattributes", RECORD, DRAFT,
}  # fmt: skip
OWN_SITE = "site_name: Ours\nnav:\n  - Home: index.md\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ok(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.stdout


def read_yaml(path: Path) -> Any:
    return yaml.load(path.read_text(), Loader=make_loader({}))


def of_version(monkeypatch: pytest.MonkeyPatch, version: str, part: str = "README.md", more: str = "") -> None:
    """As a release of that number, which adds `more` to one of the parts."""
    real = parts._text
    name = parts._TEMPLATES[part]
    monkeypatch.setattr(parts, "_text", lambda each, values: real(each, values) + (more if each == name else ""))
    for module in (
        "afterword.commands.init",
        "afterword.commands.scaffold.recording",
        "afterword.commands.scaffold.parts",
    ):
        monkeypatch.setattr(f"{module}.__version__", version)


# A new repository.


def test_a_new_repository_is_whole_and_clean(afterword: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = ok(afterword("init", "learning", "--name", "Example Shop", "--zone", "Europe/Berlin"))
    assert set(tree(home / "learning")) == FILES
    assert {
        line.removeprefix("wrote learning/").partition(",")[0] for line in out.splitlines() if "wrote " in line
    } == FILES
    monkeypatch.chdir(home / "learning")
    checked = afterword("check", "--pedantic")
    assert (checked.exit_code, checked.stdout) == (0, "1 report, 0 errors, 0 warnings\n")


def test_the_settings_are_those_that_were_told(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a", "--name", "Example Shop", "--zone", "Europe/Berlin", "--audience", "restricted",
                 "--site-url", "https://learning.example.com/wiki", "--repo-url", "https://github.com/example-org/a.git"))  # fmt: skip
    site = read_site_config(home / "a/mkdocs.yml", {})
    found = site.settings
    assert (site.site_name, site.site_url) == ("Example Shop learning reports", "https://learning.example.com/wiki/")
    assert site.edit_url == "https://github.com/example-org/a/edit/main/postmortems/"
    assert (found.audience, found.default_audience, found.repository_audience) == ("restricted",) * 3
    assert (found.import_.audience, found.zone, found.organisation.names) == (
        "restricted",
        "Europe/Berlin",
        ("Example Shop",),
    )
    assert [line.strip() for line in site.excludes if line] == ["/reports/", "/evidence/", "/_*"]
    assert not found.preview
    assert read_site_config(home / "a/mkdocs.yml", {"AFTERWORD_PREVIEW": "true"}).settings.preview


def test_on_a_site_for_everyone_a_report_says_itself_that_it_is_for_them(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a", "--audience", "public"))
    found = read_site_config(home / "a/mkdocs.yml", {}).settings
    assert (found.audience, found.default_audience, found.repository_audience) == ("public", "company", "company")
    assert found.import_.audience == "public"


@pytest.mark.parametrize(
    ("url", "edit"),
    [
        ("https://gitlab.example.com/group/sub/learning/", "-/edit/main/postmortems/"),
        ("https://github.example.com/org/learning", "edit/main/postmortems/"),
        ("https://code.example.com/learning", None),
    ],
)
def test_the_way_to_edit_a_page_is_known_for_known_hosts(
    afterword: Run, home: Path, url: str, edit: str | None
) -> None:
    ok(afterword("init", "a", "--repo-url", url))
    assert read_yaml(home / "a/mkdocs.yml").get("edit_uri") == edit


def test_without_options_the_defaults_hold_and_are_told(afterword: Run, home: Path) -> None:
    out = ok(afterword("init", "a"))
    assert "for `company`" in out
    assert "`UTC`" in out
    content = read_yaml(home / "a/mkdocs.yml")
    assert content["site_name"] == "Learning reports"
    assert not {"site_url", "repo_url", "edit_uri"} & set(content)


def test_in_the_current_folder_nothing_is_to_be_entered(afterword: Run, home: Path) -> None:
    out = ok(afterword("init", "."))
    assert "cd " not in out
    assert "wrote mkdocs.yml" in out
    assert "cd 'a b'" in ok(afterword("init", "a b"))


def test_the_same_bytes_whatever_the_hash_seed(home: Path) -> None:
    found = []
    for seed in ("1", "2"):
        environ = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        command = [sys.executable, "-m", "afterword", "init", f"s{seed}", "--name", "Æ"]
        subprocess.run(command, cwd=home, env=environ, check=True, capture_output=True)
        found.append(tree(home / f"s{seed}"))
    assert found[0] == found[1]


# What is told.


@pytest.mark.parametrize(
    ("zone", "cure"),
    [
        ("Europe/Berln", "did you mean `Europe/Berlin`?"),
        ("europe/berlin", "did you mean `Europe/Berlin`?"),
        ("berlin", "did you mean `Europe/Berlin`?"),
        ("New York", "did you mean `America/New_York`?"),
        ("zzzzzz", "write one such as `Europe/Berlin`"),
        ("../../etc/passwd", "write one such as `Europe/Berlin`"),
        ("", "write one such as `Europe/Berlin`"),
    ],
)
def test_an_unknown_zone_is_told_with_the_nearest(afterword: Run, home: Path, zone: str, cure: str) -> None:
    result = afterword("init", "a", "--zone", zone)
    assert result.exit_code == 2
    assert cure in result.stderr
    assert tree(home) == {}


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--site-url", "learning.example.com"), ("--site-url", "javascript:alert(1)"), ("--site-url", "https://"),
        ("--site-url", "https://a.example.com/\nx: y"), ("--site-url", "https://[::1"), ("--site-url", "https://a b/"),
        ("--repo-url", "https://user:token@github.com/a/b"), ("--repo-url", "git@github.com:a/b"),
        ("--name", "bell \x07"), ("--name", "left \u202e right"), ("--name", "<script>"), ("--name", "n" * 101),
        ("--name", "lone \udc80"), ("--audience", "everyone"),
    ],
)  # fmt: skip
def test_odd_answers_exit_with_2_and_write_nothing(afterword: Run, home: Path, option: str, value: str) -> None:
    result = afterword("init", "a", option, value)
    assert result.exit_code == 2
    assert option in result.stderr
    assert "token" not in result.stderr
    assert tree(home) == {}


@pytest.mark.parametrize(
    "name",
    ['Bread "&" Butter: #1 🍞', "It's {{ 7*7 }} [[ name ]] ${{ secrets.X }}", "- no", "null", "!ENV [HOME]", "two\nlines",
     "株式会社", "*anchor & %tag", "a: b", "]", "  "],
)  # fmt: skip
def test_hostile_names_come_back_as_they_were(afterword: Run, home: Path, name: str) -> None:
    ok(afterword("init", "a", "--name", name))
    content = read_yaml(home / "a/mkdocs.yml")
    words = " ".join(name.split())
    assert content["site_name"] == (f"{words} learning reports" if words else "Learning reports")
    assert content["plugins"][0]["afterword"]["organisation"]["names"] == ([words] if words else [])
    assert set(tree(home / "a")) == FILES


@given(st.text(max_size=120))
def test_every_name_is_taken_or_refused(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        result = CliRunner().invoke(
            cli, ["init", f"{folder}/a", f"--name={name}"], env={"SOURCE_DATE_EPOCH": "1779105600"}
        )
        assert result.exit_code in {0, 2}, result.output
        config = Path(folder, "a/mkdocs.yml")
        assert config.exists() == (result.exit_code == 0)
        if config.exists():
            words = " ".join(name.split())
            assert read_yaml(config)["plugins"][0]["afterword"]["organisation"]["names"] == ([words] if words else [])


# Again.


def test_again_it_changes_nothing(afterword: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ok(afterword("init", "a", "--name", "Example Shop", "--zone", "Asia/Tokyo", "--audience", "restricted"))
    before = tree(home)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1779205600")
    assert ok(afterword("init", "a")) == "27 files as init writes them\n"
    assert tree(home) == before


def test_again_what_was_edited_stays(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a"))
    for name in FILES - {RECORD}:
        path = home / "a" / name
        path.write_bytes(path.read_bytes() + b"\n# Ours.\n")
    before = tree(home)
    assert ok(afterword("init", "a")) == "27 files edited, with nothing newer to take\n"
    assert tree(home) == before


def test_again_what_was_deleted_stays_deleted(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a"))
    first = tree(home)
    for name in (".editorconfig", "postmortems/index.md", DRAFT):
        (home / "a" / name).unlink()
    before = tree(home)
    out = ok(afterword("init", "a"))
    assert "left out a/.editorconfig: it was deleted" in out
    assert tree(home) == before
    assert "wrote a/.editorconfig again" in ok(afterword("init", "a", "--restore"))
    assert tree(home) == {name: data for name, data in first.items() if not name.endswith(DRAFT)}


def test_a_newer_version_updates_what_nobody_edited(
    afterword: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ok(afterword("init", "a", "--name", "Example Shop"))
    of_version(monkeypatch, "0.2.0", more="\nNew in this version.\n")
    out = ok(afterword("init", "a"))
    assert "brought a/README.md up to date" in out
    assert "brought a/requirements.txt up to date" in out
    assert (home / "a/README.md").read_text().endswith("\nNew in this version.\n")
    assert "afterword[mkdocs]==0.2.0" in (home / "a/requirements.txt").read_text()
    record = json.loads((home / "a" / RECORD).read_text())
    assert record["version"] == record["parts"]["README.md"]["version"] == "0.2.0"
    assert record["parts"]["mkdocs.yml"]["version"] == "0.1.0"
    assert ok(afterword("init", "a")) == "27 files as init writes them\n"


def test_line_ends_of_another_machine_are_no_edit(afterword: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ok(afterword("init", "a"))
    for name in FILES:
        path = home / "a" / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = tree(home)
    assert ok(afterword("init", "a")) == "27 files as init writes them\n"
    assert tree(home) == before
    of_version(monkeypatch, "0.2.0", more="\nNew in this version.\n")
    assert "brought a/README.md up to date" in ok(afterword("init", "a"))
    assert (home / "a/README.md").read_bytes().endswith(b"\r\n\r\nNew in this version.\r\n")
    assert b"\n" not in (home / "a/README.md").read_bytes().replace(b"\r\n", b"")
    mixed = home / "a/mkdocs.yml"
    mixed.write_bytes(mixed.read_bytes().replace(b"\r\n", b"\n", 1))
    assert "1 file edited" in ok(afterword("init", "a"))


def test_a_newer_version_names_what_was_edited_and_shows_the_difference(
    afterword: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ok(afterword("init", "a"))
    readme = home / "a/README.md"
    readme.write_text(readme.read_text().replace("## To begin", "## Begin \x1b[31m here"))
    of_version(monkeypatch, "0.2.0", more="\nNew in this version.\n")
    before = tree(home)
    out = ok(afterword("init", "a", "--diff"))
    assert tree(home) == before
    assert "-## Begin <U+001B>[31m here" in out
    assert "+New in this version." in out
    for _ in range(2):
        out = ok(afterword("init", "a"))
        assert "left a/README.md: it was edited, and init has a newer one" in out
        assert "`afterword init a --diff`" in out
        assert readme.read_bytes() == before["a/README.md"]
    readme.write_text(readme.read_text().replace("## Begin \x1b[31m here", "## To begin") + "\nNew in this version.\n")
    assert "left" not in ok(afterword("init", "a"))


def test_an_older_version_refuses(afterword: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ok(afterword("init", "a"))
    before = tree(home)
    of_version(monkeypatch, "0.0.9")
    result = afterword("init", "a")
    assert result.exit_code == 2
    assert "version 0.1.0 set this repository up, and this is 0.0.9" in result.stderr
    assert tree(home) == before


def test_an_option_told_later_changes_what_nobody_edited(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a", "--name", "Example Shop"))
    assert "brought a/mkdocs.yml up to date" in ok(afterword("init", "a", "--zone", "Europe/Paris"))
    found = read_site_config(home / "a/mkdocs.yml", {}).settings
    assert (found.zone, found.organisation.names) == ("Europe/Paris", ("Example Shop",))


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '{"schema": "init/2"}', '{"schema": "init/1"}', "[" * 100_000,
     '{"schema": "init/1", "version": "0.1.0", "answers": {"zone": "Nowhere"}, "parts": {}}'],
)  # fmt: skip
def test_a_damaged_record_is_refused(afterword: Run, home: Path, content: str) -> None:
    ok(afterword("init", "a"))
    (home / "a" / RECORD).write_text(content)
    before = tree(home)
    result = afterword("init", "a")
    assert result.exit_code == 2
    assert "take it back from git, or delete it" in result.stderr
    assert tree(home) == before


def test_without_the_record_everything_is_taken_for_what_was_here_before(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a"))
    (home / "a" / RECORD).unlink()
    (home / "a/README.md").write_text("ours")
    out = ok(afterword("init", "a"))
    assert "left a/README.md: it was here before" in out
    assert (home / "a/README.md").read_text() == "ours"
    assert len(list((home / "a/postmortems/reports").rglob("*.md"))) == 1


# A repository that is there already.


def test_an_existing_site_is_left_and_its_documents_too_until_it_is_closed(afterword: Run, home: Path) -> None:
    ours = {"mkdocs.yml": OWN_SITE, "README.md": "# Ours\n", ".gitignore": "*.log\n", "docs/index.md": "# Home\n"}
    for name, text in ours.items():
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(text)
    out = ok(afterword("init", ".", "--zone", "Europe/Berlin"))
    assert {name: (home / name).read_text() for name in ours} == ours
    assert [name for name in tree(home) if name.startswith(("docs/", "postmortems/"))] == ["docs/index.md"]
    assert "Nothing was written below `docs/`" in out
    assert (home / "overrides/main.html").exists()
    ignored = out.partition("Add to .gitignore:\n")[2].partition("\n\nNothing")[0].split()
    assert {"/site/", "/.venv/"} <= set(ignored)
    # With the lines that it names, taken as they stand, the rest follows.
    lines = out.partition("Add to mkdocs.yml:\n")[2].partition("\n\nAdd")[0]
    added = "\n".join(line[2:] for line in lines.splitlines()).partition("nav:")
    (home / "mkdocs.yml").write_text(OWN_SITE + added[2].strip("\n") + "\n" + added[0])
    out = ok(afterword("init", "."))
    assert "wrote docs/reports/2026/2026-05-18-our-first-near-miss.md" in out
    assert "Nothing was written" not in out
    assert "<!-- afterword:newest -->" in out
    assert {name: (home / name).read_text() for name in ours if name != "mkdocs.yml"} == {
        name: text for name, text in ours.items() if name != "mkdocs.yml"
    }
    found = read_site_config(home / "mkdocs.yml", {})
    assert (found.settings.zone, found.docs) == ("Europe/Berlin", home / "docs")
    assert set(EXTENSIONS) == set(found.content["markdown_extensions"])
    assert afterword("check", "--pedantic").exit_code == 0
    assert "27 files" not in ok(afterword("init", "."))


def test_a_site_that_has_the_plugin_but_opens_its_documents_is_not_filled(afterword: Run, home: Path) -> None:
    (home / "mkdocs.yml").write_text(OWN_SITE + "exclude_docs: |\n  /reports/\nplugins: [search, afterword]\n")
    (home / "docs").mkdir()
    out = ok(afterword("init", "."))
    assert re.search(r"exclude_docs: \|\n +/evidence/\n +/_\*\n", out)
    assert "plugins:" not in out
    assert list((home / "docs").iterdir()) == []


def test_edited_settings_that_open_the_documents_hold_them_back(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a"))
    config = home / "a/mkdocs.yml"
    config.write_text(config.read_text().replace("  /_*\n", ""))
    (home / "a/postmortems/_systems.yml").unlink()
    before = tree(home)
    out = ok(afterword("init", "a", "--restore"))
    assert "Add to a/mkdocs.yml:\n\n  exclude_docs: |\n    /_*\n\nNothing was written below `postmortems/`" in out
    assert tree(home) == before


def test_the_banner_goes_to_the_theme_folder_that_is_there(afterword: Run, home: Path) -> None:
    (home / "mkdocs.yml").write_text(OWN_SITE + "theme: {name: material, custom_dir: docs-theme}\n")
    (home / "docs-theme").mkdir()
    (home / "docs-theme/main.html").write_text('{% extends "base.html" %}\n')
    out = ok(afterword("init", "."))
    assert "custom_dir" not in out
    assert "Add to docs-theme/main.html:\n\n  {% block announce %}{% if not config.extra.afterword %}" in out
    assert not (home / "overrides").exists()


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "afterword[mkdocs]=={version}"),
        ('{"url": "file:///somewhere/afterword", "dir_info": {}}', "afterword[mkdocs]=={version}"),
        ('{"url": "https://git.example.com/org/afterword", "vcs_info": {"vcs": "git", "commit_id": "' + "a1" * 20 + '"}}',
         "afterword[mkdocs] @ git+https://git.example.com/org/afterword@" + "a1" * 20),
        ('{"url": "https://me:secret@git.example.com/a", "vcs_info": {"vcs": "git", "commit_id": "' + "a1" * 20 + '"}}',
         "afterword[mkdocs]=={version}"),
    ],
)  # fmt: skip
def test_what_is_required_comes_from_where_this_came_from(
    afterword: Run, home: Path, monkeypatch: pytest.MonkeyPatch, origin: str | None, line: str
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            return origin if name == "direct_url.json" else None

    monkeypatch.setattr(parts.metadata, "distribution", lambda _name: Installed())
    ok(afterword("init", "a"))
    assert (home / "a/requirements.txt").read_text().splitlines()[-1] == line.format(version=__version__)


def test_files_of_other_names_do_the_same_work(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a"))
    config = (home / "a/mkdocs.yml").read_text()
    for name, text in {"properdocs.yml": config, "postmortems/README.md": "# Home\n", "CODEOWNERS": "* @us\n"}.items():
        (home / "b" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "b" / name).write_text(text)
    ok(afterword("init", "b"))
    assert set(tree(home / "b")) == (FILES | {"properdocs.yml", "postmortems/README.md", "CODEOWNERS"}) - {
        "mkdocs.yml", "postmortems/index.md", ".github/CODEOWNERS",
    }  # fmt: skip


def test_reports_that_are_there_need_no_first_draft(afterword: Run, home: Path) -> None:
    ok(afterword("init", "a"))
    report = home / "b/postmortems/reports/2025/2025-01-01-ours.md"
    report.parent.mkdir(parents=True)
    report.write_text((home / "a" / DRAFT).read_text())
    ok(afterword("init", "b"))
    assert [path.name for path in (home / "b/postmortems/reports").rglob("*.md")] == ["2025-01-01-ours.md"]


def test_settings_that_cannot_be_read_exit_with_2(afterword: Run, home: Path) -> None:
    (home / "mkdocs.yml").write_text("plugins: [\n")
    result = afterword("init", ".")
    assert result.exit_code == 2
    assert "mkdocs.yml:2" in result.stderr
    assert set(tree(home)) == {"mkdocs.yml"}


@pytest.mark.parametrize("docs", [".", "..", "../elsewhere", "/etc", "a b"])
def test_a_documents_folder_elsewhere_is_refused(afterword: Run, home: Path, docs: str) -> None:
    (home / "r").mkdir()
    (home / "r/mkdocs.yml").write_text(f"docs_dir: {docs}\n")
    assert afterword("init", "r").exit_code == 2
    assert set(tree(home)) == {"r/mkdocs.yml"}


# A bigger repository.


def test_below_the_root_of_a_repository_the_workflows_are_told_to_move(afterword: Run, home: Path) -> None:
    (home / ".git").mkdir()
    out = ok(afterword("init", "teams/learning", "--repo-url", "https://github.com/example-org/mono"))
    root = home / "teams/learning"
    told = out.partition("at the root of the repository alone.")[2]
    assert "  teams/learning/.github/workflows/check.yml" in told
    assert "  teams/learning/.vscode/tasks.json" in told
    for name in ("check", "publish"):
        content = read_yaml(root / f".github/workflows/{name}.yml")
        job = next(iter(content["jobs"].values()))
        assert job["defaults"]["run"]["working-directory"] == "teams/learning"
        on = content[True]
        assert on["push"]["paths"] == ["teams/learning/**"] if name == "check" else "push" not in on
    assert "/teams/learning/postmortems/reports/" in (root / ".github/CODEOWNERS").read_text()
    site = read_site_config(root / "mkdocs.yml", {})
    assert site.edit_url == "https://github.com/example-org/mono/edit/main/teams/learning/postmortems/"
    assert not (home / ".github").exists()
    (home / ".github").mkdir()
    (root / ".github/workflows").rename(home / ".github/workflows")
    assert "left out teams/learning/.github/workflows/check.yml" in ok(afterword("init", "teams/learning"))


@pytest.mark.parametrize("name", ["two words", "a${{ github.token }}", "a*b", "#x"])
def test_a_folder_whose_name_a_workflow_would_read_otherwise_is_refused(afterword: Run, home: Path, name: str) -> None:
    (home / ".git").mkdir()
    result = afterword("init", name)
    assert result.exit_code == 2
    assert "rename it" in result.stderr
    assert tree(home) == {}


# What cannot be written.


def test_a_file_is_no_folder(afterword: Run, home: Path) -> None:
    (home / "a").write_text("ours")
    for name in ("a", "a/b"):
        result = afterword("init", name)
        assert result.exit_code == 2
        assert len(result.stderr.splitlines()) == 1
    assert tree(home) == {"a": b"ours"}


@pytest.mark.parametrize("name", ["postmortems", ".github", "overrides"])
def test_a_link_or_a_file_in_the_place_of_a_folder_is_refused(afterword: Run, home: Path, name: str) -> None:
    (home / "elsewhere").mkdir()
    for folder, make in (("a", lambda path: path.symlink_to(home / "elsewhere")), ("b", Path.touch)):
        (home / folder).mkdir()
        make(home / folder / name)
        result = afterword("init", folder)
        assert result.exit_code == 2
        assert f"`{name}` is" in result.stderr
        assert [each.name for each in (home / folder).iterdir()] == [name]
    assert list((home / "elsewhere").iterdir()) == []


def test_a_link_in_the_place_of_a_file_is_left(afterword: Run, home: Path) -> None:
    (home / "a").mkdir()
    (home / "a/README.md").symlink_to(home / "nowhere.md")
    assert "left a/README.md: it was here before" in ok(afterword("init", "a"))
    assert (home / "a/README.md").is_symlink()
    assert not (home / "nowhere.md").exists()


def test_a_link_to_a_folder_is_followed_where_it_was_named(afterword: Run, home: Path) -> None:
    (home / "real").mkdir()
    (home / "a").symlink_to(home / "real")
    ok(afterword("init", "a"))
    assert set(tree(home / "real")) == FILES
    (home / "b").symlink_to(home / "nowhere")
    assert afterword("init", "b").exit_code == 2


def test_where_one_file_cannot_be_written_all_is_as_it_was(
    afterword: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ok(afterword("init", "old"))
    (home / "old/.editorconfig").unlink()
    before = tree(home)
    of_version(monkeypatch, "0.2.0", more="\nNew.\n")
    real = write.create_file
    reached = []

    def full(path: Path, data: bytes) -> bool:
        if path.name in {"init.json", ".editorconfig"}:
            reached.append(path.name)
            message = f"`{path.name}` cannot be written: no space left on device"
            raise Refusal(message)
        return real(path, data)

    monkeypatch.setattr(write, "create_file", full)
    for arguments in (("new/deep",), ("old", "--restore")):
        result = afterword("init", *arguments)
        assert result.exit_code == 2
        assert "no space left" in result.stderr
    assert reached == [".editorconfig"] * 2
    assert tree(home) == before
    assert [path.name for path in home.iterdir()] == ["old"]


def test_a_place_that_takes_no_files_is_told(afterword: Run, home: Path) -> None:
    result = afterword("init", "/proc/afterword-learning")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


# What is shipped.


def test_the_banner_is_that_of_the_example_site(root: Path) -> None:
    shipped = root / "plugins/afterword/commands/scaffold/templates/main.html"
    assert shipped.read_bytes() == (root / "overrides/main.html").read_bytes()


def test_the_home_page_is_that_of_the_example_site(root: Path) -> None:
    shipped = root / "plugins/afterword/commands/scaffold/templates/index.md"
    assert shipped.read_bytes() == (root / "postmortems/index.md").read_bytes()


def test_the_site_is_set_up_as_the_example_is(afterword: Run, home: Path, root: Path) -> None:
    ok(afterword("init", "a"))
    ours, example = read_yaml(home / "a/mkdocs.yml"), read_yaml(root / "mkdocs.yml")
    for key in ("docs_dir", "watch", "exclude_docs", "theme", "extra", "markdown_extensions", "nav", "validation"):
        assert ours[key] == example[key], key
    assert {next(iter(each)) if isinstance(each, dict) else each for each in ours["markdown_extensions"]} == set(
        EXTENSIONS
    )


def test_workflows_are_sound(afterword: Run, home: Path) -> None:
    (home / "big/.git").mkdir(parents=True)
    for folder in ("a", "big/learning"):
        ok(afterword("init", folder))
        files = [
            str(home / folder / ".github/workflows" / f"{name}.yml")
            for name in ("check", "publish", "digest", "trackers", "approvals", "draft")
        ]
        tools = Path(sys.executable).parent
        for command in (
            [tools / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", home / folder / ".gitlab-ci.yml"],
            [tools / "zizmor", "--offline", "--persona", "pedantic", "--no-progress", *files],
            [tools / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files],
            [tools / "check-jsonschema", "--builtin-schema", "custom.github-workflows-require-timeout", *files],
        ):
            ran = subprocess.run(command, capture_output=True, text=True, check=False)
            assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("host", "site", "allowed"),
    [
        ("", "public", True), ("", "company", False), ("", "restricted", False), ("public", "company", False),
        ("company", "public", True), ("company", "company", True), ("company", "restricted", False),
        ("restricted", "restricted", True), ("private", "company", False), ("", None, False), ("Company", "company", False),
        ("restricted", "anything", False), ("*", "company", False),
    ],
)  # fmt: skip
def test_the_site_is_published_only_where_the_host_is_narrow_enough(
    afterword: Run, home: Path, host: str, site: str | None, allowed: bool
) -> None:
    ok(afterword("init", "a"))
    steps = read_yaml(home / "a/.github/workflows/publish.yml")["jobs"]["build"]["steps"]
    script = next(step["run"] for step in steps if step.get("id") == "audience")
    on_gitlab = next(each for each in read_yaml(home / "a/.gitlab-ci.yml")["pages"]["script"] if "case" in each)
    # The step reads one value with jq, which is not on every machine where the tests run.
    folder = home / "bin"
    folder.mkdir()
    (folder / "jq").write_text('#!/bin/sh\nexec cat "$3"\n' if site else "#!/bin/sh\nexit 2\n")
    (folder / "jq").chmod(0o755)
    (home / "site/api/v1").mkdir(parents=True)
    (home / "site/api/v1/reports.json").write_text(f"{site}\n")
    environ = {"PATH": f"{folder}:/usr/bin:/bin", "HOST": host, "GITHUB_OUTPUT": str(home / "output")}
    ran = subprocess.run(
        ["bash", "-e", "-c", script], cwd=home, env=environ, capture_output=True, text=True, check=False
    )
    output = (home / "output").read_text() if (home / "output").exists() else ""
    assert (ran.returncode == 0 and output == "allowed=true\n") == allowed
    if not allowed and site:
        assert output == "allowed=false\n"
        assert "::warning title=Not published::" in ran.stdout
    environ = {"PATH": environ["PATH"], **({"AFTERWORD_HOST_AUDIENCE": host} if host else {})}
    ran = subprocess.run(
        ["sh", "-e", "-c", on_gitlab], cwd=home, env=environ, capture_output=True, text=True, check=False
    )
    assert (ran.returncode == 0) == allowed


def test_an_empty_word_is_not_the_current_folder(tmp_path: Path, afterword: Run) -> None:
    ran = afterword("init", "")
    assert ran.exit_code == 2
    assert "it is empty" in ran.output
