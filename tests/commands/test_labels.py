"""From suggestions to labels, as a person with a spreadsheet does it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conftest import CONFIG, Repository

Run = Callable[..., Result]
FOR_COMPANY = CONFIG.replace("zone:", "audience: company\n      import: {audience: company}\n      zone:")
OLD = "---\ntitle: {title}\nlifecycle: imported\naudience: {audience}\n---\n\nDate: 2018-01-03\n\n{text}\n"
ROLLOUT = "The change was pushed to every server at once. No staged rollout held it back, and nobody could stop it."
GROUPS = "The model was trained on records that held few rural customers. No test compared the results of groups."
HELD = "The operator forgot to drain the node, which was careless. Write to jane.doe@example.com for more."


@pytest.fixture
def archive(repository: Repository) -> Repository:
    (repository.root / "mkdocs.yml").write_text(FOR_COMPANY)
    for name, title, text, audience in (
        ("2018-01-03-rollout", "=Everything at once", ROLLOUT, "company"),
        ("2018-02-03-groups", "Fewer answers, for some", GROUPS, "public"),
        ("2018-03-03-held", "zqheld text that names people", HELD, "company"),
        ("2018-04-03-narrow", "zqnarrow text for few", ROLLOUT, "restricted"),
    ):
        repository.write(name, OLD.format(title=title, text=text, audience=audience))
    return repository


def sheet(afterword: Run, path: str = "labels.csv") -> list[dict[str, str]]:
    ran = afterword("suggest-factors", "--all", "--out", path)
    assert ran.exit_code == 0, ran.output
    data = Path(path).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def judge(rows: list[dict[str, str]], path: str, *, delimiter: str = ",", end: str = "\n", bom: bool = False) -> None:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    Path(path).write_bytes((("\ufeff" if bom else "") + out.getvalue()).encode())


def kept(repository: Repository) -> list[str]:
    return (repository.root / "postmortems/_labels.csv").read_text().splitlines()


def test_three_lines_for_each_report_to_be_judged_at_a_glance(archive: Repository, afterword: Run) -> None:
    rows = sheet(afterword)
    assert list(rows[0]) == ["accepted", "title", "first_sentence", "suggestion", "why", "factor", "report"]
    assert {row["report"] for row in rows} == {"2018-01-03-rollout", "2018-02-03-groups"}
    assert len(rows) == 6
    assert {row["title"] for row in rows} == {"'=Everything at once", "Fewer answers, for some"}
    first = next(row for row in rows if row["report"] == "2018-01-03-rollout")
    assert first["accepted"] == ""
    assert first["first_sentence"] == "The change was pushed to every server at once."
    assert (first["factor"], first["suggestion"]) == ("deploy-no-staged-rollout", "Everyone got it at once")
    assert "rollout" in first["why"].lower()


def test_what_is_held_back_or_narrower_is_in_no_line(archive: Repository, afterword: Run) -> None:
    ran = afterword("suggest-factors", "--all", "--out", "labels.csv")
    assert b"zq" not in Path("labels.csv").read_bytes()
    assert "zq" not in ran.output
    assert "1 report left out until somebody has read and cleared them (AW515)" in ran.output
    assert "1 report left out that cannot be read" in ran.output
    shown = afterword("suggest-factors", "--all").output
    assert "zq" not in shown
    assert "2018-03-03-held" not in shown
    for named in ("2018-03-03-held", "2018-04-03-narrow"):
        assert "zq" not in afterword("suggest-factors", named).output


@pytest.mark.parametrize(("delimiter", "end", "bom"), [(",", "\n", False), (";", "\r\n", True), ("\t", "\r\n", False)])
def test_what_a_person_accepts_is_kept_and_no_report_is_touched(
    archive: Repository, afterword: Run, delimiter: str, end: str, bom: bool
) -> None:
    before = {path: path.read_bytes() for path in archive.reports.rglob("*.md")}
    rows = sheet(afterword)
    for place, row in enumerate(rows):
        row["accepted"] = ("Yes", "no", "")[place % 3]
    rows.append(dict.fromkeys(rows[0], "") | {"accepted": "x", "report": "2018-02-03-groups", "factor": "comm-silo"})
    judge(rows, "judged.csv", delimiter=delimiter, end=end, bom=bom)
    ran = afterword("labels", "apply", "judged.csv")
    assert ran.exit_code == 0, ran.output
    assert "3 labels for 2 reports, 3 of them new" in ran.output
    assert "2 lines said no, 2 lines said nothing" in ran.output
    assert kept(archive) == [
        "report,factor,accepted_on", "2018-01-03-rollout,deploy-no-staged-rollout,2026-05-18",
        "2018-02-03-groups,comm-silo,2026-05-18", "2018-02-03-groups,eval-no-subgroup-tests,2026-05-18",
    ]  # fmt: skip
    assert {path: path.read_bytes() for path in archive.reports.rglob("*.md")} == before
    assert "No imported report is without factors" in afterword("suggest-factors", "--all").output
    assert afterword("check", "--pedantic", "--ignore", "AW5").exit_code == 0


def test_a_second_time_changes_no_byte_and_keeps_the_day(
    archive: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = sheet(afterword)
    rows[0]["accepted"] = "yes"
    judge(rows, "judged.csv")
    afterword("labels", "apply", "judged.csv")
    before = kept(archive)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1889105600")
    ran = afterword("labels", "apply", "judged.csv")
    assert "1 label for 1 report, 0 of them new" in ran.output
    assert kept(archive) == before


def test_a_label_is_withdrawn_by_taking_its_line_out(archive: Repository, afterword: Run) -> None:
    rows = sheet(afterword)
    rows[0]["accepted"] = "yes"
    judge(rows, "judged.csv")
    afterword("labels", "apply", "judged.csv")
    (archive.root / "postmortems/_labels.csv").write_text("report,factor,accepted_on\n")
    assert len(sheet(afterword, "again.csv")) == 6


def test_an_untouched_sheet_accepts_nothing(archive: Repository, afterword: Run) -> None:
    sheet(afterword)
    ran = afterword("labels", "apply", "labels.csv")
    assert ran.exit_code == 0
    assert "Nothing was accepted" in ran.output
    assert not (archive.root / "postmortems/_labels.csv").exists()


def test_where_wrong_lines_were_deleted_the_others_are_accepted_when_asked(archive: Repository, afterword: Run) -> None:
    rows = sheet(afterword)
    judge([{"report": row["report"], "factor": row["factor"]} for row in rows[:2]], "short.csv")
    assert afterword("labels", "apply", "short.csv").exit_code == 1
    assert "2 labels for 1 report" in afterword("labels", "apply", "short.csv", "--all-lines").output


def test_everything_wrong_is_listed_with_its_place_and_nothing_is_written(archive: Repository, afterword: Run) -> None:
    Path("wrong.csv").write_text(
        "accepted,factor,report\nyes,data-drift,2018-01-03-rollot\nyes,data-drfit,2018-01-03-rollout\n"
        "maybe,data-drift,2018-01-03-rollout\nyes,comm-silo,2018-01-03-rollout\nyes,comm-silo,2018-01-03-rollout\n"
        "no,nonsense,nothing\n"
    )
    ran = afterword("labels", "apply", "wrong.csv")
    assert ran.exit_code == 1
    assert ran.output.splitlines() == [
        "wrong.csv:2:16 there is no report `2018-01-03-rollot`", "    = did you mean `2018-01-03-rollout`?",
        "wrong.csv:3:5 the vocabulary holds no factor `data-drfit`", "    = did you mean `data-drift`?",
        "wrong.csv:4:1 `accepted` says `maybe`", "    = write `yes` or `no`",
        "wrong.csv:6:15 this label stands twice", "    = take it out here or in line 5",
        "4 lines to be mended; nothing was written",
    ]  # fmt: skip
    assert not (archive.root / "postmortems/_labels.csv").exists()


def test_a_report_that_says_it_itself_is_left_aside(archive: Repository, afterword: Run) -> None:
    archive.write("2019-01-01-own", OLD.format(title="Its own", text=ROLLOUT, audience="company").replace(
        "audience:", "contributing_factors: [{factor: comm-silo}]\naudience:"))  # fmt: skip
    archive.write("2019-01-02-draft", "---\ntitle: A draft of ours\nsystem: {name: shop}\n---\n\nIt began.\n")
    Path("own.csv").write_text(
        "accepted,factor,report\nyes,data-drift,2019-01-01-own\nyes,data-drift,2019-01-02-draft\n"
    )
    ran = afterword("labels", "apply", "own.csv")
    assert "Left aside" in ran.output
    assert "`2019-01-01-own`, `2019-01-02-draft`" in ran.output
    assert not (archive.root / "postmortems/_labels.csv").exists()


def test_labels_that_cannot_be_read_are_not_lost(archive: Repository, afterword: Run) -> None:
    path = archive.root / "postmortems/_labels.csv"
    path.write_text("report,factor,accepted_on\n2018-01-03-rollout,data-drift,yesterday\n")
    Path("good.csv").write_text("accepted,factor,report\nyes,comm-silo,2018-01-03-rollout\n")
    ran = afterword("labels", "apply", "good.csv")
    assert ran.exit_code == 2
    assert "postmortems/_labels.csv:2:31 `accepted_on` is no day, and would be lost" in ran.output
    assert path.read_text().endswith("yesterday\n")
    checked = afterword("check", "--select", "AW411")
    assert "postmortems/_labels.csv:2:31 AW411 error `accepted_on` is no day" in checked.output


@pytest.mark.parametrize("out", ["postmortems/labels.csv", "postmortems/reports/x.csv", "mkdocs.yml"])
def test_nothing_is_overwritten_or_put_among_the_pages(archive: Repository, afterword: Run, out: str) -> None:
    before = (archive.root / "mkdocs.yml").read_bytes()
    assert afterword("suggest-factors", "--all", "--out", out).exit_code == 2
    assert (archive.root / "mkdocs.yml").read_bytes() == before
    assert not (archive.root / "postmortems/labels.csv").exists()


@pytest.mark.parametrize("arguments", [(), ("--all", "2018-01-03-rollout")])
def test_either_all_or_some(archive: Repository, afterword: Run, arguments: tuple[str, ...]) -> None:
    assert afterword("suggest-factors", *arguments).exit_code == 2


def test_one_report_by_its_path_and_by_its_id(archive: Repository, afterword: Run) -> None:
    by_id = afterword("suggest-factors", "2018-01-03-rollout")
    assert by_id.exit_code == 0
    assert by_id.output.splitlines()[0] == "2018-01-03-rollout: =Everything at once"
    assert len(by_id.output.splitlines()) == 4
    path = "postmortems/reports/2018/2018-01-03-rollout.md"
    assert afterword("suggest-factors", path).output == by_id.output
    unknown = afterword("suggest-factors", "2018-01-03-rollot")
    assert unknown.exit_code == 2
    assert "did you mean `2018-01-03-rollout`?" in unknown.output


def test_the_same_repository_gives_the_same_sheet(archive: Repository, afterword: Run) -> None:
    sheet(afterword, "one.csv")
    sheet(afterword, "two.csv")
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()


def test_where_no_word_speaks_for_a_factor_there_is_no_line_and_it_is_said(archive: Repository, afterword: Run) -> None:
    archive.write("2019-02-01-silent", OLD.format(title="在庫", audience="company", text="棚が空になった。"))
    ran = afterword("suggest-factors", "--all", "--out", "labels.csv")
    assert "wrote labels.csv: 6 lines for 2 reports" in ran.output
    assert "No line for 1 report in which no word speaks for a factor: `2019-02-01-silent`" in ran.output
    shown = afterword("suggest-factors", "2019-02-01-silent").output
    assert shown.splitlines()[1] == "  none suggested: no word in it speaks for a factor"


def test_without_an_archive_there_is_nothing_to_label(repository: Repository, afterword: Run) -> None:
    ran = afterword("suggest-factors", "--all")
    assert (ran.exit_code, ran.output) == (0, "No imported report is without factors.\n")
