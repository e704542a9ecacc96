"""The figures of the wording rules are counted as they are told, and written without losing what was there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.wording_quality import LABELS, OWN, as_text, count, judge, main, read_sentences, replace_parts
from click.testing import CliRunner

from afterword.model.measured import Document, Measured
from afterword.read.measured import read_measures, shipped_measures
from afterword.rules import BY_CODE
from benchmarks import wording_quality
from tests.rules.wording.conftest import find_in

DAY = shipped_measures().parts[0].day
ROWS = [
    {"id": "1", "label": "blame-person", "text": "The engineer forgot to run the test set."},
    {"id": "2", "label": "blame-person", "text": "Then came the night shift, as ever."},
    {"id": "3", "label": "OK", "text": "The request failed to complete."},
    {"id": "4", "label": "OK", "text": "The reviewer forgot the checklist."},
    {"id": "5", "label": "ambiguous", "text": "The operator forgot the flag."},
    {"id": "6", "label": "named-individual", "text": "@jdoe restarted the index."},
]


@pytest.fixture(name="labelled")
def _labelled(tmp_path: Path) -> Path:
    path = tmp_path / "labelled.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in ROWS), encoding="utf-8")
    return path


def test_sentences_are_counted_by_rule_and_label(labelled: Path) -> None:
    found = count("kept", "sentences", DAY, judge(read_sentences([labelled])))
    assert (found.sentences, found.blameful) == (5, 3)
    assert (found.shown.flagged, found.shown.rightly) == (3, 2)
    assert (found.errors.flagged, found.errors.rightly) == (2, 1)
    rule = found.rule("AW302")
    assert rule is not None
    assert (rule.shown.flagged, rule.shown.rightly) == (2, 1)
    assert [(each.sentences, each.found) for each in found.labels if each.sentences] == [(2, 1), (1, 1)]


def test_every_rule_answers_for_one_label_at_most() -> None:
    named = [code for codes in LABELS.values() for code in codes]
    assert len(named) == len(set(named))
    assert set(named) <= set(BY_CODE)


def test_each_sentence_is_judged_as_it_would_be_alone() -> None:
    rows = read_sentences([OWN / "tuned.jsonl"])[::9]
    for row, judged in zip(rows, judge(rows), strict=True):
        alone = find_in(f"{' '.join(row['text'].split())}\n")
        assert {each.code for each in alone if each.level != "info"} == judged.shown, row["id"]


def test_a_label_that_is_not_known_is_refused(labelled: Path) -> None:
    labelled.write_text('{"id": "1", "label": "fine", "text": "A."}\n', encoding="utf-8")
    ran = CliRunner().invoke(main, ["--kept", str(labelled)])
    assert ran.exit_code == 2
    assert "fine" in ran.output


def test_writing_keeps_the_other_part_and_the_documents(
    labelled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "measured.yml"
    document = Document(title="A: report", address="https://a.example/", sentences=90, flagged=1, justified=1)
    before = Measured(parts=shipped_measures().parts, documents=(document,))
    data.write_text(as_text(before), encoding="utf-8")
    monkeypatch.setattr(wording_quality, "DATA", data)
    ran = CliRunner().invoke(main, ["--kept", str(labelled), "--day", "2026-03-11", "--write"])
    assert ran.exit_code == 0, ran.output
    after = read_measures(data.read_text(encoding="utf-8"))
    assert [each.part for each in after.parts] == ["kept", "read"]
    assert after.parts[0].sentences == 5
    assert after.parts[1] == before.parts[1]
    assert after.documents == (document,)
    assert "engineer" not in data.read_text(encoding="utf-8")


def test_the_shipped_file_is_as_it_would_be_written() -> None:
    assert wording_quality.DATA.read_text(encoding="utf-8") == as_text(shipped_measures())
    assert replace_parts(shipped_measures(), ()) == shipped_measures()


def test_without_files_the_sentences_of_our_own_are_counted() -> None:
    ran = CliRunner().invoke(main)
    assert ran.exit_code == 0, ran.output
    assert "kept: 171 sentences of our own" in ran.output
