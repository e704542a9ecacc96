"""How long a build of the site takes, where the time goes, and whether it grows with the number of reports alone.

    python -m benchmarks.build [--large 1000] [--small 200]

Builds a site of each size with `mkdocs build --strict`, in a process of its own, with clocks around what it does. All
is measured in one run, in seconds of the processor, so that a busy machine moves all figures alike; the ratio is what
is claimed: a report of the large site costs at most `MOST` times what one of the small site costs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import click

from benchmarks.corpus import ROOT, write_corpus

MOST = 1.5
"""How many times the work for one report grows at most from the small site to the large one."""
_WIDTH = 26


def write_large_site(folder: Path, number: int) -> Path:
    """The example site with a large collection in the place of its reports; gives back its configuration."""
    write_corpus(folder / "postmortems", number)
    (folder / "postmortems/index.md").write_bytes((ROOT / "postmortems/index.md").read_bytes())
    (folder / "overrides").mkdir()
    (folder / "overrides/main.html").write_bytes((ROOT / "overrides/main.html").read_bytes())
    config = folder / "mkdocs.yml"
    config.write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return config


def measure(config: Path) -> dict[str, Any]:
    """Build the site and give back what `benchmarks.clocked_build` tells of it.

    Raises:
        RuntimeError: the build failed.
    """
    command = [sys.executable, "-m", "benchmarks.clocked_build", str(config)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        message = f"the build failed: {ran.stderr[-2000:]}"
        raise RuntimeError(message)
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


@click.command()
@click.option("--large", default=1000, show_default=True, help="Reports of the large site.")
@click.option("--small", default=200, show_default=True, help="Reports of the small site.")
def main(large: int, small: int) -> None:
    """Measure builds of two sizes."""
    found = {}
    for number in (small, large):
        with tempfile.TemporaryDirectory() as folder:
            found[number] = measure(write_large_site(Path(folder), number))
        _show(number, found[number])
    each = {number: told["seconds"] / number for number, told in found.items()}
    ratio = each[large] / each[small]
    click.echo(f"a report of {large:,} takes {ratio:.2f} times the work of one of {small:,} (at most {MOST})")
    if ratio > MOST:
        raise SystemExit(1)


def _show(number: int, told: dict[str, Any]) -> None:
    whole = told["seconds"]
    click.echo(
        f"{number:,} reports: {whole:.1f} s of the processor, {told['pages']:,} pages, {told['megabytes']:,} MB at most"
    )
    for name, seconds in sorted(told["parts"].items(), key=lambda each: -each[1]):
        click.echo(f"  {name:<{_WIDTH}}{seconds:8.1f} s {seconds / whole:6.0%}")
    click.echo("  by kind of page: pages, our rendering, Markdown, template, milliseconds for each page")
    for kind, (pages, *seconds) in sorted(told["kinds"].items(), key=lambda each: -sum(each[1][1:])):
        times = "".join(f"{second:8.1f} s" for second in seconds)
        click.echo(f"  {kind:<{_WIDTH}}{pages:8,}{times} {sum(seconds) / max(1, pages) * 1000:8.1f} ms")
    click.echo()


if __name__ == "__main__":
    main()
