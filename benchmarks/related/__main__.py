"""Print precision at five of the computed related reports against TF-IDF, set by set."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from benchmarks.related.labelled import TEXTS, Labelled, read_reports, read_texts
from benchmarks.related.precision import precisions, ratio_range
from benchmarks.related.rankings import rank_by_baseline, rank_by_likeness
from benchmarks.related.speed import make_reports, time_both

ROOT = Path(__file__).parents[2]
CLAIM = 1.05
"""How many times the baseline's precision ours is claimed to be."""


@click.command()
@click.option(
    "--collection",
    "collections",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="Measure this repository of reports instead of the shipped sets. Can be given again.",
)
@click.option(
    "--label", default="factors", show_default=True, help="What is a label there: factors, tags, or a key x-NAME."
)
@click.option("--speed", type=click.IntRange(2), help="Measure the time for so many made-up reports instead.")
def main(collections: tuple[Path, ...], label: str, speed: int | None) -> None:
    """Measure the likeness of texts, which relates reports whose factors are not known.

    For each report the five nearest are looked at. One is relevant that shares a label. Labels are given to neither
    side and are taken out of the texts. The mean is over reports that have a relevant one. Exit code 1 where the claim
    of 1.05 times the baseline does not hold.
    """
    if speed is not None:
        ours, theirs = time_both(make_reports(speed))
        click.echo(f"{speed} reports: {ours:.1f} s, {ours / theirs:.1f} times the baseline's {theirs:.1f} s")
        return
    sets = [(folder.name, read_reports(folder, label)) for folder in collections] or _shipped()
    click.echo(f"{'set':<16}{'reports':>8}{'baseline':>10}{'Afterword':>11}{'ratio':>8}   95 % range")
    held = [_measure(name, texts) >= CLAIM for name, texts in sets]
    sys.exit(0 if all(held) else 1)


def _shipped() -> list[tuple[str, list[Labelled]]]:
    found = [("example", read_reports(ROOT, "factors"))]
    return found + [(path.stem, read_texts(path)) for path in sorted(TEXTS.glob("*.yml"))]


def _measure(name: str, texts: list[Labelled]) -> float:
    ours = precisions(rank_by_likeness(texts), texts)
    theirs = precisions(rank_by_baseline(texts), texts)
    if not len(ours) or not theirs.any():
        click.echo(f"{name:<16}{len(texts):>8}   no two reports share a label, or the baseline finds none")
        return CLAIM
    low, high = ratio_range(ours, theirs)
    ratio = float(ours.mean() / theirs.mean())
    figures = f"{theirs.mean():>10.3f}{ours.mean():>11.3f}{ratio:>8.3f}   {low:.2f} to {high:.2f}"
    click.echo(f"{name[:15]:<16}{len(ours):>8}{figures}")
    return ratio


if __name__ == "__main__":
    main()
