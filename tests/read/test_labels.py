"""`_labels.csv`: every line is judged by itself, and only imported reports without factors of their own take one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.labels import Label
from afterword.read.labels import label_reports, read_labels, takes_labels, write_labels
from tests.pages.report_sample import report, vocabulary

IDS = frozenset({"2018-01-03-outage", "2019-02-04-drift"})
HEAD = "report,factor,accepted_on\n"
GOOD = "2018-01-03-outage,data-drift,2026-05-18\n"


def read(folder: Path, text: str) -> tuple[list[tuple[str, str]], list[tuple[int, int, str, str]]]:
    path = folder / "_labels.csv"
    path.write_bytes(text.encode())
    labels, problems = read_labels(path, "_labels.csv", IDS, vocabulary())
    told = [(each.line, each.column, each.message, each.hint) for each in problems]
    return [(each.report, each.factor) for each in labels], told


def test_no_file_is_no_label_and_no_problem(tmp_path: Path) -> None:
    assert read_labels(tmp_path / "_labels.csv", "x", IDS, vocabulary()) == ((), ())


@pytest.mark.parametrize("text", ["", HEAD, "\ufeff" + HEAD.replace("\n", "\r\n"), HEAD.replace(",", ";")])
def test_an_empty_table_is_no_problem(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ([], [])


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("2018-01-03-outag,data-drift,2026-05-18", 1, "there is no report `2018-01-03-outag`", "did you mean `2018-01-03-outage`?"),
        ("2018,data-drift,2026-05-18", 1, "there is no report `2018`", "did you mean `2018-01-03-outage`?"),
        ("nothing,data-drift,2026-05-18", 1, "there is no report `nothing`", "write the id of a report, or take the line out"),
        ("2018-01-03-outage,data-drft,2026-05-18", 19, "the vocabulary holds no factor `data-drft`", "did you mean `data-drift`?"),
        ("2018-01-03-outage,Everyone got it at once,2026-05-18", 19, "the vocabulary holds no factor `Everyone got it at once`", "did you mean `deploy-no-staged-rollout`?"),
        ("2018-01-03-outage,,2026-05-18", 1, "the line names no factor", "write the factor's id, or take the line out"),
        (",data-drift,2026-05-18", 1, "the line names no report", "write the report's id, or take the line out"),
        ("2018-01-03-outage,data-drift,18.05.2026", 30, "`accepted_on` is no day", "write a day such as `2026-03-11`"),
        ("2018-01-03-outage,data-drift", 1, "`accepted_on` is no day", "write a day such as `2026-03-11`"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_taken_loses_no_other(
    tmp_path: Path, line: str, column: int, message: str, hint: str
) -> None:
    labels, problems = read(tmp_path, HEAD + line + "\n" + GOOD)
    assert labels == [("2018-01-03-outage", "data-drift")]
    assert problems == [(2, column, message, hint)]


def test_the_same_label_twice_is_told(tmp_path: Path) -> None:
    labels, problems = read(tmp_path, HEAD + GOOD + GOOD)
    assert len(labels) == 1
    assert problems == [(3, 1, "this label stands twice", "keep one of the lines")]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "else.csv").write_text(HEAD + GOOD)
    (tmp_path / "_labels.csv").symlink_to(tmp_path / "else.csv")
    labels, problems = read_labels(tmp_path / "_labels.csv", "x", IDS, vocabulary())
    assert labels == ()
    assert "it is a link" in problems[0].message


@given(
    st.sets(
        st.builds(
            Label, st.sampled_from(sorted(IDS)), st.sampled_from(["data-drift", "comm-silo"]),
            st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        ), max_size=6,
    )
)  # fmt: skip
def test_what_is_written_comes_back_sorted(tmp_path_factory: pytest.TempPathFactory, labels: set[Label]) -> None:
    path = tmp_path_factory.mktemp("labels") / "_labels.csv"
    once = {(each.report, each.factor): each for each in sorted(labels)}
    path.write_bytes(write_labels(once.values()))
    assert read_labels(path, "x", IDS, vocabulary()) == (tuple(sorted(once.values())), ())


def older(front: str = "", lifecycle: str = "imported") -> object:
    return report(
        f"---\ntitle: An older text\nlifecycle: {lifecycle}\n{front}---\n\nIt drifted.\n", "2018-01-03-outage"
    )


LABELS = (
    Label("2018-01-03-outage", "data-drift", date(2026, 5, 18)),
    Label("2018-01-03-outage", "comm-silo", date(2026, 5, 19)),
)


def test_labels_become_factors_without_a_how_in_their_order() -> None:
    found = label_reports([older()], LABELS)[0]
    assert [(each.id, each.factor, each.how) for each in found.front.contributing_factors] == [
        ("CF-1", "comm-silo", None), ("CF-2", "data-drift", None),
    ]  # fmt: skip
    assert [each.factor for each in found.labels] == ["comm-silo", "data-drift"]


@pytest.mark.parametrize(
    ("front", "lifecycle"),
    [
        ("contributing_factors: [{factor: hil-absent}]\n", "imported"), ("contributing_factors: []\n", "imported"),
        ("contributing_factors: 3\n", "imported"), ("", "draft"), ("", "published"), ("title: again\n", "imported"),
    ],
)  # fmt: skip
def test_front_matter_wins_and_a_report_that_is_not_imported_says_it_itself(front: str, lifecycle: str) -> None:
    before = older(front, lifecycle)
    assert not takes_labels(before)
    assert label_reports([before], LABELS) == [before]
