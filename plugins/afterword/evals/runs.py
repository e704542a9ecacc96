"""Runs of a case and how many of them must pass: systems that answer differently each time are tried more than once."""

from __future__ import annotations

from afterword.model.behaviour import Behaviour
from afterword.model.eval_case import EvalCase


def trials_of(case: EvalCase) -> int:
    """How often the case is tried; once where nothing else is written."""
    return case.trials if case.trials is not None else 1


def enough(case: EvalCase, passed: int, of: int) -> bool:
    """Whether so many of these runs are as good as the case asks for: all, or the share that it names.

    Few runs were recorded and many are asked for, so shares are compared: one recorded run stands for the trials as
    well as it can.
    """
    trials = trials_of(case)
    wanted = case.pass_at_least if case.pass_at_least is not None else trials
    return passed * trials >= wanted * of


def came_sometimes(behaviour: Behaviour | None) -> bool:
    """Whether the failure showed in some runs and not in others, as the report tells or counts it."""
    if behaviour is None:
        return False
    if behaviour.reproducible in {"always", "no"}:
        return False
    if behaviour.reproducible == "sometimes":
        return True
    return behaviour.failing is not None and behaviour.sampled is not None and 0 < behaviour.failing < behaviour.sampled


def rests_on_one_run(case: EvalCase, behaviour: Behaviour | None) -> bool:
    """Whether the case is tried once although the failure came only sometimes: it may pass by luck, and guards nothing.

    A data case is many rows in one run, so it does not rest on one answer.
    """
    is_data = case.input is not None and case.input.data_set is not None
    return not is_data and trials_of(case) < 2 and came_sometimes(behaviour)
