"""The claim of `make bench` holds on the shipped sets, and is measured fairly."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.related.__main__ import main
from benchmarks.related.labelled import TEXTS, Labelled, read_reports, read_texts, without_labels
from benchmarks.related.precision import precisions
from benchmarks.related.rankings import is_unspaced
from click.testing import CliRunner


def labelled(place: int, text: str, *labels: str) -> Labelled:
    return Labelled(str(place), text, "", "", frozenset(labels))


def test_the_claim_holds() -> None:
    ran = CliRunner().invoke(main)
    assert ran.exit_code == 0, ran.output
    assert {line.split()[0] for line in ran.output.splitlines()[1:]} == {"example", "japanese", "services"}


def test_any_repository_can_be_measured(root: Path) -> None:
    ran = CliRunner().invoke(main, ["--collection", str(root), "--label", "tags"])
    assert "main" in ran.output or root.name[:15] in ran.output
    assert ran.exception is None or isinstance(ran.exception, SystemExit)


def test_labels_are_taken_out_of_the_texts(root: Path) -> None:
    found = without_labels([labelled(1, "DNS-Failure, dns failure and the dns", "dns-failure")], ["the dns"])
    assert found[0].text.split() == [",", "and"]
    reports = read_reports(root, "factors")
    names = {label for each in reports for label in each.labels}
    assert names
    assert not [name for name in names for each in reports if name in each.text]


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.yml")), ids=lambda path: path.stem)
def test_the_shipped_texts_are_many_and_hold_no_label(path: Path) -> None:
    texts = read_texts(path)
    assert len(texts) >= 30
    assert not [each for each in texts for label in each.labels if label in each.text.split()]
    assert is_unspaced([each.text for each in texts]) is (path.stem == "japanese")


def test_precision_counts_those_that_have_a_relevant_other() -> None:
    texts = [
        labelled(0, "", "a"),
        labelled(1, "", "a", "b"),
        labelled(2, "", "b"),
        labelled(3, "", "c"),
        labelled(4, ""),
    ]
    ranked = [[1, 2, 3, 4], [0, 2, 3, 4], [0, 1, 3, 4], [], []]
    assert precisions(ranked, texts).tolist() == [0.2, 0.4, 0.2]
