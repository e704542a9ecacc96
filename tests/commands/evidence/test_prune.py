"""`evidence prune`: what goes, what stays and why, and that report and files change together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from tests.commands.conftest import DRAFT, Repository

from afterword.commands.evidence import remove as module
from afterword.commands.locked import lock_folder

ID = "2026-05-18-two-answers"
ROWS = "area,was,is\na,1,1\nb,0,1\n"
DIGEST = hashlib.sha256(ROWS.encode()).hexdigest()
OVER = "2026-05-17"
Run = Callable[..., Result]


def entry(number: int, *lines: str, name: str = "rows.csv", until: str = OVER) -> str:
    first = [f"id: EV-{number}", "kind: data-payload", f"title: Rows {number}", f"uri: evidence/{ID}/{name}"]
    return "  - " + "\n    ".join([*first, f'sha256: "{DIGEST}"', f"retention_until: {until}", *lines]) + "\n"


def write(
    repository: Repository, entries: str, *, more: str = "", body: str = "", names: tuple[str, ...] = ("rows.csv",)
) -> Path:
    folder = repository.root / "postmortems" / "evidence" / ID
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(ROWS)
    return repository.write(ID, DRAFT.replace("system:", f"evidence:\n{entries}{more}system:") + body)


def entries(report: Path) -> Any:
    return yaml.load(report.read_text().split("---")[1], Loader=yaml.BaseLoader)["evidence"]


def tree(root: Path) -> dict[str, bytes]:
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in root.rglob("*") if each.is_file()}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_file_goes_and_the_entry_says_so(afterword: Run, repository: Repository, end: str) -> None:
    report = write(repository, entry(1) + entry(2, name="week.csv", until="2026-05-18"), names=("rows.csv", "week.csv"))
    text = report.read_text().replace("\n", end)
    report.write_bytes(text.encode())
    before = tree(repository.root)
    for arguments in ((), ("--dry-run",), (ID,)):
        shown = afterword("evidence", "prune", *arguments)
        assert (shown.exit_code, "1 piece of evidence would be removed" in shown.output) == (0, True), shown.output
        assert tree(repository.root) == before
    ran = afterword("evidence", "prune", "--apply")
    assert ran.exit_code == 0, ran.output
    assert "history of the repository" in ran.output
    folder = repository.root / "postmortems" / "evidence" / ID
    assert [each.name for each in folder.iterdir()] == ["week.csv"]
    line = "    removed: {at: 2026-05-18, because: Its retention ended on 2026-05-17.}"
    assert report.read_bytes().decode() == text.replace(
        f"retention_until: {OVER}{end}", f"retention_until: {OVER}{end}{line}{end}", 1
    )
    checked = afterword("check")
    assert (checked.exit_code, "0 errors, 0 warnings" in checked.output) == (0, True), checked.output
    again = afterword("evidence", "prune", "--apply")
    assert (again.exit_code, again.output) == (0, "no evidence is past its retention\n")


def test_an_empty_folder_goes_too(afterword: Run, repository: Repository) -> None:
    write(repository, entry(1))
    assert afterword("evidence", "prune", ID, "--apply").exit_code == 0
    assert not (repository.root / "postmortems" / "evidence" / ID).exists()


def test_check_asks_for_it_and_notices_a_file_that_came_back(afterword: Run, repository: Repository) -> None:
    write(repository, entry(1))
    told = afterword("check").output
    assert "AW530 warning" in told
    assert f"`afterword evidence prune {ID} --apply`" in told
    afterword("evidence", "prune", "--apply")
    write_again = repository.root / "postmortems" / "evidence" / ID / "rows.csv"
    write_again.parent.mkdir()
    write_again.write_text(ROWS)
    codes = [line.split()[1] for line in afterword("check").output.splitlines() if " AW" in line]
    assert codes == ["AW531"]


@pytest.mark.parametrize(
    ("listed", "why"),
    [
        (entry(1, "legal_hold: The regulator asked for it."), "legal hold: The regulator asked for it."),
        (entry(1) + entry(2, until="2027-01-01"), "EV-2 names the same file"),
        (entry(1) + entry(2, "legal_hold: Asked for."), "EV-2 names the same file"),
        (entry(1).replace(DIGEST, "0" * 64), "not the one that its digest was taken of"),
        (entry(1).replace(f'    sha256: "{DIGEST}"\n', ""), "no digest yet"),
        (entry(1).replace(f"evidence/{ID}/rows.csv", "'https://evidence.example.com/a'"), "remove it there, then write"),
        (entry(1).replace(f"    uri: evidence/{ID}/rows.csv\n", ""), "removed: {at: 2026-05-18"),
        (entry(1).replace(f"evidence/{ID}", f"../evidence/{ID}"), "leads out of its folder"),
        (entry(1).replace(f"evidence/{ID}", "evidence/2026-01-01-other"), "another folder than the report's own"),
    ],
)  # fmt: skip
def test_what_has_to_stay_stays_and_says_why(afterword: Run, repository: Repository, listed: str, why: str) -> None:
    write(repository, listed)
    before = tree(repository.root)
    ran = afterword("evidence", "prune", "--apply")
    assert ran.exit_code == (0 if "legal hold" in why or "same file" in why else 1)
    assert why in ran.output
    assert ran.output.endswith("nothing was changed\n")
    assert afterword("evidence", "prune").exit_code == 0, "nothing was asked to go"
    assert tree(repository.root) == before


def test_what_leans_on_a_file_is_told_before(afterword: Run, repository: Repository) -> None:
    case = (
        "eval_cases:\n- id: EC-1\n  title: Rows\n  kind: data\n  status: committed\n"
        "  input: {data: {evidence: EV-1, recorded: [was], reference: is}}\n"
        "  checks: [{type: rate, label: '1', at_least: 0.9}]\n"
        "- {id: EC-2, title: Made of it, from_evidence: [EV-1]}\n"
        "timeline:\n- {at: 2026-05-17, kind: alert_missed, signal: offers, missed_because: muted, what: It was muted,\n"
        "   replay: {evidence: EV-1, column: was, rule: above, value: 1}}\n"
    )
    body = f"\nSee [the rows](../../evidence/{ID}/rows.csv).\n"
    series = entry(1).replace("data-payload", "metric-series")
    report = write(repository, series, more=case, body=body)
    told = afterword("evidence", "prune", ID).output
    assert "EC-1 reads its rows from it" in told
    assert "EC-2 was made from it" in told
    assert "the replay of `offers`" in told
    line = report.read_text().splitlines().index(body.strip()) + 1
    assert f"{ID}.md:{line} links to it" in told
    assert afterword("evidence", "prune", ID, "--apply").exit_code == 0
    found = afterword("check", "--ignore", "AW1").output
    assert "AW603" in found
    assert "AW541 warning this cannot be replayed: `EV-1` was removed" in found
    assert "`EV-1` was removed, so its rows cannot be read any more" in found
    assert "AW207 warning the file was removed: Its retention ended on 2026-05-17." in found


def test_two_entries_of_one_file_go_together(afterword: Run, repository: Repository) -> None:
    report = write(repository, entry(1) + entry(2))
    assert afterword("evidence", "prune", ID, "--apply").exit_code == 0
    assert all("removed" in each for each in entries(report))


def test_a_file_that_is_gone_already_is_entered_as_removed(afterword: Run, repository: Repository) -> None:
    report = write(repository, entry(1), names=())
    ran = afterword("evidence", "prune", ID, "--apply")
    assert (ran.exit_code, "gone already" in ran.output, "removed" in entries(report)[0]) == (0, True, True)


@pytest.mark.parametrize(
    "listed",
    [
        "  - {kind: log, title: One, uri: U, sha256: D, retention_until: 2026-05-17}  # one\n",
        "  -\n    kind: log\n    title: One\n    uri: U\n    sha256: D\n    # until then\n    retention_until: 2026-05-17\n",
        "  - retention_until: 2026-05-17\n    sha256: D\n    uri: U\n    title: |\n      One\n    kind: log\n",
        "  [{kind: log, title: One, uri: U, sha256: D, retention_until: 2026-05-17}]\n",
    ],
)  # fmt: skip
def test_entries_of_every_style_are_marked(afterword: Run, repository: Repository, listed: str) -> None:
    report = write(repository, listed.replace("U", f"evidence/{ID}/rows.csv").replace("D", f'"{DIGEST}"'))
    before = report.read_text()
    ran = afterword("evidence", "prune", ID, "--apply")
    assert ran.exit_code == 0, ran.output
    assert entries(report)[0]["removed"] == {"at": "2026-05-18", "because": "Its retention ended on 2026-05-17."}
    after = report.read_text()
    put_in = len(after) - len(before)
    assert any(after[:place] + after[place + put_in :] == before for place in range(len(before)))


def test_one_report_that_cannot_be_written_keeps_no_other(
    afterword: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = write(repository, entry(1) + entry(1, name="week.csv"), names=("rows.csv", "week.csv"))
    other = "2026-05-17-other"
    path = repository.write(other, report.read_text().replace(ID, other))
    folder = repository.root / "postmortems" / "evidence" / other
    folder.mkdir()
    for name in ("rows.csv", "week.csv"):
        (folder / name).write_text(ROWS)
    path.write_text(path.read_text().replace("id: EV-1", "id: EV-3", 1))
    ran = afterword("evidence", "prune", "--apply")
    assert ran.exit_code == 1
    assert "EV-1, EV-1" in ran.output
    assert not folder.exists()
    assert sorted(each.name for each in (repository.root / "postmortems" / "evidence" / ID).iterdir()) == [
        "rows.csv",
        "week.csv",
    ]


def test_a_file_that_cannot_be_removed_leaves_the_report_as_it_was(
    afterword: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, entry(1))
    before = tree(repository.root)

    def refuse(self: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module.Path, "unlink", refuse)
    ran = afterword("evidence", "prune", ID, "--apply")
    monkeypatch.undo()
    assert (ran.exit_code, "cannot be removed: permission denied" in ran.output) == (1, True)
    assert tree(repository.root) == before


def test_the_folder_is_held_until_the_files_are_gone(
    afterword: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = write(repository, entry(1))
    real, held = module.Path.unlink, []

    def meanwhile(self: Path, **given: Any) -> None:
        if self.name == "rows.csv":
            with pytest.raises(BlockingIOError):
                lock_folder(report.parent)
            held.append(self.name)
        real(self, **given)

    monkeypatch.setattr(module.Path, "unlink", meanwhile)
    assert afterword("evidence", "prune", ID, "--apply").exit_code == 0
    assert held == ["rows.csv"]


def test_what_stays_beside_what_goes_is_told_by_the_exit_code(afterword: Run, repository: Repository) -> None:
    stuck = entry(2, name="week.csv").replace(f'    sha256: "{DIGEST}"\n', "")
    report = write(repository, entry(1) + stuck, names=("rows.csv", "week.csv"))
    ran = afterword("evidence", "prune", "--apply")
    assert (ran.exit_code, "no digest yet" in ran.output) == (1, True)
    assert ["removed" in each for each in entries(report)] == [True, False]


def test_a_link_in_the_files_place_is_not_followed(afterword: Run, repository: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text(ROWS)
    write(repository, entry(1), names=())
    (repository.root / "postmortems" / "evidence" / ID / "rows.csv").symlink_to(outside)
    ran = afterword("evidence", "prune", ID, "--apply")
    assert "not the one that its digest" in ran.output
    assert outside.read_text() == ROWS


def test_apply_and_dry_run_contradict(afterword: Run, repository: Repository) -> None:
    assert afterword("evidence", "prune", "--apply", "--dry-run").exit_code == 2
