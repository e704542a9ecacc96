"""How many of the secrets and personal data in labelled lines are found, and how much of what is found is any.

    python -m benchmarks.sensitive_quality

Each line of a file is one JSON object: `text` (pieces to be joined; a list within the list is what has to be found,
itself in pieces so that no scanner of a host takes the file for a leak), `kind` or `none`, and `why`; `region` where
the settings name one. `before.jsonl` was written before the rules and is never changed; `tuned.jsonl` grew with them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from afterword.model.settings import Settings
from afterword.sensitive.scan import scan

FOLDER = Path(__file__).parents[1] / "tests" / "rules" / "safety"
HALVES = ("before", "tuned")
ORGANISATION: dict[str, Any] = {
    "people": ["Ines Okafor", "Tomasz Brandl", "iokafor", "@tbrandl-ops"],
    "secrets": [{"pattern": "BRW-[0-9]{6}-[A-Z]{4}", "name": "customer number", "reason": "It leads to a customer."}],
}
"""The settings to which the labels belong."""


@dataclass(frozen=True)
class Line:
    """One labelled line: its text, where in it stands what has to be found, and the settings for it."""

    text: str
    kind: str
    span: tuple[int, int]
    why: str
    settings: Settings

    @property
    def secret(self) -> str:
        """What has to be found."""
        return self.text[slice(*self.span)]


@dataclass
class Counts:
    """What was found of one half: as labelled, not at all, and where nothing of the kind is."""

    lines: int = 0
    traps: int = 0
    right: int = 0
    missed: list[Line] = field(default_factory=list)
    wrong: list[tuple[Line, str]] = field(default_factory=list)
    by_kind: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def told(self) -> str:
        """The counts in one sentence, as the guide gives them."""
        found, all_ = self.right + len(self.wrong), self.right + len(self.missed)
        return (
            f"{self.lines} lines, {self.traps} of them traps: {self.right} of {all_} found "
            f"(recall {self.right / all_:.1%}), {len(self.wrong)} of {found} findings wrong "
            f"(precision {self.right / found:.1%})"
        )


def read_lines(half: str) -> Iterator[Line]:
    """The labelled lines of one half."""
    for row in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        given = json.loads(row)
        text, span = "", (0, 0)
        for part in given["text"]:
            piece = part if isinstance(part, str) else "".join(part)
            if piece is not part:
                span = (len(text), len(text) + len(piece))
            text += piece
        organisation = {**ORGANISATION, "phone_region": given.get("region")}
        yield Line(text, given["kind"], span, given["why"], Settings.model_validate({"organisation": organisation}))


def count(half: str) -> Counts:
    """Judge every line of one half."""
    counts = Counts()
    for line in read_lines(half):
        counts.lines += 1
        counts.traps += line.kind == "none"
        found = scan(line.text, line.settings)
        hits = [each for each in found if each.kind.name == line.kind and _overlaps(each.start, each.end, line)]
        counts.wrong += [(line, each.kind.name) for each in found if each not in hits]
        counts.by_kind.update((each.kind.name, "wrong") for each in found if each not in hits)
        if hits:
            counts.right += 1
            counts.by_kind[line.kind, "right"] += 1
        elif line.kind != "none":
            counts.missed.append(line)
            counts.by_kind[line.kind, "missed"] += 1
    return counts


def _overlaps(start: int, end: int, line: Line) -> bool:
    return start < line.span[1] and line.span[0] < end


@click.command()
@click.option("--by-kind", is_flag=True, help="Count each kind by itself too.")
def main(*, by_kind: bool) -> None:
    """Print the counts of both halves, and why each line that went wrong was labelled as it is."""
    for half in HALVES:
        counts = count(half)
        click.echo(f"{half}: {counts.told}")
        for line in counts.missed:
            click.echo(f"  missed: {line.kind}: {line.why}")
        for line, kind in counts.wrong:
            click.echo(f"  wrong: {kind}: {line.why}")
        for kind in sorted({kind for kind, _ in counts.by_kind}) if by_kind else ():
            told = ", ".join(f"{counts.by_kind[kind, each]} {each}" for each in ("right", "missed", "wrong"))
            click.echo(f"  {kind}: {told}")


if __name__ == "__main__":
    main()
