"""`evidence add` in a repository: what is written, what is refused, and that nothing is left half done."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from tests.commands.conftest import DRAFT, Repository

from afterword.commands.evidence import add as command
from afterword.commands.evidence import rewrite as rewriting
from afterword.commands.locked import lock_folder
from afterword.commands.refusal import Refusal

ID = "2026-05-18-two-answers"
KEY = "sk-" + "proj-" + "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7dEf0h"
LOG = "09:00 the assistant answered twice\n"
Run = Callable[..., Result]


@pytest.fixture
def report(repository: Repository) -> Path:
    (repository.root / "answers.log").write_text(LOG)
    return repository.write(ID, DRAFT)


def entries(report: Path) -> Any:
    return yaml.load(report.read_bytes().decode("utf-8-sig").split("---")[1], Loader=yaml.BaseLoader)["evidence"]


def tree(root: Path) -> dict[str, bytes]:
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in root.rglob("*") if each.is_file()}


def test_a_file_is_copied_and_entered(afterword: Run, repository: Repository, report: Path) -> None:
    ran = afterword("evidence", "add", ID, "answers.log", "--captured-at", "2026-05-18T09:00:00+02:00",
                    "--personal-data", "none", "--retention-until", "2027-05-18")  # fmt: skip
    assert ran.exit_code == 0, ran.output
    copy = repository.root / "postmortems" / "evidence" / ID / "answers.log"
    assert copy.read_text() == LOG
    assert entries(report) == [
        {
            "id": "EV-1", "kind": "log", "title": "Answers", "captured_at": "2026-05-18T09:00:00+02:00",
            "uri": f"evidence/{ID}/answers.log", "sha256": hashlib.sha256(LOG.encode()).hexdigest(),
            "access": "company", "personal_data": "none", "retention_until": "2027-05-18",
        }
    ]  # fmt: skip
    assert "evidence:" not in DRAFT
    lines = report.read_text().splitlines()
    assert [each for each in lines if each in DRAFT.splitlines()] == DRAFT.splitlines()
    assert afterword("check").exit_code == 0
    again = afterword("evidence", "add", str(report), "answers.log")
    assert (again.exit_code, again.output) == (0, "answers.log is EV-1 already: Answers\nnothing was written\n")


def test_line_ends_bom_and_mode_stay(afterword: Run, repository: Repository, report: Path) -> None:
    report.write_bytes(("\ufeff" + DRAFT.replace("\n", "\r\n")).encode())
    report.chmod(0o640)
    assert afterword("evidence", "add", ID, "answers.log").exit_code == 0
    after = report.read_bytes().decode()
    assert after.startswith("\ufeff---\r\n")
    assert "\n" not in after.replace("\r\n", "")
    assert after.replace(after[after.index("evidence:") : after.index("---\r\n", 9)], "") == "\ufeff" + DRAFT.replace(
        "\n", "\r\n"
    )
    assert report.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("arguments", "access", "why"),
    [
        (["--access", "restricted"], "restricted", "the repository is open to `company`"),
        (["--personal-data", "present"], "company", "personal data"),
        (["--uri", "https://evidence.example.com/a.log"], "company", "kept at its address"),
    ],
)
def test_what_fewer_may_read_is_only_pointed_to(
    afterword: Run, repository: Repository, report: Path, arguments: list[str], access: str, why: str
) -> None:
    (repository.root / "answers.log").write_text(f"{LOG}{KEY}\n")
    ran = afterword("evidence", "add", ID, "answers.log", *arguments)
    assert ran.exit_code == 0, ran.output
    assert why in ran.output
    assert not (repository.root / "postmortems" / "evidence").exists()
    (entry,) = entries(report)
    assert entry["access"] == access
    assert entry["sha256"] == hashlib.sha256(f"{LOG}{KEY}\n".encode()).hexdigest()
    assert entry.get("uri") == (arguments[1] if arguments[0] == "--uri" else None)
    assert afterword("check").exit_code == 0


def test_several_files_are_all_or_nothing(afterword: Run, repository: Repository, report: Path) -> None:
    (repository.root / "chat.txt").write_text(f"line\nkey {KEY}\nm.okonjo@bramblewick-energy.eu\n")
    (repository.root / "link.log").symlink_to("/etc/passwd")
    (repository.root / "data.csv").write_text("a,b\n1,2\n")
    before = tree(repository.root)
    ran = afterword("evidence", "add", ID, "answers.log", "chat.txt", "link.log", "data.csv", "gone.txt")
    assert ran.exit_code == 1
    told = ran.output.splitlines()
    assert [each.split(" ")[0] for each in told[:5]] == [
        "chat.txt:2:5",
        "chat.txt:3:1",
        "link.log",
        "gone.txt",
        "data.csv",
    ]
    assert "--access restricted" in told[5]
    assert told[6] == "nothing was written"
    assert KEY not in ran.output
    assert "okonjo" not in ran.output
    assert tree(repository.root) == before


def test_an_allowed_text_is_no_find(afterword: Run, repository: Repository, report: Path) -> None:
    (repository.root / "chat.txt").write_text(f"key {KEY}\n")
    told = afterword("evidence", "add", ID, "chat.txt").output
    digest = hashlib.sha256(KEY.encode()).hexdigest()
    assert f"`digest: {digest}`" in told
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text() + f"      allow: [{{digest: {digest}, reason: made up, until: 2027-01-01}}]\n")
    assert afterword("evidence", "add", ID, "chat.txt").exit_code == 0


def test_ids_are_never_given_twice(afterword: Run, repository: Repository, report: Path) -> None:
    text = DRAFT.replace("system:", "timeline:\n  - {at: 2026-05-18, kind: note, what: It, evidence: [EV-4]}\nsystem:")
    report.write_text(text + "\nAs ev-6 showed.\n")
    (repository.root / "chat.txt").write_text("hello\n")
    assert afterword("evidence", "add", ID, "answers.log", "chat.txt").exit_code == 0
    assert [each["id"] for each in entries(report)] == ["EV-7", "EV-8"]


def test_implied_ids_count(afterword: Run, report: Path) -> None:
    report.write_text(
        DRAFT.replace("system:", "evidence:\n- {kind: log, title: One}\n- {kind: log, title: Two}\nsystem:")
    )
    assert afterword("evidence", "add", ID, "answers.log").exit_code == 0
    assert entries(report)[2]["id"] == "EV-3"


def test_the_same_content_twice_is_told(afterword: Run, repository: Repository, report: Path) -> None:
    (repository.root / "copy.log").write_text(LOG)
    ran = afterword("evidence", "add", ID, "answers.log", "copy.log")
    assert (ran.exit_code, "same content as `answers.log`" in ran.output) == (1, True)


def test_what_was_removed_is_not_added_again(afterword: Run, report: Path) -> None:
    digest = hashlib.sha256(LOG.encode()).hexdigest()
    removed = f'{{kind: log, title: One, sha256: "{digest}", removed: {{at: 2026-05-01, because: Its time was over.}}}}'
    report.write_text(DRAFT.replace("system:", f"evidence: [{removed}]\nsystem:"))
    ran = afterword("evidence", "add", ID, "answers.log")
    assert (ran.exit_code, "EV-1, which was removed on 2026-05-01" in ran.output) == (1, True)


def test_a_name_of_an_entry_is_not_taken_again(afterword: Run, repository: Repository, report: Path) -> None:
    gone = (
        f"{{kind: log, title: One, uri: evidence/{ID}/answers.log, removed: {{at: 2026-05-01, because: It was time.}}}}"
    )
    report.write_text(DRAFT.replace("system:", f"evidence: [{gone}]\nsystem:"))
    assert afterword("evidence", "add", ID, "answers.log").exit_code == 0
    assert entries(report)[1]["uri"].endswith("/answers-2.log")


def test_a_file_in_the_reports_folder_is_entered_where_it_lies(
    afterword: Run, repository: Repository, report: Path
) -> None:
    folder = repository.root / "postmortems" / "evidence" / ID
    folder.mkdir(parents=True)
    (folder / "alerts.yaml").write_text("groups: []\n")
    assert afterword("evidence", "add", ID, folder / "alerts.yaml").exit_code == 0
    assert entries(report)[0]["uri"] == f"evidence/{ID}/alerts.yaml"
    assert [each.name for each in folder.iterdir()] == ["alerts.yaml"]
    refused = afterword("evidence", "add", ID, folder / "alerts.yaml", "--access", "restricted")
    assert (refused.exit_code, "documents folder" in refused.output) == (1, True)


def test_the_sum_of_a_report_is_bounded(afterword: Run, repository: Repository, report: Path) -> None:
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text() + "      limits: {evidence_report_bytes: 60}\n")
    assert afterword("evidence", "add", ID, "answers.log").exit_code == 0
    (repository.root / "chat.txt").write_text("It is the same answer.......\n")
    ran = afterword("evidence", "add", ID, "chat.txt")
    assert (ran.exit_code, "more than the 60 allowed" in ran.output) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--access", "public"], 2, "never for more people than its report"),
        (["--uri", "http://evidence.example.com/a"], 2, "whole https address"),
        (["--uri", "https://a:b@evidence.example.com/{a}"], 2, "whole https address"),
        (["--captured-at", "yesterday"], 2, "`--captured-at`"),
        (["--retention-until", "2026-05-17"], 2, "is over already"),
        (["--retention-until", "2026"], 2, "lacks the day"),
        (["--title", "a\x1bb"], 2, "printable"),
        (["--title", "write to m.okonjo@bramblewick-energy.eu"], 1, "stands in `--title`"),
        (["other.txt", "--title", "One"], 2, "one FILE"),
    ],
)  # fmt: skip
def test_what_no_entry_can_say_is_refused(
    afterword: Run, repository: Repository, report: Path, arguments: list[str], code: int, told: str
) -> None:
    before = tree(repository.root)
    ran = afterword("evidence", "add", ID, "answers.log", *arguments)
    assert (ran.exit_code, told in ran.output) == (code, True), ran.output
    assert tree(repository.root) == before


@pytest.mark.parametrize("audience", ["restricted", "comany"])
def test_a_narrower_or_unclear_report_copies_nothing(
    afterword: Run, repository: Repository, report: Path, audience: str
) -> None:
    report.write_text(DRAFT.replace("lifecycle:", f"audience: {audience}\nlifecycle:"))
    ran = afterword("evidence", "add", ID, "answers.log")
    assert (ran.exit_code, entries(report)[0]["access"]) == (0, "restricted"), ran.output
    assert not (repository.root / "postmortems" / "evidence").exists()


def test_a_dry_run_writes_nothing(afterword: Run, repository: Repository, report: Path) -> None:
    before = tree(repository.root)
    ran = afterword("evidence", "add", ID, "answers.log", "--dry-run")
    assert (ran.exit_code, "would have 1 more entry" in ran.output) == (0, True)
    assert tree(repository.root) == before


def test_where_no_edit_exists_the_entry_is_printed(afterword: Run, repository: Repository, report: Path) -> None:
    report.write_text(DRAFT.replace("system:", "evidence: none\nsystem:"))
    before = tree(repository.root)
    ran = afterword("evidence", "add", ID, "answers.log")
    assert ran.exit_code == 2
    assert "evidence:\n  - id: EV-1\n    kind: log" in ran.output
    assert tree(repository.root) == before


@pytest.mark.parametrize("fault", [Refusal("the disk is full"), KeyboardInterrupt(), OSError("gone")])
def test_nothing_is_left_behind_where_the_report_cannot_be_written(
    afterword: Run, repository: Repository, report: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    before = tree(repository.root)

    def fails(*_: object) -> None:
        assert (repository.root / "postmortems" / "evidence" / ID / "answers.log").exists()
        raise fault

    monkeypatch.setattr(command, "rewrite", fails)
    assert afterword("evidence", "add", ID, "answers.log").exit_code != 0
    assert tree(repository.root) == before
    assert not (repository.root / "postmortems" / "evidence").exists()


def test_a_report_that_changed_meanwhile_is_not_written_over(
    afterword: Run, repository: Repository, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = command.plan_files

    def meanwhile(*given: Any, **named: Any) -> Any:
        report.write_text(DRAFT + "\nMore.\n")
        return real(*given, **named)

    monkeypatch.setattr(command, "plan_files", meanwhile)
    ran = afterword("evidence", "add", ID, "answers.log")
    assert (ran.exit_code, "has changed since it was read" in ran.output) == (2, True)
    assert report.read_text() == DRAFT + "\nMore.\n"
    assert not (repository.root / "postmortems" / "evidence").exists()


def test_two_at_once_lose_nothing(
    afterword: Run, repository: Repository, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the comparison and the writing nobody else can write; whoever comes second finds it changed."""
    real, held = rewriting.replace_file, []

    def meanwhile(path: Path, data: bytes) -> None:
        with pytest.raises(BlockingIOError):
            lock_folder(path.parent)
        held.append(path)
        real(path, data)

    monkeypatch.setattr(rewriting, "replace_file", meanwhile)
    assert afterword("evidence", "add", ID, "answers.log").exit_code == 0
    assert held == [report]
    os.close(lock_folder(report.parent))


