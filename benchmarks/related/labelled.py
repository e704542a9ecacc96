"""Labelled texts, out of which their labels are taken: from the files beside this one or a repository of reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.collection import read_collection

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Labelled:
    """One report as both sides of the comparison get it: without labels in its texts.

    Attributes:
        id: its id, which gives the order and settles ties.
        title: its title.
        summary: its plain summary; empty where it has none.
        body: its prose, without code.
        labels: what decides which others are relevant.
    """

    id: str
    title: str
    summary: str
    body: str
    labels: frozenset[str]

    @property
    def text(self) -> str:
        """Title, summary and body, as the baseline gets them."""
        return "\n".join((self.title, self.summary, self.body))


def read_texts(path: Path) -> list[Labelled]:
    """The texts of one YAML file: a list of `title`, `text` and `labels`."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = [
        Labelled(f"{number:04}", each["title"], "", each["text"], frozenset(each["labels"]))
        for number, each in enumerate(entries)
    ]
    return without_labels(found, ())


def read_reports(root: Path, label: str) -> list[Labelled]:
    """The reports of a repository, in the order of their ids.

    Args:
        root: the repository, or its documents folder.
        label: what counts as a label: `factors`, `tags`, or the name of a key that begins with `x-`.
    """
    docs = root / "postmortems" if (root / "postmortems").is_dir() else root
    collection = read_collection(Project(root=root, docs=docs, settings=Settings()))
    reports = sorted(collection.reports, key=lambda report: report.id)
    found = [_labelled(report, label) for report in reports if report.lifecycle != "withdrawn"]
    factors = collection.vocabulary.factors if label == "factors" else ()
    return without_labels(found, [factor.title for factor in factors])


def without_labels(texts: Sequence[Labelled], names: Iterable[str]) -> list[Labelled]:
    """The texts without the labels, as they are written or with blanks for hyphens, and without further `names`."""
    labels = {label for each in texts for label in each.labels}
    words = labels | {re.sub("[-_]+", " ", label) for label in labels} | set(names)
    if not words:
        return list(texts)
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return [
        replace(
            each,
            title=pattern.sub(" ", each.title),
            summary=pattern.sub(" ", each.summary),
            body=pattern.sub(" ", each.body),
        )
        for each in texts
    ]


def _labelled(report: Report, label: str) -> Labelled:
    front = report.front
    body = "\n".join(block.text for block in report.body.blocks if block.kind != "code")
    return Labelled(report.id, report.title, front.plain_summary or "", body, frozenset(_labels(report, label)))


def _labels(report: Report, label: str) -> list[str]:
    if label == "factors":
        return [each.factor for each in report.front.contributing_factors if each.factor]
    if label == "tags":
        return list(report.front.tags)
    value = report.front.extensions.get(label, [])
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]
