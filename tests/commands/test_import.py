"""`afterword import` on the disk: every file accounted for, nothing changed twice, nothing of people's lost."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.archive.sample import ACCUSING, PNG, SECRET, write_archive, write_many

from afterword.archive.sources import list_sources
from conftest import CONFIG, DRAFT, Repository

Run = Callable[..., Result]
FOR_COMPANY = CONFIG.replace("zone:", "audience: company\n      import: {audience: company}\n      zone:")


@pytest.fixture
def archive(tmp_path: Path, repository: Repository) -> Path:
    (repository.root / "mkdocs.yml").write_text(FOR_COMPANY)
    return write_archive(tmp_path / "archive")


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def report(repository: Repository, report_id: str) -> Path:
    return repository.reports / report_id[:4] / f"{report_id}.md"


def test_every_file_is_accounted_for(archive: Path, repository: Repository, afterword: Run) -> None:
    ran = afterword("import", archive, "--into", repository.root)
    assert ran.exit_code == 0, ran.output
    pictures = {"2018/img/graph.png", "2011-05-06-bundle/p.png"}
    sources = {path.read_bytes(): path for path in repository.root.rglob("reports/*/*.md")}
    imported = {
        line.split("path: ")[1].split("\n")[0].strip("'\"") for data in sources if "path: " in (line := data.decode())
    }
    for file in list_sources(archive):
        assert file.place in imported or file.place in pictures or f"  {file.place}: " in ran.output, file.place
    assert "17 new" in ran.output
    assert "2 held back" in ran.output


def test_the_prose_is_kept_byte_for_byte(archive: Path, repository: Repository, afterword: Run) -> None:
    afterword("import", archive, "--into", repository.root)
    for place, report_id, begins in (
        ("2018/outage.md", "2018-05-04-search-was-down", b"# Search"), ("bom-2017-01-02.md", "2017-01-02-with-a-mark", b"# With"),
        ("_posts/2019-03-01-queue-stopped.md", "2019-03-01-queue-stopped", b"---\n\nA rule"), ("content/posts/drift.md", "2020-07-08-model-drift", b"Hugo"),
        ("unclosed.md", "2012-11-11-unclosed", b"---\ntitle: x\n"),
    ):  # fmt: skip
        source, written = (archive / place).read_bytes(), report(repository, report_id).read_bytes()
        prose = source[source.index(begins) :]
        assert written.endswith(b"---\n" + prose), place
        assert hashlib.sha256(source).hexdigest().encode() in written


def test_a_second_run_changes_no_byte(archive: Path, repository: Repository, afterword: Run) -> None:
    afterword("import", archive, "--into", repository.root)
    before = {
        path: (data, (repository.root / path).stat().st_mtime_ns) for path, data in snapshot(repository.root).items()
    }
    ran = afterword("import", archive, "--into", repository.root)
    after = {
        path: (data, (repository.root / path).stat().st_mtime_ns) for path, data in snapshot(repository.root).items()
    }
    assert after == before
    assert "17 unchanged" in ran.output


def test_ids_stay_when_files_are_added(archive: Path, repository: Repository, afterword: Run) -> None:
    afterword("import", archive, "--into", repository.root)
    before = snapshot(repository.reports)
    (archive / "a").mkdir()
    (archive / "a/2016-01-01-disk-full.md").write_text("# Disk full\n\nThree, and first by name.\n")
    afterword("import", archive, "--into", repository.root)
    after = snapshot(repository.reports)
    assert set(after) - set(before) == {"2016/2016-01-01-disk-full-3.md"}
    assert all(after[path] == data for path, data in before.items())


def test_a_changed_file_updates_what_nobody_edited(archive: Path, repository: Repository, afterword: Run) -> None:
    afterword("import", archive, "--into", repository.root)
    for place in ("same", "other"):
        (archive / place / "2016-01-01-disk-full.md").write_text("# Disk fuller\n\nChanged.\n")
    edited = report(repository, "2016-01-01-disk-full-2")
    edited.write_text(edited.read_text() + "\nA remark of ours.\n")
    kept = edited.read_bytes()
    (archive / "list.md").unlink()
    (archive / "2018/outage.md").rename(archive / "2018/moved.md")
    ran = afterword("import", archive, "--into", repository.root)
    assert "Changed." in report(repository, "2016-01-01-disk-full").read_text()
    assert edited.read_bytes() == kept
    assert (
        "Changed in the archive and here, to be merged by hand:\n  same/2016-01-01-disk-full.md: 2016-01-01-disk-full-2"
        in ran.output
    )
    assert "list.md: 2012-12-12-list" in ran.output
    assert report(repository, "2012-12-12-list").exists()
    moved = report(repository, "2018-05-04-search-was-down").read_text()
    assert "path: 2018/moved.md" in moved
    assert "it was `2018/outage.md`" in ran.output


def test_an_edited_report_of_an_unchanged_file_is_left_without_a_word(
    archive: Path, repository: Repository, afterword: Run
) -> None:
    afterword("import", archive, "--into", repository.root)
    edited = report(repository, "2016-01-01-disk-full")
    edited.write_text(edited.read_text().replace("lifecycle: imported", "lifecycle: imported\ntags: [disk]"))
    kept = edited.read_bytes()
    ran = afterword("import", archive, "--into", repository.root)
    assert edited.read_bytes() == kept
    assert "merged by hand" not in ran.output
    assert "1 changed here since" in ran.output


def test_a_mapping_is_begun_and_used(archive: Path, repository: Repository, afterword: Run, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yml"
    ran = afterword("import", archive, "--into", repository.root, "--map", mapping)
    assert ran.exit_code == 0
    assert "Nothing is imported yet" in ran.output
    assert not list(repository.root.rglob("reports/*/*.md"))
    mapping.write_text(
        "fields: {severity: severity, categories: tags, company: system.provider, product: system.name}\n"
        "values: {severity: {P1: sev1}}\nfiles:\n  nodate.md: {date: 2010-02}\n  ja/sjis.md: {encoding: shift_jis}\n"
        "  named.md: {skip: it names its author}\n  gone.md: {title: x}\n"
    )
    ran = afterword("import", archive, "--into", repository.root, "--map", mapping)
    assert ran.exit_code == 0, ran.output
    queue = report(repository, "2019-03-01-queue-stopped").read_text()
    assert "severity: sev1\ntags:\n- a-b\n- c-d\n" in queue
    assert "name: Grids" in report(repository, "2012-07-30-grid-failed").read_text()
    assert report(repository, "2010-02-no-date-here").exists()
    assert "障害" in next(repository.reports.glob("2020/2020-01-02-report-*.md")).read_text()
    assert "named.md: the mapping says: it names its author" in ran.output
    assert "  gone.md" in ran.output
    assert afterword("check").exit_code == 0


def test_a_wrong_mapping_imports_nothing(archive: Path, repository: Repository, afterword: Run, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yml"
    mapping.write_text("fields:\n  sev: severty\nfiels: {}\n")
    ran = afterword("import", archive, "--into", repository.root, "--map", mapping)
    assert ran.exit_code == 2
    assert "map.yml:2:8 `severty`" in ran.output
    assert "map.yml:3:1 `fiels`" in ran.output
    assert not list(repository.root.rglob("reports/*/*.md"))


def test_pictures_become_evidence(archive: Path, repository: Repository, afterword: Run) -> None:
    (archive / "2018/outage.md").write_bytes(
        b"# Down on 2018-05-04\n![a](img/graph.png) ![b](../2011-05-06-bundle/p.png) ![c](img/evil.svg) ![d](../../secret.png)"
        b" ![e](img/fake.png) ![f](/etc/x.png) ![g](img/link.png)\n"
    )
    (archive / "2018/img/fake.png").write_text("<script>")
    (archive.parent / "secret.png").write_bytes(PNG)
    (archive / "2018/img/link.png").symlink_to(archive.parent / "secret.png")
    ran = afterword("import", archive, "--into", repository.root)
    folder = repository.root / "postmortems/evidence/2018-05-04-down"
    assert sorted(path.name for path in folder.iterdir()) == ["graph.png", "p.png"]
    for told in (
        "evil.svg`: an SVG",
        "../secret.png`: it lies outside",
        "fake.png`: its name ends",
        "link.png`: it is a link",
    ):
        assert told in ran.output
    assert afterword("check").exit_code == 0
    (archive / "2018/outage.md").write_bytes(b"# Down on 2018-05-04\n![a](img/graph.png)\n")
    afterword("import", archive, "--into", repository.root)
    assert sorted(path.name for path in folder.iterdir()) == ["graph.png"]
    assert "AW509" not in afterword("check").output


@pytest.mark.parametrize(
    ("audience", "repository_audience", "access"),
    [("public", "company", "access: company"), ("public", "public", None), (None, "company", None)],
)
def test_no_picture_is_shown_to_more_than_the_company(
    archive: Path,
    repository: Repository,
    afterword: Run,
    audience: str | None,
    repository_audience: str,
    access: str | None,
) -> None:
    settings = f"repository_audience: {repository_audience}\n      " + (
        f"import: {{audience: {audience}}}\n      " if audience else ""
    )
    (repository.root / "mkdocs.yml").write_text(CONFIG.replace("zone:", settings + "zone:"))
    ran = afterword("import", archive, "--into", repository.root)
    written = report(repository, "2018-05-04-search-was-down").read_text()
    assert (access in written) if access else ("evidence:" not in written)
    assert ("what it shows is not known" in ran.output) is (access is None)
    assert afterword("check").exit_code == 0


def test_what_is_narrower_than_the_repository_is_not_written(
    archive: Path, repository: Repository, afterword: Run, tmp_path: Path
) -> None:
    (tmp_path / "map.yml").write_text("files: {long.md: {audience: restricted}}\n")
    ran = afterword("import", archive, "--into", repository.root, "--map", tmp_path / "map.yml")
    assert "long.md: it is for `restricted`, and `repository_audience: company` can clone" in ran.output
    assert not list(repository.reports.glob("2015/*"))


def test_clearing(archive: Path, repository: Repository, afterword: Run) -> None:
    afterword("import", archive, "--into", repository.root)
    held = "2014-02-03-node-not-drained"
    ran = afterword("check", "--select", "AW515")
    assert "AW515" in ran.output
    assert SECRET[:16] not in ran.output
    assert "forgot" not in ran.output
    ran = afterword("import", "--into", repository.root, "--clear", held, "2014-03-03-named-author")
    assert ran.exit_code == 0, ran.output
    assert "cleared of 1 secret and 2 accusing phrases" in ran.output
    assert "AW515" not in afterword("check").output
    state = json.loads((repository.root / "postmortems/_state/import-audit.json").read_text())
    assert [(each["id"], each["cleared_on"]) for each in state["cleared"]] == [
        (held, "2026-05-18"),
        ("2014-03-03-named-author", "2026-05-18"),
    ]
    assert SECRET not in json.dumps(state)
    path = report(repository, held)
    path.write_text(path.read_text() + "\nA later remark.\n")
    assert "AW515" not in afterword("check").output
    path.write_text(path.read_text() + f"\n{ACCUSING.replace('node', 'queue')} Ask Jane Doe.\n")
    assert "1 mention of a person and 2 accusing phrases" in afterword("check").output
    (repository.root / "postmortems/_state/import-audit.json").unlink()
    assert afterword("check").output.count("AW515") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--clear", "2014-02-03-node-not-draind"], "did you mean `2014-02-03-node-not-drained`?"),
        (["--clear", "2026-03-11-own"], "is no imported report"),
        ([], "name the archive's folder"),
        (["nowhere"], "`nowhere` is no folder"),
    ],
)
def test_what_cannot_be_cleared(
    archive: Path, repository: Repository, afterword: Run, arguments: list[str], told: str
) -> None:
    repository.write("2026-03-11-own", DRAFT)
    afterword("import", archive, "--into", repository.root)
    ran = afterword("import", "--into", repository.root, *arguments)
    assert ran.exit_code == 2
    assert told in ran.output
    assert not (repository.root / "postmortems/_state").exists()


def test_a_broken_file_of_clearances_is_not_overwritten(archive: Path, repository: Repository, afterword: Run) -> None:
    afterword("import", archive, "--into", repository.root)
    path = repository.root / "postmortems/_state/import-audit.json"
    path.parent.mkdir()
    path.write_text("{")
    assert afterword("import", "--into", repository.root, "--clear", "2014-03-03-named-author").exit_code == 2
    assert path.read_text() == "{"
    assert "AW411" in afterword("check").output


def test_a_folder_without_a_site_is_refused(archive: Path, tmp_path: Path, afterword: Run) -> None:
    (tmp_path / "bare").mkdir()
    ran = afterword("import", archive, "--into", tmp_path / "bare")
    assert ran.exit_code == 2
    assert "afterword init" in ran.output


def test_a_folder_within_another_site_is_refused(archive: Path, repository: Repository, afterword: Run) -> None:
    (repository.root / "inner").mkdir()
    assert afterword("import", archive, "--into", repository.root / "inner").exit_code == 2
    shutil.copytree(archive, repository.root / "postmortems/old", symlinks=True)
    ran = afterword("import", repository.root / "postmortems/old", "--into", repository.root)
    assert ran.exit_code == 2
    assert "keep the archive beside the repository" in ran.output


def test_two_archives_with_the_same_paths(
    archive: Path, repository: Repository, afterword: Run, tmp_path: Path
) -> None:
    shutil.copytree(archive, tmp_path / "second", symlinks=True)
    afterword("import", archive, "--into", repository.root)
    ran = afterword("import", tmp_path / "second", "--into", repository.root)
    assert "17 new" in ran.output
    assert len(list(repository.reports.rglob("*.md"))) == 34
    assert afterword("check").exit_code == 0


def test_nothing_is_written_through_a_link(
    archive: Path, repository: Repository, afterword: Run, tmp_path: Path
) -> None:
    target = tmp_path / "elsewhere.md"
    target.write_text("mine")
    (repository.reports / "2015").mkdir(parents=True)
    afterword("import", archive, "--into", repository.root)
    written = next(repository.reports.glob("2015/*.md"))
    written.unlink()
    written.symlink_to(target)
    afterword("import", archive, "--into", repository.root)
    assert target.read_text() == "mine"


def test_no_report_needs_an_audience_to_be_told_of(archive: Path, repository: Repository, afterword: Run) -> None:
    (repository.root / "mkdocs.yml").write_text(CONFIG)
    ran = afterword("import", archive, "--into", repository.root)
    assert "until `import: {audience: …}` is set" in ran.output


def test_hostile_names_and_fields_print_as_they_are(repository: Repository, afterword: Run, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "a\n::error::b 2019-01-01.md").write_text("# x\n")
    (folder / b"\xff2019-01-02.md".decode("utf-8", "surrogateescape")).write_text("# y\n")
    (folder / "c 2019-01-03.md").write_text(
        '---\ntitle: "[x](javascript:alert(1)) \\u202e\\u0007<script>"\n"\\e[31mkey": 1\n---\nz\n'
    )
    ran = afterword("import", folder, "--into", repository.root)
    assert ran.exit_code == 0, ran.output
    assert "\n::error::" not in ran.output
    assert "\x1b" not in ran.output
    assert "3 new" in ran.output
    assert afterword("check").exit_code == 0


def test_140_files(repository: Repository, afterword: Run, tmp_path: Path) -> None:
    (repository.root / "mkdocs.yml").write_text(FOR_COMPANY)
    write_many(tmp_path / "many", 140)
    ran = afterword("import", tmp_path / "many", "--into", repository.root)
    assert "140 reports (140 new)\nnone held back, 1 link to nothing" in ran.output
    stems = [path.stem for path in repository.reports.rglob("*.md")]
    assert len({stem.casefold() for stem in stems}) == 140
    assert max(len(stem) for stem in stems) <= 120
    assert afterword("check").output.splitlines()[-1] == "140 reports, 0 errors, 1 warning"


@pytest.mark.heavy
def test_2000_files(repository: Repository, afterword: Run, tmp_path: Path) -> None:
    (repository.root / "mkdocs.yml").write_text(FOR_COMPANY)
    write_many(tmp_path / "many", 2000)
    assert "2,000 new" in afterword("import", tmp_path / "many", "--into", repository.root).output
    before = snapshot(repository.root)
    assert "2,000 unchanged" in afterword("import", tmp_path / "many", "--into", repository.root).output
    assert snapshot(repository.root) == before
