"""The export for plain pytest: tests that ask a function of the team's own, with nothing else to install."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from afterword.evals.export.canary import LINE
from afterword.evals.export.common import common_files
from afterword.evals.export.one_line import one_line
from afterword.evals.export.shipped_files import readme, shipped
from afterword.evals.export.suite import SuiteCase
from afterword.evals.export.trials import Trial, live_trials, selfcheck_trials


def write(cases: Sequence[SuiteCase]) -> dict[str, bytes]:
    """The files of the export by path."""
    # Trials differ in their number alone; the tests count them.
    firsts = (trial for case in cases for trial in live_trials(case) if trial.metadata["trial"] == 1)
    return {
        "cases.jsonl": _lines(firsts),
        "selfcheck.jsonl": _lines(trial for case in cases for trial in selfcheck_trials(case)),
        "README.md": readme("pytest"),
        **shipped("pytest"),
        **shipped("python"),
        **common_files(cases),
    }


def _lines(trials: Iterable[Trial]) -> bytes:
    told = [{"canary": LINE}, *map(_line, trials)]
    return "".join(f"{one_line(each)}\n" for each in told).encode()


def _line(trial: Trial) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": trial.id,
        "trials": trial.case.listed.trials,
        "checks": list(trial.checks),
        "metadata": trial.metadata,
    }
    if trial.case.rows is not None:
        told |= {"rows": trial.case.rows, "judge": trial.case.judge_file}
    else:
        told["messages"] = trial.messages
    if trial.answers:
        told["answers"] = list(trial.answers)
    else:
        told["id"] = trial.id.rpartition("/")[0]
    return told
