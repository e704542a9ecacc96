"""The outcome of a gate in words: lines for people, annotations for a forge, and a page for its job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from afterword.commands.job_summary import fenced
from afterword.evals.gate import Baseline, Line, Outcome, is_from_outside
from afterword.evals.words import plural
from afterword.findings.visible import visible

WORDS: Mapping[Outcome, str] = {
    "passes": "passes",
    "mended": "passes again",
    "lower": "passes, less often",
    "regression": "FAILS, passed before",
    "fails": "FAILS",
    "accepted": "fails, accepted",
    "no-verdict": "NO VERDICT",
    "gone": "NOT EXPORTED",
}
_WIDTH = max(map(len, WORDS.values()))
OUTSIDE = (
    "The release is the one of the baseline: what changed lies outside of it, such as the provider's model, data that"
    " it reads, or a setting."
)


def render_gate(
    system: str, lines: Sequence[Line], baseline: Baseline | None, baseline_shown: str, release: str | None, old: str
) -> Iterator[Text]:
    """A line for each case with its counts, below it what is to be known of it, and the outcome."""
    told = f"the baseline of {baseline.at:%Y-%m-%d}" if baseline else "no baseline is stored yet"
    named = f", {visible(baseline.release)}" if baseline and baseline.release else ""
    yield Text(f"{visible(system)}: {plural(len(lines), 'eval case')}, {told}{named}", style="bold")
    for line in lines:
        yield from _case(line)
    stopped = [line for line in lines if line.stops]
    if is_from_outside(lines, baseline, release):
        yield Text(OUTSIDE)
    if old:
        yield Text(f"Stopped: {old}.", style="bold red")
    if stopped:
        yield Text(f"Stopped: {_reasons(stopped)}.", style="bold red")
    elif old:
        return
    else:
        yield Text(f"Nothing stops it.{_left(lines)}", style="green")
    if baseline is None and not stopped:
        yield Text(f"Store what passed as the baseline with `--update-baseline` ({visible(baseline_shown)}).")


def annotate(lines: Sequence[Line], old: str) -> Iterator[str]:
    """What stops it as lines that GitHub shows beside the job; GitHub shows ten of a kind, so the rest is counted."""
    if old:
        yield f"::error title=Eval gate::{_escaped(old)}"
    stopped = [line for line in lines if line.stops]
    for line in stopped[:9] if len(stopped) > 10 else stopped:
        told = f"{line.case.report} {line.case.case}: {line.case.title}: {WORDS[line.outcome]} ({_counts(line)})"
        yield f"::error title=Eval gate::{_escaped(visible(told))}"
    if len(stopped) > 10:
        yield f"::error title=Eval gate::{len(stopped) - 9} more cases stop it"


def describe_gate(rendered: Sequence[Text]) -> str:
    """The same lines as Markdown for the page of a job, in one block of code."""
    return f"### Eval gate\n\n{fenced(chr(10).join(line.plain for line in rendered))}\n"


def _case(line: Line) -> Iterator[Text]:
    style = "bold red" if line.stops else "green" if line.outcome in {"passes", "mended"} else "yellow"
    shown = Text(f"  {WORDS[line.outcome]:{_WIDTH}}  ", style=style)
    title = visible(line.case.title) or "no title"
    yield shown.append(f"{visible(line.case.report)} {visible(line.case.case)}: {title}", style="default")
    for remark in _remarks(line):
        yield Text(f"  {'':{_WIDTH}}  {remark}", style="dim")


def _remarks(line: Line) -> Iterator[str]:
    if line.because:
        yield line.because
    elif line.result is not None:
        yield _counts(line)
    if line.result is not None and len(line.result.variants) > 1 and line.outcome not in {"passes", "mended"}:
        counts = (
            f"`{visible(each.name)}` {each.passed:,} of {each.passed + each.failed:,}" for each in line.result.variants
        )
        yield f"by variant: {', '.join(counts)}"
    if line.before is not None and line.before.accepted and line.outcome == "mended":
        yield "store it with `--update-baseline`, or the next failure is let through as the baseline says"
    if line.before is not None and line.before.accepted and line.outcome == "fails":
        yield "the baseline lets a smaller failure through, and not this one"
    if line.before is not None and line.before.accepted and line.outcome == "accepted":
        yield f"accepted in the baseline: {visible(line.before.accepted)}"
    if not line.case.blocking and line.outcome in {"regression", "fails", "no-verdict", "gone"}:
        yield "it is not blocking, so it stops nothing"
    if line.case.has_rubric and line.outcome in {"passes", "mended", "lower"}:
        yield "its rubric counts where the tool asked a model to judge it; pytest does not"
    if line.case.rests_on_one_run and line.outcome in {"passes", "mended", "lower"}:
        yield "one run of what failed sometimes: it can pass by luck, so it guards nothing"


def _counts(line: Line) -> str:
    if line.result is None:
        return line.because
    told = f"{line.result.passed:,} of {plural(line.result.runs, 'trial')} passed"
    wanted = line.case.pass_at_least
    asked = f", {wanted} of {line.case.trials} must" if wanted is not None and wanted < line.case.trials else ""
    if line.before is None:
        return told + asked
    return f"{told}{asked}; {line.before.passed:,} of {line.before.runs:,} in the baseline"


def _reasons(stopped: Sequence[Line]) -> str:
    kinds = (
        ("regression", "passed before and fails now", "passed before and fail now"),
        ("fails", "fails", "fail"),
        ("no-verdict", "came to no verdict", "came to no verdict"),
        ("gone", "is exported no more", "are exported no more"),
    )
    parts = []
    for outcome, one, many in kinds:
        count = sum(line.outcome == outcome for line in stopped)
        if count:
            parts.append(f"{plural(count, 'blocking case')} {one if count == 1 else many}")
    return ", ".join(parts)


def _left(lines: Sequence[Line]) -> str:
    open_ = sum(line.outcome in {"regression", "fails", "accepted", "no-verdict", "gone"} for line in lines)
    return f" {plural(open_, 'case')} that stop{'s' if open_ == 1 else ''} nothing did not pass." if open_ else ""


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
