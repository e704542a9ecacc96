"""Cells of `_labels.csv` are changed, and nothing but them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from afterword.commands.migrate.labels import plan_labels
from afterword.model.vocabulary import Retired, Vocabulary

VOCABULARY = Vocabulary(
    (), (), {"x-old": Retired("x-old", "Old", ("data-poisoned",)), "x-gone": Retired("x-gone", "Gone")}
)
CELLS = st.sampled_from(
    ["x-old", '"x-old"', " x-old ", '" x-old"', "'x-old", "x-other", "x-older", '"say ""x-old"""', ""]
)


def planned(folder: Path, data: bytes):
    file = folder / "_labels.csv"
    file.write_bytes(data)
    found = plan_labels(file, "_labels.csv", VOCABULARY)
    assert found is not None
    return found


@given(
    rows=st.lists(st.tuples(CELLS, st.sampled_from(["2026-01-01", '"1\n2 x-old"', "x-old"])), max_size=5),
    separator=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n"]),
    lead=st.sampled_from(["", "\ufeff", "\ufeffsep={}\n"]),
)
def test_only_cells_that_hold_the_id_differ(tmp_path_factory, rows, separator: str, end: str, lead: str) -> None:
    head = f"accepted_on{separator}report{separator}factor"
    lines = [f"{day}{separator}r{place}{separator}{{}}" for place, (_, day) in enumerate(rows)]
    cells = [cell for cell, _ in rows]
    moved = [cell.replace("x-old", "data-poisoned") if cell.strip(' "') == "x-old" else cell for cell in cells]

    def written(each: list[str]) -> bytes:
        filled = [line.format(cell) for line, cell in zip(lines, each, strict=True)]
        return (lead.format(separator) + end.join([head, *filled])).encode()

    found = planned(tmp_path_factory.mktemp("labels"), written(cells))
    assert found.before == written(cells)
    assert found.after == written(moved)
    assert len(found.changed) == sum(cell != was for cell, was in zip(moved, cells, strict=True))


def test_a_pair_that_stands_already_is_left_to_a_person(tmp_path: Path) -> None:
    data = b"report,factor,accepted_on\na,x-old,2026-01-01\na,data-poisoned,2026-01-02\nb,x-gone,2026-01-03\n"
    found = planned(tmp_path, data)
    assert found.after == data
    assert [(each.line, each.message) for each in found.asked] == [
        (2, "`x-old` is retired; `data-poisoned` took its place, which the report has already: take this line out"),
        (4, "`x-gone` is retired: choose another id of the vocabulary"),
    ]


def test_a_file_with_another_head_is_left(tmp_path: Path) -> None:
    assert planned(tmp_path, b"x-old,x-old\nx-old,x-old\n").changed == ()
    assert planned(tmp_path, b"").changed == ()
    assert planned(tmp_path, b"\xff\xfe\x00").asked != ()
