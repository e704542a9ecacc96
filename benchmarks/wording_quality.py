"""How much of the blame in labelled sentences the wording rules find, and how much of what they find is blame.

    python -m benchmarks.wording_quality [--kept FILE …] [--read FILE …] [--write]

A file holds one JSON object a line: `id`, `text` and `label`. The label is `OK`, `ambiguous` (left out) or one of
`LABELS`. Only counts are written, so that other people's sentences stay where they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import click
import yaml

from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.measured import Flags, LabelCount, Measured, Part, RuleCount, share
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.read.gates import read_gates
from afterword.read.measured import read_measures
from afterword.read.prose import read_prose
from afterword.read.vocabulary import shipped_vocabulary
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_report

ROOT = Path(__file__).parents[1]
DATA = ROOT / "plugins" / "afterword" / "model" / "data" / "measured.yml"
OWN = ROOT / "tests" / "rules" / "wording"
FAMILY = tuple(rule for rule in RULES if rule.code.startswith("AW3"))
WIDE = Settings.model_validate({"limits": {"file_bytes": 100_000_000, "body_bytes": 100_000_000}})
OTHERS = "sentences of published post-mortems, and a few of our own, each labelled by reading it"
OURS = "sentences of our own, which lie in the repository"
HEADER = "# Written by `python -m benchmarks.wording_quality`; `documents` alone is kept by hand.\n"
LABELS: dict[str, tuple[str, ...]] = {
    "human-error-cause": ("AW301",),
    "blame-person": ("AW302", "AW303", "AW304"),
    "named-individual": ("AW305",),
    "counterfactual-about-people": ("AW311", "AW312", "AW313"),
    "judgemental-adjective": ("AW321", "AW322", "AW323"),
    "single-root-cause": ("AW331",),
    "vague-remediation": ("AW351", "AW352", "AW353"),
}
"""The labels of blame, each with the rules that answer for it."""


@dataclass
class Judged:
    """One labelled sentence with the codes that were found in it: those that are shown, and the quiet ones."""

    label: str
    shown: set[str] = field(default_factory=set)
    quiet: set[str] = field(default_factory=set)
    is_error: bool = False


def read_sentences(paths: Iterable[Path]) -> list[dict[str, str]]:
    """All labelled sentences of some files, ambiguous ones left out."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    known = {"OK", "ambiguous", *LABELS}
    if strange := {row["label"] for row in rows} - known:
        message = f"labels that are not known: {', '.join(sorted(strange))}"
        raise click.UsageError(message)
    return [row for row in rows if row["label"] != "ambiguous"]


def judge(rows: Sequence[dict[str, str]]) -> list[Judged]:
    """What the family finds in each sentence, each of which stands as a paragraph of one file of prose."""
    text = "".join(f"{' '.join(row['text'].split())}\n\n" for row in rows)
    prose = read_prose(text.encode(), path="sentences.md", settings=WIDE)
    project = Project(ROOT, ROOT)
    context = Context(project, Collection((), shipped_vocabulary()), link_reports(()), read_gates({}), date(2026, 1, 1))
    judged = [Judged(row["label"]) for row in rows]
    for found in check_report(prose, context, FAMILY, is_prose=True)[0]:
        sentence = judged[(found.span.line - 1) // 2]
        (sentence.quiet if found.level == "info" else sentence.shown).add(found.code)
        sentence.is_error |= found.level == "error"
    return judged


def count(part: str, what: str, day: date, judged: Sequence[Judged]) -> Part:
    """The counts of one set."""
    return Part.model_validate(
        {
            "part": part,
            "what": what,
            "day": day,
            "sentences": len(judged),
            "blameful": sum(each.label != "OK" for each in judged),
            "shown": _flags(each for each in judged if each.shown),
            "errors": _flags(each for each in judged if each.is_error),
            "rules": [_rule(rule.code, judged) for rule in FAMILY],
            "labels": [_label(label, codes, judged) for label, codes in LABELS.items()],
        }
    )


def _flags(flagged: Iterable[Judged]) -> Flags:
    labels = [each.label for each in flagged]
    return Flags(flagged=len(labels), rightly=sum(label != "OK" for label in labels))


def _rule(code: str, judged: Sequence[Judged]) -> RuleCount:
    return RuleCount(
        code=code,
        shown=_flags(each for each in judged if code in each.shown),
        quiet=_flags(each for each in judged if code in each.quiet - each.shown),
    )


def _label(label: str, codes: tuple[str, ...], judged: Sequence[Judged]) -> LabelCount:
    mine = [each for each in judged if each.label == label]
    found = sum(not each.shown.isdisjoint(codes) for each in mine)
    return LabelCount(label=label, rules=codes, sentences=len(mine), found=found)


def as_text(measured: Measured) -> str:
    """The data file."""
    plain = measured.model_dump(mode="json")
    return HEADER + yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=120, default_flow_style=None)


def replace_parts(before: Measured, parts: Sequence[Part]) -> Measured:
    """`before` with `parts` in the place of those of the same name."""
    named = {each.part: each for each in (*before.parts, *parts)}
    return Measured(parts=tuple(named[name] for name in sorted(named)), documents=before.documents)


def show(part: Part) -> None:
    """Print the counts of one set as a table."""
    click.echo(f"{part.part}: {part.sentences} {part.what}; {part.blameful} carry blame")
    for name, flags in (("all", part.shown), ("error", part.errors)):
        recall = share(flags.rightly, part.blameful)
        precision = share(flags.rightly, flags.flagged)
        click.echo(f"  {name:<28}{flags.rightly:>4} of {flags.flagged:<4} {precision:>6}   found {recall:>6}")
    for rule in part.rules:
        precision = share(rule.shown.rightly, rule.shown.flagged)
        quiet = f"   and {rule.quiet.rightly} of {rule.quiet.flagged} as info" if rule.quiet.flagged else ""
        click.echo(f"  {rule.code:<28}{rule.shown.rightly:>4} of {rule.shown.flagged:<4} {precision:>6}{quiet}")
    for label in part.labels:
        click.echo(
            f"  {label.label:<28}{label.found:>4} of {label.sentences:<4} {share(label.found, label.sentences):>6}"
        )


FILES = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--kept", multiple=True, type=FILES, help="Sentences that stayed unread while the rules were written.")
@click.option("--read", "read", multiple=True, type=FILES, help="Sentences that were read while they were written.")
@click.option("--what", default=OTHERS, show_default=True, help="What the sentences are.")
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the measurement; today where it is left out."
)
@click.option("--write", is_flag=True, help="Write the counts into the package's data file.")
def main(kept: tuple[Path, ...], read: tuple[Path, ...], what: str, day: datetime | None, *, write: bool) -> None:
    """Count what the wording rules flag among labelled sentences, and how much of it rightly.

    Without files, the sentences of our own are taken. A part that is not given stays as it is in the data file.
    """
    if not kept and not read:
        kept, read, what = (OWN / "kept.jsonl",), (OWN / "tuned.jsonl",), OURS
    judged_on = (day or datetime.now(UTC)).date()
    given = (("kept", kept), ("read", read))
    parts = [count(name, what, judged_on, judge(read_sentences(paths))) for name, paths in given if paths]
    for part in parts:
        show(part)
    if write:
        before = read_measures(DATA.read_text(encoding="utf-8")) if DATA.exists() else Measured()
        DATA.write_text(as_text(replace_parts(before, parts)), encoding="utf-8")


if __name__ == "__main__":
    main()
