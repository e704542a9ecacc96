"""How often a right factor is among the first three that are suggested for a report, beside guessing.

    python -m benchmarks.suggestions [--collection FOLDER]

Every report with factors is taken in turn as if it were an older text: of it only the title and the prose are left,
without its factors, their hows, its summary and all other fields, and without ids and titles of factors in the prose.
What is suggested for it is learned from the others. A hit is a report of which one of its own factors is among the
three. Beside it stand the same without any labelled report, the three most frequent factors of the others, and chance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import comb
from pathlib import Path

import click

from afterword.link.similar.suggest import SUGGESTED, suggest_factors
from afterword.model.front_matter import FrontMatter
from afterword.model.intervals import wilson
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.model.vocabulary import Vocabulary
from afterword.read.collection import read_collection

ROOT = Path(__file__).parents[1]
CLAIM = 0.75
"""The share of reports with a hit that is claimed at least, on the example reports."""
_KEPT = ("title", "kind", "lifecycle", "origin", "audience", "severity", "occurred_on", "system")


@dataclass(frozen=True)
class Outcome:
    """What one way of guessing gave: reports with a hit, reports whose first one is right, and right ones in all."""

    hits: int
    firsts: int
    right: int
    reports: int

    def describe(self) -> str:
        """The figures in one line."""
        low, high = wilson(self.hits, self.reports)
        shares = f"{self.hits / self.reports:6.0%}   {low:.0%} to {high:.0%}"
        first, right = self.firsts / self.reports, self.right / self.reports
        return f"{self.hits:>5} of {self.reports}{shares:>22}{first:>9.0%}{right:>9.2f}"


def as_older(report: Report, vocabulary: Vocabulary) -> Report:
    """The report as an older text would tell it: its title and its prose."""
    terms = {name for each in vocabulary.factors for name in (each.id, each.id.replace("-", " "), each.title)}
    longest_first = sorted(terms, key=lambda each: (-len(each), each))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    blocks = tuple(replace(block, text=pattern.sub(" ", block.text)) for block in report.body.blocks)
    front = FrontMatter.model_construct(**{name: getattr(report.front, name) for name in _KEPT})
    return replace(report, front=front, body=replace(report.body, blocks=blocks))


def judge(guesses: Sequence[Sequence[str]], names: Sequence[frozenset[str]]) -> Outcome:
    """How the guesses for some reports compare with what these name."""
    hits = sum(bool(of & set(guess)) for guess, of in zip(guesses, names, strict=True))
    firsts = sum(bool(guess) and guess[0] in of for guess, of in zip(guesses, names, strict=True))
    right = sum(len(of & set(guess)) for guess, of in zip(guesses, names, strict=True))
    return Outcome(hits, firsts, right, len(names))


def measure(reports: Sequence[Report], vocabulary: Vocabulary) -> dict[str, Outcome]:
    """Every way of guessing, by its name."""
    names = [frozenset(each.factor for each in report.front.contributing_factors if each.factor) for report in reports]
    learned, frequent = [], []
    for place, report in enumerate(reports):
        others = [*reports[:place], *reports[place + 1 :]]
        found = suggest_factors([as_older(report, vocabulary)], others, vocabulary)[report.id]
        learned.append([each.factor.id for each in found])
        counts = Counter(each for number, of in enumerate(names) if number != place for each in of)
        frequent.append(sorted(counts, key=lambda each: (-counts[each], each))[:SUGGESTED])
    alone = suggest_factors([as_older(each, vocabulary) for each in reports], (), vocabulary)
    return {
        "suggested": judge(learned, names),
        "vocabulary alone": judge([[each.factor.id for each in alone[report.id]] for report in reports], names),
        "most frequent": judge(frequent, names),
    }


def chance(reports: Sequence[Report], vocabulary: Vocabulary) -> float:
    """The share of hits of three factors drawn at random."""
    total = len(vocabulary.factors)
    numbers = [len({each.factor for each in report.front.contributing_factors}) for report in reports]
    missed = sum(comb(total - number, SUGGESTED) / comb(total, SUGGESTED) for number in numbers)
    return 1 - missed / len(numbers)


@click.command()
@click.option("--collection", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT)
def main(collection: Path) -> None:
    """Print the figures; exit code 1 where the claim does not hold on the example reports."""
    read = read_collection(Project(root=collection, docs=collection / "postmortems", settings=Settings()))
    reports = [each for each in read.reports if each.front.contributing_factors and not each.labels]
    click.echo(f"{'':<18}{'a right one among three':>24}{'95 % range':>13}{'first':>8}{'right':>9}")
    outcomes = measure(reports, read.vocabulary)
    for name, outcome in outcomes.items():
        click.echo(f"{name:<18}{outcome.describe()}")
    mean = sum(len(each.front.contributing_factors) for each in reports) / len(reports)
    click.echo(f"{'chance':<18}{chance(reports, read.vocabulary):>16.0%}")
    click.echo(f"{len(reports)} reports with {mean:.1f} factors each on average, of {len(read.vocabulary.factors)}")
    found = outcomes["suggested"]
    if collection == ROOT and found.hits / found.reports < CLAIM:
        raise click.exceptions.Exit(1)


if __name__ == "__main__":
    main()