def test_processes_at_once_enter_what_they_say(repository: Repository, report: Path) -> None:
    running = []
    for number in range(4):
        (repository.root / f"part-{number}.log").write_text(f"09:0{number} answered\n")
        arguments = [sys.executable, "-m", "afterword", "evidence", "add", ID, f"part-{number}.log"]
        running.append(subprocess.Popen(arguments, cwd=repository.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    codes = [(each.communicate()[1], each.returncode)[1] for each in running]
    assert set(codes) <= {0, 2}
    copies = list((repository.root / "postmortems" / "evidence" / ID).iterdir())
    assert len(entries(report)) == len(copies) == codes.count(0) > 0


def test_past_six_digits_the_lowest_free_numbers_are_taken(
    afterword: Run, repository: Repository, report: Path
) -> None:
    listed = (
        "evidence:\n  - {id: EV-999999, kind: log}\n  - {id: EV-2, kind: log}\n---\n\n## What happened\n\nSee EV-4.\n"
    )
    report.write_text(DRAFT.replace("---\n\n## What happened\n", listed))
    (repository.root / "more.log").write_text("more\n")
    assert afterword("evidence", "add", ID, "answers.log", "more.log").exit_code == 0
    assert [each["id"] for each in entries(report)[2:]] == ["EV-3", "EV-5"]
    assert "AW205" not in afterword("check").output


SERIES = "time,discount_total\n2026-03-02,9\n2026-03-03,12.5\n"


def test_a_pointer_is_not_made_a_copy_unasked(afterword: Run, repository: Repository, report: Path) -> None:
    (repository.root / "total.csv").write_text(SERIES)
    assert (
        afterword("evidence", "add", ID, "total.csv", "--kind", "data-payload", "--access", "restricted").exit_code == 0
    )
    before = tree(repository.root)
    kind, access = ["--kind", "metric-series"], ["--access", "company"]
    for asked in (kind, access, kind + access):
        ran = afterword("evidence", "add", ID, "total.csv", *asked)
        assert ran.exit_code == 1
        assert f"it is EV-1 already, which says `{asked[0][2:]}:" in ran.output
        assert f"from line {report.read_text().splitlines().index('  - id: EV-1') + 1} of the report on" in ran.output
        assert ran.output.endswith("nothing was written\n")
        assert tree(repository.root) == before
    same = afterword("evidence", "add", ID, "total.csv", "--kind", "data-payload", "--access", "restricted")
    assert (same.exit_code, "is EV-1 already" in same.output) == (0, True)


@pytest.mark.parametrize("part", ["-", "_", "."])
def test_a_key_glued_to_a_word_of_a_name_is_told(
    afterword: Run, repository: Repository, report: Path, part: str
) -> None:
    name = f"named{part}{KEY}.log"
    (repository.root / name).write_text(LOG)
    before = tree(repository.root)
    for more in ([], ["--access", "restricted"]):
        ran = afterword("evidence", "add", ID, name, *more)
        assert (ran.exit_code, "stands in its name" in ran.output) == (1, True)
        assert KEY not in ran.output
        assert tree(repository.root) == before


def test_two_reports_with_one_id_are_named_by_path(afterword: Run, repository: Repository, report: Path) -> None:
    other = repository.reports / "2025" / f"{ID}.md"
    other.parent.mkdir()
    other.write_text(DRAFT)
    ran = afterword("evidence", "add", ID, "answers.log")
    assert (ran.exit_code, "more than one report" in ran.output) == (2, True)
    assert afterword("evidence", "add", "2026-05-18-two-answer", "answers.log").output.endswith(f"mean `{ID}`?\n")


def test_a_copy_that_git_ignores_is_told(afterword: Run, repository: Repository, report: Path) -> None:
    subprocess.run(["git", "init", "-q", "."], cwd=repository.root, check=True)
    (repository.root / ".gitignore").write_text("*.log\n")
    (repository.root / "chat.txt").write_text("hello\n")
    told = afterword("evidence", "add", ID, "answers.log", "chat.txt").output
    assert f"`git add --force postmortems/evidence/{ID}/answers.log`" in told
    assert told.count("--force") == 1


@pytest.mark.parametrize("name", ["::error::x.log", "a\nb.log", "\x1b[31mred.log", "‮gol.log", "-rf.log"])
def test_odd_names_are_printed_and_kept_safely(afterword: Run, repository: Repository, report: Path, name: str) -> None:
    (repository.root / name).write_text(LOG)
    ran = afterword("evidence", "add", ID, "--", name)
    assert ran.exit_code == 0, ran.output
    kept = [each.name for each in (repository.root / "postmortems" / "evidence" / ID).iterdir()]
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*\.log", kept[0])
    (repository.root / name).write_text(KEY)
    refused = afterword("evidence", "add", ID, "--", name).output
    assert not any(line.startswith("::") for line in refused.splitlines())
    assert "\x1b" not in refused + ran.output
    assert "‮" not in refused + ran.output
    assert afterword("check").exit_code == 0
