"""How many sentences of whole documents the wording rules flag, each flag to be read and judged.

    python -m benchmarks.whole_documents FILE …

A file is one document as Markdown, which lies elsewhere and is kept nowhere. It is judged as prose with no settings. A
sentence counts where a paragraph, an item or a cell holds a word outside of code and addresses; headings are judged and
do not count. A sentence is flagged where a finding at level warning or error begins in it; names that are one finding
count once. What is counted goes into `documents` of `model/data/measured.yml` by hand, with how many flags a careful
reader finds justified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from afterword.findings.finding import Finding
from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.span import Span
from afterword.read.gates import read_gates
from afterword.read.prose import read_prose
from afterword.read.vocabulary import shipped_vocabulary
from afterword.rules.rule import Context
from afterword.rules.run import check_report
from afterword.rules.wording.prose import passages_of, words_of
from afterword.rules.wording.sentences import split_sentences
from benchmarks.wording_quality import FAMILY, FILES, ROOT, WIDE

_FRONT = re.compile(r"\A(---|\+\+\+)\n.*?\n\1\n", re.DOTALL)


@dataclass(frozen=True)
class Told:
    """One flag: the finding, and the sentence that it begins in (its line alone, where that is a heading)."""

    finding: Finding
    sentence: str


@dataclass(frozen=True)
class Counted:
    """One document: its sentences, how many are flagged, and every flag."""

    sentences: int
    flagged: int
    told: tuple[Told, ...]


def count_document(text: str, name: str = "document.md") -> Counted:
    """Count one document's sentences and flags; front matter is left out."""
    prose = read_prose(_FRONT.sub("", text).encode(), path=name, settings=WIDE)
    sentences = list(_sentences(prose))
    context = Context(
        Project(ROOT, ROOT),
        Collection((), shipped_vocabulary()),
        link_reports(()),
        read_gates({}),
        date(2026, 1, 1),
    )
    told, flagged = [], set[int]()
    for finding in check_report(prose, context, FAMILY, is_prose=True)[0]:
        if finding.level == "info":
            continue
        at = next((place for place, (span, _) in enumerate(sentences) if _begins_in(finding.span, span)), -1)
        flagged.add(at if at >= 0 else -finding.span.line)
        told.append(Told(finding, sentences[at][1] if at >= 0 else f"line {finding.span.line}"))
    return Counted(len(sentences), len(flagged), tuple(told))


def _sentences(prose: Report) -> Iterator[tuple[Span, str]]:
    for passage in passages_of(prose):
        for sentence in () if passage.is_heading else split_sentences(passage):
            if words_of(sentence.low):
                end = len(sentence.low)
                yield passage.place(sentence.start, sentence.start + end), " ".join(sentence.quote(0, end).split())


def _begins_in(inner: Span, outer: Span) -> bool:
    begin = (inner.line, inner.column)
    return (outer.line, outer.column) <= begin < (outer.end_line, outer.end_column)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=FILES, metavar="FILE...")
@click.option("--quiet", is_flag=True, help="Print the counts alone.")
def main(paths: tuple[Path, ...], *, quiet: bool) -> None:
    """Print every flag with its sentence, and how many of how many sentences are flagged."""
    sentences = flagged = 0
    for path in paths:
        counted = count_document(path.read_text(encoding="utf-8"), path.name)
        for each in () if quiet else counted.told:
            click.echo(f"  {each.finding.span.line} {each.finding.code} {each.finding.level} {each.finding.match}")
            click.echo(f"      {each.sentence}")
        click.echo(f"{path.name}: {counted.flagged} of {counted.sentences}")
        sentences, flagged = sentences + counted.sentences, flagged + counted.flagged
    click.echo(f"{flagged} of {sentences} ({100 * flagged / max(1, sentences):.1f} %)")


if __name__ == "__main__":
    main()
