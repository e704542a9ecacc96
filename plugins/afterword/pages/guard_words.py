"""Whether a report or a case is guarded, in words: passing since a day, failing since a day, or not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from markupsafe import Markup

from afterword.evals.standing import CaseStanding, Reason
from afterword.index.guarding import ReportGuard
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.marks import dotted, quiet
from afterword.pages.words import counted, fill, number, sentence, time_tag

_REASONS: dict[Reason, str] = {
    "proposed": "the case is proposed, not committed",
    "quarantined": "the case is quarantined, so its runs decide nothing",
    "retired": "the case is retired",
    "never-run": "no run is recorded",
    "changed": "the case has changed since its last run, on {}",
    "too-few": "its last run, on {}, is not as good as the case asks for now",
    "no-verdict": "its last run, on {}, came to no verdict",
    "one-run": "it passed on {} in one run, and what failed sometimes can pass by luck",
    "made": "the case was made for this example, and no system here runs it",
}
_TOOLS = {"promptfoo": "promptfoo", "inspect": "Inspect AI", "pytest": "pytest"}


def case_words(standing: CaseStanding, zone: tzinfo) -> Markup:
    """`guarded: passing since …`, `failing since …` or `not guarded: …`, without a full stop."""
    if standing.guarding == "passing" and standing.since is not None:
        return fill("guarded: passing since {}", _day(standing.since, zone))
    if standing.guarding == "failing" and standing.since is not None:
        return fill("failing since {}", _day(standing.since, zone))
    return fill("not guarded: {}", _reason(standing, zone))


def run_words(standing: CaseStanding, zone: tzinfo) -> Markup:
    """What the last run of the case was: how many trials passed, when, by what tool, and what answered."""
    run = standing.last
    if run is None or standing.guarding == "unguarded":
        return Markup()
    said = [
        fill("last run {}", _day(run.at, zone)),
        escape_text(f"{number(run.passed)} of {counted(run.runs, 'trial')} passed"),
        escape_text(f"by {_TOOLS[run.tool]}"),
    ]
    if run.release:
        said.append(escape_text(run.release))
    return quiet(dotted(said))


def report_words(guard: ReportGuard, report: Report, zone: tzinfo) -> Markup:
    """The same for a whole report; what is not guarded beside what passes is counted."""
    if guard.guarding == "unguarded":
        return fill("Not guarded: {}", Markup(" ").join(_why_not(guard, report, zone)))
    word = "Failing since {}." if guard.guarding == "failing" else "Guarded: passing since {}."
    told = fill(word, _day(guard.since, zone)) if guard.since is not None else Markup()
    return Markup(" ").join([told, quiet(escape_text(f"{_counts(guard)}."))])


def _reason(standing: CaseStanding, zone: tzinfo) -> Markup:
    reason = _REASONS[standing.reason or "never-run"]
    when = _day(standing.last.at, zone) if standing.last is not None else Markup("an unknown day")
    return fill(reason, when) if "{}" in reason else escape_text(reason)


def _why_not(guard: ReportGuard, report: Report, zone: tzinfo) -> Iterator[Markup]:
    if not guard.cases:
        why = report.front.no_eval_because
        yield escape_text(sentence(why)) if why else Markup("it has no eval case.")
        return
    reasons = {standing.reason for _, standing in guard.cases}
    if len(reasons) == 1:
        yield fill("{}.", _reason(guard.cases[0][1], zone))
        return
    yield escape_text(f"none of {counted(len(guard.cases), 'eval case')} has a run that counts.")


def _counts(guard: ReportGuard) -> str:
    total = len(guard.cases)
    if total > 1 and guard.count(guard.guarding) == total:
        return f"All {number(total)} eval cases {'pass' if guard.guarding == 'passing' else 'fail'}"
    parts = [(guard.count("passing"), "passes", "pass"), (guard.count("failing"), "fails", "fail")]
    parts.append((guard.count("unguarded"), "guards nothing yet", "guard nothing yet"))
    said = [f"{number(count)} {one if count == 1 else many}" for count, one, many in parts if count]
    return f"Of {counted(total, 'eval case')} {', '.join(said)}" if total > 1 else counted(total, "eval case")


def _day(at: datetime, zone: tzinfo) -> Markup:
    return time_tag(at.astimezone(zone).date())
