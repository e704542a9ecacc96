"""What counts as a sentence of a whole document, and as one that is flagged."""

from __future__ import annotations

from pathlib import Path

from benchmarks.whole_documents import count_document, main
from click.testing import CliRunner

TEXT = """---
title: x
---
# The engineer forgot it

The engineer forgot the flag. All went well; `it` ran.

- https://example.org/a
- We should have tested it, and we forgot to.

| what |
| --- |
| Anna restarted it |
| Anna wrote to us |
"""


def test_sentences_are_counted_and_headings_and_addresses_are_not() -> None:
    counted = count_document(TEXT)
    assert counted.sentences == 7
    assert [(each.finding.code, each.sentence) for each in counted.told] == [
        ("AW302", "line 1"),
        ("AW302", "The engineer forgot the flag."),
        ("AW302", "We should have tested it, and we forgot to."),
        ("AW305", "Anna restarted it"),
        ("AW311", "We should have tested it, and we forgot to."),
    ]
    assert counted.flagged == 4


def test_the_command_prints_every_flag_and_the_share(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    told = CliRunner().invoke(main, [str(path)]).output.splitlines()
    assert told[-2:] == ["a.md: 4 of 7", "4 of 7 (57.1 %)"]
    assert "      The engineer forgot the flag." in told
    assert len(CliRunner().invoke(main, [str(path), "--quiet"]).output.splitlines()) == 2
