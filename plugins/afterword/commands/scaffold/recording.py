"""A run of `init` to the record that it leaves."""

from __future__ import annotations

from collections.abc import Iterable

from afterword import __version__
from afterword.commands.scaffold.answers import Answers
from afterword.commands.scaffold.plan import Step
from afterword.commands.scaffold.record import Record, Written, digest


def record_steps(steps: Iterable[Step], answers: Answers, before: Record | None, *, restored: bool) -> Record:
    """What is known of every part after the run; a part that was there before `init` stays unknown."""
    parts = {step.part: written for step in steps if (written := _written(step, restored=restored))}
    return Record(version=__version__, answers=answers, parts={**(before.parts if before else {}), **parts})


def _written(step: Step, *, restored: bool) -> Written | None:
    if step.state in {"missing", "same", "outdated"} or (restored and step.state == "deleted"):
        found = digest(step.new)
        return (
            step.written
            if step.written and step.written.sha256 == found
            else Written(sha256=found, version=__version__)
        )
    return step.written
