"""How fast the wording rules judge prose: beside reading the same text, and beside texts that are made to take long.

    python -m benchmarks.wording [FILE.md …]

Without files, ordinary prose is the bodies of the example reports, eight times over. All is measured in one run on one
core, so that a slow or busy machine moves all figures alike; the ratios are what is claimed.
"""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.read.gates import read_gates
from afterword.read.prose import read_prose
from afterword.read.vocabulary import shipped_vocabulary
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_report
from benchmarks.hostile import HOSTILE

ROOT = Path(__file__).parents[1]
WIDE = Settings.model_validate({"limits": {"file_bytes": 100_000_000, "body_bytes": 100_000_000}})
FAMILY = [rule for rule in RULES if rule.code.startswith("AW3")]
READING = 3.0
"""How many times the time of reading ordinary prose the rules take at most."""
WORST = 12.0
"""How many times the time for ordinary prose a hostile text of the same size takes at most."""
RUNS = 3
SIZE = 200_000
"""Characters of a hostile text."""


def measure(text: str) -> tuple[float, float]:
    """Seconds of the processor that reading the text and judging it take, the best of three runs each."""
    context = Context(
        Project(ROOT, ROOT), Collection((), shipped_vocabulary()), link_reports(()), read_gates({}), date(2026, 1, 1)
    )
    reading = judging = float("inf")
    for _ in range(RUNS):
        gc.collect()  # What was left to be cleared away is no part of this run.
        begun = time.process_time()
        prose = read_prose(text.encode(), path="prose.md", settings=WIDE)
        read = time.process_time()
        # What was found out about a report is kept for the report itself; another one is judged anew.
        check_report(replace(prose), context, FAMILY, is_prose=True)
        reading, judging = min(reading, read - begun), min(judging, time.process_time() - read)
    return reading, judging


@click.command()
@click.argument("files", type=click.Path(exists=True, dir_okay=False, path_type=Path), nargs=-1)
def main(files: tuple[Path, ...]) -> None:
    """Print megabytes per second and ratios.

    Exit code 1 where judging ordinary prose takes more than three times as long as reading it, or where a hostile text
    takes more than twelve times as long as ordinary prose of its size.
    """
    named = [each.read_text(encoding="utf-8") for each in files]
    bodies = [each.read_text(encoding="utf-8").split("---", 2)[2] for each in ROOT.glob("postmortems/reports/*/*.md")]
    text = "\n\n".join(named or sorted(bodies) * 8)
    measure(text[:1000])  # What is worked out once in a process is no part of the speed.
    size = len(text.encode()) / 1e6
    reading, judging = measure(text)
    click.echo(f"{'text':<34}{'MB':>6}{'MB/s':>8}{'ratio':>8}")
    click.echo(f"{'ordinary prose, beside reading it':<34}{size:>6.2f}{size / judging:>8.2f}{judging / reading:>8.2f}")
    held = judging <= READING * reading
    twice = measure(f"{text}\n\n{text}")[1]
    click.echo(f"{'twice as much, beside once':<34}{2 * size:>6.2f}{2 * size / twice:>8.2f}{twice / judging:>8.2f}")
    for name, make in HOSTILE.items():
        hostile = make(SIZE)
        some = len(hostile.encode()) / 1e6
        took = measure(hostile)[1]
        ratio = (took / some) / (judging / size)
        click.echo(f"{name:<34}{some:>6.2f}{some / took:>8.2f}{ratio:>8.2f}")
        held = held and ratio <= WORST
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
